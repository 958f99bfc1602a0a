import { insertFollowUpRows, updateFollowUpRow } from "#app/campaign/follow-ups/store.server.ts";
import {
  insertOutcomeObjectionRows,
  insertOutcomeRows,
  insertReceptionRows,
} from "#app/campaign/outcomes/store.server.ts";
import { updateOutreachEventParticipantRow } from "#app/campaign/outreach-events/participants/store.server.ts";
import { updateOutreachEventRow } from "#app/campaign/outreach-events/store.server.ts";
import type { Change } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import type { SampleOutcome } from "../sample-event.ts";
import { SAMPLE_HANDLING } from "../who-is-who.ts";
import type { Known } from "./known-records.server.ts";
import { type PlacedEvent, participantId } from "./outreach-events.server.ts";
import { accountId, atNoon, sampleId, writeEntry } from "./scribe.server.ts";

const HOUR = 3_600_000;

type Logged = { one: PlacedEvent; outcome: SampleOutcome; id: string; at: Date };

/** Logs what happened at an event, as its officer would have some hours later, and what was promised there. */
export async function writeOutcome(database: Database, one: PlacedEvent, known: Known): Promise<void> {
  const { outcome } = one.event;
  if (outcome === null) return;
  const id = sampleId("outcome", one.event.key);
  const logged = { one, outcome, id, at: new Date(one.endsAt.getTime() + outcome.loggedAfter * HOUR) };
  const { campaign, title } = one.event;
  const entry = {
    by: accountId(outcome.officer),
    at: logged.at,
    campaign,
    kind: "outcome",
    id,
    action: "logged",
    summary: `Logged: ${title}`,
    location: `/c/${campaign}/outcomes/${id}`,
  } as const;
  await writeEntry(database, entry, async (change) => {
    await markHeld(change, one);
    await insertOutcomeRows(change, [outcomeRow(logged)]);
    await insertReceptions(change, logged, known);
    await insertObjections(change, logged, known);
    await insertFollowUps(change, logged);
  });
  for (const [position] of outcome.followUps.entries()) await keepPromise(database, logged, position);
}

async function markHeld(change: Change, { event, id }: PlacedEvent): Promise<void> {
  await updateOutreachEventRow(change, id, { result: "held" });
  for (const { contact, attendance } of event.participants) {
    await updateOutreachEventParticipantRow(change, participantId(id, contact), { attendance });
  }
}

function outcomeRow({ one: { event, id: eventId }, outcome, id, at }: Logged) {
  return {
    id,
    campaign_id: event.campaign,
    outreach_event_id: eventId,
    officer_account_id: accountId(outcome.officer),
    said: outcome.said,
    impression: outcome.impression,
    assessment: outcome.assessment,
    ask_answer: outcome.askAnswer,
    ground_rule: event.groundRule,
    handling: SAMPLE_HANDLING,
    logged_at: at.toISOString(),
  };
}

async function insertReceptions(change: Change, { one, outcome, id }: Logged, known: Known): Promise<void> {
  const { campaign } = one.event;
  await insertReceptionRows(
    change,
    outcome.receptions.map(({ message, audience, contact, scope, score, isAsWritten }, position) => ({
      id: sampleId("reception", `${id} ${position}`),
      outcome_id: id,
      key_message_id: known.messageId(campaign, message),
      audience_id: sampleId("audience", audience),
      contact_id: contact === null ? null : sampleId("contact", contact),
      scope,
      score,
      wording: score === null ? null : isAsWritten ? ("as written" as const) : ("in other words" as const),
      message_revision_id: score === null ? null : known.revisionId(campaign, message, one.startsAt),
    })),
  );
}

async function insertObjections(change: Change, { one, outcome, id }: Logged, known: Known): Promise<void> {
  await insertOutcomeObjectionRows(
    change,
    outcome.objections.map(({ code, audience, contact, isAnswered }, position) => ({
      id: sampleId("objection heard", `${id} ${position}`),
      outcome_id: id,
      objection_id: known.objectionId(one.event.campaign, code),
      audience_id: sampleId("audience", audience),
      contact_id: contact === null ? null : sampleId("contact", contact),
      is_answered: isAnswered ? 1 : 0,
    })),
  );
}

async function insertFollowUps(change: Change, { one, outcome, id }: Logged): Promise<void> {
  await insertFollowUpRows(
    change,
    outcome.followUps.map(({ text, promisedBy, owner, contact, dueOn }, position) => ({
      id: sampleId("follow-up", `${id} ${position}`),
      campaign_id: one.event.campaign,
      outreach_event_id: one.id,
      outcome_id: id,
      text,
      promised_by: promisedBy,
      owner_account_id: accountId(owner),
      contact_id: contact === null ? null : sampleId("contact", contact),
      due_on: dueOn,
      done_at: null,
      done_by: null,
    })),
  );
}

async function keepPromise(
  database: Database,
  { one, outcome, id, at: loggedAt }: Logged,
  position: number,
): Promise<void> {
  const promised = outcome.followUps[position];
  if (promised === undefined || promised.doneOn === null) return;
  // A promise may be kept on the day on which it was made, but not before it was written down.
  const at = new Date(Math.max(atNoon(promised.doneOn).getTime(), loggedAt.getTime() + HOUR));
  const by = accountId(promised.owner);
  const followUpId = sampleId("follow-up", `${id} ${position}`);
  const entry = {
    by,
    at,
    campaign: one.event.campaign,
    kind: "follow-up",
    id: followUpId,
    action: "done",
    summary: `Done: ${promised.text}`,
    location: `/c/${one.event.campaign}/follow-ups`,
  } as const;
  await writeEntry(database, entry, async (change) => {
    await updateFollowUpRow(change, followUpId, { done_at: at.toISOString(), done_by: by });
  });
}
