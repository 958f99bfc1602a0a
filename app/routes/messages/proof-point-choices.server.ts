import { formatAsOf } from "#app/domain/messages/as-of.ts";
import { formatFigure } from "#app/domain/messages/figures.ts";
import { formatDate } from "#app/domain/time/format.ts";
import type { FormValues } from "#app/http/form-values.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { listColleagues } from "#db/queries/outreach-event-choices.server.ts";
import type { ProofPoint } from "#db/queries/proof-point-list.server.ts";
import { listSources } from "#db/queries/sources.server.ts";
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
