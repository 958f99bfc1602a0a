import type { Kysely } from "kysely";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Schema } from "#db/schema.ts";
import type { Named } from "../outreach-event-record.server.ts";

/** Who could go to an event of a campaign in Washington: its officers, then the embassy's clearers, by name. */
export function listWhoCouldGo(read: Kysely<Schema>, campaignId: string): Promise<Named[]> {
  return inPost(read, { campaign: campaignId });
}

const inPost = keptQuery((read, place: Place<"campaign">) =>
  read
    .selectFrom("campaign_role as role")
    .innerJoin("account", "account.id", "role.account_id")
    .select(["account.id", "account.name"])
    .where("role.campaign_id", "=", place("campaign"))
    .where("role.role", "in", ["officer", "embassy clearer"])
    .where("account.closed_at", "is", null)
    .orderBy((eb) => eb.case().when("role.role", "=", "officer").then(0).else(1).end())
    .orderBy("account.name")
    .orderBy("account.id"),
);
