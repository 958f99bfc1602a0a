import { listWishes } from "#app/campaign/outreach-wishes/store.server.ts";
import { listSessionDays } from "#app/campaign/session-days/store.server.ts";
import { type Handling, isAtLeastAsStrict } from "#app/text/handling.ts";
import { inWords } from "#app/text/in-words.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { dayInProse } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import { asTyped } from "../words.ts";
import type { Coming } from "./cable.ts";

const EVENTS_TOLD = 4;
const WISHES_TOLD = 2;
const DAYS_AHEAD = 35;

type About = { campaignId: string; handling: Handling; today: CalendarDate };

/** What is to come in the next weeks: the events that matter most, in their order; what waits for a date; when Congress sits last in the year. */
export async function listComing(read: Queries, about: About): Promise<Coming[]> {
  const { today } = about;
  const until = addDays(today, DAYS_AHEAD);
  const [events, wishes, lastDays] = await Promise.all([
    eventsToCome(read, about, until),
    wishesToCome(read, about, until),
    lastSessionDays(read, today),
  ]);
  return [...events, ...wishes, ...lastDays];
}

/** The outreach that is planned after today and of which the cable may tell, by its start; one row for each audience. */
export async function listPlanned(
  read: Queries,
  { campaignId, handling, today }: About,
  until: CalendarDate,
) {
  const rows = await planned(read, { campaign: campaignId, today, until });
  return rows.filter((event) => isAtLeastAsStrict(handling, event.handling));
}

async function eventsToCome(read: Queries, about: About, until: CalendarDate): Promise<Coming[]> {
  const { today } = about;
  const rows = await listPlanned(read, about, until);
  const byEvent = [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((all) => {
    const [event] = all;
    if (event === undefined) return [];
    const names = all.flatMap(({ audience }) => (audience === null ? [] : [audience]));
    const rank = rankOf(event.kind, Math.min(...all.map(({ priority }) => priority ?? 4)));
    return [{ ...event, names, rank }];
  });
  return byEvent
    .toSorted((one, other) => one.rank - other.rank || (one.day < other.day ? -1 : 1))
    .filter((one, at, all) => all.findIndex(({ names }) => names.join() === one.names.join()) === at)
    .slice(0, EVENTS_TOLD)
    .toSorted((one, other) => (one.day < other.day ? -1 : 1))
    .map(({ kind, title, names, day }) => {
      const what =
        kind === "delegation visit" || names.length === 0
          ? asTyped(title)
          : `${kind} with ${asTyped(inWords(names))}`;
      return { text: `${what}, on ${dayInProse(day, today)}`, day };
    });
}

/** A visit first, then by the priority of whom it is for. */
function rankOf(kind: string, priority: number): number {
  return kind === "delegation visit" ? 0 : priority;
}

const planned = keptQuery((read, place: Place<"campaign", "today" | "until">) =>
  read
    .selectFrom("outreach_event as event")
    .leftJoin("outreach_event_audience as link", "link.outreach_event_id", "event.id")
    .leftJoin("audience", "audience.id", "link.audience_id")
    .leftJoin("campaign_audience as mine", (on) =>
      on.onRef("mine.audience_id", "=", "audience.id").onRef("mine.campaign_id", "=", "event.campaign_id"),
    )
    .select(["event.id", "event.title", "event.kind", "event.day", "event.handling"])
    .select(["audience.id as audienceId", "audience.name as audience", "mine.priority"])
    .where("event.campaign_id", "=", place("campaign"))
    .where("event.day", ">", place("today"))
    .where("event.day", "<=", place("until"))
    .where("event.schedule", "<>", "cancelled")
    .where("event.result", "=", "planned")
    .where("event.kind", "<>", "internal")
    .orderBy("event.starts_at")
    .orderBy("event.id")
    .orderBy("audience.sort_name"),
);

async function wishesToCome(
  read: Queries,
  { campaignId, today }: About,
  until: CalendarDate,
): Promise<Coming[]> {
  const wishes = await listWishes(read, campaignId);
  return wishes
    .flatMap(({ title, bestBy: day }): Coming[] => {
      if (day === null || day < today || day > until) return [];
      const text = `still to be scheduled, ideally by ${dayInProse(day, today)}: ${asTyped(title)}`;
      return [{ text, day }];
    })
    .slice(0, WISHES_TOLD);
}

/** Of each chamber the last day of the year on which it sits, in one sentence, while that is near and days after it are known. */
async function lastSessionDays(read: Queries, today: CalendarDate): Promise<Coming[]> {
  const days = await listSessionDays(read, today, `${Number(today.slice(0, 4))}-12-31`);
  const known = (["Senate", "House"] as const).flatMap((chamber) => {
    const own = days.filter((one) => one.chamber === chamber);
    const last = own.findLast(({ standing }) => standing === "in session");
    const isKnown = own.at(-1)?.standing === "away";
    if (last === undefined || !isKnown || last.day > addDays(today, DAYS_AHEAD)) return [];
    return [{ chamber, day: last.day }];
  });
  const [first, ...others] = known.toSorted((one, other) => (one.day < other.day ? -1 : 1));
  if (first === undefined) return [];
  const also = others.map(({ chamber, day }) => `, and the ${chamber}’s is ${dayInProse(day, today)}`);
  const text = `the ${first.chamber}’s last day in session this year is ${dayInProse(first.day, today)}${also.join("")}`;
  return [{ text, day: first.day }];
}
