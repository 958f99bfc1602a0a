import { z } from "zod";
import { identifier, line, optionalLine, version } from "#app/http/fields.ts";
import { afterChange, refuseForm, refuseStale } from "#app/http/form.server.ts";
import { type CampaignArrival, notFound, type Sent } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { staleRecord } from "#app/http/stale-record.server.ts";
import { isCalendarDate } from "#app/time/calendar-date.ts";
import { formatDate } from "#app/time/format.ts";
import { explainDateRefusal } from "#app/time/parse-date.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { explainDueRefusal, parseDueDate } from "../due-date.ts";
import { findFollowUp } from "../lists.server.ts";
import { changeFollowUp, postponeFollowUp, tickFollowUp } from "../store.server.ts";

const acts = z.discriminatedUnion("act", [
  z.object({ act: z.literal("tick"), followUp: identifier }),
  z.object({ act: z.literal("reopen"), followUp: identifier }),
  z.object({
    act: z.literal("postpone"),
    followUp: identifier,
    dueOn: z
      .string({ error: "Enter the date like 12 Nov 2026" })
      .refine(isCalendarDate, explainDateRefusal("year-out-of-range")),
  }),
  z.object({
    act: z.literal("change"),
    followUp: identifier,
    text: line(500, "Say what was promised"),
    owner: optionalLine(128),
    by: optionalLine(60),
    version,
  }),
]);

/** Ticks, reopens, postpones or changes one promise, as the button in its row says. */
export async function answerFollowUp(arrival: CampaignArrival & Sent) {
  const { form, database, campaign, author, submission, url } = arrival;
  const read = readForm(form, acts);
  if (!read.ok) return refuseForm(form, read.errors);
  const sent = read.value;
  const target = { campaignId: campaign.id, followUpId: sent.followUp, location: backTo(url) };
  if (sent.act === "change") return changeOne(arrival, sent);
  const done = await database.change(author, submission, (change) =>
    sent.act === "postpone"
      ? postponeFollowUp(change, target, sent.dueOn)
      : tickFollowUp(change, target, sent.act === "tick"),
  );
  return done.ok ? afterChange(done) : notFound();
}

type ChangeSent = Extract<z.infer<typeof acts>, { act: "change" }>;

async function changeOne(arrival: CampaignArrival & Sent, sent: ChangeSent) {
  const { form, database, campaign, author, submission, now, home, url } = arrival;
  const followUp = await findFollowUp(database.read, campaign.id, sent.followUp);
  if (followUp === null) notFound();
  const eventDay = followUp.event?.day ?? null;
  const due = parseDueDate(sent.by, eventDay, dateIn(now, WASHINGTON));
  if (!due.ok) {
    const country = { country: home.homeCountry, city: home.homeCity };
    return refuseForm(form, { by: explainDueRefusal(due.reason, eventDay, country) });
  }
  const target = { campaignId: campaign.id, followUpId: sent.followUp, location: backTo(url) };
  const patch = { text: sent.text, ownerAccountId: sent.owner === "" ? null : sent.owner, dueOn: due.dueOn };
  const changed = await database.change(author, submission, (change) =>
    changeFollowUp(change, target, patch, sent.version),
  );
  if (changed.ok) return afterChange(changed);
  if (changed.reason === "not-found") return notFound();
  if (changed.reason === "not-of-this-campaign") return refuseForm(form, { owner: "Choose one of the list" });
  const theirs = { text: followUp.text, owner: followUp.owner?.id ?? "", by: formatDate(followUp.dueOn) };
  const record = { kind: "follow-up", id: followUp.id, version: followUp.version } as const;
  return refuseStale(form, await staleRecord(database, record, theirs));
}

/** The list as it was looked at, without the row that was open. */
function backTo(url: URL): string {
  const view = url.searchParams.get("view");
  return view === "mine" || view === "theirs" ? `${url.pathname}?view=${view}` : url.pathname;
}
