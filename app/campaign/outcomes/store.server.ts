import { sql } from "kysely";
import { makeOfferedAudiences } from "#app/campaign/contacts/audiences-of-contact.server.ts";
import type { HomeCountry } from "#app/campaign/follow-ups/due-date.ts";
import { savedSentence } from "#app/campaign/follow-ups/follow-up.ts";
import { insertFollowUps, type NewFollowUp } from "#app/campaign/follow-ups/store.server.ts";
import { insertOutreachEventAudienceRows } from "#app/campaign/outreach-events/links.server.ts";
import type { Attendance } from "#app/campaign/outreach-events/participants/participation.ts";
import { recordAttendance } from "#app/campaign/outreach-events/participants/store.server.ts";
import { holdEventOfOutcome } from "#app/campaign/outreach-events/store.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import type { GroundRule } from "#app/text/handling.ts";
import type { Change, Done, Gone, Stale } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import { type LogRefusal, mayLogOutcome } from "./log-outcome.ts";
import type { Reception } from "./spread-reception.ts";

export type OutcomeDraft = {
  said: string;
  impression: string;
  assessment: string;
  askAnswer: string;
  groundRule: GroundRule;
  attendance: ReadonlyMap<string, Attendance>;
  receptions: readonly Reception[];
  objections: readonly HeardObjection[];
  followUps: readonly NewFollowUp[];
};

/** An objection that was heard: one that is known, or something new in its own words. */
export type HeardObjection = {
  objectionId: string | null;
  text: string;
  audienceId: string | null;
  /** Who raised it, where that is known. */
  contactId: string | null;
  isAnswered: boolean;
};

type Refused = { ok: false; reason: LogRefusal };

/** Audiences that the log adds to the event: of the campaign, and those that are made of whoever was there. */
export type AddedAudiences = {
  audienceIds: readonly string[];
  make: readonly string[];
  contactIds: readonly string[];
};

const NONE_ADDED: AddedAudiences = { audienceIds: [], make: [], contactIds: [] };

/** Logs an event for the author of the change: the outcome, who was there, that the event was held, and the promises. */
export async function logOutcome(
  change: Change,
  of: LoggedEvent,
  draft: OutcomeDraft,
  added: AddedAudiences = NONE_ADDED,
): Promise<{ ok: true } | Refused | Gone> {
  const written = await writeOutcome(change, of, draft, added);
  if (written.ok) describeLogged(change, of, draft, { id: written.outcomeId, logged: "Logged" });
  return written.ok ? { ok: true } : written;
}

type LoggedEvent = { campaignId: string; eventId: string; home: HomeCountry };

/** Says what was logged; undoing it takes back whatever the change has written. */
export function describeLogged(
  change: Change,
  { campaignId, home }: Omit<LoggedEvent, "eventId">,
  { followUps }: OutcomeDraft,
  { id, logged }: { id: string; logged: string },
): Done {
  return change.describe({
    recordKind: "outcome",
    recordId: id,
    action: "logged",
    summary: savedSentence(
      logged,
      followUps.map(({ dueOn }) => dueOn),
      home,
    ),
    location: addressOf.outcome(campaignId, id),
  });
}

/** Writes what was logged of an event, inside a change that says itself what it is. */
export async function writeOutcome(
  change: Change,
  of: LoggedEvent,
  typed: OutcomeDraft,
  added: AddedAudiences = NONE_ADDED,
): Promise<{ ok: true; outcomeId: string } | Refused | Gone> {
  const officer = change.author.accountId;
  const [event] = await eventToLog(change.read, { campaign: of.campaignId, event: of.eventId, officer });
  if (event === undefined) return { ok: false, reason: "not-found" };
  const standing = { ...event, startsAt: new Date(event.starts_at) };
  const allowed = mayLogOutcome(standing, event.has_logged === 1, change.author.now);
  if (!allowed.ok) return allowed;
  const draft = await withAudiencesAdded(change, of, typed, added);
  const id = newId();
  await change.insert("outcome", {
    id,
    campaign_id: of.campaignId,
    outreach_event_id: of.eventId,
    officer_account_id: officer,
    ...textsOf(draft),
    handling: event.handling,
    logged_at: change.author.now.toISOString(),
  });
  await insertReceptions(change, id, draft.receptions);
  await insertObjections(change, id, draft.objections);
  await recordAttendance(change, of.eventId, draft.attendance);
  await holdEventOfOutcome(change, of.eventId);
  await insertFollowUps(change, { ...of, outcomeId: id }, draft.followUps);
  return { ok: true, outcomeId: id };
}

