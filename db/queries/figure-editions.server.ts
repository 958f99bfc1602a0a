import type { Kysely } from "kysely";
import type { FigureInEdition } from "#app/domain/messages/editions.ts";
import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Schema } from "#db/schema.ts";

/** Every figure of the campaign that goes by the name of a figure of this proof point, its own included. */
export async function listFiguresAlike(
  read: Kysely<Schema>,
  campaignId: string,
  proofPointId: string,
): Promise<FigureInEdition[]> {
  return figuresAlike(read, { campaign: campaignId, proofPoint: proofPointId });
}

const figuresAlike = keptQuery((read, place: Place<"campaign" | "proofPoint">) =>
  read
    .selectFrom("figure_edition as own")
    .innerJoin("figure_edition as alike", (join) =>
      join.onRef("alike.campaign_id", "=", "own.campaign_id").onRef("alike.figure", "=", "own.figure"),
    )
    .innerJoin("proof_point", "proof_point.id", "alike.proof_point_id")
    .select(["alike.what", "alike.value", "alike.edition"])
    .select(["proof_point.code", "proof_point.as_of as asOf", "proof_point.review_by as reviewBy"])
    .distinct()
    .where("own.campaign_id", "=", place("campaign"))
    .where("own.proof_point_id", "=", place("proofPoint"))
    .orderBy("own.position")
    .orderBy("proof_point.as_of", "desc")
    .orderBy("alike.position"),
);

/** Of these proof points those with a figure that the campaign has in another edition or with another value too. */
export async function listWithOtherEditions(
  read: Kysely<Schema>,
  campaignId: string,
  proofPointIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (proofPointIds.length === 0) return new Set();
  const ids = JSON.stringify(proofPointIds);
  const rows = await withOtherEditions(read, { campaign: campaignId, proofPoints: ids });
  return new Set(rows.map((row) => row.id));
}

const withOtherEditions = keptQuery((read, place: Place<"campaign" | "proofPoints">) =>
  read
    .selectFrom("figure_edition as own")
    .innerJoin("figure_edition as other", (join) =>
      join.onRef("other.campaign_id", "=", "own.campaign_id").onRef("other.figure", "=", "own.figure"),
    )
    .select("own.proof_point_id as id")
    .distinct()
    .where("own.campaign_id", "=", place("campaign"))
    .where("own.proof_point_id", "in", eachIn(place("proofPoints")))
    .where((eb) =>
      eb.or([eb("other.edition", "<>", eb.ref("own.edition")), eb("other.value", "<>", eb.ref("own.value"))]),
    ),
);
