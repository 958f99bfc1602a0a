import { laterBy, type Zone } from "#app/time/wall-time.ts";
import type { NewRow } from "#db/change.server.ts";
import { seededRandom } from "./seeded-random.ts";

type Tables =
  | "account"
  | "campaign"
  | "campaign_role"
  | "organisation"
  | "audience"
  | "contact"
  | "audience_contact"
  | "key_message"
  | "event_series"
  | "outreach_event"
  | "outreach_event_officer"
  | "outreach_event_participant"
  | "outreach_event_audience"
  | "outreach_event_message"
  | "visit_item"
  | "outcome"
  | "reception";

/** The rows of one calendar, table by table, in the order in which they can be put in. */
export type RandomCalendar = { [Table in Tables]: NewRow<Table>[] };

export const ZONES = ["America/New_York", "Europe/Prague", "Europe/Brussels", "America/Chicago"] as const;
const PLACES = ["Dirksen 419", "dirksen, 419", "Pentagon", "Rayburn 2170", "", "Zoom"];
const KINDS = ["briefing", "briefing", "office call", "phone call", "internal", "op-ed", "letter or e-mail"];
const QUARTER = 15 * 60_000;
const DAY = 86_400_000;

/**
 * A calendar as it might be: two campaigns, four officers, people and audiences who share offices, and some twenty events
 * within two months of a random day of 2026 or 2027, all day, other zones, series, visits and logs among them. Every id begins
 * with the calendar's number.
 */
export function randomCalendar(number: number): RandomCalendar {
  const random = seededRandom(number);
  const dice = (sides: number) => Math.floor(random() * sides);
  const pick = <T>(from: readonly T[]): T => {
    const one = from[dice(from.length)];
    if (one === undefined) throw new Error("Nothing to pick from.");
    return one;
  };
  const some = <T>(from: readonly T[], chance: number): T[] => from.filter(() => random() < chance);
  const named = (what: string, count: number) =>
    Array.from({ length: count }, (_, at) => `${number}-${what}${at}`);

  const officers = named("officer", 4);
  const campaigns = named("campaign", 2);
  const rows: RandomCalendar = {
    account: officers.map((id) => ({
      id,
      name: id,
      email: `${id}@demarche.example`,
      zone: ZONES[0],
      password_hash: null,
      closed_at: null,
    })),
    campaign: campaigns.map((id) => ({
      id,
      name: id,
      status: "in progress",
      starts_on: "2026-01-01",
      ends_on: "2027-12-31",
      clash_days: pick([0, 1, 7, 14, 30]),
      travel_minutes: pick([0, 15, 30, 60, 240]),
    })),
    campaign_role: campaigns.flatMap((campaign_id, at) =>
      officers
        .filter((_, officer) => at === 0 || officer === 3)
        .map((account_id) => ({
          id: `${account_id}-${at}`,
          campaign_id,
          account_id,
          role: "officer" as const,
        })),
    ),
    ...whoIsWho(number, { pick, some, dice }),
    key_message: campaigns.flatMap((campaign_id, at) =>
      [1, 2].map((message) => ({ id: `${number}-message${at}${message}`, campaign_id, number: message })),
    ),
    event_series: campaigns.map((campaign_id) => ({
      id: `series of ${campaign_id}`,
      campaign_id,
      title: "A series",
      rule: "FREQ=DAILY",
      wall_start: "2026-01-01T00:00",
      wall_end: "2026-01-01T00:00",
      zone: ZONES[0],
    })),
    outreach_event: [],
    outreach_event_officer: [],
    outreach_event_participant: [],
    outreach_event_audience: [],
    outreach_event_message: [],
    visit_item: [],
    outcome: [],
    reception: [],
  };
  const around = Date.UTC(2026, 2, 1) + dice(600) * DAY;
  for (const id of named("event", 16)) {
    const campaign_id = pick(campaigns);
    const isAllDay = dice(6) === 0;
    const zone = pick(ZONES);
    const startsAt = onTheEdge(rows, { dice, pick }) ?? around + dice(12) * DAY + dice(96) * QUARTER;
    const [from, until] = isAllDay
      ? wholeDays(startsAt, 1 + dice(3), zone)
      : [startsAt, startsAt + (dice(8) === 0 ? 96 + dice(96) : 1 + dice(10)) * QUARTER];
    rows.outreach_event.push({
      id,
      campaign_id,
      title: `Title of ${id}`,
      kind: pick(KINDS),
      wall_start: "2026-01-01T00:00",
      wall_end: "2026-01-01T00:00",
      zone,
      starts_at: new Date(from).toISOString(),
      ends_at: new Date(until).toISOString(),
      day: "2026-01-01",
      is_all_day: isAllDay ? 1 : 0,
      place: pick(PLACES),
      schedule: dice(8) === 0 ? "cancelled" : "confirmed",
      result: pick(["planned", "planned", "planned", "held", "not held"] as const),
      ground_rule: "background",
      handling: "TLP:AMBER",
      owner_account_id: dice(3) === 0 ? null : pick(officers),
      planned_at: "2026-01-01T00:00:00.000Z",
      event_series_id: null,
      series_slot: null,
    });
    people(rows, id, { some, pick, dice, officers });
    messages(rows, id, campaign_id, { some, dice, officers });
  }
  const [visit, ...items] = rows.outreach_event;
  for (const item of some(items, 0.15)) {
    if (visit !== undefined)
      rows.visit_item.push({ id: `item-${item.id}`, visit_event_id: visit.id, outreach_event_id: item.id });
  }
  for (const [at, event] of some(rows.outreach_event, 0.4).entries()) {
    event.event_series_id = `series of ${event.campaign_id}`;
    event.series_slot = laterBy("2026-01-01T00:00", at * 60_000);
  }
  return rows;
}

