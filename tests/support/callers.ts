import { sql } from "kysely";
import { isAllowed, type Role } from "#app/http/permission.ts";
import { type BuiltRoute, builtRoutes } from "./built-routes.ts";
import { DEMO_CAMPAIGN, DEMO_NOW, emailOf, type Person, startedDemo } from "./demo.ts";
import { recordsByName, withRecords } from "./every-page.ts";
import type { RawAnswer } from "./raw-http.ts";
import { builtPages } from "./server.ts";
import { cookieOf, openPage, sendForm } from "./signed-in.ts";

export const PEOPLE: readonly Person[] = ["reader", "officer", "clearer", "ministry", "administrator"];

/** officer@ and reader@ belong to the first two campaigns only. */
const OTHER_CAMPAIGN = "joint-cyber-defence";

const ROLE_OF: Record<Person, Role> = {
  reader: "reader",
  officer: "officer",
  clearer: "embassy clearer",
  ministry: "ministry clearer",
  administrator: "reader",
  ambassador: "embassy clearer",
  defence: "ministry clearer",
  nato: "ministry clearer",
  eu: "ministry clearer",
  deputy: "ministry clearer",
};

export type Callers = {
  routes: BuiltRoute[];
  /** A path of the route, with records of the sample's first campaign. */
  ownPath(route: BuiltRoute): string;
  /** The same in a campaign of others, or with its records under the first campaign. */
  othersPath(route: BuiltRoute, under: "their campaign" | "our campaign"): string;
  open(person: Person | null, path: string): Promise<RawAnswer>;
  send(person: Person | null, path: string): Promise<RawAnswer>;
};

/** The built product with the sample campaigns, and its people signed in. */
export async function startedCallers(): Promise<Callers> {
  const build = await builtPages();
  const { address, database } = await startedDemo();
  const cookies = new Map<Person | null, string>();
  for (const person of PEOPLE) {
    const account = await database.read
      .selectFrom("account")
      .select("id")
      .where("email", "=", emailOf(person))
      .executeTakeFirstOrThrow();
    cookies.set(person, await cookieOf(database, address, account.id, DEMO_NOW));
  }
  const names = await recordsByName(database.read, DEMO_CAMPAIGN);
  const theirs = { ...(await recordsByName(database.read, OTHER_CAMPAIGN)), audience: await theirAudience() };

  /** Campaigns share audiences: one that only the other campaign addresses. */
  async function theirAudience(): Promise<string> {
    const found = await sql<{ id: string }>`
      SELECT audience_id AS id FROM campaign_audience WHERE campaign_id = ${OTHER_CAMPAIGN} AND audience_id
      NOT IN (SELECT audience_id FROM campaign_audience WHERE campaign_id = ${DEMO_CAMPAIGN})`.execute(
      database.read,
    );
    return found.rows[0]?.id ?? "none";
  }

  return {
    routes: builtRoutes(build),
    ownPath: (route) => withRecords(route.path, names),
    othersPath: (route, under) =>
      withRecords(route.path, under === "their campaign" ? theirs : { ...theirs, campaign: DEMO_CAMPAIGN }),
    open: (person, path) => openPage(address, path, cookies.get(person) ?? null),
    send: (person, path) => sendForm(address, path, cookies.get(person) ?? null, { title: "typed" }),
  };
}

/** Whether what a route asks for is granted to one of the sample's people. */
export function mayCall(person: Person, access: BuiltRoute["loader"]): boolean {
  if (access === null || access === "none") return false;
  if (access === "anybody" || access === "signed in") return true;
  return access === "administrator" ? person === "administrator" : isAllowed(ROLE_OF[person], access);
}

/** The ways in which what a route loads can be asked for. */
export function waysToRead(route: BuiltRoute, path: string): string[] {
  return route.isPage ? [path, `${path}?_data=${encodeURIComponent(route.id)}`] : [path];
}

/** The ways in which a form can be sent to a route. */
export function waysToSend(route: BuiltRoute, path: string): string[] {
  return waysToRead(route, path);
}

/** Whether an answer, in any of these ways, leads to the sign-in page and to nothing else. */
export function leadsToSignIn({ status, headers }: RawAnswer): boolean {
  return status === 302 && String(headers.location).startsWith("/sign-in?to=");
}
