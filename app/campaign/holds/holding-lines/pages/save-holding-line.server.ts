import { z } from "zod";
import { version } from "#app/http/fields.ts";
import { afterChange, refuseByRule, refuseForm, refuseStale } from "#app/http/form.server.ts";
import { type CampaignArrival, notFound, type Sent } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { formatDayAndTimeWithYear } from "#app/time/format.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { explainLineRefusal } from "../holding-line.ts";
import { readExpiry } from "../line-times.ts";
import { holdingLineRecord } from "../record.ts";
import { findHoldingLine, type LineVersion, saveHoldingLine } from "../store.server.ts";

const schema = z.object({
  // Empty where no line was written yet.
  seen: z
    .literal("")
    .transform(() => null)
    .or(version)
    .default(null),
});

type Acting = CampaignArrival & Sent;

/** Saves the next version of the line; somebody else's version in between is shown beside what was typed. */
export async function saveLine(arrival: Acting) {
  const { form, database, author, submission, campaign, params, now } = arrival;
  const shown = readForm(form, schema);
  const read = holdingLineRecord.read(form, dateIn(now, WASHINGTON));
  if (!shown.ok) return refuseForm(form, shown.errors);
  if (!read.ok) return refuseForm(form, read.errors);
  const { text, handling, reason, ...until } = read.value;
  const expiry = readExpiry(until);
  if (!expiry.ok) return refuseForm(form, { time: expiry.sentence });
  const { at: expiresAt, wall: wallExpires, zone } = expiry;
  const line = { text: text.trim(), handling, reason, expiresAt, wallExpires, zone };
  const target = { campaignId: campaign.id, holdId: params.hold ?? "" };
  const saved = await database.change(author, submission, (change) =>
    saveHoldingLine(change, target, line, shown.value.seen),
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
  const [newest] = line.versions;
  const at = formatDayAndTimeWithYear(newest.madeAt);
  return refuseStale(form, { by: newest.madeBy.name, at, version: line.version, theirs: typedOf(newest) });
}

/** What the form opens on; why a version was written is asked anew of each. */
export function typedOf({
  text,
  handling,
  wallExpires,
}: Pick<LineVersion, "text" | "handling" | "wallExpires">) {
  const [day, time] = wallExpires.split("T");
  return holdingLineRecord.typed({ text, handling, day, time });
}
