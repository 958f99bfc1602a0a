import { sql } from "kysely";
import { saveHoldingLine } from "#app/campaign/holds/holding-lines/store.server.ts";
import { insertRevision } from "#app/campaign/messages/revisions.server.ts";
import type { Change } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { newId } from "#db/identifier.server.ts";
import type { Act, Sender } from "./acts-by-form.ts";
import { unsent } from "./author.ts";
import { DEMO_CAMPAIGN, DEMO_NOW, type Demo } from "./demo.ts";
import { startedServer } from "./server.ts";
import { openPage, sendForm } from "./signed-in.ts";

/**
 * What the sample has nothing of, so that its pages offer every act: a hold with a line, a post that it stopped, a wording
 * that nobody cleared, an objective set aside, and stances of persons. The addresses where these acts stand.
 */
export async function giveOpenMatters(
  { database }: Demo,
  officer: string,
  clearer: string,
): Promise<string[]> {
  const [campaign, now] = [DEMO_CAMPAIGN, DEMO_NOW];
  const by = (accountId: string) => ({ accountId, channel: "web", now }) as const;
  const left = await database.change(by(officer), unsent, async (change) => {
    const messages = await idsOf(change, "key_message", campaign);
    const events = await idsOf(change, "outreach_event", campaign);
    const hold = await placeHoldWithLine(change, campaign, messages.at(-1) ?? "", events.at(-1) ?? "");
    const text = {
      title: "Another title",
      statement: "Said anew.",
      talkingPoint: "Said.",
      avoid: "",
      note: "",
    };
    await insertRevision(change, messages.at(-2) ?? "", text, "Sharper");
    await change.update("campaign", campaign, { is_person_stance_allowed: 1 }, null);
    const body = "Senate Foreign Relations";
    await change.insert("body_meant_whole", { id: newId(), campaign_id: campaign, body });
    const pages = [`/holds/${hold}`, `/holds/${hold}/line`, `/events/${events.at(-1)}/stopped-post`];
    const [person = ""] = await peopleWithStance(change, campaign);
    pages.push(`/contacts/${person}/stance`, `/log/new?contact=${person}`);
    return {
      ok: true,
      pages: [...pages, `/messages/${messages.length - 1}/clear`, "/objectives", "/events/both-sides"],
    };
  });
  const retired = await database.change(by(clearer), { ...unsent, campaignId: campaign }, async (change) => {
    const id = (await idsOf(change, "objective", campaign)).at(-1) ?? "";
    await change.update("objective", id, { retired_at: now.toISOString() }, null);
    const summary = "Set the objective aside";
    change.describe({
      recordKind: "objective",
      recordId: id,
      action: "retired",
      summary,
      location: `/c/${campaign}`,
    });
    return { ok: true };
  });
  if (!left.ok || left.replayed || !retired.ok) throw new Error("Nothing was left open");
  return [...left.pages, `?done=${retired.changeId}`].map((page) => `/c/${campaign}${page}`);
}

async function idsOf({ read }: Change, table: string, campaign: string): Promise<string[]> {
  const found = await sql<{ id: string }>`
    SELECT id FROM ${sql.table(table)} WHERE campaign_id = ${campaign} ORDER BY rowid`.execute(read);
  return found.rows.map(({ id }) => id);
}

async function peopleWithStance({ read }: Change, campaign: string): Promise<string[]> {
  const found = await read
    .selectFrom("contact")
    .innerJoin("audience_contact as who", "who.contact_id", "contact.id")
    .innerJoin("campaign_audience as mine", "mine.audience_id", "who.audience_id")
    .select("contact.id")
    .where("contact.is_elected_or_appointed", "=", 1)
    .where("mine.campaign_id", "=", campaign)
    .orderBy("contact.id")
    .execute();
  return found.map(({ id }) => id);
}

async function placeHoldWithLine(
  change: Change,
  campaign_id: string,
  key_message_id: string,
  outreach_event_id: string,
): Promise<string> {
  const id = newId();
  const at = change.author.now.toISOString();
  await change.insert("message_hold", {
    ...{ id, campaign_id, key_message_id, reason: "News", placed_by: change.author.accountId },
    ...{ placed_at: at, lifted_by: null, lifted_at: null },
  });
  const event = await change.read
    .selectFrom("outreach_event")
    .select("starts_at")
    .where("id", "=", outreach_event_id)
    .executeTakeFirstOrThrow();
  await change.insert("stopped_post", {
    ...{ id: newId(), message_hold_id: id, outreach_event_id },
    ...{ starts_at: event.starts_at, settled_at: null },
  });
  const expiresAt = new Date(change.author.now.getTime() + 86_400_000);
  const line = { text: "We have seen the news.", handling: "TLP:AMBER", expiresAt, reason: "" } as const;
  const when = { wallExpires: "2026-11-11T10:40", zone: "America/New_York" } as const;
  // It describes the change.
  await saveHoldingLine(change, { campaignId: campaign_id, holdId: id }, { ...line, ...when }, null);
  return id;
}

/** A second server on the same file that writes nothing: what a form would have changed is taken back at its end. */
export async function triedSender(
  database: Database,
  cookie: (address: string) => Promise<string>,
  now: Date,
) {
  let isTaken = false;
  const takenBack = async <T extends { ok: boolean }>(work: Promise<T>): Promise<T> => {
    const result = await work;
    if (!result.ok) return result;
    isTaken = true;
    throw new Error("Taken back");
  };
  const { address } = await startedServer(
    {
      ...database,
      change: (author, submission, work) =>
        database.change(author, submission, (change) =>
          author.channel === "web" ? takenBack(work(change)) : work(change),
        ),
      undoing: (author, what, work) => database.undoing(author, what, (under) => takenBack(work(under))),
    },
    { now: () => now },
  );
  const own = await cookie(address);
  const sender: Sender = {
    open: (path) => openPage(address, path, own),
    send(action, entries) {
      isTaken = false;
      return sendForm(address, action, own, entries);
    },
    isTaken: () => isTaken,
  };
  return sender;
}

