import { inWords } from "#app/text/words-of-several.ts";
import { briefDueOnDay } from "#app/time/back-planning.ts";
import { twoClocks } from "#app/time/two-clocks.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { clearancesDue } from "../moving/what-hangs-on.ts";
import { daysTaken } from "./days-taken.ts";
import type { Home, JudgedEvent } from "./judged-event.ts";
import type { Warning } from "./warnings.ts";

/**
 * That the brief for an event, or its clearance, was due before `now`, counted back from the event's day; said only
 * while somebody must still agree. Source: DOMAIN.md, rule 10.
 */
export function dueWarnings(event: JudgedEvent, { homeZone }: Home, now: Date): Warning[] {
  if (event.clearers.length === 0) return [];
  const day = daysTaken(event).first;
  const brief = briefDueOnDay(day);
  const late = clearancesDue(day, event.clearers).filter(({ dueAt }) => dueAt <= now);
  return [
    ...(brief <= now ? [past(`The brief was due ${onBothClocks(brief, homeZone, now)}.`)] : []),
    ...late.map(({ dueAt, desks }) =>
      past(`Clearance (${inWords(desks)}) was due ${onBothClocks(dueAt, homeZone, now)}.`),
    ),
  ];
}

function past(words: string): Warning {
  return { kind: "due in the past", words, who: [], other: null };
}

/** "Tue 10 Nov, 12:00, 18:00 in Prague". */
function onBothClocks(instant: Date, homeZone: string, now: Date): string {
  const { washington, home } = twoClocks(instant, homeZone, dateIn(now, WASHINGTON));
  return `${washington}, ${home}`;
}
