import { beforeAll, expect, test } from "vitest";
import { insertFirstDesks } from "#app/campaign/clearances/desks.server.ts";
import { type EventKind, isEventKind } from "#app/campaign/outreach-events/kind.ts";
import { type EventDraft, listWarnings } from "#app/campaign/outreach-events/warnings/store.server.ts";
import type { Warning } from "#app/campaign/outreach-events/warnings/warnings.ts";
import { listSessionDays } from "#app/campaign/session-days/store.server.ts";
import { heldDay } from "#app/time/calendar-date.ts";
import { MONTHS } from "#app/time/format.ts";
import type { Change, NewRow } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { system, unsent } from "../../support/author.ts";
import { bruteForceWarnings, type StandingOf } from "../../support/brute-force-warnings.ts";
import { freshDatabase } from "../../support/database.ts";
import { type RandomCalendar, randomCalendar } from "../../support/random-calendar.ts";
import { seededRandom } from "../../support/seeded-random.ts";

const CALENDARS = 1_000;
const DAY = 86_400_000;
const home = { homeZone: "Europe/Prague", homeCountry: "CZ" } as const;

let database: Database;
const calendars = Array.from({ length: CALENDARS }, (_, number) => randomCalendar(number));

beforeAll(async () => {
  database = await freshDatabase();
  await database.change(system, unsent, async (change) => {
    await insertCalendars(change, calendars);
    await change.insertMany("session_day", sessionDays());
    change.describe({
      recordKind: "campaign",
      recordId: "all",
      action: "added",
      summary: "Added",
      location: "/",
    });
    return { ok: true };
  });
}, 120_000);

