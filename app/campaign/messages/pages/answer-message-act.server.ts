import { z } from "zod";
import { version } from "#app/http/fields.ts";
import { afterChange, readForm, refuseByRule, refuseForm } from "#app/http/form.server.ts";
import { type CampaignArrival, notFound, type Sent } from "#app/http/page.server.ts";
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
  const { form, database, author, submission, campaign } = arrival;
  const read = readForm(form, schema);
  if (!read.ok) return refuseForm(form, read.errors);
  const message = await messageHere(arrival);
  const acted = await database.change(author, submission, (change) =>
    actOnMessage(change, campaign.id, message, read.value.act, read.value.version),
  );
  if (acted.ok) return afterChange(acted);
  if (acted.reason === "not-found") notFound();
  return refuseByRule(
    form,
    "Somebody changed the message since this page was shown. Read it again, then decide",
  );
}
