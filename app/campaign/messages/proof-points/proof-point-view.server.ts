import { addressOf } from "#app/http/addresses.ts";
import { type CampaignArrival, notFound } from "#app/http/page.server.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { listFiguresAlike, listWithOtherEditions } from "../figure-editions.server.ts";
import { historyOf } from "../revisions.server.ts";
import { sideBySide } from "./citations.ts";
import { findProofPoint, listProofPointsOn } from "./list.server.ts";
import type { ProofPoint } from "./row.server.ts";
import { type CitedIn, listCitations } from "./sources.server.ts";
import { checkValues } from "./stale-evidence.ts";
import { listChecks } from "./store.server.ts";

export type ProofPointView = Awaited<ReturnType<typeof readProofPointView>>;

/** The proof point that the address names; 404 where the campaign has none. */
export async function proofPointHere({ database, campaign, params }: CampaignArrival): Promise<ProofPoint> {
  return (await findProofPoint(database.read, campaign.id, params.code ?? "")) ?? notFound();
}

export async function readProofPointView(arrival: CampaignArrival) {
  const { database, campaign, today, may, kept } = arrival;
  const { read } = database;
  const proofPoint = await proofPointHere(arrival);
  const { id } = proofPoint;
  const [figures, cited, checks, changes] = await Promise.all([
    listFiguresAlike(read, campaign.id, id),
    listCitations(read, [id]),
    listChecks(read, id),
    historyOf(arrival, "proof_point", id),
  ]);
  return {
    base: addressOf.overview(campaign.id),
    today,
    mayWrite: may("write"),
    proofPoint,
    figures: sideBySide(figures.length === 0 ? ownFigures(proofPoint) : figures),
    citedIn: cited.get(id) ?? [],
    checks,
    changes,
    checkValues: kept ?? checkValues(proofPoint, today),
  };
}

/** Those of a retired proof point stand beside no others. */
function ownFigures({ figures, code, asOf, reviewBy }: ProofPoint) {
  return figures.map((figure) => ({ ...figure, code, asOf, reviewBy }));
}

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
  dueBy: CalendarDate,
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
