import { z } from "zod";
import { dateIn, WASHINGTON } from "#app/domain/time/wall-time.ts";
import { version } from "#app/http/fields.ts";
import { afterChange, readForm, refuseByRule, refuseForm } from "#app/http/form.server.ts";
import { type CampaignArrival, notFound, type Sent } from "#app/http/page.server.ts";
import { checkProofPoint, endProofPoint } from "#db/queries/proof-point-acts.server.ts";
import { readDay } from "./message-form.server.ts";
import { proofPointHere } from "./proof-point-view.server.ts";

const schema = z.object({
  act: z.enum(["still true", "retire"], { error: "Choose what to do" }),
  version,
  source: z.string().max(60).default(""),
});

type Arrival = CampaignArrival & Sent;

/** Records that a proof point is still true, or takes it out of use. */
export async function answerProofPointAct(arrival: Arrival) {
  const { form } = arrival;
  const read = readForm(form, schema);
  if (!read.ok) return refuseForm(form, read.errors);
  return read.value.act === "retire" ? retire(arrival) : check(arrival, read.value);
}

async function retire(arrival: Arrival) {
  const { database, author, submission, campaign } = arrival;
  const proofPoint = await proofPointHere(arrival);
  const retired = await database.change(author, submission, (change) =>
    endProofPoint(change, campaign.id, proofPoint),
  );
  return retired.ok ? afterChange(retired) : notFound();
}

async function check(arrival: Arrival, { source: code, version: seen }: { source: string; version: number }) {
  const { form, database, author, submission, campaign, now } = arrival;
  const proofPoint = await proofPointHere(arrival);
  const today = dateIn(now, WASHINGTON);
  const review = readDay(form, "reviewBy", today);
  const source = proofPoint.sources.find((one) => one.code === code);
  const errors = {
    ...(source ? {} : { source: "Choose the source that you looked at" }),
    ...review.errors,
    ...(review.day !== null && review.day <= today ? { reviewBy: "Enter a day after today" } : {}),
  };
  if (!source || Object.keys(errors).length > 0) return refuseForm(form, errors);
  const result = { on: today, sourceTitle: source.title, reviewBy: review.day };
  const checked = await database.change(author, submission, (change) =>
    checkProofPoint(change, campaign.id, proofPoint, result, seen),
  );
  if (checked.ok) return afterChange(checked);
  if (checked.reason === "not-found") notFound();
  return refuseByRule(
    form,
    "Somebody changed the proof point since this page was shown. Read it again, then check",
  );
}
