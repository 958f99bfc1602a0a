import { z } from "zod";
import { save } from "#app/http/act.server.ts";
import { optionalLine } from "#app/http/fields.ts";
import type { CampaignArrival, Sent } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { abandonWish, takeUpWish } from "../store.server.ts";
import { explainWishRefusal } from "../wish.ts";
import { wishHere, wishTarget } from "./wish-view.server.ts";

const schema = z.object({
  act: z.enum(["drop", "put-back"], { error: "Choose what is to be done" }),
  reason: optionalLine(300),
});

/** Drops a wish with its reason, or puts it back among those to place. */
export async function wishAct(arrival: CampaignArrival & Sent) {
  const target = wishTarget(arrival, await wishHere(arrival));
  return save(
    arrival,
    readForm(arrival.form, schema),
    (change, { act, reason }) =>
      act === "drop" ? abandonWish(change, target, reason) : takeUpWish(change, target),
    ({ reason }) => {
      const said = explainWishRefusal(reason);
      return reason === "no-reason-given" ? { reason: said } : `${said}.`;
    },
  );
}
