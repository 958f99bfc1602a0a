import type { FormValues } from "#app/http/form-values.ts";
import { type CampaignArrival, notFound } from "#app/http/page.server.ts";
import type { Cut } from "#app/text/cut.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import type { RecordedChange } from "#db/history.server.ts";
import { type FigureSideBySide, sideBySide } from "../editions.ts";
import { listFiguresAlike } from "../figure-editions.server.ts";
import { historyOf } from "../record-history.server.ts";
import { checkValues } from "./check.ts";
import { listChecks, type ProofPointCheck } from "./checks.server.ts";
import { type CitedIn, listCitations } from "./citations.server.ts";
import { findProofPoint } from "./list.server.ts";
import type { ProofPoint } from "./row.server.ts";

export type ProofPointView = {
  base: string;
  today: string;
  homeZone: string;
  mayWrite: boolean;
  proofPoint: ProofPoint;
  figures: readonly FigureSideBySide[];
  citedIn: readonly CitedIn[];
  checks: Cut<ProofPointCheck>;
  changes: readonly RecordedChange[];
  checkValues: FormValues;
};

/** The proof point that the address names; 404 where the campaign has none. */
export async function proofPointHere({ database, campaign, params }: CampaignArrival): Promise<ProofPoint> {
  return (await findProofPoint(database.read, campaign.id, params.code ?? "")) ?? notFound();
}

export async function readProofPointView(arrival: CampaignArrival): Promise<ProofPointView> {
  const { database, campaign, now, home, may, kept } = arrival;
  const { read } = database;
  const proofPoint = await proofPointHere(arrival);
  const { id } = proofPoint;
  const today = dateIn(now, WASHINGTON);
  const [figures, cited, checks, changes] = await Promise.all([
    listFiguresAlike(read, campaign.id, id),
    listCitations(read, [id]),
    listChecks(read, id),
    historyOf(arrival, "proof_point", id),
  ]);
  return {
    base: `/c/${campaign.id}`,
    today,
    homeZone: home.homeZone,
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
