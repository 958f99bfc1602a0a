import type { FormValues } from "#app/http/form-values.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { proofPointToChoose } from "../../message-words.ts";
import { listProofPoints } from "../../proof-points/list.server.ts";
import { listSources } from "../../proof-points/sources.server.ts";
import type { Objection } from "../list.server.ts";
import type { ObjectionChoices } from "./objection-form.tsx";

/** What the form of an objection offers; the proof points that it has come first, in their order. */
export async function readObjectionChoices(
  { database, campaign, now }: CampaignArrival,
  objection: Objection | null,
): Promise<ObjectionChoices> {
  const sources = await listSources(database.read, campaign.id);
  const proofPoints = await listProofPoints(database.read, campaign.id, { retired: false });
  const own = objection?.proofPoints ?? [];
  const first = own.flatMap((code) => proofPoints.filter((proofPoint) => proofPoint.code === code));
  const others = proofPoints.filter((proofPoint) => !own.includes(proofPoint.code));
  return {
    ownSources: sources.filter((source) => objection?.sources.includes(source.code)),
    sources: sources.map(({ code, title }) => ({ code, title })),
    proofPoints: [...first, ...others].map((proofPoint) =>
      proofPointToChoose(proofPoint, dateIn(now, WASHINGTON)),
    ),
  };
}

/** The objection as its form shows it. */
export function valuesOfObjection(objection: Objection): FormValues {
  const { name, says, who, wordsToSay, noteToSpeaker } = objection;
  const { isDifficultQuestion, proofPoints, sources, version } = objection;
  return {
    ...{ name: [name], says: [says], who: [who], proofPoints, sources },
    ...{ wordsToSay: [wordsToSay], noteToSpeaker: [noteToSpeaker] },
    difficult: isDifficultQuestion ? ["yes"] : [],
    version: [String(version)],
  };
}