/** Changes what the author logged before; the history keeps what it was. */
export async function editOutcome(
  change: Change,
  of: { campaignId: string; outcomeId: string; home: HomeCountry },
  typed: OutcomeDraft,
  version: number,
  added: AddedAudiences = NONE_ADDED,
): Promise<{ ok: true } | Refused | Gone | Stale> {
  const { campaignId, outcomeId } = of;
  const outcome = await findOwner(change.read, campaignId, outcomeId);
  if (outcome === null) return { ok: false, reason: "not-found" };
  if (outcome.officer_account_id !== change.author.accountId)
    return { ok: false, reason: "not-your-outcome" };
  const eventId = outcome.outreach_event_id;
  // What hangs on the outcome is part of it: the version counts on even when only a reception has changed.
  const updated = await change.renew("outcome", outcomeId, textsOf(typed), version);
  if (!updated.ok) return { ok: false, reason: updated.reason };
  const draft = await withAudiencesAdded(change, { campaignId, eventId }, typed, added);
  await replaceReceptions(change, outcomeId, draft.receptions);
  await replaceObjections(change, outcomeId, draft.objections);
  await recordAttendance(change, eventId, draft.attendance);
  await insertFollowUps(change, { campaignId, eventId, outcomeId }, draft.followUps);
  return change.describe({
    recordKind: "outcome",
    recordId: outcomeId,
    action: "changed",
    summary: savedSentence(
      "Changed the log",
      draft.followUps.map(({ dueOn }) => dueOn),
      of.home,
    ),
    location: addressOf.outcome(campaignId, outcomeId),
  });
}

/** Ties the event to the added audiences; what counts for one that is made here gets its id. */
async function withAudiencesAdded(
  change: Change,
  { campaignId, eventId }: Omit<LoggedEvent, "home">,
  draft: OutcomeDraft,
  { audienceIds, make, contactIds }: AddedAudiences,
): Promise<OutcomeDraft> {
  const made = await makeOfferedAudiences(change, campaignId, contactIds, make);
  const ids = [...new Set([...audienceIds, ...made.values()])];
  await insertOutreachEventAudienceRows(
    change,
    ids.map((id) => ({ id: newId(), outreach_event_id: eventId, audience_id: id })),
  );
  const known = (id: string) => made.get(id) ?? id;
  return {
    ...draft,
    receptions: draft.receptions.map((one) => ({ ...one, audienceId: known(one.audienceId) })),
    objections: draft.objections.map((one) => ({
      ...one,
      audienceId: one.audienceId === null ? null : known(one.audienceId),
    })),
  };
}

function textsOf({ said, impression, assessment, askAnswer, groundRule }: OutcomeDraft) {
  return { said, impression, assessment, ask_answer: askAnswer, ground_rule: groundRule };
}

function insertReceptions(change: Change, outcomeId: string, receptions: readonly Reception[]) {
  const rows = receptions.map(({ messageId, audienceId, contactId, revisionId, ...reception }) => ({
    id: newId(),
    outcome_id: outcomeId,
    key_message_id: messageId,
    audience_id: audienceId,
    contact_id: contactId,
    message_revision_id: revisionId,
    scope: reception.scope,
    score: reception.score,
    wording: reception.wording,
  }));
  return change.insertMany("reception", rows);
}

