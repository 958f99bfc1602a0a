import { reportCsv } from "#app/documents/export-csv.ts";
import type { Figure } from "#app/method/figure.ts";
import type { Handling } from "#app/text/handling.ts";
import { dateOfDay } from "#app/time/calendar-date.ts";
import type { CampaignCase } from "./campaign-case.ts";
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
export function effectivenessCsv(
  { messages, rows, byMessage }: Reported,
  handling: Handling,
): Generator<string> {
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

/** The layout of the published cases. Source: EFFECTIVENESS.md §12. */
const FORMAT = "demarche-effectiveness-vectors/1";

const NOTES_AT_ONCE = 2_000;

/**
 * A campaign's figures as a file that `demarche effectiveness FILE` works out again, a line for each note, piece by
 * piece: a million notes make some hundred megabytes.
 */
export function* caseFile({ input, notes, expected, ...about }: CampaignCase): Generator<string> {
  const head = JSON.stringify({ format: FORMAT, cases: [{ ...about, input }] });
  // The notes go in as the last key of the input.
  yield `${head.slice(0, -"}}]}".length)},"observations":[`;
  yield* lines(notes);
  yield `\n]},"expected":${JSON.stringify(expected)}}]}\n`;
}

function* lines(notes: CampaignCase["notes"]): Generator<string> {
  let piece: string[] = [];
  let before = "";
  for (const note of notes) {
    piece.push(`${before}\n${JSON.stringify(note)}`);
    before = ",";
    if (piece.length < NOTES_AT_ONCE) continue;
    yield piece.join("");
    piece = [];
  }
  yield piece.join("");
}
