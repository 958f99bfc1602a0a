import { daysBetween } from "#app/time/calendar-date.ts";
import { formatDay } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { daysToLapse, STANCE_LAPSE_DAYS, type StandingStance } from "./stances/stance.ts";

/** What of an audience may be a gap; numbers of messages are those of the campaign. */
export type GapEvidence = {
  owed: { text: string; dueOn: CalendarDate } | null;
  unheardMessages: readonly number[];
  stance: StandingStance;
};

export type Gap =
  | { kind: "owed"; text: string }
  | { kind: "never heard"; messages: readonly number[] }
  | { kind: "stance"; text: string };

/**
 * The one gap worth closing first with an audience, or null: a promise of ours past its day, then messages
 * that it has never heard, then a stance that has lapsed or lapses within 45 days. Association is not
 * worded as cause. Source: DESIGN.md, "Gaps worth closing".
 */
export function firstGap({ owed, unheardMessages, stance }: GapEvidence, today: CalendarDate): Gap | null {
  if (owed !== null && owed.dueOn < today)
    return { kind: "owed", text: `Owed: ${owed.text}, ${lateness(owed.dueOn, today)}` };
  if (unheardMessages.length > 0) return { kind: "never heard", messages: unheardMessages };
  if (stance.state === "lapsed") return { kind: "stance", text: "Stance lapsed" };
  const days = daysToLapse(stance, today);
  if (stance.state !== "known" || days === null || days > STANCE_LAPSE_DAYS / 2) return null;
  return { kind: "stance", text: `Stance lapses on ${formatDay(stance.lapsesOn, today)}` };
}

function lateness(dueOn: CalendarDate, today: CalendarDate): string {
  const days = daysBetween(dueOn, today);
  return days === 1 ? "1 day late" : `${days} days late`;
}
