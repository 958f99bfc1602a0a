import { z } from "zod";
import { readEventForm, strangerError } from "#app/campaign/outreach-events/event-form.server.ts";
import { save } from "#app/http/act.server.ts";
import { identifier } from "#app/http/fields.ts";
import type { CampaignArrival, Sent } from "#app/http/page.server.ts";
import { checkRead, readForm } from "#app/http/read-form.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { planItem, takeIn } from "../items.server.ts";
import { itemFaults, itemRecord } from "../record.ts";
import { targetHere, visitHere } from "../visit-here.server.ts";

/** Plans a meeting in the programme, or takes in one that is in the calendar. */
export async function addItem(arrival: CampaignArrival & Sent) {
  const { event } = await visitHere(arrival);
  return arrival.form.get("act") === "take" ? take(arrival) : plan(arrival, event.zone);
}

const taking = z.object({ event: identifier });

function take(arrival: CampaignArrival & Sent) {
  return save(
    arrival,
    readForm(arrival.form, taking),
    (change, { event }) => takeIn(change, targetHere(arrival), event),
    () => "That event is in a programme already, or is a visit itself",
  );
}

function plan(arrival: CampaignArrival & Sent, zone: string) {
  return save(
    arrival,
    checkRead(readPlan(arrival, zone), ({ event }) =>
      event.kind === "delegation visit" ? { kind: "A visit cannot be an item of a visit" } : {},
    ),
    (change, { event, item }) => planItem(change, targetHere(arrival), event, item),
    ({ field }) => strangerError(field),
  );
}

/** The event and what the programme keeps beside it: everything that is wrong with both at once. */
function readPlan({ form, now }: CampaignArrival & Sent, zone: string) {
  const today = dateIn(now, WASHINGTON);
  const event = readEventForm(form, zone, today);
  const item = checkRead(itemRecord.read(form, today), itemFaults);
  if (event.ok && item.ok) return { ok: true as const, value: { event: event.details, item: item.value } };
  const errors = { ...(event.ok ? {} : event.errors), ...(item.ok ? {} : item.errors) };
  return { ok: false as const, errors };
}