/** Now and then a start where one rule ends: on another event's end, the way or the days of a setting away from it. */
function onTheEdge(
  { outreach_event, campaign }: RandomCalendar,
  { dice, pick }: Omit<Chance, "some">,
): number | null {
  const other = outreach_event[dice(3)];
  if (other === undefined) return null;
  const { clash_days = 14, travel_minutes = 30 } = pick(campaign);
  const [starts, ends] = [Date.parse(other.starts_at), Date.parse(other.ends_at)];
  switch (dice(8)) {
    case 0:
      return ends;
    case 1:
      return ends + travel_minutes * 60_000;
    case 2:
      return starts + pick([-1, 1]) * (clash_days + dice(2)) * DAY;
    case 3:
      return starts + pick([-1, 1]) * (90 + dice(2)) * DAY;
    default:
      return null;
  }
}

type Chance = {
  pick: <T>(from: readonly T[]) => T;
  some: <T>(from: readonly T[], chance: number) => T[];
  dice: (sides: number) => number;
};

function whoIsWho(number: number, { pick, some, dice }: Chance) {
  const organisation = (["committee", "committee", "chamber", "executive agency"] as const).map(
    (kind, at) => ({
      id: `${number}-org${at}`,
      name: `${number} Organisation ${at}`,
      kind,
      chamber: ["house", "senate", "senate", null][at] ?? null,
    }),
  );
  const audience = Array.from({ length: 6 }, (_, at) => {
    const of = [organisation[0], organisation[1], organisation[3], undefined][dice(4)];
    const side = of?.kind === "committee" ? pick(["majority", "minority", null] as const) : null;
    const kind =
      of === undefined ? pick(["member office", "press", "think tank"]) : "congressional committee";
    const fitting = of?.kind === "executive agency" ? "executive agency" : kind;
    return {
      id: `${number}-audience${at}`,
      kind: fitting,
      name: `${number} Audience ${at}`,
      organisation_id: of?.id ?? null,
      side,
    };
  });
  const contact = Array.from({ length: 8 }, (_, at) => ({
    id: `${number}-contact${at}`,
    name: `${number} Contact ${at}`,
    sort_name: `${number} Contact ${at}`,
    organisation_id: pick([...organisation.map(({ id }) => id), null, null]),
    office: pick(["SD-1", "sd-1 ", "SD-2", ""]),
    purpose: "engagement plan" as const,
    source: "met",
  }));
  const audience_contact = contact.flatMap(({ id }) =>
    some(audience, 0.25).map((of) => ({ id: `${of.id}-${id}`, audience_id: of.id, contact_id: id })),
  );
  return { organisation, audience, contact, audience_contact };
}

function people(
  rows: RandomCalendar,
  event: string,
  { some, pick, dice, officers }: Chance & { officers: string[] },
): void {
  const link = { outreach_event_id: event };
  for (const account_id of some(officers, 0.3))
    rows.outreach_event_officer.push({ id: `${event} ${account_id}`, ...link, account_id });
  for (const { id } of some(rows.contact, 0.2))
    rows.outreach_event_participant.push({
      id: `${event} ${id}`,
      ...link,
      contact_id: id,
      reply: pick(["needs-action", "accepted", "tentative", "declined", "delegated"]),
      attendance: dice(5) === 0 ? "no-show" : "not recorded",
    });
  for (const { id } of some(rows.audience, 0.15))
    rows.outreach_event_audience.push({ id: `${event} ${id}`, ...link, audience_id: id });
}

function messages(
  rows: RandomCalendar,
  event: string,
  campaign: string,
  { some, dice, officers }: Omit<Chance, "pick"> & { officers: string[] },
): void {
  const own = rows.key_message.filter(({ campaign_id }) => campaign_id === campaign);
  for (const [position, { id }] of some(own, 0.6).entries())
    rows.outreach_event_message.push({
      id: `${event} ${id}`,
      outreach_event_id: event,
      key_message_id: id,
      position,
    });
  const [audience] = rows.audience;
  if (dice(3) > 0 || audience === undefined) return;
  const outcome = `${event} outcome`;
  rows.outcome.push({
    id: outcome,
    campaign_id: campaign,
    outreach_event_id: event,
    officer_account_id: officers[0] ?? "",
    ground_rule: "background",
    handling: "TLP:AMBER",
    logged_at: "2026-01-01T00:00:00.000Z",
  });
  for (const { id } of some(own, 0.6))
    rows.reception.push({
      id: `${outcome} ${id}`,
      outcome_id: outcome,
      key_message_id: id,
      audience_id: audience.id,
      scope: "room",
      score: dice(3) === 0 ? null : dice(5) - 2,
      wording: "as written",
    });
}

/** Midnights on the clock of the zone, found quarter by quarter. */
function wholeDays(near: number, days: number, zone: Zone): [number, number] {
  const clock = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, timeStyle: "short", hourCycle: "h23" });
  const midnights: number[] = [];
  for (let at = near; midnights.length <= days; at += QUARTER)
    if (clock.format(at) === "00:00") midnights.push(at);
  return [midnights[0] ?? near, midnights[days] ?? near];
}
