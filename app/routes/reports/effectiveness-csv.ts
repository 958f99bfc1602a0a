import { exportedCsv } from "#app/documents/export-csv.ts";
import type { Figure } from "#app/domain/effectiveness/figure.ts";
import { dateOfDay } from "#app/domain/time/calendar-date.ts";
import { campaignPage } from "#app/http/page.server.ts";
import { effectivenessView } from "./effectiveness-view.server.ts";

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

/** Every figure of the effectiveness page, unrounded; a message over all audiences stands first. */
export const loader = campaignPage("read", async (arrival) => {
  const view = await effectivenessView(arrival);
  const overAll = view.byMessage.map(({ message, figure }) => cellsOf(message, "all audiences", figure));
  const each = view.rows.flatMap(({ audience, figures }) =>
    figures.flatMap((figure, at) => {
      const message = view.messages[at];
      return message === undefined ? [] : [cellsOf(message, audience.name, figure)];
    }),
  );
  return new Response(exportedCsv({ kind: "reception", headers: HEADERS, rows: [...overAll, ...each] }), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="effectiveness-${view.campaignId}-${view.asked.day}.csv"`,
    },
  });
});

function cellsOf(message: { number: number; title: string }, audience: string, figure: Figure) {
  const { mean, lower, upper, verdict, pPositive, ownWeight, notes, raters, raw, lastDay } = figure;
  const sure = [pPositive, ownWeight, notes, raters, raw, lastDay === null ? null : dateOfDay(lastDay)];
  return [message.number, message.title, audience, mean, lower, upper, verdict, ...sure];
}
