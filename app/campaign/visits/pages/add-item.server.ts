import { z } from "zod";
import { readEventForm, strangerError } from "#app/campaign/outreach-events/event-form.server.ts";
import { identifier } from "#app/http/fields.ts";
import { afterChange, readForm, refuseByRule, refuseForm } from "#app/http/form.server.ts";
import { type CampaignArrival, notFound, type Sent } from "#app/http/page.server.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { planItem, takeIn } from "../items.server.ts";
import { targetHere, visitHere } from "../visit-here.server.ts";
import { readItemForm } from "./item-form.server.ts";

const NOTHING_SAID = { host: "", note: "", planB: "", planBNote: "", decideBy: null };

/** Plans a meeting in the programme, or takes in one that is in the calendar. */
export async function addItem(arrival: CampaignArrival & Sent) {
  const { event } = await visitHere(arrival);
  return arrival.form.get("act") === "take" ? take(arrival) : plan(arrival, event.zone);
}

const taking = z.object({ event: identifier });

async function take(arrival: CampaignArrival & Sent) {
  const { form, database, author, submission } = arrival;
  const read = readForm(form, taking);
  if (!read.ok) return refuseForm(form, read.errors);
  const taken = await database.change(author, submission, (change) =>
    takeIn(change, targetHere(arrival), read.value.event, NOTHING_SAID),
  );
  if (taken.ok) return afterChange(taken);
  if (taken.reason === "not-found") notFound();
  return refuseByRule(form, "That event is in a programme already, or is a visit itself");
}

async function plan(arrival: CampaignArrival & Sent, zone: string) {
  const { form, database, author, submission, now } = arrival;
  const today = dateIn(now, WASHINGTON);
  const event = readEventForm(form, zone, today);
  const item = readItemForm(form, today);
  if (!event.ok || !item.ok)
    return refuseForm(form, { ...(event.ok ? {} : event.errors), ...(item.ok ? {} : item.errors) });
  if (event.details.kind === "delegation visit")
    return refuseForm(form, { kind: "A visit cannot be an item of a visit" });
  const planned = await database.change(author, submission, (change) =>
    planItem(change, targetHere(arrival), event.details, item.item),
  );
  if (planned.ok) return afterChange(planned);
  return planned.reason === "not-found" ? notFound() : refuseForm(form, strangerError(planned.field));
}
