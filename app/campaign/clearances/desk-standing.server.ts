import { sql } from "kysely";
import type { Queries } from "#db/schema.ts";
import { type DeskRefusal, refuseDesks } from "./desk.ts";

/** Why the desks of a campaign cannot be left as a change would leave these of them; null where they can. */
export async function refuseDesksAsLeft(
  read: Queries,
  campaignId: string,
  deskIds: readonly string[],
): Promise<DeskRefusal | null> {
  const standing = await read
    .selectFrom("clearance_desk")
    .select("side")
    .where("campaign_id", "=", campaignId)
    .where("retired_at", "is", null)
    .execute();
  return refuseDesks({
    open: await listUnanswered(read, campaignId, deskIds),
    standing: standing.map(({ side }) => side),
  });
}

async function listUnanswered(read: Queries, campaignId: string, deskIds: readonly string[]) {
  const rows = await read
    .selectFrom("clearance_request as request")
    .innerJoin("clearance_desk as desk", "desk.id", "request.clearance_desk_id")
    .leftJoin("talking_points as paper", "paper.id", "request.subject_id")
    .leftJoin("holding_line as line", "line.id", "request.subject_id")
    .leftJoin("message_hold as hold", "hold.id", "line.message_hold_id")
    .leftJoin("key_message as message", "message.id", "hold.key_message_id")
    .select(["desk.name as desk", "desk.side as deskSide", "request.authority as side"])
    .select(["paper.title", "message.number", sql<string>`request.subject_kind`.as("kind")])
    .where("request.campaign_id", "=", campaignId)
    .where("desk.id", "in", deskIds)
    .where("request.asks", "=", "clear")
    .where("request.answered_at", "is", null)
    .orderBy("request.sent_at")
    .orderBy("request.id")
    .execute();
  return rows.map(({ title, number, kind, ...request }) => ({
    ...request,
    text:
      title === null
        ? number === null
          ? `a ${kind}`
          : `the holding line on message ${number}`
        : `“${title}”`,
  }));
}
