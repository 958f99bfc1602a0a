import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import type { FigureInEdition } from "./proof-points/citations.ts";

/** Every figure of the campaign that goes by the name of a figure of this proof point, its own included. */
export async function listFiguresAlike(
  read: Queries,
  campaignId: string,
  proofPointId: string,
): Promise<FigureInEdition[]> {
  return figuresAlike(read, { campaign: campaignId, proofPoint: proofPointId });
}

const figuresAlike = keptQuery((read, place: Place<"campaign" | "proofPoint">) =>
  read
    .selectFrom("figure_edition as alike")
    .innerJoin("proof_point", "proof_point.id", "alike.proof_point_id")
    .select(["alike.what", "alike.value", "alike.edition"])
    .select(["proof_point.code", "proof_point.as_of as asOf", "proof_point.review_by as reviewBy"])
    .where("alike.campaign_id", "=", place("campaign"))
    .where("alike.figure", "in", (eb) =>
      eb
        .selectFrom("figure_edition as own")
        .select("own.figure")
        .where("own.proof_point_id", "=", place("proofPoint")),
    )
    .orderBy("alike.figure")
    .orderBy("proof_point.as_of", "desc")
    .orderBy("alike.position"),
);

/** Of these proof points those with a figure that the campaign has in another edition or with another value too. */
export async function listWithOtherEditions(
  read: Queries,
  proofPointIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (proofPointIds.length === 0) return new Set();
  const rows = await withOtherEditions(read, { proofPoints: JSON.stringify(proofPointIds) });
  return new Set(rows.map((row) => row.id));
}

/** The proof points come first: then the other editions are found by the name of each figure. */
const withOtherEditions = keptQuery((read, place: Place<"proofPoints">) =>
  read
    .selectFrom("figure_edition as own")
    .select("own.proof_point_id as id")
    .distinct()
    .where("own.proof_point_id", "in", eachIn(place("proofPoints")))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("figure_edition as other")
          .select("other.figure")
          .whereRef("other.campaign_id", "=", "own.campaign_id")
          .whereRef("other.figure", "=", "own.figure")
          .where((inner) =>
            inner.or([
              inner("other.edition", "<>", inner.ref("own.edition")),
              inner("other.value", "<>", inner.ref("own.value")),
            ]),
          ),
      ),
    ),
);