/** Every row of the file, but for those that tell that somebody asked. */
export async function everyRow({ read }: Database): Promise<string[]> {
  const names = await sql<{ name: string }>`
    SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'
      AND name NOT IN ('session', 'known_device', 'kept_form', 'hold_sighting', 'clearance_reading')`.execute(
    read,
  );
  const rows: string[] = [];
  for (const { name } of names.rows) {
    const found = await sql<Record<string, unknown>>`SELECT * FROM ${sql.table(name)}`.execute(read);
    for (const row of found.rows) rows.push(`${name} ${JSON.stringify(row)}`);
  }
  return rows;
}

/** A campaign that has all that a new one needs is offered no list to hide: it is sent as the page would send it. */
export const HIDDEN_STEPS: Act = {
  ...{ name: "/c/:campaign/first-steps", action: `/c/${DEMO_CAMPAIGN}/first-steps`, controls: [] },
  entries: [["hidden", "yes"]],
};

/** The new Congress offers its acts only where its list was read again: they are sent as its page would send them. */
export async function handOnActs({ read }: Database, campaign: string): Promise<Act[]> {
  const promises = read
    .selectFrom("follow_up")
    .select(["contact_id", sql<string>`'follow-up:' || id`.as("matter")])
    .where("contact_id", "is not", null)
    .where("done_at", "is", null)
    .where("campaign_id", "=", campaign);
  const events = read
    .selectFrom("outreach_event_participant as who")
    .innerJoin("outreach_event as event", "event.id", "who.outreach_event_id")
    .select(["contact_id", sql<string>`'event:' || event.id`.as("matter")])
    .where("event.result", "=", "planned")
    .where("event.campaign_id", "=", campaign);
  const audiences = read
    .selectFrom("audience_contact as who")
    .innerJoin("campaign_audience as mine", "mine.audience_id", "who.audience_id")
    .innerJoin("campaign_contact as known", "known.contact_id", "who.contact_id")
    .select(["who.contact_id", sql<string>`'audience:' || who.audience_id`.as("matter")])
    .where("known.campaign_id", "=", campaign)
    .where("mine.campaign_id", "=", campaign);
  const path = "/c/:campaign/new-congress";
  const action = path.replace(":campaign", campaign);
  const acts: Act[] = [];
  const { contact_id: to } = (await audiences.execute()).at(-1) ?? { contact_id: "" };
  for (const [at, asked] of [promises, events, audiences].entries()) {
    const found = (await asked.execute()).find(({ contact_id }) => contact_id !== to);
    const [from, matter] = [found?.contact_id ?? "", found?.matter ?? ""];
    const handOn = Object.entries({ act: "hand on", from, to, matter });
    acts.push({ name: `${path} hand on ${matter.split(":")[0]}`, action, entries: handOn, controls: [] });
    if (at > 0) continue;
    const close = Object.entries({ act: "close", from, followUp: matter.slice(10), reason: "Gone" });
    acts.push({ name: `${path} close`, action, entries: close, controls: [] });
  }
  return acts;
}

/** Whom a second campaign keeps, too, only an administrator erases: the page offers nobody else the act. */
export async function erasureAct({ read }: Database, campaign: string): Promise<Act> {
  const { contact_id } = await read
    .selectFrom("campaign_contact")
    .innerJoin("contact", "contact.id", "campaign_contact.contact_id")
    .select("contact_id")
    .where("campaign_id", "=", campaign)
    .where("contact.key", "is", null)
    .orderBy("contact_id")
    .executeTakeFirstOrThrow();
  const action = `/c/${campaign}/contacts/${contact_id}/erase`;
  return { name: "/c/:campaign/contacts/:contact/erase", action, entries: [["version", "2"]], controls: [] };
}

/** The rows that stand in one of the two alone. */
export function differing(before: readonly string[], after: readonly string[]): string[] {
  const [was, is] = [new Set(before), new Set(after)];
  return [...before.filter((row) => !is.has(row)), ...after.filter((row) => !was.has(row))];
}

/** Acts that the walk does not bring to their end: a file is asked for, a rule stands against it, or it only redraws the form. */
export const NOT_BROUGHT_TO_AN_END = [
  "/c/:campaign/calendar/import",
  "/c/:campaign/messages/files",
  "/c/:campaign/session-days/import",
  "/c/:campaign/proof-points/:code delete",
  "/c/:campaign/settings/desks/:desk ask no more",
  "/c/:campaign/reports/effectiveness/parameters",
  "/c/:campaign/events/:event/log split :id",
  "/c/:campaign/outcomes/:outcome/edit split :id",
  "/c/:campaign/contacts/congress",
  "/c/:campaign/contacts/:contact/erase",
  "/c/:campaign/log/new",
  "/c/:campaign/log/new find",
  "/c/:campaign/log/new split :id",
];

/** Fields that are not read where they name what the form does not show: the rest is saved. */
export const NOT_READ =
  /: (name of (was|part)\.:id\.:id|value of (answered|shown))$|split :id: value of|find: value of objections/;