function insertObjections(change: Change, outcomeId: string, objections: readonly HeardObjection[]) {
  const rows = objections.map(({ objectionId, audienceId, contactId, text, isAnswered }) => ({
    id: newId(),
    outcome_id: outcomeId,
    objection_id: objectionId,
    audience_id: audienceId,
    contact_id: contactId,
    text,
    is_answered: isAnswered ? (1 as const) : (0 as const),
  }));
  return change.insertMany("outcome_objection", rows);
}

/**
 * Makes the receptions of an outcome those wanted; one that is right already is left as it is. A message that was rated
 * already stays tied to the revision that was said then.
 */
async function replaceReceptions(
  change: Change,
  outcomeId: string,
  wanted: readonly Reception[],
): Promise<void> {
  const present = await change.read
    .selectFrom("reception")
    .selectAll()
    .where("outcome_id", "=", outcomeId)
    .execute();
  const keyOf = (messageId: string, audienceId: string, contactId: string | null) =>
    `${messageId} ${audienceId} ${contactId ?? ""}`;
  const left = new Map<string, string>(
    present.map((row) => [keyOf(row.key_message_id, row.audience_id, row.contact_id), row.id] as const),
  );
  const added: Reception[] = [];
  const raised = present.filter(({ message_revision_id }) => message_revision_id !== null);
  const tied = new Map(raised.map((row) => [row.key_message_id, row.message_revision_id] as const));
  for (const newest of wanted) {
    const isRaised = newest.score !== null;
    const revision = tied.get(newest.messageId) ?? newest.revisionId;
    const reception = { ...newest, revisionId: isRaised ? revision : null };
    const key = keyOf(reception.messageId, reception.audienceId, reception.contactId);
    const id = left.get(key);
    left.delete(key);
    const { scope, score, wording, revisionId } = reception;
    const columns = { scope, score, wording, message_revision_id: revisionId };
    if (id === undefined) added.push(reception);
    else await change.update("reception", id, columns, null);
  }
  await insertReceptions(change, outcomeId, added);
  for (const id of left.values()) await change.remove("reception", id);
}

async function replaceObjections(
  change: Change,
  outcomeId: string,
  wanted: readonly HeardObjection[],
): Promise<void> {
  const present = await change.read
    .selectFrom("outcome_objection")
    .selectAll()
    .where("outcome_id", "=", outcomeId)
    .execute();
  const left = new Map<string, string>(
    present.map((row) => [`${row.objection_id ?? ""} ${row.text}`, row.id] as const),
  );
  const added: HeardObjection[] = [];
  for (const objection of wanted) {
    const key = `${objection.objectionId ?? ""} ${objection.text}`;
    const id = left.get(key);
    left.delete(key);
    const answered = { is_answered: objection.isAnswered ? 1 : 0 } as const;
    if (id === undefined) added.push(objection);
    else await change.update("outcome_objection", id, answered, null);
  }
  await insertObjections(change, outcomeId, added);
  for (const id of left.values()) await change.remove("outcome_objection", id);
}

const eventToLog = keptQuery((read, place: Place<"campaign" | "event" | "officer">) =>
  read
    .selectFrom("outreach_event as event")
    .select(["schedule", "result", "starts_at", "handling"])
    .select(
      sql<0 | 1>`exists (select 1 from outcome where outcome.outreach_event_id = event.id
        and outcome.officer_account_id = ${place("officer")})`.as("has_logged"),
    )
    .where("id", "=", place("event"))
    .where("campaign_id", "=", place("campaign")),
);

async function findOwner(read: Queries, campaignId: string, outcomeId: string) {
  const row = await read
    .selectFrom("outcome")
    .select(["officer_account_id", "outreach_event_id"])
    .where("id", "=", outcomeId)
    .where("campaign_id", "=", campaignId)
    .executeTakeFirst();
  return row ?? null;
}
