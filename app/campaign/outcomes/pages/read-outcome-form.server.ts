import { z } from "zod";
import {
  dueUnlessTyped,
  explainDueRefusal,
  type HomeCountry,
  type ParsedDue,
  parseDueDate,
} from "#app/campaign/follow-ups/due-date.ts";
import { PROMISED_BY, type PromisedBy } from "#app/campaign/follow-ups/follow-up.ts";
import type { NewFollowUp } from "#app/campaign/follow-ups/store.server.ts";
import type { Attendance } from "#app/campaign/outreach-events/participants/participation.ts";
import { optionalLine, optionalParagraphs } from "#app/http/fields.ts";
import { type Read, readForm } from "#app/http/read-form.ts";
import { type Rating, ratingFrom, WORDINGS } from "#app/method/reception-scale.ts";
import { GROUND_RULES } from "#app/text/handling.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { EventToRate, MessageToRate, OutcomeForm } from "../outcome-form.server.ts";
import { type MessageRating, type Reception, spreadReception } from "../spread-reception.ts";
import type { HeardObjection, OutcomeDraft } from "../store.server.ts";
import { asShown, followUpField, ratingField, splitRatingField, wordingField } from "./outcome-fields.ts";

const texts = z.object({
  said: optionalParagraphs(10_000),
  impression: optionalParagraphs(5_000),
  assessment: optionalParagraphs(5_000),
  askAnswer: optionalLine(500),
  newObjection: optionalLine(300),
  groundRule: z.enum(GROUND_RULES, { error: "Choose a ground rule" }),
  followUps: z
    .array(
      z.object({
        text: optionalLine(500),
        by: optionalLine(60),
        promisedBy: z.enum(PROMISED_BY).default("us"),
      }),
    )
    .max(10, "Log at most 10 promises")
    .default([]),
});

/** Who logs, and the days that due dates are read against. */
type Around = { accountId: string; today: CalendarDate; home: HomeCountry };

type Collected<Value> = { value: Value; errors: Record<string, string> };

/** What an officer logged, checked against what this event has; else what is wrong, by field. */
export function readOutcomeForm(
  sent: FormData,
  form: OutcomeForm<EventToRate>,
  around: Around,
): Read<OutcomeDraft> {
  const read = readForm(sent, texts);
  const ratings = readRatings(sent, form);
  const attendance = readAttendance(sent, form, ratings.value.people);
  const objections = readObjections(sent, form, read.ok ? read.value.newObjection : "");
  const followUps = readFollowUps(read.ok ? read.value.followUps : [], form, around);
  const errors = {
    ...attendance.errors,
    ...ratings.errors,
    ...objections.errors,
    ...(read.ok ? {} : read.errors),
    ...followUps.errors,
  };
  if (!read.ok || Object.keys(errors).length > 0) return { ok: false, errors };
  const { newObjection: _, followUps: __, ...draft } = read.value;
  return {
    ok: true,
    value: {
      ...draft,
      attendance: attendance.value,
      receptions: ratings.value.receptions,
      objections: objections.value,
      followUps: followUps.value,
    },
  };
}

/**
 * Who takes part and was not there has not come, where the form showed them as they are recorded now: whoever was added,
 * or marked by a colleague, since it was opened is left in peace. Who was rated alone was there in any case.
 */
function readAttendance(
  sent: FormData,
  { people }: OutcomeForm<EventToRate>,
  rated: ReadonlySet<string>,
): Collected<Map<string, Attendance>> {
  const ticked = sent.getAll("attended");
  const isKnown = (id: unknown) => people.some(({ contactId }) => contactId === id);
  if (!ticked.every(isKnown))
    return { value: new Map(), errors: { attended: "Choose people from the list" } };
  const value = new Map<string, Attendance>();
  const shown = sent.getAll("shown");
  for (const person of people) {
    const { contactId, isParticipant } = person;
    if (ticked.includes(contactId) || rated.has(contactId)) value.set(contactId, "attended");
    else if (isParticipant && shown.includes(asShown(person))) value.set(contactId, "no-show");
  }
  return { value, errors: {} };
}

