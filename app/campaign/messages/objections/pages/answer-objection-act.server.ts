import { z } from "zod";
import { afterChange, readForm, refuseByRule, refuseForm } from "#app/http/form.server.ts";
import { type CampaignArrival, notAllowed, notFound, type Sent } from "#app/http/page.server.ts";
import { clearingSide } from "../../clearing-side.ts";
import { clearObjectionReply, endObjection, resumeObjection } from "../acts.server.ts";
import { explainReplyClearanceRefusal } from "../clear-reply.ts";
import { objectionHere } from "./objection-view.server.ts";

const schema = z.object({
  act: z.enum(["clear", "retire", "take back into use"], { error: "Choose what to do" }),
  shownHash: z.string().max(64).default(""),
});

type Arrival = CampaignArrival & Sent;

/** Clears the reply to an objection, or takes the objection out of use or back into it. */
export async function answerObjectionAct(arrival: Arrival) {
  const read = readForm(arrival.form, schema);
  if (!read.ok) return refuseForm(arrival.form, read.errors);
  switch (read.value.act) {
    case "clear":
      return clear(arrival, read.value.shownHash);
    case "retire":
      return moveInOrOut(arrival, endObjection);
    case "take back into use":
      return moveInOrOut(arrival, resumeObjection);
  }
}

async function clear(arrival: Arrival, shownHash: string) {
  const { form, database, author, submission, campaign, params, role } = arrival;
  const authority = clearingSide(role);
  if (authority === null) notAllowed("Only a clearer of the embassy or the ministry clears a reply.");
  const { ownDraftMayBeCleared } = campaign;
  const where = { campaignId: campaign.id, code: params.code ?? "" };
  const cleared = await database.change(author, submission, (change) =>
    clearObjectionReply(change, where, { shownHash, authority, ownDraftMayBeCleared }),
  );
  if (cleared.ok) return afterChange(cleared);
  if (cleared.reason === "not-found") notFound();
  return refuseByRule(form, explainReplyClearanceRefusal(cleared.reason));
}

async function moveInOrOut(arrival: Arrival, act: typeof endObjection) {
  const { database, author, submission, campaign } = arrival;
  const objection = await objectionHere(arrival);
  const moved = await database.change(author, submission, (change) => act(change, campaign.id, objection));
  return moved.ok ? afterChange(moved) : notFound();
}
