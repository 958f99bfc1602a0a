import type { ServerBuild } from "@remix-run/node";
import type { Kysely } from "kysely";
import type { Schema } from "#db/schema.ts";

/** Pages that nobody reaches who has signed in, or that only lead on. */
const LEFT_OUT = ["/sign-in", "/sign-out", "/set-up/:link", "/undo", "/c/:campaign/undo", "/log"];

/** The path of every page of the build, with one record of the campaign for each name in it. */
export async function everyPage(
  build: ServerBuild,
  read: Kysely<Schema>,
  campaign: string,
): Promise<string[]> {
  const names = await recordsByName(read, campaign);
  return Object.values(build.routes)
    .filter((route) => route !== undefined && "default" in route.module)
    .map((route) => fullPath(build, route?.id ?? ""))
    .filter((path) => !LEFT_OUT.includes(path))
    .map((path) => path.replace(/:(\w+)/g, (_, name: string) => names[name] ?? `no-${name}`))
    .filter((path, index, all) => all.indexOf(path) === index)
    .sort();
}

function fullPath(build: ServerBuild, id: string): string {
  const parts: string[] = [];
  for (let route = build.routes[id]; route !== undefined; route = build.routes[route.parentId ?? ""]) {
    if (route.path) parts.unshift(route.path);
  }
  return `/${parts.join("/")}`;
}

/** For each parameter of a route, a record of the campaign that has much on its page. */
async function recordsByName(read: Kysely<Schema>, campaign: string): Promise<Record<string, string>> {
  const idOf = async (rows: Promise<{ id: string } | undefined>) => (await rows)?.id ?? "none";
  const first = (
    table: "key_message" | "talking_points" | "outcome" | "follow_up" | "proof_point" | "objection",
  ) =>
    idOf(read.selectFrom(table).select("id").where("campaign_id", "=", campaign).limit(1).executeTakeFirst());
  const event = read
    .selectFrom("outcome")
    .select("outreach_event_id as id")
    .where("campaign_id", "=", campaign)
    .limit(1)
    .executeTakeFirst();
  const audience = read
    .selectFrom("campaign_audience")
    .select("audience_id as id")
    .where("campaign_id", "=", campaign)
    .limit(1)
    .executeTakeFirst();
  const contact = read
    .selectFrom("campaign_contact")
    .select("contact_id as id")
    .where("campaign_id", "=", campaign)
    .limit(1)
    .executeTakeFirst();
  return {
    campaign,
    message: await first("key_message"),
    paper: await first("talking_points"),
    outcome: await first("outcome"),
    followUp: await first("follow_up"),
    proofPoint: await first("proof_point"),
    objection: await first("objection"),
    event: await idOf(event),
    audience: await idOf(audience),
    contact: await idOf(contact),
    account: await idOf(
      read.selectFrom("account").select("id").where("email", "like", "officer@%").executeTakeFirst(),
    ),
    organisation: await idOf(read.selectFrom("organisation").select("id").limit(1).executeTakeFirst()),
  };
}