function readRatings(
  sent: FormData,
  form: OutcomeForm<EventToRate>,
): Collected<{ receptions: Reception[]; people: Set<string> }> {
  const receptions: Reception[] = [];
  const errors: Record<string, string> = {};
  const audienceIds = audiencesInRoom(sent, form);
  if (audienceIds.length === 0)
    return {
      value: { receptions, people: new Set() },
      errors: isAnyRated(sent, form) ? { audiences: "Say which audience the rating counts for" } : errors,
    };
  for (const message of form.messages) {
    const spread = spreadReception(ratingOf(sent, form, message), { audienceIds, people: form.people });
    if (spread.ok) receptions.push(...spread.receptions);
    else if (spread.reason === "message-not-rated")
      errors[ratingField(message.id)] =
        `Say how message ${message.number} was received, or choose “Not raised”`;
    else {
      const name = form.event.audiences.find(({ id }) => id === spread.audienceId)?.name ?? "";
      errors[splitRatingField(message.id, spread.audienceId)] =
        `Say how ${name} received message ${message.number}, or choose “Not raised”`;
    }
  }
  const people = receptions.flatMap(({ contactId }) => (contactId === null ? [] : [contactId]));
  return { value: { receptions, people: new Set(people) }, errors };
}

/**
 * The audiences of the event that were there. One side of a committee was not where all who came sit on the other: a
 * ranking minority member is not majority staff. Source: DOMAIN.md, audience (majority and minority are two).
 */
function audiencesInRoom(sent: FormData, { event, people }: OutcomeForm<EventToRate>): string[] {
  const came = people.filter(({ contactId }) => sent.getAll("attended").includes(contactId));
  return event.audiences
    .map(({ id }) => id)
    .filter((id) => came.length === 0 || !came.every(({ notOf }) => notOf.includes(id)));
}

function isAnyRated(sent: FormData, form: OutcomeForm<EventToRate>): boolean {
  return form.messages.some(({ id }) => {
    const rating = ratingFrom(String(sent.get(ratingField(id))));
    return rating !== null && rating !== "not raised";
  });
}

function ratingOf(sent: FormData, form: OutcomeForm<EventToRate>, message: MessageToRate): MessageRating {
  const wording = String(sent.get(wordingField(message.id)));
  const given = (ids: readonly string[]) =>
    new Map(
      ids.flatMap((id): [string, Rating][] => {
        const rating = ratingFrom(String(sent.get(splitRatingField(message.id, id))));
        return rating === null ? [] : [[id, rating]];
      }),
    );
  return {
    messageId: message.id,
    revisionId: message.revisionId,
    isPlanned: message.isPlanned,
    wording: WORDINGS.find((each) => each === wording) ?? "as written",
    isSplit: sent.getAll("split").includes(message.id),
    room: ratingFrom(String(sent.get(ratingField(message.id)))),
    byAudience: given(form.event.audiences.map(({ id }) => id)),
    byPerson: given(form.people.map(({ contactId }) => contactId)),
  };
}

/** Where the event is for one audience, an objection was raised by it; of several, nobody is guessed. */
function readObjections(
  sent: FormData,
  { event, objections }: OutcomeForm<EventToRate>,
  newObjection: string,
): Collected<HeardObjection[]> {
  const ticked = sent.getAll("objections");
  if (!ticked.every((id) => objections.some((objection) => objection.id === id)))
    return { value: [], errors: { objections: "Choose objections from the list" } };
  const [only, ...more] = event.audiences;
  const by = { audienceId: more.length === 0 ? (only?.id ?? null) : null, contactId: null };
  const answered = sent.getAll("answered");
  const heard: HeardObjection[] = objections
    .filter(({ id }) => ticked.includes(id))
    .map(({ id }) => ({ objectionId: id, text: "", ...by, isAnswered: answered.includes(id) }));
  if (newObjection !== "") heard.push({ objectionId: null, text: newObjection, ...by, isAnswered: false });
  return { value: heard, errors: {} };
}

type TypedFollowUp = { text: string; by: string; promisedBy: PromisedBy };

function readFollowUps(
  typed: readonly TypedFollowUp[],
  { event }: OutcomeForm<EventToRate>,
  { accountId, today, home }: Around,
): Collected<NewFollowUp[]> {
  const value: NewFollowUp[] = [];
  const errors: Record<string, string> = {};
  for (const [row, { text, by, promisedBy }] of typed.entries()) {
    if (text === "" && by === "") continue;
    if (text === "") errors[followUpField(row, "text")] = "Say what was promised";
    const due: ParsedDue =
      by === ""
        ? { ok: true, dueOn: dueUnlessTyped(event.day, today, home) }
        : parseDueDate(by, event.day, today);
    if (!due.ok) errors[followUpField(row, "by")] = explainDueRefusal(due.reason, event.day, home);
    else value.push({ text, promisedBy, dueOn: due.dueOn, ownerAccountId: accountId, contactId: null });
  }
  return { value, errors };
}
