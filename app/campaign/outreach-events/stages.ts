import { capital } from "#app/text/in-words.ts";
import { formatClocks, formatDay, formatDayAndClocks } from "#app/time/format.ts";
import { type CalendarDate, dateIn, WASHINGTON, type Zone } from "#app/time/wall-time.ts";
import { type Standing, takesPlace } from "./standing.ts";

export type StageName = "Plan" | "Brief" | "Deliver" | "Log" | "Follow up";

export type Stage = {
  name: StageName;
  is: "done" | "current" | "next";
  tone: "ok" | "warn" | "bad" | "off" | null;
  words: string;
};

export type StageFacts = Standing & {
  endsAt: Date;
  isAllDay: boolean;
  plannedAt: Date;
  briefDueAt: Date;
  /** The status of its talking points in words, or null where none are begun; whether that is "cleared". */
  talkingPoints: { words: string; isCleared: boolean } | null;
  openFollowUps: number;
};

/** A meeting should be logged within this many hours of its end, by the instant. */
export const LOG_WITHIN_HOURS = 48;
export const LOG_WITHIN_MS = LOG_WITHIN_HOURS * 3_600_000;

/** When the outcome of an event should be logged: 48 hours after its end. */
export function logDueAt(endsAt: Date): Date {
  return new Date(endsAt.getTime() + LOG_WITHIN_MS);
}

/** Whatever ended by then should have been logged by `now`. */
export function endOfThoseDue(now: Date): Date {
  return new Date(now.getTime() - LOG_WITHIN_MS);
}

type Around = { now: Date; homeZone: Zone };

/** The stage at which an event stands at `now`, by the clock and by what has been done. */
export function currentStage(facts: StageFacts, now: Date): StageName {
  if (facts.outcomes > 0) return "Follow up";
  if (facts.endsAt <= now || facts.result === "held") return "Log";
  if (facts.startsAt <= now) return "Deliver";
  return facts.schedule === "confirmed" ? "Brief" : "Plan";
}

/**
 * The five stages of an event, in order: what is done, where it stands, and what each has to say, in words.
 * A cancelled or missed event stands still: nothing of it is due any more.
 */
export function stagesOf(facts: StageFacts, around: Around): Stage[] {
  const { now } = around;
  const stopped = !takesPlace(facts);
  const current = currentStage(facts, now);
  const today = dateIn(now, WASHINGTON);
  const said: Omit<Stage, "is">[] = [
    plan(facts, today),
    brief(facts, around),
    deliver(facts, around),
    log(facts, around),
    followUp(facts),
  ];
  const at = said.findIndex((stage) => stage.name === current);
  return said.map((stage, index) => {
    if (stopped && stage.name === "Log") return { ...stage, tone: null, words: "Nothing due", is: "next" };
    if (stopped && index > 2) return { ...stage, is: "next" };
    if (stopped) return { ...stage, is: index === 2 ? "current" : "done" };
    return { ...stage, is: index < at ? "done" : index === at ? "current" : "next" };
  });
}

function plan({ schedule, plannedAt }: StageFacts, today: CalendarDate): Omit<Stage, "is"> {
  if (schedule === "tentative") return { name: "Plan", tone: "off", words: "Tentative" };
  const day = formatDay(dateIn(plannedAt, WASHINGTON), today);
  return { name: "Plan", tone: "ok", words: `Done ${day}` };
}

function brief(facts: StageFacts, around: Around): Omit<Stage, "is"> {
  const { now } = around;
  const { talkingPoints, briefDueAt, startsAt } = facts;
  const points = talkingPoints?.words ?? "Not begun";
  if (talkingPoints?.isCleared) return { name: "Brief", tone: "ok", words: talkingPoints.words };
  if (startsAt <= now || !takesPlace(facts))
    return { name: "Brief", tone: "off", words: talkingPoints?.words ?? "No talking points" };
  // What was planned after its own deadline was never late.
  if (briefDueAt <= facts.plannedAt) {
    const start = facts.isAllDay ? dayInWords(startsAt, now) : shortWhen(startsAt, around);
    return { name: "Brief", tone: "warn", words: `${points}, needed by ${start}` };
  }
  const due = dayAndClocks(briefDueAt, around);
  if (briefDueAt <= now) return { name: "Brief", tone: "bad", words: `${points}, was due ${due}` };
  return { name: "Brief", tone: talkingPoints ? "warn" : null, words: `${points}, due ${due}` };
}

function deliver({ schedule, result, startsAt, isAllDay }: StageFacts, around: Around): Omit<Stage, "is"> {
  if (schedule === "cancelled") return { name: "Deliver", tone: "off", words: "Cancelled" };
  if (result === "not held") return { name: "Deliver", tone: "off", words: "Not held" };
  const when = isAllDay ? dayInWords(startsAt, around.now) : shortWhen(startsAt, around);
  if (result === "held") return { name: "Deliver", tone: "ok", words: `Held ${when}` };
  return { name: "Deliver", tone: null, words: capital(when) };
}

function log({ outcomes, endsAt, isAllDay }: StageFacts, around: Around): Omit<Stage, "is"> {
  const { now } = around;
  if (outcomes > 0)
    return { name: "Log", tone: "ok", words: outcomes === 1 ? "Logged" : `${outcomes} logged` };
  const due = logDueAt(endsAt);
  // What takes whole days ends with a day, and has no hour.
  const day = isAllDay ? dayInWords(new Date(due.getTime() - 1), now) : dayAndClocks(due, around);
  if (due <= now) return { name: "Log", tone: "bad", words: `Not logged, was due ${day}` };
  return { name: "Log", tone: endsAt <= now ? "warn" : null, words: `Due ${day}` };
}

function followUp({ openFollowUps }: StageFacts): Omit<Stage, "is"> {
  if (openFollowUps === 0) return { name: "Follow up", tone: null, words: "Nothing open" };
  return { name: "Follow up", tone: "warn", words: `${openFollowUps} open` };
}

function dayInWords(instant: Date, now: Date): string {
  const [day, today] = [dateIn(instant, WASHINGTON), dateIn(now, WASHINGTON)];
  return day === today ? "today" : formatDay(day, today);
}

function dayAndClocks(instant: Date, { now, homeZone }: Around): string {
  return formatDayAndClocks(instant, homeZone, dateIn(now, WASHINGTON));
}

function shortWhen(instant: Date, around: Around): string {
  const today = dateIn(around.now, WASHINGTON);
  const isToday = dateIn(instant, WASHINGTON) === today;
  return isToday ? `today, ${formatClocks(instant, around.homeZone, today)}` : dayAndClocks(instant, around);
}
