import { z } from "zod";
import { optionalLine, paragraphs, version } from "#app/http/fields.ts";
import { afterChange, readForm, refuseByRule, refuseForm, refuseStale } from "#app/http/form.server.ts";
import { type CampaignArrival, notFound, type Sent } from "#app/http/page.server.ts";
import { HANDLINGS } from "#app/text/handling.ts";
import { formatDate, formatDayAndTimeWithYear } from "#app/time/format.ts";
import { explainLineRefusal } from "../holding-line.ts";
import { readExpiry } from "../line-times.ts";
import { findHoldingLine, saveHoldingLine } from "../store.server.ts";

const schema = z.object({
  // Empty where no line was written yet.
  seen: z
    .literal("")
    .transform(() => null)
    .or(version)
    .default(null),
  text: paragraphs(2_000, "Write what is said instead"),
  handling: z.enum(HANDLINGS, { error: "Choose how it may travel" }),
  day: z.string().max(40).default(""),
  time: z.string().max(20).default(""),
  reason: optionalLine(300),
});

type Acting = CampaignArrival & Sent;

/** Saves the next version of the line; somebody else's version in between is shown beside what was typed. */
export async function saveLine(arrival: Acting) {
  const { form, database, author, submission, campaign, params, now } = arrival;
  const read = readForm(form, schema);
  if (!read.ok) return refuseForm(form, read.errors);
  const { text, handling, reason, seen } = read.value;
  const expiry = readExpiry(read.value, now);
  if (!expiry.ok) return refuseForm(form, { [expiry.field]: expiry.sentence });
  const line = {
    text: text.trim(),
    handling,
    reason,
    expiresAt: expiry.at,
    wallExpires: expiry.wall,
    zone: expiry.zone,
  };
  const target = { campaignId: campaign.id, holdId: params.hold ?? "" };
  const saved = await database.change(author, submission, (change) =>
    saveHoldingLine(change, target, line, seen),
  );
  if (saved.ok) return afterChange(saved);
  switch (saved.reason) {
    case "not-found":
      return notFound();
    case "changed-by-somebody-else":
      return refuseAsStale(arrival, target.holdId);
    case "expiry-in-the-past":
      return refuseForm(form, { day: explainLineRefusal(saved.reason) });
    default:
      return refuseByRule(form, explainLineRefusal(saved.reason));
  }
}

async function refuseAsStale({ form, database }: Acting, holdId: string) {
  const line = await findHoldingLine(database.read, holdId);
  if (line === null) return refuseByRule(form, "The holding line was taken back since this page was shown");
  const { text, handling, wallExpires, madeBy, madeAt } = line.versions[0];
  return refuseStale(form, {
    by: madeBy.name,
    at: formatDayAndTimeWithYear(madeAt),
    version: line.version,
    theirs: {
      text: [text],
      handling: [handling],
      day: [formatDate(wallExpires.slice(0, 10))],
      time: [wallExpires.slice(11)],
    },
  });
}
