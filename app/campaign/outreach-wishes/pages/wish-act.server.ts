import { z } from "zod";
import { optionalLine } from "#app/http/fields.ts";
import { afterChange, readForm, refuseByRule, refuseForm } from "#app/http/form.server.ts";
import { type CampaignArrival, notFound, type Sent } from "#app/http/page.server.ts";
import { abandonWish, takeUpWish } from "../store.server.ts";
import { explainWishRefusal } from "../wish.ts";
import { wishHere, wishTarget } from "./wish-view.server.ts";

const schema = z.object({
  act: z.enum(["drop", "put-back"], { error: "Choose what is to be done" }),
  reason: optionalLine(300),
});

/** Drops a wish with its reason, or puts it back among those to place. */
export async function wishAct(arrival: CampaignArrival & Sent) {
  const { form, database, author, submission } = arrival;
  const read = readForm(form, schema);
  if (!read.ok) return refuseForm(form, read.errors);
  const target = wishTarget(arrival, await wishHere(arrival));
  const { act, reason } = read.value;
  const done = await database.change(author, submission, (change) =>
    act === "drop" ? abandonWish(change, target, reason) : takeUpWish(change, target),
  );
  if (done.ok) return afterChange(done);
  if (done.reason === "not-found") notFound();
  if (done.reason === "no-reason-given") return refuseForm(form, { reason: explainWishRefusal(done.reason) });
  return refuseByRule(form, `${explainWishRefusal(done.reason)}.`);
}
