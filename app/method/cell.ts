import { type CellNotes, eachNote, NO_NOTES } from "./cell-notes.ts";
import { fillRow } from "./cell-sums.ts";
import type { Observation } from "./observation.ts";
import {
  type BackwardPass,
  covarianceOfNodes,
  filterForward,
  type Nodes,
  type StateParameters,
  smoothBackward,
} from "./state-filter.ts";

/** One message with one audience. `raters` are those who have notes in it, in the order of their columns. */
export type CellPlace = { message: number; audience: number; raters: readonly number[] };

/** A cell with its notes. */
export type Cell = CellPlace & { notes: CellNotes };

/**
 * A cell's day that was asked for: the smoothed columns (score, ones, one a rater), the state's own variance, and the
 * product of the smoother's gains from it to the next day asked, 1 at the last: the covariance of two days is the
 * later one's variance times these from the earlier one on. Source: EFFECTIVENESS.md §3.
 */
export type SmoothedDay = { columns: Float64Array; variance: number; onward: number };

export type SmoothedCell = {
  at(day: number): SmoothedDay;
  covariance(firstDay: number, secondDay: number): number;
};

/** Groups observations by message and audience; each cell's notes in order of day, then id. */
export function cellsOf(observations: readonly Observation[]): Cell[] {
  const groups = new Map<string, Observation[]>();
  for (const observation of observations) {
    const key = `${observation.message}/${observation.audience}`;
    const group = groups.get(key);
    if (group) group.push(observation);
    else groups.set(key, [observation]);
  }
  return [...groups.values()].map(cellOf);
}

function cellOf(group: readonly Observation[]): Cell {
  const notes = group.toSorted((a, b) => a.day - b.day || a.id - b.id);
  const raters = [...new Set(notes.flatMap(({ rater }) => (rater === null ? [] : [rater])))].toSorted(
    (a, b) => a - b,
  );
  const [{ message, audience } = { message: 0, audience: 0 }] = notes;
  return { message, audience, raters, notes: eachNote(notes, raters) };
}

/** A cell that nobody has a note in: what similar cells suggest. */
export function emptyCell(message: number, audience: number): Cell {
  return { message, audience, raters: [], notes: NO_NOTES };
}

/** Filters and smooths a cell at `days`, at equal day after the notes; no other may be asked for. Source: EFFECTIVENESS.md §3. */
export function smoothCell(
  cell: Pick<Cell, "notes" | "raters">,
  parameters: StateParameters,
  days: readonly number[],
): SmoothedCell {
  const { nodes, nodeOfDay } = nodesOf(cell, days);
  const askedNodes = [...nodeOfDay.values()];
  const backward = days.length === 0 ? null : smoothBackward(filterForward(nodes, parameters), nodes.columns);
  return {
    at: (day) => smoothedAt(backward, nodes.columns, nodeAt(nodeOfDay, day), askedNodes),
    covariance(firstDay, secondDay) {
      if (backward === null) throw new RangeError("No day was asked for");
      const [first, second] = firstDay <= secondDay ? [firstDay, secondDay] : [secondDay, firstDay];
      return covarianceOfNodes(backward, nodeAt(nodeOfDay, first), nodeAt(nodeOfDay, second));
    },
  };
}

function nodeAt(nodeOfDay: ReadonlyMap<number, number>, day: number): number {
  const node = nodeOfDay.get(day);
  if (node === undefined) throw new RangeError(`Day ${day} was not asked for`);
  return node;
}

function smoothedAt(
  backward: BackwardPass | null,
  columns: number,
  node: number,
  askedNodes: readonly number[],
): SmoothedDay {
  if (backward === null) throw new RangeError("No day was asked for");
  const next = askedNodes[askedNodes.indexOf(node) + 1] ?? node;
  let onward = 1;
  for (let at = node; at < next; at += 1) onward *= backward.gain[at] ?? 0;
  return {
    columns: backward.smoothedMean.slice(node * columns, (node + 1) * columns),
    variance: backward.smoothedVariance[node] ?? 0,
    onward,
  };
}

/** Notes and questions in one order: by day, questions last. */
function nodesOf(
  cell: Pick<Cell, "notes" | "raters">,
  days: readonly number[],
): { nodes: Nodes; nodeOfDay: ReadonlyMap<number, number> } {
  const asked = [...new Set(days)].toSorted((a, b) => a - b);
  const { notes } = cell;
  const columns = 2 + cell.raters.length;
  const size = notes.days.length + asked.length;
  const nodes = {
    days: new Float64Array(size),
    multipliers: new Float64Array(size),
    rows: new Float64Array(size * columns),
    columns,
  };
  const nodeOfDay = new Map<number, number>();
  let node = 0;
  let next = 0;
  const ask = (before: number) => {
    for (let day = asked[next]; day !== undefined && day < before; day = asked[next]) {
      nodeOfDay.set(day, node);
      nodes.days[node] = day;
      node += 1;
      next += 1;
    }
  };
  for (let note = 0; note < notes.days.length; note += 1) {
    const day = notes.days[note] ?? 0;
    ask(day);
    nodes.days[node] = day;
    nodes.multipliers[node] = notes.multipliers[note] ?? 0;
    fillRow(nodes.rows, node * columns, notes, note);
    node += 1;
  }
  ask(Number.POSITIVE_INFINITY);
  return { nodes, nodeOfDay };
}
