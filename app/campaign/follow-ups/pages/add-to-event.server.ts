import { z } from "zod";
import { identifier, line, optionalLine } from "#app/http/fields.ts";
import { afterChange, refuseForm } from "#app/http/form.server.ts";
import { type CampaignArrival, notFound, type Sent } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { explainDueRefusal, parseDueDate } from "../due-date.ts";
import { PROMISED_BY } from "../follow-up.ts";
import { findEventOfFollowUps } from "../lists.server.ts";
import { addFollowUp } from "../store.server.ts";

const promise = z.object({
  text: line(500, "Say what was promised"),
  promisedBy: z.enum(PROMISED_BY, { error: "Choose one of the list" }),
  owner: identifier,
  by: optionalLine(60),
});

/** Writes down a promise that was made at the event, or after it. */
export async function addToEvent(arrival: CampaignArrival & Sent) {
  const { form, database, campaign, params, author, submission, now, home, url } = arrival;
  const event = await findEventOfFollowUps(database.read, campaign.id, params.event ?? "");
  if (event === null) notFound();
  const read = readForm(form, promise);
  if (!read.ok) return refuseForm(form, read.errors);
  const { text, promisedBy, owner, by } = read.value;
  const due = parseDueDate(by, event.day, dateIn(now, WASHINGTON));
  if (!due.ok) {
    const country = { country: home.homeCountry, city: home.homeCity };
    return refuseForm(form, { by: explainDueRefusal(due.reason, event.day, country) });
  }
  const of = { campaignId: campaign.id, eventId: event.id, location: url.pathname };
  const added = await database.change(author, submission, (change) =>
    addFollowUp(change, of, { text, promisedBy, ownerAccountId: owner, dueOn: due.dueOn }),
  );
  return added.ok ? afterChange(added) : refuseForm(form, { owner: "Choose one of the list" });
}
