import { z } from "zod";
import { tickFollowUp } from "#app/campaign/follow-ups/store.server.ts";
import { staleRecord } from "#app/http/act.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import { identifier, optionalLine, version } from "#app/http/fields.ts";
import { afterChange, refuseForm, refuseStale } from "#app/http/form.server.ts";
import { type CampaignArrival, notFound, type Sent } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { eventHere } from "../event-page.server.ts";
import { keepGoingAheadReason } from "../store.server.ts";

const schema = z.discriminatedUnion("act", [
  z.object({ act: z.literal("sent"), followUp: identifier }),
  z.object({ act: z.literal("reason"), goingAheadReason: optionalLine(300), version }),
]);

type Arrival = CampaignArrival & Sent;

/** What the event's own page can do: a promise of ours is kept, or why the event goes ahead is written down. */
export async function answerEventAct(arrival: Arrival) {
  const read = readForm(arrival.form, schema);
  if (!read.ok) return refuseForm(arrival.form, read.errors);
  return read.value.act === "sent"
    ? markAsSent(arrival, read.value.followUp)
    : keepReason(arrival, { reason: read.value.goingAheadReason, version: read.value.version });
}

async function markAsSent(arrival: Arrival, followUpId: string) {
  const { campaign, database, author, submission } = arrival;
  const { id } = await eventHere(arrival);
  const target = { campaignId: campaign.id, followUpId, location: addressOf.event(campaign.id, id) };
  const sent = await database.change(author, submission, (change) => tickFollowUp(change, target, true));
  return sent.ok ? afterChange(sent) : notFound();
}

async function keepReason(arrival: Arrival, what: { reason: string; version: number }) {
  const { form, campaign, database, author, submission } = arrival;
  const { id } = await eventHere(arrival);
  const target = { campaignId: campaign.id, eventId: id, location: addressOf.event(campaign.id, id) };
  const kept = await database.change(author, submission, (change) =>
    keepGoingAheadReason(change, target, what),
  );
  if (kept.ok) return afterChange(kept);
  if (kept.reason === "not-found") notFound();
  const theirs = await eventHere(arrival);
  const record = { kind: "outreach event", id: theirs.id, version: theirs.version } as const;
  return refuseStale(
    form,
    await staleRecord(database, record, { goingAheadReason: theirs.goingAheadReason }),
  );
}
