import { type StanceReading, stanceOn } from "#app/campaign/audiences/stances/stance.ts";
import type { ReceptionReport } from "#app/campaign/effectiveness/reception-report.ts";
import type { Figure } from "#app/method/figure.ts";
import { dateOfDay } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { JudgedReading } from "./judged-reading.ts";
import { shareRange } from "./share-range.ts";

/**
 * The reading of a message with an audience, or over all (null), from the campaign's report: the level with its likely
 * range and the number of ratings. Null where nobody has rated, or the report does not tell of the pair.
 * Source: EFFECTIVENESS.md §4 and §6.
 */
export function readingOfReception(
  report: Pick<ReceptionReport, "messages" | "rows" | "byMessage">,
  { messageId, audienceId }: { messageId: string; audienceId: string | null },
): JudgedReading | null {
  const figure = figureIn(report, messageId, audienceId);
  if (figure === undefined || figure.lastDay === null) return null;
  const { mean, lower, upper, notes, lastDay, verdict } = figure;
  const range = { lower, upper };
  const readOn = dateOfDay(lastDay);
  return { value: mean, range, n: notes, times: null, readOn, note: verdict, isComputed: true };
}

function figureIn(
  { messages, rows, byMessage }: Pick<ReceptionReport, "messages" | "rows" | "byMessage">,
  messageId: string,
  audienceId: string | null,
): Figure | undefined {
  if (audienceId === null) return byMessage.find(({ message }) => message.id === messageId)?.figure;
  const at = messages.findIndex(({ id }) => id === messageId);
  return rows.find(({ audience }) => audience.id === audienceId)?.figures[at];
}

/** The reading of an audience's stance, 1 to 5: its latest, said to have lapsed after 90 days; null where it is not known. */
export function readingOfStance(readings: readonly StanceReading[], day: CalendarDate): JudgedReading | null {
  const standing = stanceOn(readings, day);
  if (standing.state === "no reading" || standing.state === "not known") return null;
  const value = standing.state === "known" ? standing.stance : standing.last;
  const note = standing.state === "known" ? "" : "Lapsed: read it again";
  return { value, range: null, n: null, times: null, readOn: standing.readOn, note, isComputed: true };
}

/** The reading of how often something came since the baseline: the baseline and the count. Nought is a reading too, of `day`. */
export function readingOfCount(
  { count, lastOn }: { count: number; lastOn: CalendarDate | null },
  baseline: number,
  day: CalendarDate,
): JudgedReading {
  const note = count === 0 ? "None has come" : "";
  return {
    value: baseline + count,
    range: null,
    n: null,
    times: null,
    readOn: lastOn ?? day,
    note,
    isComputed: true,
  };
}

/** The reading of in how many meetings something was raised, in percent with its likely range; null without a meeting. */
export function readingOfShare({
  times,
  meetings,
  lastOn,
}: {
  times: number;
  meetings: number;
  lastOn: CalendarDate | null;
}): JudgedReading | null {
  if (meetings === 0 || lastOn === null) return null;
  const { lower, upper } = shareRange(times, meetings);
  return {
    value: (100 * times) / meetings,
    range: { lower: 100 * lower, upper: 100 * upper },
    n: meetings,
    times,
    readOn: lastOn,
    note: "",
    isComputed: true,
  };
}
