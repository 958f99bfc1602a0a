import { z } from "zod";
import { version } from "#app/http/fields.ts";
import type { CampaignArrival, Sent } from "#app/http/page.server.ts";
import { checkRead, readForm } from "#app/http/read-form.ts";
import { refuseForm, save } from "#app/http/save-form.server.ts";
import { checkProofPoint, deleteProofPoint, setProofPointUse } from "../acts.server.ts";
import { explainCited } from "../citations.ts";
import { proofPointHere } from "../proof-point-view.server.ts";
import type { ProofPoint } from "../row.server.ts";
import { checkRecord } from "../stale-evidence.ts";

const schema = z.discriminatedUnion(
  "act",
  [
    z.object({ act: z.literal("still true"), version }),
    z.object({ act: z.enum(["retire", "take back into use", "delete"]) }),
  ],
  { error: "Choose what to do" },
);

type Arrival = CampaignArrival & Sent;

/** Records that a proof point is still true, takes it out of use or back into it, or deletes one that nothing cites. */
export async function answerProofPointAct(arrival: Arrival) {
  const { form, campaign } = arrival;
  const read = readForm(form, schema);
  if (!read.ok) return refuseForm(form, read.errors);
  const proofPoint = await proofPointHere(arrival);
  switch (read.value.act) {
    case "still true":
      return check(arrival, proofPoint, read.value.version);
    case "delete":
      return save(
        arrival,
        read,
        (change) => deleteProofPoint(change, campaign.id, proofPoint),
        ({ by }) => explainCited(proofPoint, by),
      );
    case "retire":
    case "take back into use": {
      const use = read.value.act === "retire" ? "retired" : "in use";
      return save(
        arrival,
        read,
        (change) => setProofPointUse(change, campaign.id, proofPoint, use),
        () => "",
      );
    }
  }
}

function check(arrival: Arrival, proofPoint: ProofPoint, seen: number) {
  const { form, campaign, today } = arrival;
  const read = checkRead(checkRecord.read(form, today), ({ reviewBy }) =>
    reviewBy !== null && reviewBy <= today ? { reviewBy: "Enter a day after today" } : {},
  );
  return save(
    arrival,
    read,
    (change, typed) => checkProofPoint(change, campaign.id, proofPoint, { ...typed, on: today }, seen),
    ({ reason }) =>
      reason === "not-its-source"
        ? { source: "Choose the source you checked" }
        : "Someone has changed the proof point since you opened this page. Check what has changed, then try again",
  );
}
