import { z } from "zod";
import { tickFollowUp } from "#app/campaign/follow-ups/store.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import { identifier, optionalLine, version } from "#app/http/fields.ts";
import type { CampaignArrival, Sent } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { refuseForm, save } from "#app/http/save-form.server.ts";
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
  const { campaign } = arrival;
  const { id: eventId } = await eventHere(arrival);
  const target = { campaignId: campaign.id, eventId, location: addressOf.event(campaign.id, eventId) };
  if (read.value.act === "sent") {
    const { followUp: followUpId } = read.value;
    return save(
      arrival,
      read,
      (change) => tickFollowUp(change, { ...target, followUpId }, true),
      () => "",
    );
  }
  const { goingAheadReason: reason } = read.value;
  return save(
    arrival,
    read,
    (change, _, version) => keepGoingAheadReason(change, target, { reason, version }),
    () => "",
    async () => {
      const { id, version, goingAheadReason } = await eventHere(arrival);
      return {
        kind: "outreach event" as const,
        id,
        version,
        values: { goingAheadReason: [goingAheadReason] },
      };
    },
  );
}
