import { addDays } from "#app/time/calendar-date.ts";
import { type CalendarDate, type TimeOfDay, WASHINGTON, wallAt } from "#app/time/wall-time.ts";
import { type Habit, remarksOf, topicsOf } from "./habits.ts";
import { pastOutcome } from "./past-outcome.ts";
import { DAYS_OF_PAST, workingDayAgo } from "./sample-days.ts";
import type { SampleEvent } from "./sample-event.ts";
import { type Seeded, seeded } from "./seeded-random.ts";
import { CONTACTS } from "./who-is-who.ts";

const TIMES: readonly TimeOfDay[] = [
  "09:30",
  "10:00",
  "10:30",
  "11:00",
  "11:30",
  "13:30",
  "14:00",
  "14:30",
  "15:00",
  "15:30",
  "16:00",
];
const ASKS = remarksOf("ask");
const REASONS_NOT_HELD = remarksOf("reason not held");
const LENGTHS = [30, 30, 45, 45, 60];
const SHARE_WITH_TWO_MESSAGES = 0.7;
const SHARE_CANCELLED = 0.04;
const SHARE_NOT_HELD = 0.03;
const CHANCE_OF_NO_SHOW = 0.12;

/** The events of one audience up to its last meeting, oldest first; the same for the same day and audience. */
export function pastEvents(habit: Habit, today: CalendarDate): SampleEvent[] {
  const random = seeded(`visit ${habit.campaign} ${habit.audience} ${today}`);
  const days = meetingDays(habit, today, random);
  const start = random.next();
  return days.map((day, index) => pastEvent(habit, { day, index, today, start }, random));
}

/** A meeting of the past: its number among those of its audience, and where the even spreading begins, 0 to 1. */
type When = { day: CalendarDate; index: number; today: CalendarDate; start: number };

/**
 * Whether what becomes of this share of the meetings becomes of this one: spread evenly over them, so that
 * every day's sample has about as many receptions.
 */
function isAmong(share: number, { index, start }: When): boolean {
  return Math.floor(start + (index + 1) * share) > Math.floor(start + index * share);
}

function meetingDays(habit: Habit, today: CalendarDate, random: Seeded): CalendarDate[] {
  const step = (DAYS_OF_PAST - habit.lastDaysAgo) / (habit.meetings - 1);
  const days = Array.from({ length: habit.meetings }, (_, index) => {
    const isLast = index === habit.meetings - 1;
    const later = isLast ? 0 : random.next() * step * 0.7;
    return workingDayAgo(today, Math.round(DAYS_OF_PAST - index * step - later));
  });
  return [...new Set(days)].sort();
}

function pastEvent(habit: Habit, when: When, random: Seeded): SampleEvent {
  const messages = plannedMessages(habit, when, random);
  const planned: Planned = {
    key: `${habit.campaign}/${habit.audience}/${when.index + 1}`,
    campaign: habit.campaign,
    title: titleOf(habit, messages, random),
    kind: random.pick(habit.kinds),
    audiences: [habit.audience],
    messages,
    owner: habit.owner,
    officers: [habit.owner],
    wallStart: wallAt(when.day, TIMES[(when.index * 3 + random.between(0, 1)) % TIMES.length] ?? "09:30"),
    minutes: random.pick(LENGTHS),
    zone: WASHINGTON,
    isAllDay: false,
    place: habit.place,
    isPlaceConfirmed: true,
    groundRule: habit.groundRule,
    ask: random.chance(0.4) ? random.pick(ASKS) : "",
    plannedOn: addDays(when.day, -random.between(6, 21)),
  };
  return { ...planned, ...whatBecameOfIt(habit, planned, when, random) };
}

function titleOf(habit: Habit, messages: readonly number[], random: Seeded): string {
  return `${habit.calledInTitles}: ${random.pick(topicsOf(habit.campaign, messages[0] ?? 1))}`;
}

function plannedMessages(habit: Habit, when: When, random: Seeded): number[] {
  const lead = habit.leads[when.index % habit.leads.length] ?? 1;
  const others = Object.keys(habit.levels)
    .map(Number)
    .filter((message) => message !== lead);
  const hasSecond = isAmong(SHARE_WITH_TWO_MESSAGES, when) && others.length > 0;
  const second = hasSecond ? [random.pick(others)] : [];
  return [lead, ...second];
}

type Planned = Omit<SampleEvent, keyof Fate>;

type Fate = Pick<SampleEvent, "schedule" | "result" | "reason" | "participants" | "outcome">;

function whatBecameOfIt(
  habit: Habit,
  planned: { messages: readonly number[]; ask: string },
  when: When,
  random: Seeded,
): Fate {
  const people = peopleOf(habit, random);
  const isLast = when.index === habit.meetings - 1;
  if (!isLast && isAmong(SHARE_CANCELLED, when)) return cancelled(people);
  if (!isLast && isAmong(SHARE_NOT_HELD, when)) return notHeld(people, random);
  const participants = people.map((contact, index) => {
    const attendance = index > 0 && random.chance(CHANCE_OF_NO_SHOW) ? "no-show" : "attended";
    return { contact, reply: "accepted", attendance } as const;
  });
  const present = participants.flatMap(({ contact, attendance }) =>
    attendance === "attended" ? [contact] : [],
  );
  const outcome = pastOutcome(habit, { ...planned, ...when, present }, random);
  return { schedule: "confirmed", result: "held", reason: "", participants, outcome };
}

function cancelled(people: readonly string[]): Fate {
  const participants = people.map(
    (contact) => ({ contact, reply: "declined", attendance: "not recorded" }) as const,
  );
  const reason = "Moved to later in the year.";
  return { schedule: "cancelled", result: "planned", reason, participants, outcome: null };
}

function notHeld(people: readonly string[], random: Seeded): Fate {
  const participants = people.map(
    (contact) => ({ contact, reply: "accepted", attendance: "not recorded" }) as const,
  );
  const reason = random.pick(REASONS_NOT_HELD);
  return { schedule: "confirmed", result: "not held", reason, participants, outcome: null };
}

/** Whoever speaks comes first; those who only open doors may come along. */
function peopleOf(habit: Habit, random: Seeded): string[] {
  const known = CONTACTS.filter(({ audiences }) => audiences.includes(habit.audience));
  const first = random.pick(known.filter(({ role }) => role !== "opens doors"));
  const others = known.filter((contact) => contact !== first);
  const from = random.between(0, others.length - 1);
  const company = Array.from(
    { length: random.between(0, 2) },
    (_, index) => others[(from + index) % others.length],
  );
  return [first, ...new Set(company)].flatMap((contact) => (contact ? [contact.key] : []));
}
