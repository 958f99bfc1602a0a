import { z } from "zod";
import { save } from "#app/http/act.server.ts";
import { refuseForm } from "#app/http/form.server.ts";
import { type CampaignArrival, notAllowed, type Sent } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
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
  if (read.value.act === "clear") return clear(arrival, read.value.shownHash);
  const objection = await objectionHere(arrival);
  const move = read.value.act === "retire" ? endObjection : resumeObjection;
  return save(
    arrival,
    read,
    (change) => move(change, arrival.campaign.id, objection),
    () => "",
  );
}

function clear(arrival: Arrival, shownHash: string) {
  const { campaign, params, role } = arrival;
  const authority = clearingSide(role);
  if (authority === null) notAllowed("Only a clearer of the embassy or the ministry clears a reply.");
  const { ownDraftMayBeCleared } = campaign;
  const where = { campaignId: campaign.id, code: params.code ?? "" };
  return save(
    arrival,
    { ok: true, value: { shownHash, authority, ownDraftMayBeCleared } },
    (change, clearer) => clearObjectionReply(change, where, clearer),
    ({ reason }) => explainReplyClearanceRefusal(reason),
  );
}
