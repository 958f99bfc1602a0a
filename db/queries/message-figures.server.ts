import type { Kysely } from "kysely";
import type { ReceptionCell } from "#app/domain/messages/reception-average.ts";
import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Schema } from "#db/schema.ts";

/** How one audience has taken one message so far. */
export type AudienceReception = ReceptionCell & {
  messageId: string;
  audienceId: string;
  audienceName: string;
};

/** The receptions of a campaign's messages (or of one), summed for each audience, the newest first. */
export async function listReceptions(
  read: Kysely<Schema>,
  campaignId: string,
  messageId: string | null = null,
): Promise<AudienceReception[]> {
  return messageId === null
    ? receptionsOfCampaign(read, { campaign: campaignId })
    : receptionsOfMessage(read, { campaign: campaignId, message: messageId });
}

const receptionsOfCampaign = keptQuery((read, place: Place<"campaign">) =>
  receptions(read, place("campaign")),
);

const receptionsOfMessage = keptQuery((read, place: Place<"campaign" | "message">) =>
  receptions(read, place("campaign")).where("cell.key_message_id", "=", place("message")),
);

function receptions(read: Kysely<Schema>, campaignId: string) {
  return read
    .selectFrom("observation_cell as cell")
    .innerJoin("audience", "audience.id", "cell.audience_id")
    .select([
      "cell.key_message_id as messageId",
      "cell.audience_id as audienceId",
      "audience.name as audienceName",
    ])
    .select(["cell.n", "cell.total", "cell.last_on as lastOn"])
    .where("cell.campaign_id", "=", campaignId)
    .orderBy("cell.last_on", "desc")
    .orderBy("audience.name");
}

export type Heard = { heard: number; answered: number };

/** How often each objection was heard, and answered. Objections that nobody raised are left out. */
export async function countHeard(
  read: Kysely<Schema>,
  objectionIds: readonly string[],
): Promise<ReadonlyMap<string, Heard>> {
  if (objectionIds.length === 0) return new Map();
  const rows = await heardOf(read, { objections: JSON.stringify(objectionIds) });
  return new Map(rows.map(({ id, heard, answered }) => [id, { heard, answered }]));
}

const heardOf = keptQuery((read, place: Place<"objections">) =>
  read
    .selectFrom("objection_heard")
    .select(["objection_id as id", "heard", "answered"])
    .where("objection_id", "in", eachIn(place("objections"))),
);

/** The papers in use that cite each of these proof points, by its id. */
export async function papersCiting(
  read: Kysely<Schema>,
  proofPointIds: readonly string[],
): Promise<ReadonlyMap<string, readonly { id: string; title: string }[]>> {
  if (proofPointIds.length === 0) return new Map();
  const rows = await papersOf(read, { proofPoints: JSON.stringify(proofPointIds) });
  return Map.groupBy(rows, (row) => row.proofPointId);
}

const papersOf = keptQuery((read, place: Place<"proofPoints">) =>
  read
    .selectFrom("talking_points_footnote as footnote")
    .innerJoin("talking_points_block as block", "block.id", "footnote.talking_points_block_id")
    .innerJoin("talking_points as paper", "paper.id", "block.talking_points_id")
    .select(["footnote.proof_point_id as proofPointId", "paper.id", "paper.title"])
    .distinct()
    .where("footnote.proof_point_id", "in", eachIn(place("proofPoints")))
    .where("paper.retired_at", "is", null)
    .orderBy("paper.changed_at", "desc"),
);
