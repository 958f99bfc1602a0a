import { z } from "zod";
import { save } from "#app/http/act.server.ts";
import { version } from "#app/http/fields.ts";
import type { CampaignArrival, Sent } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { actOnMessage } from "../acts.server.ts";
import { messageHere } from "../message-view.server.ts";

const schema = z.object({
  act: z.enum(["send for review", "take back from review", "retire", "take back into use"], {
    error: "Choose what to do",
  }),
  version,
});

/** Sends the message for review, retires it, or takes either back. */
export async function answerMessageAct(arrival: CampaignArrival & Sent) {
  const message = await messageHere(arrival);
  return save(
    arrival,
    readForm(arrival.form, schema),
    (change, { act, version: seen }) => actOnMessage(change, arrival.campaign.id, message, act, seen),
    () => "Somebody changed the message since this page was shown. Read it again, then decide",
  );
}
