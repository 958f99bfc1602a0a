import { sharesOf } from "#app/method/campaign-levels.ts";
import { multiplierAt, scoreAt } from "#app/method/cell-notes.ts";
import type { Figure } from "#app/method/figure.ts";
import { entriesUntil, type NotedCell } from "#app/method/noted-cell.ts";
import type { EffectivenessParameters } from "#app/method/parameters.ts";
import { rangeOf } from "#app/method/reception-level.ts";
import { dayNumber } from "#app/time/calendar-date.ts";
import type { ReceptionReport } from "./reception-report.ts";

/** One note as a case of the published method has it: message, audience and rater by their places. */
export type CaseNote = {
  message: number;
  audience: number;
  rater: number;
  day: number;
  score: number;
  varianceMultiplier: number;
};

/** What a figure of the report is in the words of a case. */
type CaseFigure = Pick<Figure, "mean" | "variance" | "ownWeight"> & ReturnType<typeof rangeOf>;
type CellQuery = { message: number; audience: number; day: number };
type RollUpQuery = { message: number; day: number; weights: number[] };

/**
 * A campaign's figures of a day as a case of the published method, which anybody can work out again: the parameters in
 * use, a query for each figure, and as `expected` what the product shows. Raters stand as r1, r2 …, never by their
 * names. `notes` gives the observations one by one, since there may be a million.
 */
export type CampaignCase = {
  name: string;
  kind: "pooled";
  names: { messages: string[]; audiences: string[]; raters: string[] };
  input: {
    messages: number;
    audiences: number;
    raters: number;
    hyper: EffectivenessParameters;
    queries: {
      cells: CellQuery[];
      comparisons: [];
      changes: [];
      rollUps: RollUpQuery[];
    };
  };
  expected: { cells: (CellQuery & CaseFigure)[]; rollUps: (RollUpQuery & CaseFigure)[] };
  notes: Iterable<CaseNote>;
};

/**
 * The case of a report and the cells that it was worked out of. Messages and audiences that are not read over any more
 * stand after the others: their notes inform the figures. Source: EFFECTIVENESS.md §4 and §12.
 */
export function campaignCase(report: ReceptionReport, noted: readonly NotedCell[]): CampaignCase {
  const day = dayNumber(report.day);
  const heard = noted.filter((cell) => entriesUntil(cell, day) > 0);
  const messages = placesOf(
    report.messages,
    heard.map(({ messageId }) => messageId),
  );
  const audiences = placesOf(
    report.rows.map(({ audience }) => audience),
    heard.map(({ audienceId }) => audienceId),
  );
  const raters = placesOf(
    [],
    heard.flatMap((cell) => ratersOf(cell, day)),
  );
  const weights = sharesOf(report.rows.map(({ audience }) => audience));
  const cells = report.rows.flatMap(({ figures }, audience) =>
    figures.map((figure, message) => ({ query: { message, audience, day }, figure })),
  );
  const rollUps = report.byMessage.map(({ figure }, message) => ({
    query: { message, day, weights },
    figure,
  }));
  return {
    name: `The reception of ${report.day}`,
    kind: "pooled",
    names: {
      messages: report.messages.map(({ number, title }) => `${number}: ${title}`),
      audiences: report.rows.map(({ audience }) => audience.name),
      raters: [...raters.values()].map((place) => `r${place + 1}`),
    },
    input: {
      messages: messages.size,
      audiences: audiences.size,
      raters: raters.size,
      hyper: report.inUse.parameters,
      queries: {
        cells: cells.map(({ query }) => query),
        comparisons: [],
        changes: [],
        rollUps: rollUps.map(({ query }) => query),
      },
    },
    expected: {
      cells: cells.map(({ query, figure }) => ({ ...query, ...caseFigure(figure) })),
      rollUps: rollUps.map(({ query, figure }) => ({ ...query, ...caseFigure(figure) })),
    },
    notes: notesOf(heard, { messages, audiences, raters }, day),
  };
}

function caseFigure({ mean, variance, ownWeight }: Figure): CaseFigure {
  return { mean, variance, ownWeight, ...rangeOf({ mean, variance }) };
}

type Places = ReadonlyMap<string, number>;

function placesOf(shown: readonly { id: string }[], more: readonly string[]): Places {
  const ids = new Set([...shown.map(({ id }) => id), ...more.toSorted()]);
  return new Map([...ids].map((id, place) => [id, place]));
}

function ratersOf(cell: NotedCell, day: number): string[] {
  const places = new Set(cell.raters.subarray(0, entriesUntil(cell, day)));
  return [...places].flatMap((place) => cell.raterIds[place] ?? []);
}

type AllPlaces = { messages: Places; audiences: Places; raters: Places };

function* notesOf(noted: readonly NotedCell[], places: AllPlaces, asOfDay: number): Generator<CaseNote> {
  for (const cell of noted) {
    const message = places.messages.get(cell.messageId) ?? 0;
    const audience = places.audiences.get(cell.audienceId) ?? 0;
    const end = entriesUntil(cell, asOfDay);
    for (let entry = 0; entry < end; entry += 1) {
      const rater = places.raters.get(cell.raterIds[cell.raters[entry] ?? 0] ?? "") ?? 0;
      const day = cell.days[entry] ?? 0;
      const [score, varianceMultiplier] = [scoreAt(cell, entry), multiplierAt(cell, entry)];
      for (let count = cell.counts[entry] ?? 0; count > 0; count -= 1)
        yield { message, audience, rater, day, score, varianceMultiplier };
    }
  }
}
