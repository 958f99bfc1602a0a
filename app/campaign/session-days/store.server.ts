import { endsTooMuch } from "#app/http/files/kinds.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Change } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import {
  type DaysPlan,
  isNothing,
  nameOfPlan,
  planClearing,
  planDays,
  planInWords,
  sessionsEnded,
  touchesKnown,
} from "./plan-days.ts";
import type { SessionDay, WantedDays } from "./session-day.ts";

/** What is known of both chambers from `first` to `last`, both included, by day, the House first. */
export async function listSessionDays(
  read: Queries,
  first: CalendarDate,
  last: CalendarDate,
): Promise<SessionDay[]> {
  const rows = await sessionDaysBetween(read, { first, last });
  return rows.map(({ as_of, ...day }) => ({ ...day, asOf: as_of }));
}

const sessionDaysBetween = keptQuery((read, place: Place<never, "first" | "last">) =>
  read
    .selectFrom("session_day")
    .select(["chamber", "day", "standing", "source", "as_of"])
    .where("day", ">=", place("first"))
    .where("day", "<=", place("last"))
    .orderBy("day")
    .orderBy("chamber"),
);

/** The years of the first and the last day of which anything is known; null where nothing is. */
export async function findKnownYears(read: Queries): Promise<{ first: number; last: number } | null> {
  const ends = await read
    .selectFrom("session_day")
    .select(({ fn }) => [fn.min("day").as("first"), fn.max("day").as("last")])
    .executeTakeFirst();
  if (!ends?.first || !ends.last) return null;
  return { first: Number(ends.first.slice(0, 4)), last: Number(ends.last.slice(0, 4)) };
}

/** What recording or clearing these days would do. Writes nothing. */
export async function previewSessionDays(read: Queries, wanted: WantedDays): Promise<DaysPlan> {
  const days = wanted.act === "record" ? wanted.days.map(({ day }) => day) : wanted.days;
  const [first, ...others] = days;
  if (first === undefined) return planDays([], []);
  const ends = others.reduce(
    (span, day) => ({ first: day < span.first ? day : span.first, last: day > span.last ? day : span.last }),
    { first, last: first },
  );
  const known = await listSessionDays(read, ends.first, ends.last);
  if (wanted.act === "record") return planDays(known, wanted.days);
  return planClearing(known, wanted.chamber, wanted.days);
}

/**
 * How far somebody agreed to it: `shown` names the plan that was looked at; null takes any that `touches` allows, and with
 * `mayEnd` one that takes more than a tenth of the known days of its time out of session.
 */
export type Agreement = {
  shown: string | null;
  mayTouchKnown: boolean;
  takesOlder: boolean;
  mayEnd: boolean;
};

type Taken = { ok: true; plan: DaysPlan };
type NotTaken = {
  ok: false;
  reason: "nothing-to-change" | "touches-known" | "changed-since-shown" | "ends-too-much";
};

/**
 * Records or clears days of Congress, for the whole installation. Where something else is known of a day and nobody has
 * looked at that, or what is known has changed since somebody did, nothing is written.
 */
export async function takeSessionDays(
  change: Change,
  wanted: WantedDays,
  { shown, mayTouchKnown, takesOlder, mayEnd }: Agreement,
  location: string,
): Promise<Taken | NotTaken> {
  const plan = await previewSessionDays(change.read, wanted);
  if (shown !== null && shown !== nameOfPlan(plan)) return { ok: false, reason: "changed-since-shown" };
  if (!mayTouchKnown && touchesKnown(plan)) return { ok: false, reason: "touches-known" };
  if (shown === null && !mayEnd && endsTooMuch(sessionsEnded(plan, takesOlder)))
    return { ok: false, reason: "ends-too-much" };
  if (isNothing(plan, takesOlder)) return { ok: false, reason: "nothing-to-change" };
  await insertSessionDays(change, plan.added);
  const overwritten = takesOlder ? [...plan.changed, ...plan.older] : plan.changed;
  for (const { to } of overwritten) await overwrite(change, to);
  for (const day of plan.cleared) await forget(change, day);
  change.describe({
    recordKind: "session days",
    recordId: "congress",
    action: wanted.act === "record" ? "recorded" : "cleared",
    summary: `Congress’s calendar: ${planInWords(plan, takesOlder)}`,
    location,
  });
  return { ok: true, plan };
}

/** Puts days in of which nothing is known yet. */
export function insertSessionDays(change: Change, days: readonly SessionDay[]): Promise<void> {
  const rows = days.map(({ asOf, ...day }) => ({ id: newId(), ...day, as_of: asOf }));
  return change.insertMany("session_day", rows);
}

async function overwrite(change: Change, day: SessionDay): Promise<void> {
  const { standing, source, asOf } = day;
  await change.update("session_day", await idOf(change, day), { standing, source, as_of: asOf }, null);
}

async function forget(change: Change, day: SessionDay): Promise<void> {
  await change.remove("session_day", await idOf(change, day));
}

async function idOf(change: Change, { chamber, day }: SessionDay): Promise<string> {
  const { id } = await change.read
    .selectFrom("session_day")
    .select("id")
    .where("day", "=", day)
    .where("chamber", "=", chamber)
    .executeTakeFirstOrThrow();
  return id;
}
