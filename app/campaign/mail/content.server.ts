import type { Kysely } from "kysely";
import { SYSTEM_ACCOUNT } from "#app/campaign/accounts/store.server.ts";
import type { Role } from "#app/http/permission.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Schema } from "#db/schema.ts";

/** Who a letter goes to, as the account stands when it is sent. */
export type Addressee = {
  name: string;
  email: string;
  zone: string;
  isOpen: boolean;
  wantsDigest: boolean;
  wantsMailAtOnce: boolean;
};

export async function findAddressee(read: Kysely<Schema>, accountId: string): Promise<Addressee | null> {
  const row = await read
    .selectFrom("account")
    .select(["name", "email", "zone", "closed_at", "wants_digest", "wants_mail_at_once"])
    .where("id", "=", accountId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    name: row.name,
    email: row.email,
    zone: row.zone,
    isOpen: row.closed_at === null,
    wantsDigest: row.wants_digest === 1,
    wantsMailAtOnce: row.wants_mail_at_once === 1,
  };
}

/** The campaigns that an account belongs to, with its role there, in their order. */
export async function listCampaignsOf(
  read: Kysely<Schema>,
  accountId: string,
): Promise<{ campaignId: string; campaignName: string; handling: string; role: Role }[]> {
  return read
    .selectFrom("campaign_role as mine")
    .innerJoin("campaign", "campaign.id", "mine.campaign_id")
    .select(["campaign.id as campaignId", "campaign.name as campaignName", "campaign.handling", "mine.role"])
    .where("mine.account_id", "=", accountId)
    .orderBy("campaign.position")
    .orderBy("campaign.name")
    .orderBy("campaign.id")
    .execute();
}

/** The name of who made a change; null where the product did it by itself. */
export async function findAuthorName(read: Kysely<Schema>, changeId: string | null): Promise<string | null> {
  if (changeId === null) return null;
  const row = await read
    .selectFrom("change")
    .innerJoin("account", "account.id", "change.account_id")
    .select("account.name")
    .where("change.id", "=", changeId)
    .where("account.id", "!=", SYSTEM_ACCOUNT)
    .executeTakeFirst();
  return row?.name ?? null;
}

/** The proof points cited by a paper that are past their review date on that day, by code, the longest stale first. */
export async function listStaleSources(
  read: Kysely<Schema>,
  paperId: string,
  today: string,
): Promise<{ code: string; since: string }[]> {
  const rows = await staleSources(read, { paper: paperId, today });
  return rows.flatMap(({ code, review_by }) => (review_by === null ? [] : [{ code, since: review_by }]));
}

const staleSources = keptQuery((read, place: Place<"paper" | "today">) =>
  read
    .selectFrom("talking_points_block as block")
    .innerJoin("talking_points_footnote as footnote", "footnote.talking_points_block_id", "block.id")
    .innerJoin("proof_point as point", "point.id", "footnote.proof_point_id")
    .select(["point.code", "point.review_by"])
    .distinct()
    .where("block.talking_points_id", "=", place("paper"))
    .where("point.review_by", "<", place("today"))
    .orderBy("point.review_by")
    .orderBy("point.code"),
);

/** Whether a request for clearance still waits for its answer. */
export async function isStillAsked(read: Kysely<Schema>, requestId: string): Promise<boolean> {
  const row = await read
    .selectFrom("clearance_request")
    .select("id")
    .where("id", "=", requestId)
    .where("answered_at", "is", null)
    .executeTakeFirst();
  return row !== undefined;
}
