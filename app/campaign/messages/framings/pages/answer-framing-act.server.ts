import { z } from "zod";
import { NO_OTHER_CLEARER } from "#app/campaign/clearances/own-draft.ts";
import { version } from "#app/http/fields.ts";
import { type CampaignArrival, notAllowed, type Sent } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { refuseForm, save } from "#app/http/save-form.server.ts";
import { messageHere } from "../../message-view.server.ts";
import { WORDING_ACTS, type WordingAct } from "../../store.server.ts";
import { explainFramingClearanceRefusal } from "../framing.ts";
import { actOnFraming, clearNewestFraming } from "../framing-acts.server.ts";
import { framingHere } from "./framing-view.server.ts";

const schema = z.discriminatedUnion(
  "act",
  [
    z.object({ act: z.literal("clear"), shownHash: z.string().max(64).default("") }),
    z.object({ act: z.enum(WORDING_ACTS), version }),
  ],
  { error: "Choose what to do" },
);

type Arrival = CampaignArrival & Sent;

/** Clears the newest wording of a framing, sends it for review, retires it, or takes one of the last two back. */
export async function answerFramingAct(arrival: Arrival) {
  const read = readForm(arrival.form, schema);
  if (!read.ok) return refuseForm(arrival.form, read.errors);
  return read.value.act === "clear"
    ? clear(arrival, read.value.shownHash)
    : carryOut(arrival, read.value.act, read.value.version);
}

async function clear(arrival: Arrival, shownHash: string) {
  const { campaign, params, clearsFor: authority } = arrival;
  if (authority === null) notAllowed("Only an embassy or ministry clearer may clear a framing.");
  const { ownDraftMayBeCleared } = campaign;
  const where = { campaignId: campaign.id, number: params.number ?? "", framingId: params.framing ?? "" };
  return save(
    arrival,
    { ok: true, value: { shownHash, authority, ownDraftMayBeCleared } },
    (change, clearer) => clearNewestFraming(change, where, clearer),
    ({ reason }) => explainFramingClearanceRefusal(reason),
  );
}

async function carryOut(arrival: Arrival, act: WordingAct, seen: number) {
  const { campaign } = arrival;
  const message = await messageHere(arrival);
  const framing = await framingHere(arrival, message.id);
  return save(
    arrival,
    { ok: true, value: act },
    (change) => actOnFraming(change, { campaignId: campaign.id, message }, framing, act, seen),
    ({ reason }) =>
      reason === "no-other-clearer"
        ? NO_OTHER_CLEARER
        : "Someone has changed the framing since you opened this page. Check what has changed, then try again",
  );
}
