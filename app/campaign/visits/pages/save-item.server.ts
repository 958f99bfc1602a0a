import { z } from "zod";
import { explainStandingRefusal } from "#app/campaign/outreach-events/refusals.ts";
import { optionalLine, version } from "#app/http/fields.ts";
import { afterChange, readForm, refuseByRule, refuseForm, refuseStale } from "#app/http/form.server.ts";
import { type CampaignArrival, notFound, type Sent } from "#app/http/page.server.ts";
import { staleRecord } from "#app/http/stale-record.server.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { editItem, removeItem } from "../items.server.ts";
import type { VisitItem, VisitRecord } from "../store.server.ts";
import { targetHere, visitHere } from "../visit-here.server.ts";
import { readItemForm } from "./item-form.server.ts";
import { valuesOfItem } from "./item-values.ts";

/** Saves an item, or takes it off the programme, as its page asks. */
export function saveItem(arrival: CampaignArrival & Sent, visit: VisitRecord, item: VisitItem) {
  return arrival.form.get("act") === "remove" ? remove(arrival, item) : edit(arrival, visit, item);
}

const seen = z.object({ version });

async function edit(arrival: CampaignArrival & Sent, visit: VisitRecord, item: VisitItem) {
  const { form, database, author, submission, now } = arrival;
  const shown = readForm(form, seen);
  if (!shown.ok) return refuseForm(form, shown.errors);
  const read = readItemForm(form, dateIn(now, WASHINGTON));
  if (!read.ok) return refuseForm(form, read.errors);
  const target = { ...targetHere(arrival), itemId: item.id };
  const edited = await database.change(author, submission, (change) =>
    editItem(change, target, read.item, shown.value.version),
  );
  if (edited.ok) return afterChange(edited);
  if (edited.reason === "not-found") notFound();
  const theirs = (await visitHere(arrival)).items.find(({ id }) => id === item.id) ?? notFound();
  const record = { kind: "outreach event", id: visit.event.id, version: theirs.version } as const;
  const words = Object.entries(valuesOfItem(theirs)).map(([name, values]) => [name, values.join(", ")]);
  return refuseStale(form, await staleRecord(database, record, Object.fromEntries(words)));
}

const removing = z.object({
  event: z.enum(["stays", "cancelled"], { error: "Say what becomes of its event" }),
  reason: optionalLine(300),
});

async function remove(arrival: CampaignArrival & Sent, item: VisitItem) {
  const { form, database, author, submission } = arrival;
  const read = readForm(form, removing);
  if (!read.ok) return refuseForm(form, read.errors);
  const { event, reason } = read.value;
  if (event === "cancelled" && reason === "")
    return refuseForm(form, { reason: explainStandingRefusal("cancellation-needs-a-reason") });
  const target = { ...targetHere(arrival), itemId: item.id };
  const removed = await database.change(author, submission, (change) =>
    removeItem(change, target, event === "cancelled" ? reason : null),
  );
  if (removed.ok) return afterChange(removed);
  return removed.reason === "not-found"
    ? notFound()
    : refuseByRule(form, explainStandingRefusal(removed.reason));
}
