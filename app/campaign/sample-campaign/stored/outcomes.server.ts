import { tickFollowUp } from "#app/campaign/follow-ups/store.server.ts";
import { logOutcome } from "#app/campaign/outcomes/store.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import type { Database } from "#db/database.server.ts";
import { readInstallation } from "#db/installation.server.ts";
import type { SampleEvent, SampleOutcome } from "../sample-event.ts";
import type { PlacedEvent } from "./events.server.ts";
import { act, atNoon, type Scribe } from "./scribe.server.ts";

const HOUR = 3_600_000;

/** The revisions of every message, to find the one that was the newest at a meeting. */
type Revisions = Awaited<ReturnType<typeof listRevisions>>;

/** Logs what happened at the events, each as its officer would have some hours later, and keeps what was promised. */
export async function writeOutcomes(scribe: Scribe, events: readonly PlacedEvent[]): Promise<void> {
  const { homeCity: city, homeCountry: country } = await readInstallation(scribe.database.read);
  const revisions = await listRevisions(scribe.database);
  for (const { event, startsAt, endsAt } of events) {
    const { outcome, key, campaign } = event;
    if (outcome === null) continue;
    const at = new Date(endsAt.getTime() + outcome.loggedAfter * HOUR);
    const eventId = scribe.idOf("event", key);
    const draft = draftOf(scribe, event, outcome, (messageId) => revisionAt(revisions, messageId, startsAt));
    const id = await act(scribe, { by: outcome.officer, at, campaign }, (change) =>
      logOutcome(change, { campaignId: campaign, eventId, home: { city, country } }, draft),
    );
    await keepPromises(scribe, { campaign, outcomeId: id, at }, outcome);
  }
}

function listRevisions({ read }: Database) {
  return read
    .selectFrom("message_revision")
    .select(["id", "key_message_id", "made_at"])
    .orderBy("number")
    .execute();
}

function revisionAt(revisions: Revisions, messageId: string, at: Date): string | null {
  const all = revisions.filter(({ key_message_id }) => key_message_id === messageId);
  return (all.findLast(({ made_at }) => made_at <= at.toISOString()) ?? all[0])?.id ?? null;
}

function draftOf(
  scribe: Scribe,
  { campaign, participants, groundRule }: SampleEvent,
  outcome: SampleOutcome,
  revisionOf: (messageId: string) => string | null,
) {
  const { said, impression, assessment, askAnswer } = outcome;
  const person = (contact: string | null) => (contact === null ? null : scribe.idOf("contact", contact));
  return {
    said,
    impression,
    assessment,
    askAnswer,
    groundRule,
    attendance: new Map(
      participants.map(({ contact, attendance }) => [scribe.idOf("contact", contact), attendance]),
    ),
    receptions: outcome.receptions.map(({ message, audience, contact, scope, score, isAsWritten }) => {
      const messageId = scribe.idOf("message", `${campaign} ${message}`);
      const wording = isAsWritten ? ("as written" as const) : ("in other words" as const);
      return {
        messageId,
        audienceId: scribe.idOf("audience", audience),
        contactId: person(contact),
        scope,
        score,
        ...(score === null
          ? { wording: null, revisionId: null }
          : { wording, revisionId: revisionOf(messageId) }),
      };
    }),
    objections: outcome.objections.map(({ code, audience, contact, isAnswered }) => ({
      objectionId: scribe.idOf("objection", `${campaign} ${code}`),
      text: "",
      audienceId: scribe.idOf("audience", audience),
      contactId: person(contact),
      isAnswered,
    })),
    followUps: outcome.followUps.map(({ text, promisedBy, owner, contact, dueOn }) => ({
      text,
      promisedBy,
      dueOn,
      ownerAccountId: scribe.idOf("account", owner),
      contactId: person(contact),
    })),
  };
}

async function keepPromises(
  scribe: Scribe,
  { campaign, outcomeId, at }: { campaign: string; outcomeId: string; at: Date },
  { followUps }: SampleOutcome,
): Promise<void> {
  for (const { text, owner, doneOn } of followUps) {
    if (doneOn === null) continue;
    // A promise may be kept on the day on which it was made, but not before it was written down.
    const done = new Date(Math.max(atNoon(doneOn).getTime(), at.getTime() + HOUR));
    const { id } = await scribe.database.read
      .selectFrom("follow_up")
      .select("id")
      .where("outcome_id", "=", outcomeId)
      .where("text", "=", text)
      .executeTakeFirstOrThrow();
    const target = { campaignId: campaign, followUpId: id, location: addressOf.followUps(campaign) };
    await act(scribe, { by: owner, at: done, campaign }, (change) => tickFollowUp(change, target, true));
  }
}
