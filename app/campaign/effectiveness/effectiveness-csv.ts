import { reportCsv } from "#app/documents/export-csv.ts";
import type { Figure } from "#app/method/figure.ts";
import { dateOfDay } from "#app/time/calendar-date.ts";
import type { MessageReadOver, ReceptionReport } from "./reception-report.ts";

const HEADERS = [
  "message",
  "title",
  "audience",
  "level",
  "likely range from",
  "likely range to",
  "verdict",
  "chance of being above 0",
  "share of own meetings",
  "ratings",
  "raters",
  "raw average",
  "last rating",
];

type Reported = Pick<ReceptionReport, "messages" | "rows" | "byMessage">;

/** Every figure of a reception report, unrounded, as CSV; a message over all audiences stands first. */
export function effectivenessCsv({ messages, rows, byMessage }: Reported, handling: string): string {
  const overAll = byMessage.map(({ message, figure }) => cellsOf(message, "all audiences", figure));
  const each = rows.flatMap(({ audience, figures }) =>
    figures.flatMap((figure, at) => {
      const message = messages[at];
      return message === undefined ? [] : [cellsOf(message, audience.name, figure)];
    }),
  );
  return reportCsv({ kind: "reception", headers: HEADERS, rows: [...overAll, ...each] }, handling);
}

function cellsOf(message: MessageReadOver, audience: string, figure: Figure) {
  const { mean, lower, upper, verdict, pPositive, ownWeight, notes, raters, raw, lastDay } = figure;
  const sure = [pPositive, ownWeight, notes, raters, raw, lastDay === null ? null : dateOfDay(lastDay)];
  return [message.number, message.title, audience, mean, lower, upper, verdict, ...sure];
}
