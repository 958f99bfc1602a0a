import type { Score } from "#app/method/reception-scale.ts";
import { daysBetween } from "#app/time/calendar-date.ts";
import { addWorkingDays, UNITED_STATES } from "#app/time/holidays.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { type Habit, KEPT_PROMISES, reactionsTo, remarksOf } from "./habits.ts";
import { DAYS_OF_PAST } from "./sample-days.ts";
import type { SampleFollowUp, SampleOutcome, SampleReception } from "./sample-event.ts";
import type { Seeded } from "./seeded-random.ts";
import { CONTACTS } from "./who-is-who.ts";

export type HeldEvent = {
  messages: readonly number[];
  ask: string;
  day: CalendarDate;
  today: CalendarDate;
  present: readonly string[];
};

const IMPRESSIONS = remarksOf("impression");
const ASSESSMENTS = remarksOf("assessment");
const ASK_ANSWERS = remarksOf("answer to the ask");
const SPREAD_OF_ONE_READING = 0.7;
const CHANCE_OF_NOT_RAISED = 0.08;

/** What was written down after a meeting of the past, as its audience took things at that time. */
export function pastOutcome(habit: Habit, held: HeldEvent, random: Seeded): SampleOutcome {
  const receptions = held.messages.map((message, index) =>
    reception(habit, held, { message, index }, random),
  );
  return {
    officer: habit.owner,
    loggedAfter: random.chance(0.92) ? random.between(1, 30) : random.between(50, 90),
    said: whatWasSaid(habit, held, receptions, random),
    impression: random.chance(0.25) ? random.pick(IMPRESSIONS) : "",
    assessment: random.chance(0.2) ? random.pick(ASSESSMENTS) : "",
    askAnswer: held.ask === "" ? "" : random.pick(ASK_ANSWERS),
    receptions,
    objections: objectionsHeard(habit, receptions, random),
    followUps: keptPromise(habit, held, random),
  };
}

function reception(
  habit: Habit,
  held: HeldEvent,
  { message, index }: { message: number; index: number },
  random: Seeded,
): SampleReception {
  const isRaised = index === 0 || !random.chance(CHANCE_OF_NOT_RAISED);
  const byOnePerson = held.present.length > 1 && random.chance(0.12);
  return {
    message,
    audience: habit.audience,
    contact: byOnePerson ? (held.present[0] ?? null) : null,
    scope: byOnePerson ? "contact" : "room",
    score: isRaised ? readingOf(levelAt(habit.levels[message] ?? [0], held), random) : null,
    isAsWritten: random.chance(0.7),
  };
}

/** The true level on the day of the meeting: straight lines between levels at even distances. */
function levelAt(levels: readonly number[], { day, today }: HeldEvent): number {
  const gone = 1 - Math.min(1, daysBetween(day, today) / DAYS_OF_PAST);
  const at = gone * (levels.length - 1);
  const before = levels[Math.floor(at)] ?? 0;
  const after = levels[Math.ceil(at)] ?? before;
  return before + (after - before) * (at - Math.floor(at));
}

function readingOf(level: number, random: Seeded): Score {
  const spread = (random.next() + random.next() + random.next() - 1.5) * 2 * SPREAD_OF_ONE_READING;
  const rounded = Math.round(level + spread);
  if (rounded <= -2) return -2;
  if (rounded >= 2) return 2;
  return rounded === -1 ? -1 : rounded === 1 ? 1 : 0;
}

function whatWasSaid(
  habit: Habit,
  held: HeldEvent,
  receptions: readonly SampleReception[],
  random: Seeded,
): string {
  const [lead, second] = receptions;
  const name = familyNameOf(held.present[0] ?? "");
  const sentences = [lead, second].flatMap((heard) =>
    heard && heard.score !== null
      ? [random.pick(reactionsTo(habit.campaign, habit.audience, heard.message, heard.score))]
      : [],
  );
  return `${name}: ${sentences.join(" ")}`;
}

function familyNameOf(key: string): string {
  return CONTACTS.find((contact) => contact.key === key)?.familyName ?? "They";
}

function objectionsHeard(habit: Habit, receptions: readonly SampleReception[], random: Seeded) {
  const lowest = Math.min(...receptions.map(({ score }) => score ?? 0));
  if (!random.chance(lowest < 0 ? 0.85 : 0.25)) return [];
  return [
    {
      code: random.pick(habit.objections),
      audience: habit.audience,
      contact: null,
      isAnswered: random.chance(habit.answered),
    },
  ];
}

function keptPromise(habit: Habit, held: HeldEvent, random: Seeded): SampleFollowUp[] {
  const isLongAgo = daysBetween(held.day, held.today) > 30;
  if (!random.chance(0.25) || !isLongAgo) return [];
  const dueOn = addWorkingDays(held.day, random.between(3, 8), UNITED_STATES);
  const promise = random.pick(KEPT_PROMISES);
  const contact = held.present[0] ?? null;
  return [
    {
      ...promise,
      owner: habit.owner,
      contact,
      dueOn,
      doneOn: addWorkingDays(dueOn, random.pick([-2, -1, 1]), UNITED_STATES),
    },
  ];
}
