import type { CampaignArrival } from "#app/http/page.server.ts";
import { listWithOtherEditions } from "../figure-editions.server.ts";
import { type CitedIn, listCitations } from "./citations.server.ts";
import { listProofPointsOn } from "./list.server.ts";
import type { ProofPoint } from "./row.server.ts";

/** A proof point that is past its review date or soon will be, and where it stands. */
export type DueProofPoint = {
  proofPoint: ProofPoint;
  messages: readonly number[];
  objections: readonly string[];
  papers: number;
  /** The campaign has one of its figures in another edition too. */
  hasOtherEditions: boolean;
};

type Place = { ownerAccountId: string | null; offset: number; limit: number };

/** What is due for review by a day, the most urgent first. */
export async function readDue(
  read: CampaignArrival["database"]["read"],
  campaignId: string,
  dueBy: string,
  { ownerAccountId, ...place }: Place,
): Promise<DueProofPoint[]> {
  const view = { which: "due", dueBy, words: "", ownerAccountId } as const;
  const due = await listProofPointsOn(read, campaignId, view, place);
  const ids = due.map((proofPoint) => proofPoint.id);
  const [citations, others] = await Promise.all([listCitations(read, ids), listWithOtherEditions(read, ids)]);
  return due.map((proofPoint) => {
    const cited = (citations.get(proofPoint.id) ?? []).filter((one) => one.isRetired === 0);
    const of = (kind: CitedIn["kind"]) => cited.filter((one) => one.kind === kind);
    return {
      proofPoint,
      messages: of("key message").map(({ name }) => Number(name)),
      objections: of("objection").map(({ name }) => name),
      papers: of("talking points").length,
      hasOtherEditions: others.has(proofPoint.id),
    };
  });
}
