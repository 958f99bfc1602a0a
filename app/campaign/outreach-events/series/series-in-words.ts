import { formatDate, formatDayWithYear } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { LeftOut, SeriesTime, SeriesTimes } from "./times-of-series.ts";
import { MOST_TIMES } from "./times-of-series.ts";

const MOST_NAMED = 3;

/**
 * What to say of the times that were worked out, besides how many there are: where they end though the rule goes on, which
 * are left out, and which stand elsewhere than the rule puts them. Empty where there is nothing to say.
 */
export function seriesInWords({ times, leftOut, end }: SeriesTimes, lastDay: CalendarDate): string {
  const sentences = [
    end === "at last day" ? `Planned until the campaign ends on ${formatDate(lastDay)}` : "",
    end === "at most" ? `These are the first ${MOST_TIMES}; the rule goes on` : "",
    end === "given up" ? "Hardly any day fits the rule, so it was followed no further" : "",
    several("Left out", leftOut.map(leftOutInWords)),
    several("Moved to the working day before", movedBy(times, "holiday").map(dayOf)),
    several("The clocks skip that hour, so it begins at the next", movedBy(times, "clocks skip").map(dayOf)),
    several("The hour occurs twice, the first is meant", movedBy(times, "clocks repeat").map(dayOf)),
  ];
  return sentences.filter(Boolean).join(". ");
}

function leftOutInWords({ slot, reason }: LeftOut): string {
  return `${dayOf({ slot })} (${reason})`;
}

function movedBy(times: readonly SeriesTime[], why: SeriesTime["shifted"]): SeriesTime[] {
  return times.filter(({ shifted }) => shifted === why);
}

function dayOf({ slot }: { slot: string }): string {
  return formatDayWithYear(slot.slice(0, 10));
}

function several(what: string, named: readonly string[]): string {
  if (named.length === 0) return "";
  const rest = named.length - MOST_NAMED;
  return `${what}: ${named.slice(0, MOST_NAMED).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}
