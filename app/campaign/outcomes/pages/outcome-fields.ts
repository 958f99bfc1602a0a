import type { HomeCountry } from "#app/campaign/follow-ups/due-date.ts";
import type { FieldErrors, FormValues } from "#app/http/form-values.ts";
import { isCalendarDate } from "#app/time/calendar-date.ts";
import { formatDate } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { EventToRate, OutcomeForm } from "../outcome-form.server.ts";
import type { OutcomeRecord, RecordedReception } from "../outcome-record.server.ts";
import type { PersonInRoom } from "../people-in-room.server.ts";

/** The names of the fields that depend on what the event has. */
export const ratingField = (messageId: string) => `received-${messageId}`;
export const splitRatingField = (messageId: string, whose: string) => `received-${messageId}-by-${whose}`;
export const wordingField = (messageId: string) => `wording-${messageId}`;
export const followUpField = (row: number, part: "text" | "by" | "promisedBy") => `followUps[${row}].${part}`;

/** Who a form shows, and as what: so that nobody is taken for absent whom it did not show, or not so. */
export const asShown = ({ contactId, attendance }: Pick<PersonInRoom, "contactId" | "attendance">) =>
  `${contactId} ${attendance}`;

/** What stands in the form of an event that this officer has not logged: those who were expected, and nothing rated. */
export function emptyValues({ event, people }: OutcomeForm<EventToRate>): FormValues {
  const isRecorded = people.some(({ attendance }) => attendance !== "not recorded");
  const present = people.filter(({ isParticipant, wasExpected, attendance }) =>
    isRecorded ? attendance === "attended" : isParticipant && wasExpected,
  );
  return {
    attended: present.map(({ contactId }) => contactId),
    groundRule: [event.groundRule],
  };
}

/** What stands in the form of an outcome that is being changed. */
export function valuesOfOutcome(form: OutcomeForm, outcome: OutcomeRecord): FormValues {
  const known = outcome.objections.filter(({ objectionId }) => objectionId !== null);
  return {
    ...emptyValues(form),
    ...ratedValues(outcome.receptions),
    groundRule: [outcome.groundRule],
    said: [outcome.said],
    impression: [outcome.impression],
    assessment: [outcome.assessment],
    askAnswer: [outcome.askAnswer],
    objections: known.map(({ objectionId }) => objectionId ?? ""),
    answered: known.filter(({ isAnswered }) => isAnswered).map(({ objectionId }) => objectionId ?? ""),
    newObjection: [outcome.objections.find(({ objectionId }) => objectionId === null)?.text ?? ""],
  };
}

function ratedValues(receptions: readonly RecordedReception[]): FormValues {
  const values: Record<string, string[]> = {};
  const split = new Set<string>();
  for (const { messageId, audience, contact, scope, score, wording } of receptions) {
    const given = [score === null ? "not raised" : String(score)];
    if (scope === "room") values[ratingField(messageId)] = given;
    else {
      split.add(messageId);
      values[splitRatingField(messageId, contact?.id ?? audience.id)] = given;
    }
    if (wording !== null) values[wordingField(messageId)] = [wording];
  }
  return { ...values, split: [...split] };
}

/**
 * The values after a button that changes the form instead of sending it: `split ID` opens a message by audience and
 * person (each audience begins with what was said of the room), `room ID` closes it, `due ROW DATE` takes the better day.
 */
export function reshapedValues(
  values: FormValues,
  pressed: string,
  form: OutcomeForm<EventToRate>,
): FormValues {
  const [what, which = "", date = ""] = pressed.split(" ");
  const split = values.split ?? [];
  if (what === "due" && isCalendarDate(date))
    return { ...values, [followUpField(Number(which), "by")]: [formatDate(date)] };
  if (what === "room") return { ...values, split: split.filter((id) => id !== which) };
  if (what !== "split") return values;
  const ofTheRoom = values[ratingField(which)] ?? [];
  const begun = form.event.audiences.map(({ id }) => [splitRatingField(which, id), ofTheRoom] as const);
  return { ...Object.fromEntries(begun), ...values, split: [...split, which] };
}

/** The days that due dates are read against. */
export type Around = { today: CalendarDate; home: HomeCountry };

/** What every part of the form needs: what there is to choose from, and what stands in the fields. */
export type Parts = { form: OutcomeForm<EventToRate>; values: FormValues; errors: FieldErrors };
