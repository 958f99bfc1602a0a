import { sql } from "kysely";
import { addressOf } from "#app/http/addresses.ts";
import { DEFAULT_PARAMETERS } from "#app/method/parameters.ts";
import type { Change } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import { type Fit, type ParametersInUse, parametersInUse } from "./parameters-in-use.ts";

/** What the campaign's figures are worked out with: the newest estimate, or the defaults, and why. */
export async function findParametersInUse(read: Queries, campaignId: string): Promise<ParametersInUse> {
  const [fit] = await newestFit(read, { campaign: campaignId });
  if (fit !== undefined) return parametersInUse(fitOf(fit), fit.known ?? 0);
  const [cells] = await notesKnown(read, { campaign: campaignId });
  return parametersInUse(null, cells?.known ?? 0);
}

/** What an estimate is read from, of `effectiveness_fit as fit`. */
const FIT_COLUMNS = [
  "fit.outcome",
  "fit.fitted_at as at",
  "fit.as_of as asOf",
  "fit.notes",
  "fit.sigma",
  "fit.tau",
  "fit.half_life_days as halfLifeDays",
  "fit.sd_message as sdMessage",
  "fit.sd_audience as sdAudience",
  "fit.sd_rater as sdRater",
] as const;

const newestFit = keptQuery((read, place: Place<"campaign">) =>
  read
    .selectFrom("effectiveness_fit as fit")
    .select(FIT_COLUMNS)
    .select(notesOf(read, place).as("known"))
    .where("fit.campaign_id", "=", place("campaign"))
    .orderBy("fit.fitted_at", "desc")
    .orderBy("fit.id", "desc")
    .limit(1),
);

const notesKnown = keptQuery(notesOf);

function notesOf(read: Queries, place: Place<"campaign">) {
  return read
    .selectFrom("observation_cell")
    .select(sql<number>`coalesce(sum(n), 0)`.as("known"))
    .where("campaign_id", "=", place("campaign"));
}

type FitRow = Omit<Awaited<ReturnType<typeof newestFit>>[number], "known">;

/** An estimate as it is stored, in the words of the domain. */
function fitOf({ outcome, at, asOf, notes, ...row }: FitRow): Fit {
  const { sigma, tau, halfLifeDays, sdMessage, sdAudience, sdRater } = row;
  const parameters = {
    ...DEFAULT_PARAMETERS,
    sigma,
    tau,
    halfLifeDays,
    sdMessage,
    sdAudience,
    sdRater,
  };
  return { outcome, at, asOf, notes, parameters };
}

/** An estimate to keep. `objective` is what the estimate reached, `state` which observations were there. */
export type FitToKeep = Fit & { objective: number | null; requestedBy: string | null; state: string };

/** Keeps an estimate; what the campaign's figures are worked out with follows from then on. */
export async function keepFit(change: Change, campaignId: string, fit: FitToKeep): Promise<{ ok: true }> {
  const id = newId();
  const { parameters } = fit;
  await change.insert("effectiveness_fit", {
    id,
    campaign_id: campaignId,
    fitted_at: fit.at,
    as_of: fit.asOf,
    notes: fit.notes,
    outcome: fit.outcome,
    sigma: parameters.sigma,
    tau: parameters.tau,
    half_life_days: parameters.halfLifeDays,
    sd_message: parameters.sdMessage,
    sd_audience: parameters.sdAudience,
    sd_rater: parameters.sdRater,
    objective: fit.objective,
    asked: fit.requestedBy === null ? "nightly" : "on request",
    requested_by: fit.requestedBy,
    observations_state: fit.state,
  });
  return change.describe({
    recordKind: "parameters",
    recordId: id,
    action: "estimated",
    summary: SUMMARIES[fit.outcome],
    location: addressOf.parameters(campaignId),
  });
}

const SUMMARIES = {
  estimated: "Estimated the settings behind the figures",
  "too few notes": "Used the usual settings: too few ratings to estimate from",
  "not found": "Used the usual settings: no estimate could be made",
} as const;

/** An estimate of the past: who asked for it (null: the night), and the change that undoes it may name. */
export type EarlierFit = Fit & { id: string; askedBy: { id: string; name: string } | null; changeId: string };

/** The estimates of a campaign, the newest first, at most `limit`. */
export async function listFits(read: Queries, campaignId: string, limit: number): Promise<EarlierFit[]> {
  const rows = await read
    .selectFrom("effectiveness_fit as fit")
    .innerJoin("change", (join) =>
      join
        .onRef("change.record_id", "=", "fit.id")
        .on("change.record_kind", "=", "parameters")
        .on("change.action", "=", "estimated"),
    )
    .leftJoin("account", "account.id", "fit.requested_by")
    .select(FIT_COLUMNS)
    .select(["fit.id", "fit.requested_by", "account.name", "change.id as change_id"])
    .where("fit.campaign_id", "=", campaignId)
    .orderBy("fit.fitted_at", "desc")
    .orderBy("fit.id", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    ...fitOf(row),
    id: row.id,
    askedBy: row.requested_by === null ? null : { id: row.requested_by, name: row.name ?? "" },
    changeId: row.change_id,
  }));
}
