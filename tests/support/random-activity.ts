import { dayOf, wallTimeInUtc } from "#app/time/wall-time.ts";
import type { Change } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { system, unsent } from "./author.ts";
import { addNouns, type Names } from "./random-activity-nouns.ts";
import { addPapers } from "./random-activity-papers.ts";
import { type Dice, diceOf } from "./random-dice.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const KINDS = ["briefing", "briefing", "office call", "phone call", "internal", "op-ed"];
const SCORES = [-2, -1, 0, 1, 2, null] as const;

/** As of then: events, logs and clearances lie on both sides of it. */
export const NOW = new Date("2026-11-04T17:00:00.000Z");

/**
 * A campaign of that number as it might be, with its changes: events moved across days and clocks, cancelled, not held; two
 * officers' logs of one meeting, people of two audiences, messages not raised, reactions; papers sent, returned, cleared and
 * used; promises kept on the last minute of their day. Gives its id. Officers, audiences and contacts are those of every
 * other such campaign; every other id begins with the number.
 */
export async function addRandomActivity(database: Database, number: number): Promise<string> {
  const dice = diceOf(number);
  const campaign = `c${number}`;
  const named = (what: string, count: number) =>
    Array.from({ length: count }, (_, at) => `${campaign}-${what}${at}`);
  const shared = (what: string, count: number) => Array.from({ length: count }, (_, at) => `${what}${at}`);
  const names = {
    campaign,
    officers: shared("officer", 3),
    audiences: shared("audience", 4),
    messages: named("message", 3),
    contacts: shared("contact", 3),
    events: named("event", 4 + dice.dice(14)),
    papers: named("paper", 4),
  };
  await changed(database, (change) => addNouns(change, names, dice));
  await changed(database, (change) => addEvents(change, names, dice));
  await changed(database, (change) => addLogs(change, names, dice));
  await changed(database, (change) => addPapers(change, names, dice, NOW));
  await changed(database, (change) => editSome(change, names, dice));
  return campaign;
}

async function changed(database: Database, work: (change: Change) => Promise<void>): Promise<void> {
  await database.change(system, unsent, async (change) => {
    await work(change);
    const what = { recordKind: "campaign", recordId: "any", action: "filled" } as const;
    change.describe({ ...what, summary: "Filled", location: "/" });
    return { ok: true };
  });
}

/** A time within three months, often beside the change of the clocks of 1 November 2026 or at midnight in Washington. */
function times({ dice, pick, chance }: Dice) {
  const base = chance(0.3)
    ? Date.parse("2026-11-01T04:00:00.000Z")
    : NOW.getTime() - 80 * DAY + dice(110) * DAY;
  const start = base + pick([0, 1, 5, 23]) * HOUR + pick([0, 30]) * 60_000;
  const end = start + pick([15, 45, 120]) * 60_000;
  const wall = (instant: number) => wallTimeInUtc(new Date(instant - 4 * HOUR));
  return {
    wall_start: wall(start),
    wall_end: wall(end),
    starts_at: new Date(start).toISOString(),
    ends_at: new Date(end).toISOString(),
    day: dayOf(wall(start)),
  } as const;
}

async function addEvents(change: Change, names: Names, random: Dice): Promise<void> {
  const { pick, some, dice } = random;
  for (const id of names.events) {
    const at = times(random);
    const isPast = at.ends_at <= NOW.toISOString();
    await change.insert("outreach_event", {
      id,
      campaign_id: names.campaign,
      title: id,
      kind: pick(KINDS),
      zone: "America/New_York",
      ...at,
      schedule: pick(["confirmed", "confirmed", "tentative", "cancelled"]),
      result: isPast ? pick(["held", "held", "planned", "not held"]) : "planned",
      ground_rule: "background",
      handling: "TLP:AMBER",
      planned_at: new Date(Date.parse(at.starts_at) - dice(40) * DAY).toISOString(),
    });
    for (const audience_id of some(names.audiences, 0.5))
      await change.insert("outreach_event_audience", {
        id: `${id}-${audience_id}`,
        outreach_event_id: id,
        audience_id,
      });
    for (const key_message_id of some(names.messages, 0.5))
      await change.insert("outreach_event_message", {
        id: `${id}-${key_message_id}`,
        outreach_event_id: id,
        key_message_id,
        position: 0,
      });
  }
}

