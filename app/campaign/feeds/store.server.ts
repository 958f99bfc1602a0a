import { createHash, randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { Author, Change, Done, Gone } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { newId } from "#db/identifier.server.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import type { Titles } from "./feed.ts";

/** Only this digest of an address is stored: whoever reads the database cannot read a feed with it. */
function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** Whose events a feed has, how much it tells of them, and for whom it is; no campaign: the account's own events in all of them. */
export type NewFeed = { accountId: string; campaignId: string | null; titles: Titles };

/** Makes a feed and gives its token, which is stored nowhere and cannot be shown again. */
export async function makeFeed(
  change: Change,
  { accountId, campaignId, titles }: NewFeed,
  location: string,
): Promise<{ ok: true; token: string }> {
  const id = newId();
  const token = randomBytes(32).toString("base64url");
  await change.insert("calendar_feed", {
    id,
    account_id: accountId,
    campaign_id: campaignId,
    token_hash: hashOf(token),
    titles,
    made_at: change.author.now.toISOString(),
    revoked_at: null,
  });
  change.describe({
    recordKind: "calendar feed",
    recordId: id,
    action: "made",
    summary: "Created a calendar address",
    location,
  });
  return { ok: true, token };
}

/**
 * Ends a feed for good. `accountId` is whose it must be; null for an administrator, who may end anybody's. Ended twice, it
 * stays ended since the first time.
 */
export async function revokeFeed(
  change: Change,
  { feedId, accountId, location }: { feedId: string; accountId: string | null; location: string },
): Promise<Done | Gone> {
  const feed = await change.read
    .selectFrom("calendar_feed")
    .select(["account_id", "revoked_at"])
    .where("id", "=", feedId)
    .executeTakeFirst();
  if (feed === undefined || (accountId !== null && feed.account_id !== accountId))
    return { ok: false, reason: "not-found" };
  const revokedAt = feed.revoked_at ?? change.author.now.toISOString();
  await change.update("calendar_feed", feedId, { revoked_at: revokedAt }, null);
  return change.describe({
    recordKind: "calendar feed",
    recordId: feedId,
    action: "revoked",
    summary: "Revoked a calendar address",
    location,
  });
}

/**
 * Ends every feed of an account that is closed, for good, as its sessions end: no old address answers again when the account
 * is opened later. A change of its own, so that the closing itself can still be undone.
 */
export async function revokeFeedsOf(
  database: Database,
  author: Author,
  { accountId, location }: { accountId: string; location: string },
): Promise<void> {
  const open = (await listFeeds(database.read, accountId)).filter(({ revokedAt }) => revokedAt === null);
  if (open.length === 0) return;
  await database.change(author, { submission: null, campaignId: null }, async (change) => {
    const revokedAt = { revoked_at: change.author.now.toISOString() };
    for (const { id } of open) await change.update("calendar_feed", id, revokedAt, null);
    return change.describe({
      recordKind: "calendar feed",
      recordId: accountId,
      action: "revoked",
      summary: `Revoked ${open.length === 1 ? "1 calendar address" : `${open.length} calendar addresses`} when the account was closed`,
      location,
    });
  });
}

export type ListedFeed = Awaited<ReturnType<typeof listFeeds>>[number];

/** Every feed that an account has made, the newest first, those revoked too. */
export async function listFeeds(read: Queries, accountId: string) {
  const rows = await read
    .selectFrom("calendar_feed as feed")
    .leftJoin("campaign", "campaign.id", "feed.campaign_id")
    .leftJoin("campaign_role as role", (on) =>
      on.onRef("role.campaign_id", "=", "feed.campaign_id").onRef("role.account_id", "=", "feed.account_id"),
    )
    .select(["feed.id", "feed.campaign_id", "feed.titles", "feed.made_at", "feed.revoked_at"])
    .select(["campaign.name", "role.id as role_id"])
    .where("feed.account_id", "=", accountId)
    .orderBy("feed.made_at", "desc")
    .orderBy("feed.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    campaignId: row.campaign_id,
    campaignName: row.name,
    titles: row.titles,
    madeAt: row.made_at,
    revokedAt: row.revoked_at,
    /** Whether its account still belongs to its campaign. */
    isOfOwnCampaign: row.campaign_id === null || row.role_id !== null,
  }));
}

/** A feed as its address finds it. `state` names all that its content depends on, but the day. */
export type FoundFeed = {
  id: string;
  accountId: string;
  campaignId: string | null;
  titles: Titles;
  state: string;
};

/**
 * The feed at an address. "ended" where it was revoked, its account was closed, or does not belong to its campaign any more;
 * null where no feed ever had that address.
 */
export async function findFeed(read: Queries, token: string): Promise<FoundFeed | "ended" | null> {
  const [row] = await feedByHash(read, { hash: hashOf(token) });
  if (row === undefined) return null;
  const isEnded = row.revoked_at !== null || row.closed_at !== null;
  if (isEnded || (row.campaign_id !== null && row.campaigns === "[]")) return "ended";
  return {
    id: row.id,
    accountId: row.account_id,
    campaignId: row.campaign_id,
    titles: row.titles,
    state: row.campaigns,
  };
}

/** The campaigns whose events it may have, each with its name and how often its calendar has changed, as JSON. */
const campaignsOfFeed = sql<string>`(select json_group_array(json_array(campaign.id, campaign.name, stamp.stamp))
  from campaign_role role join campaign on campaign.id = role.campaign_id
  left join calendar_stamp stamp on stamp.campaign_id = campaign.id
  where role.account_id = feed.account_id and (feed.campaign_id is null or feed.campaign_id = campaign.id))`;

const feedByHash = keptQuery((read, place: Place<"hash">) =>
  read
    .selectFrom("calendar_feed as feed")
    .innerJoin("account", "account.id", "feed.account_id")
    .select(["feed.id", "feed.account_id", "feed.campaign_id", "feed.titles", "feed.revoked_at"])
    .select(["account.closed_at", campaignsOfFeed.as("campaigns")])
    .where("feed.token_hash", "=", place("hash")),
);
