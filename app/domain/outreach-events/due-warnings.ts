import { briefDueOnDay, clearanceDueOnDay } from "#app/domain/time/back-planning.ts";
import { formatDayAndTime } from "#app/domain/time/format.ts";
import { twoClocks } from "#app/domain/time/two-clocks.ts";
import { daysTaken } from "./days-taken.ts";
import type { Clearer, Home, JudgedEvent } from "./judged-event.ts";
import type { Warning } from "./warnings.ts";
import { inWords } from "./words-of-several.ts";

/**
 * That the brief for an event, or its clearance, was due before `now`, counted back from the event's day; said only
 * while somebody must still agree. Source: DOMAIN.md, rule 10.
 */
export function dueWarnings(event: JudgedEvent, { homeZone }: Home, now: Date): Warning[] {
  if (event.clearers.length === 0) return [];
  const day = daysTaken(event).first;
  const brief = briefDueOnDay(day);
  const late = event.clearers
    .map((clearer) => ({ ...clearer, dueAt: clearanceDueOnDay(day, clearer.country) }))
    .filter(({ dueAt }) => dueAt <= now);
  return [
    ...(brief <= now ? [past(`The brief was due ${onBothClocks(brief, homeZone)}.`)] : []),
    ...[...Map.groupBy(late, ({ dueAt }) => dueAt.getTime()).values()].flatMap((group) =>
      clearanceWarning(group, homeZone),
    ),
  ];
}

function clearanceWarning(group: readonly (Clearer & { dueAt: Date })[], homeZone: string): Warning[] {
  const [first] = group;
  if (first === undefined) return [];
  const desks = inWords(group.map(({ desk }) => desk));
  return [past(`Clearance (${desks}) was due ${onBothClocks(first.dueAt, homeZone)}.`)];
}

function past(words: string): Warning {
  return { kind: "due in the past", words, who: [], other: null };
}

/** "Tue 10 Nov, 12:00, 18:00 in Prague". */
function onBothClocks(instant: Date, homeZone: string): string {
  return `${formatDayAndTime(instant)}, ${twoClocks(instant, homeZone).home}`;
}