async function addLogs(change: Change, names: Names, random: Dice): Promise<void> {
  const { pick, some, dice, chance } = random;
  for (const event of some(names.events, 0.7))
    for (const officer of some(names.officers, 0.4)) await addLog(change, names, { event, officer }, random);
  for (let at = dice(8); at > 0; at -= 1)
    await change.insert("feedback", {
      id: `${names.campaign}-feedback${at}`,
      campaign_id: names.campaign,
      kind: pick(["written reply", "public statement"]),
      day: pick(["2026-09-01", "2026-10-31", "2026-11-03"] as const),
      key_message_id: pick(names.messages),
      audience_id: pick(names.audiences),
      contact_id: null,
      score: 1,
      words: "Said.",
      recorded_by: "system",
      recorded_at: NOW.toISOString(),
    });
  for (let at = dice(10); at > 0; at -= 1) {
    const due_on = pick(["2026-09-01", "2026-10-31", "2026-11-01", "2026-11-04", "2026-12-01"] as const);
    const isDone = chance(0.6);
    // The last minute of a day in Washington is 03:59 or 04:59 in UTC, by the season.
    const done = `${due_on.slice(0, 8)}${due_on.slice(8)}T23:00:00.000Z`;
    const later = pick([-DAY, 4 * HOUR + 59 * 60_000, 5 * HOUR + 59 * 60_000, 7 * HOUR]);
    await change.insert("follow_up", {
      id: `${names.campaign}-promise${at}`,
      campaign_id: names.campaign,
      outreach_event_id: null,
      outcome_id: null,
      text: "A paper",
      promised_by: pick(["us", "them"]),
      owner_account_id: null,
      contact_id: null,
      due_on,
      done_at: isDone ? new Date(Date.parse(done) + later).toISOString() : null,
      done_by: isDone ? "system" : null,
    });
  }
}

/** Logged before the end, at once, just within 48 hours, just after them, or late. */
const TO_LOG = [-600_000, 0, HOUR, 48 * HOUR, 48 * HOUR + 1, 49 * HOUR, 300 * HOUR];

async function addLog(
  change: Change,
  names: Names,
  of: { event: string; officer: string },
  { pick, some, chance }: Dice,
): Promise<void> {
  const ends = await change.read
    .selectFrom("outreach_event")
    .select("ends_at")
    .where("id", "=", of.event)
    .executeTakeFirstOrThrow();
  const id = `${of.event}-${of.officer}`;
  await change.insert("outcome", {
    id,
    campaign_id: names.campaign,
    outreach_event_id: of.event,
    officer_account_id: of.officer,
    ground_rule: "background",
    handling: "TLP:AMBER",
    logged_at: new Date(Date.parse(ends.ends_at) + pick(TO_LOG)).toISOString(),
  });
  for (const audience_id of some(names.audiences, 0.4))
    for (const key_message_id of some(names.messages, 0.5))
      for (const contact_id of chance(0.3) ? names.contacts : [null])
        await change.insert("reception", {
          id: `${id}-${audience_id}-${key_message_id}-${contact_id}`,
          outcome_id: id,
          key_message_id,
          audience_id,
          contact_id,
          scope: contact_id === null ? "room" : "contact",
          score: pick(SCORES),
          wording: null,
          message_revision_id: null,
        });
}

/** Events are moved, cancelled and marked, logs corrected and taken back, reactions corrected. */
async function editSome(change: Change, names: Names, random: Dice): Promise<void> {
  const { pick, some, chance } = random;
  for (const id of some(names.events, 0.25)) {
    if (chance(0.5)) await change.update("outreach_event", id, times(random), null);
    else await change.update("outreach_event", id, { result: pick(["held", "planned", "not held"]) }, null);
  }
  const ids = async (table: "reception" | "feedback" | "outcome" | "outreach_event_audience") =>
    (
      await change.read.selectFrom(table).select("id").where("id", "like", `${names.campaign}-%`).execute()
    ).map((row) => row.id);
  for (const id of some(await ids("reception"), 0.2))
    await change.update("reception", id, { score: pick(SCORES), audience_id: pick(names.audiences) }, null);
  for (const id of some(await ids("reception"), 0.1)) await change.remove("reception", id);
  for (const id of some(await ids("feedback"), 0.3))
    await change.update("feedback", id, { day: "2026-10-01", audience_id: pick(names.audiences) }, null);
  for (const id of some(await ids("feedback"), 0.1)) await change.remove("feedback", id);
  for (const id of some(await ids("outcome"), 0.1)) await change.remove("outcome", id);
  for (const id of some(await ids("outreach_event_audience"), 0.1))
    await change.remove("outreach_event_audience", id);
}