test("on 1,000 random calendars the warnings are those of a plain search over every row", async () => {
  const random = seededRandom(7);
  const days = await listSessionDays(database.read, "2025-01-01", "2028-12-31");
  const known = new Map(days.map((day) => [`${day.chamber} ${day.day}`, day.standing]));
  const standing: StandingOf = (chamber, day) => known.get(`${chamber} ${day}`) ?? "not known";
  const kinds = new Map<string, number>();
  for (const calendar of calendars) {
    for (const event of [...calendar.outreach_event.slice(0, 2), moved(calendar, random)]) {
      const role = calendar.campaign_role.filter(({ campaign_id }) => campaign_id === event.campaign_id);
      const accountId = role[Math.floor(random() * role.length)]?.account_id ?? "";
      const now = new Date(Date.parse(event.starts_at) + (Math.floor(random() * 20) - 15) * DAY);
      const expected = bruteForceWarnings(calendar, event, { accountId, now }, standing).map((line) =>
        line.replace(/\b20\d\d-/, ""),
      );
      const campaign = calendar.campaign.find(({ id }) => id === event.campaign_id);
      const judging = {
        accountId,
        clashDays: campaign?.clash_days ?? 14,
        travelMinutes: campaign?.travel_minutes ?? 30,
        home,
        now,
      } as const;
      const found = await listWarnings(database.read, draftOf(calendar, event), judging);
      expect(found.map(inBrief).toSorted(), `${event.id} for ${accountId}`).toEqual(expected.toSorted());
      for (const { kind } of found) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
  }
  expect([...kinds.keys()].toSorted()).toEqual([
    "chamber",
    "due in the past",
    "holiday",
    "message repeated",
    "ministry closed",
    "office visited",
    "officer busy",
    "participant busy",
  ]);
  expect(Math.min(...kinds.values())).toBeGreaterThan(50);
}, 300_000);

/** The same event as it could be planned anew, some days or hours away. */
function moved(calendar: RandomCalendar, random: () => number): NewRow<"outreach_event"> {
  const [event] = calendar.outreach_event;
  if (event === undefined) throw new Error("A calendar without events.");
  const by = Math.floor(random() * 960 - 480) * 15 * 60_000;
  const at = (instant: string) => new Date(Date.parse(instant) + by).toISOString();
  return {
    ...event,
    schedule: "tentative",
    result: "planned",
    is_all_day: 0,
    starts_at: at(event.starts_at),
    ends_at: at(event.ends_at),
  };
}

function draftOf(calendar: RandomCalendar, event: NewRow<"outreach_event">): EventDraft {
  const of = <Link extends { outreach_event_id: string }>(links: readonly Link[]) =>
    links.filter((link) => link.outreach_event_id === event.id);
  const owner = event.owner_account_id ?? null;
  const expected = of(calendar.outreach_event_participant).filter(
    ({ reply, attendance }) => reply !== "declined" && reply !== "delegated" && attendance !== "no-show",
  );
  return {
    id: event.id,
    campaignId: event.campaign_id,
    kind: kindOf(event.kind),
    startsAt: new Date(event.starts_at),
    endsAt: new Date(event.ends_at),
    zone: event.zone,
    isAllDay: event.is_all_day === 1,
    place: event.place ?? "",
    takesPlace: event.schedule !== "cancelled" && event.result !== "not held",
    officerIds: [
      ...(owner === null ? [] : [owner]),
      ...of(calendar.outreach_event_officer).map((link) => link.account_id),
    ],
    contactIds: expected.map(({ contact_id }) => contact_id),
    audienceIds: of(calendar.outreach_event_audience).map(({ audience_id }) => audience_id),
    messageIds: of(calendar.outreach_event_message).map(({ key_message_id }) => key_message_id),
    plannedAt: new Date(0),
    visitId: null,
  };
}

function kindOf(kind: string): EventKind {
  if (!isEventKind(kind)) throw new Error(kind);
  return kind;
}

/** A warning as one line that says all that it says, as the plain search says it. */
function inBrief({ kind, words, who, other }: Warning): string {
  const shown = other?.eventId ?? "another campaign";
  switch (kind) {
    case "officer busy":
    case "participant busy":
      return `${kind} | ${shown} | ${[...who].toSorted()}`;
    case "office visited":
      return `${kind} | ${shown} | ${(words.split(": also")[0] ?? "").split("; ").toSorted()}`;
    case "message repeated": {
      const [, number, names] =
        /^Message (\d+) (?:was put to|is planned with) (.+) on \w{3} \d/.exec(words) ?? [];
      return `${kind} | ${shown} | ${number} ${(names ?? "").split(/, | and /).toSorted()}`;
    }
    case "chamber": {
      const chamber = words.includes("House") ? "House" : "Senate";
      return `${kind} | ${chamber} ${words.includes("is away") ? "away" : "not known"}`;
    }
    case "holiday":
      return `${kind} | ${dateIn(words)} ${/\((\w\w)\)\.$/.exec(words)?.[1]}`;
    case "ministry closed":
      return kind;
    case "due in the past": {
      const desks = /^Clearance \((.+?)\)/.exec(words)?.[1]?.split(" and ").join(",") ?? "brief";
      return `${kind} | ${desks} ${dateIn(words)}`;
    }
  }
}

/** "Wed 11 Nov …" is "11-11". */
function dateIn(words: string): string {
  const [, day = "", name = ""] = /\b[A-Z][a-z]{2} (\d{1,2}) ([A-Z][a-z]{2})\b/.exec(words) ?? [];
  const month = MONTHS.findIndex((one) => one.startsWith(name)) + 1;
  return `${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
}

async function insertCalendars(change: Change, all: readonly RandomCalendar[]): Promise<void> {
  await change.insertMany(
    "account",
    all.flatMap((one) => one.account),
  );
  await change.insertMany(
    "campaign",
    all.flatMap((one) => one.campaign),
  );
  await change.insertMany(
    "campaign_role",
    all.flatMap((one) => one.campaign_role),
  );
  await change.insertMany(
    "organisation",
    all.flatMap((one) => one.organisation),
  );
  await change.insertMany(
    "audience",
    all.flatMap((one) => one.audience),
  );
  await change.insertMany(
    "contact",
    all.flatMap((one) => one.contact),
  );
  await change.insertMany(
    "audience_contact",
    all.flatMap((one) => one.audience_contact),
  );
  await change.insertMany(
    "key_message",
    all.flatMap((one) => one.key_message),
  );
  await change.insertMany(
    "event_series",
    all.flatMap((one) => one.event_series),
  );
  await change.insertMany(
    "outreach_event",
    all.flatMap((one) => one.outreach_event),
  );
  await change.insertMany(
    "outreach_event_officer",
    all.flatMap((one) => one.outreach_event_officer),
  );
  await change.insertMany(
    "outreach_event_participant",
    all.flatMap((one) => one.outreach_event_participant),
  );
  await change.insertMany(
    "outreach_event_audience",
    all.flatMap((one) => one.outreach_event_audience),
  );
  await change.insertMany(
    "outreach_event_message",
    all.flatMap((one) => one.outreach_event_message),
  );
  await change.insertMany(
    "visit_item",
    all.flatMap((one) => one.visit_item),
  );
  await change.insertMany(
    "outcome",
    all.flatMap((one) => one.outcome),
  );
  await change.insertMany(
    "reception",
    all.flatMap((one) => one.reception),
  );
  for (const { id } of all.flatMap((one) => one.campaign)) await insertFirstDesks(change, id);
}

/** Of each chamber and day something is known, or nothing, by chance. */
function sessionDays(): NewRow<"session_day">[] {
  const random = seededRandom(3);
  const days = Array.from({ length: 1_000 }, (_, day) =>
    heldDay(new Date(Date.UTC(2025, 10, 1) + day * DAY)),
  );
  return (["House", "Senate"] as const).flatMap((chamber) =>
    days.flatMap((day) => {
      const chance = random();
      if (chance < 0.3) return [];
      const standing = chance < 0.6 ? ("away" as const) : ("in session" as const);
      return [
        {
          id: `${chamber} ${day}`,
          chamber,
          day,
          standing,
          source: "A source",
          as_of: "2026-01-01",
        },
      ];
    }),
  );
}
