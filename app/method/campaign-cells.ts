import type { Cell } from "./cell.ts";
import { groupedNotes } from "./cell-notes.ts";
import type { NotedCell } from "./noted-cell.ts";
import type { Dimensions } from "./reception-level.ts";

/** The cells of a campaign as an estimate takes them, with the notes up to a day, and how many notes that are. */
export function cellsOfCampaign(
  noted: readonly NotedCell[],
  asOfDay: number,
): { cells: Cell[]; dimensions: Dimensions; notes: number } {
  const grouped = noted.map((cell) => ({ cell, ...groupedNotes(cell, asOfDay) }));
  const messages = placesOf(noted.map(({ messageId }) => messageId));
  const audiences = placesOf(noted.map(({ audienceId }) => audienceId));
  const raters = placesOf(grouped.flatMap(({ raterIds }) => raterIds));
  const cells = grouped.map(({ cell, raterIds, notes }) => ({
    message: messages.get(cell.messageId) ?? 0,
    audience: audiences.get(cell.audienceId) ?? 0,
    raters: raterIds.map((id) => raters.get(id) ?? 0),
    notes,
  }));
  const dimensions = { messages: messages.size, audiences: audiences.size, raters: raters.size };
  return { cells, dimensions, notes: cells.reduce((sum, { notes }) => sum + notes.total, 0) };
}

function placesOf(ids: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set(ids)].toSorted().map((id, place) => [id, place]));
}
