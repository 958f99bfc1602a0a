import type { ServerBuild } from "@remix-run/node";
import { CompiledQuery, type Kysely } from "kysely";
import type { Schema } from "#db/schema.ts";

/** Pages that nobody reaches who has signed in, or that only lead on. */
const LEFT_OUT = [
  "/sign-in",
  "/sign-out",
  "/set-up/:link",
  "/undo",
  "/c/:campaign/undo",
  "/c/:campaign/*",
  "/log",
];

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
    .map((path) => withRecords(path, names))
    .filter((path, index, all) => all.indexOf(path) === index)
    .sort();
}

export const PEOPLE = ["ministry", "clearer", "officer", "administrator"] as const;

/** Somebody who may open the page: an outcome is changed by who logged it, desks by the embassy, the rest by the ministry too. */
export function whoOpens(path: string): "ministry" | "clearer" | "officer" | "administrator" {
  if (path.startsWith("/admin")) return "administrator";
  if (path.includes("/settings/desks")) return "clearer";
  return path.includes("/outcomes/") ? "officer" : "ministry";
}

/** A path of a route with a record in the place of each parameter; one for "list/name/page" goes before the others. */
export function withRecords(path: string, names: Readonly<Record<string, string>>): string {
  return path.replace(
    /(\w[\w-]*)\/:(\w+)(?=(\/[\w-]+)?)/g,
    (_, list: string, name: string, page: string | undefined) => {
      const key = `${list}/${name}`;
      return `${list}/${names[`${key}${page ?? ""}`] ?? names[key] ?? names[name] ?? `no-${name}`}`;
    },
  );
}

/** The path of a route with the names of its parameters in it. */
export function fullPath(build: ServerBuild, id: string): string {
  const parts: string[] = [];
  for (let route = build.routes[id]; route !== undefined; route = build.routes[route.parentId ?? ""]) {
    if (route.path) parts.unshift(route.path);
  }
  return `/${parts.join("/")}`;
}

/** For each parameter of a route, a record of the campaign; where two lists use one name, under "list/name", and for one page of it under "list/name/page". */
export async function recordsByName(read: Kysely<Schema>, campaign: string): Promise<Record<string, string>> {
  const id = async (sql: string) => {
    const { rows } = await read.executeQuery<{ id: string | number }>(CompiledQuery.raw(sql, [campaign]));
    return String(rows[0]?.id ?? "none");
  };
  const repeated = await id(
    "SELECT id FROM outreach_event WHERE campaign_id = ? AND wall_start <> series_slot",
  );
  return {
    campaign,
    number: "2",
    "proof-points/code": await id("SELECT code AS id FROM proof_point WHERE campaign_id = ?"),
    "objections/code": await id("SELECT code AS id FROM objection WHERE campaign_id = ?"),
    paper: await id("SELECT id FROM talking_points WHERE campaign_id = ?"),
    outcome: await id(
      "SELECT o.id FROM outcome o JOIN account a ON a.id = o.officer_account_id WHERE o.campaign_id = ? AND a.email LIKE 'officer@%'",
    ),
    framing: await id(
      "SELECT f.id FROM framing f JOIN key_message m ON m.id = f.key_message_id WHERE m.campaign_id = ? AND m.number = 2",
    ),
    desk: await id("SELECT id FROM clearance_desk WHERE campaign_id = ?"),
    hold: await id("SELECT id FROM message_hold WHERE campaign_id = ?"),
    wish: await id("SELECT id FROM outreach_wish WHERE campaign_id = ?"),
    instruction: await id("SELECT id FROM instruction WHERE campaign_id = ?"),
    feedback: await id("SELECT id FROM feedback WHERE campaign_id = ?"),
    objective: await id("SELECT id FROM objective WHERE campaign_id = ?"),
    review: await id("SELECT id FROM review WHERE campaign_id = ?"),
    letter: await id("SELECT id FROM correspondence WHERE campaign_id = ?"),
    event: await id("SELECT outreach_event_id AS id FROM outcome WHERE campaign_id = ?"),
    "events/event/series": repeated,
    "events/event/move": repeated,
    visit: await id("SELECT id FROM outreach_event WHERE campaign_id = ? AND kind = 'delegation visit'"),
    item: await id(
      "SELECT i.id FROM visit_item i JOIN outreach_event v ON v.id = i.visit_event_id WHERE v.campaign_id = ?",
    ),
    member: await id(
      "SELECT m.id FROM visit_member m JOIN outreach_event v ON v.id = m.outreach_event_id WHERE v.campaign_id = ?",
    ),
    deadline: await id(
      "SELECT d.id FROM visit_deadline d JOIN outreach_event v ON v.id = d.outreach_event_id WHERE v.campaign_id = ?",
    ),
    audience: await id("SELECT audience_id AS id FROM campaign_audience WHERE campaign_id = ?"),
    // Somebody elected or appointed, of whom alone a stance may be read.
    contact: await id(
      "SELECT c.id FROM campaign_contact k JOIN contact c ON c.id = k.contact_id WHERE k.campaign_id = ? ORDER BY c.is_elected_or_appointed DESC, c.name",
    ),
    // Somebody of no public list.
    "contacts/contact/erase": await id(
      "SELECT c.id FROM campaign_contact k JOIN contact c ON c.id = k.contact_id WHERE k.campaign_id = ? AND c.key IS NULL ORDER BY c.name",
    ),
    organisation: await id("SELECT id FROM organisation WHERE ? <> ''"),
    account: await id(
      "SELECT account_id AS id FROM campaign_role WHERE campaign_id = ? AND role = 'officer'",
    ),
    "campaigns/campaign": campaign,
  };
}
