import { z } from "zod";
import { optionalLine, version } from "#app/http/fields.ts";
import { afterChange, readForm, refuseByRule, refuseForm } from "#app/http/form.server.ts";
import { type CampaignArrival, notFound, type Sent } from "#app/http/page.server.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { tidyLine } from "../../library/library-text.ts";
import { readDay } from "../../message-form.server.ts";
import { checkProofPoint, deleteProofPoint, endProofPoint, resumeProofPoint } from "../acts.server.ts";
import { explainCited } from "../citations.ts";
import { proofPointHere } from "../proof-point-view.server.ts";

const schema = z.discriminatedUnion(
  "act",
  [
    z.object({
      act: z.literal("still true"),
      version,
      source: z.string().max(60).default(""),
      note: optionalLine(300),
    }),
    z.object({ act: z.enum(["retire", "take back into use", "delete"]) }),
  ],
  { error: "Choose what to do" },
);

type Arrival = CampaignArrival & Sent;
type Check = Extract<z.infer<typeof schema>, { act: "still true" }>;

/** Records that a proof point is still true, takes it out of use or back into it, or deletes one that nothing cites. */
export async function answerProofPointAct(arrival: Arrival) {
  const { form } = arrival;
  const read = readForm(form, schema);
  if (!read.ok) return refuseForm(form, read.errors);
  switch (read.value.act) {
    case "still true":
      return check(arrival, read.value);
    case "delete":
      return remove(arrival);
    case "retire":
      return moveInOrOut(arrival, endProofPoint);
    case "take back into use":
      return moveInOrOut(arrival, resumeProofPoint);
  }
}

async function moveInOrOut(arrival: Arrival, act: typeof endProofPoint) {
  const { database, author, submission, campaign } = arrival;
  const proofPoint = await proofPointHere(arrival);
  const moved = await database.change(author, submission, (change) => act(change, campaign.id, proofPoint));
  return moved.ok ? afterChange(moved) : notFound();
}

async function remove(arrival: Arrival) {
  const { form, database, author, submission, campaign } = arrival;
  const proofPoint = await proofPointHere(arrival);
  const removed = await database.change(author, submission, (change) =>
    deleteProofPoint(change, campaign.id, proofPoint),
  );
  return removed.ok ? afterChange(removed) : refuseByRule(form, explainCited(proofPoint.code, removed.by));
}

async function check(arrival: Arrival, { source: code, version: seen, note }: Check) {
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
  const result = { on: today, source, reviewBy: review.day, note: tidyLine(note) };
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
