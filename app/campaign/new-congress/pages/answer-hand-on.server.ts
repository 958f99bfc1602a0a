import { z } from "zod";
import { findContactRow } from "#app/campaign/contacts/memberships.server.ts";
import { closeFollowUp } from "#app/campaign/follow-ups/store.server.ts";
import { identifier, line } from "#app/http/fields.ts";
import type { CampaignArrival, Sent } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { afterChange, refuseByRule, refuseForm } from "#app/http/save-form.server.ts";
import { explainHandOnRefusal, handOnsOf } from "../hand-on.ts";
import { handOn } from "../store.server.ts";

const acts = z.discriminatedUnion(
  "act",
  [
    z.object({ act: z.literal("hand on"), from: identifier, to: identifier }),
    z.object({
      act: z.literal("close"),
      from: identifier,
      followUp: identifier,
      reason: line(200, "Say why the follow-up is being closed"),
    }),
  ],
  { error: "Choose what to do" },
);

/** Hands the ticked things on, or closes a promise that cannot be kept; each one change that can be undone. */
export async function answerHandOn(arrival: CampaignArrival & Sent) {
  const { form, database, author, submission, campaign, url } = arrival;
  const read = readForm(form, acts);
  if (!read.ok) return refuseForm(form, read.errors);
  const sent = read.value;
  const location = backTo(url, sent.from);
  if (sent.act === "close") {
    const target = { campaignId: campaign.id, followUpId: sent.followUp, location };
    const whose = { campaignId: campaign.id, contactId: sent.from };
    const closed = await database.change(author, submission, async (change) =>
      (await findContactRow(change.read, whose)) === null
        ? { ok: false, reason: "not-found" }
        : closeFollowUp(change, target, sent.reason),
    );
    return closed.ok ? afterChange(closed) : refuseByRule(form, explainHandOnRefusal("no-longer-there"));
  }
  const matters = form.getAll("matter").filter((matter) => typeof matter === "string");
  const wanted = handOnsOf(matters, sent.from, sent.to === "nobody" ? null : sent.to);
  if (!wanted.ok) return refuseByRule(form, explainHandOnRefusal(wanted.reason));
  const done = await database.change(author, submission, (change) =>
    handOn(change, campaign.id, wanted.acts, location),
  );
  return done.ok ? afterChange(done) : refuseByRule(form, explainHandOnRefusal(done.reason));
}

function backTo(url: URL, contactId: string): string {
  const since = url.searchParams.get("since");
  const search = since === null ? "" : `?since=${encodeURIComponent(since.slice(0, 40))}`;
  return `${url.pathname}${search}#c-${contactId}`;
}
