import { listColleagues } from "#app/campaign/outreach-events/choices.server.ts";
import type { FormValues } from "#app/http/form-values.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { formatAsOf } from "#app/time/as-of.ts";
import { formatDate } from "#app/time/format.ts";
import { formatFigure } from "../../figures.ts";
import type { ProofPoint } from "../list.server.ts";
import { listSources } from "../sources.server.ts";
import type { ProofPointChoices } from "./proof-point-form.tsx";

/** What the form of a proof point offers. */
export async function readProofPointChoices(
  { database, campaign }: CampaignArrival,
  proofPoint: ProofPoint | null,
): Promise<ProofPointChoices> {
  const sources = await listSources(database.read, campaign.id);
  return {
    ownSources: (proofPoint?.sources ?? []).map(({ code, title }) => ({ code, title })),
    sources: sources.map(({ code, title }) => ({ code, title })),
    colleagues: await listColleagues(database.read, campaign.id),
  };
}

/** The proof point as its form shows it. */
export function valuesOfProofPoint(proofPoint: ProofPoint): FormValues {
  return {
    claim: [proofPoint.claim],
    figures: [proofPoint.figures.map(formatFigure).join("\n")],
    sources: proofPoint.sources.map((source) => source.code),
    asOf: [formatAsOf(proofPoint.asOf)],
    edition: [proofPoint.edition ?? ""],
    reviewBy: [proofPoint.reviewBy === null ? "" : formatDate(proofPoint.reviewBy)],
    caveat: [proofPoint.caveat],
    confidence: [proofPoint.confidence],
    disclosure: [proofPoint.disclosure],
    owner: [proofPoint.ownerAccountId ?? ""],
    version: [String(proofPoint.version)],
  };
}
