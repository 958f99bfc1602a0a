import type { Observation } from "./observation.ts";
import {
  type BackwardPass,
  covarianceOfNodes,
  type ForwardPass,
  filterForward,
  type Nodes,
  type StateParameters,
  smoothBackward,
} from "./state-filter.ts";

type CellNote = Pick<Observation, "id" | "rater" | "day" | "score" | "varianceMultiplier">;

/** One message with one audience. `raters` are those who have notes in it, in the order of their columns. */
export type Cell = {
  message: number;
  audience: number;
  notes: readonly CellNote[];
  raters: readonly number[];
};

/**
 * A cell's day that was asked for: the smoothed columns (score, ones, one a rater), the state's own variance, and the
 * product of the smoother's gains from it to the next day asked, 1 at the last: the covariance of two days is the
 * later one's variance times these from the earlier one on. Source: EFFECTIVENESS.md §3.
 */
export type SmoothedDay = { columns: Float64Array; variance: number; onward: number };

/** What the notes of a cell say of the unknowns: sums over its notes. Source: EFFECTIVENESS.md §4. */
export type CellSums = {
  notes: number;
  design: Float64Array;
  right: Float64Array;
  square: number;
  logVariance: number;
};

export type SmoothedCell = {
  sums: CellSums;
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
  return { message: notes[0]?.message ?? 0, audience: notes[0]?.audience ?? 0, notes, raters };
}

/** A cell that nobody has a note in: what similar cells suggest. */
export function emptyCell(message: number, audience: number): Cell {
  return { message, audience, notes: [], raters: [] };
}

/**
 * Filters and smooths a cell, with `days` as extra questions (at equal day after the notes), and sums what its notes
 * say of the unknowns. Only days in `days` may be asked for afterwards. Source: EFFECTIVENESS.md §3.
 */
export function smoothCell(cell: Cell, parameters: StateParameters, days: readonly number[]): SmoothedCell {
  const { nodes, nodeOfDay } = nodesOf(cell, days);
  const askedNodes = [...nodeOfDay.values()];
  const forward = filterForward(nodes, parameters);
  const backward = days.length === 0 ? null : smoothBackward(forward, nodes.columns);
  return {
    sums: sumsOf(nodes, forward),
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
  cell: Cell,
  days: readonly number[],
): { nodes: Nodes; nodeOfDay: ReadonlyMap<number, number> } {
  const asked = [...new Set(days)].toSorted((a, b) => a - b);
  const columns = 2 + cell.raters.length;
  const size = cell.notes.length + asked.length;
  const nodes = {
    days: new Float64Array(size),
    multipliers: new Float64Array(size),
    rows: new Float64Array(size * columns),
    columns,
  };
  const columnOfRater = new Map(cell.raters.map((rater, index) => [rater, 2 + index]));
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
  for (const note of cell.notes) {
    ask(note.day);
    nodes.days[node] = note.day;
    nodes.multipliers[node] = note.varianceMultiplier;
    nodes.rows[node * columns] = note.score;
    nodes.rows[node * columns + 1] = 1;
    const column = note.rater === null ? undefined : columnOfRater.get(note.rater);
    if (column !== undefined) nodes.rows[node * columns + column] = 1;
    node += 1;
  }
  ask(Number.POSITIVE_INFINITY);
  return { nodes, nodeOfDay };
}

function sumsOf(nodes: Nodes, forward: ForwardPass): CellSums {
  const width = nodes.columns - 1;
  const sums = {
    notes: 0,
    design: new Float64Array(width * width),
    right: new Float64Array(width),
    square: 0,
    logVariance: 0,
  };
  for (let node = 0; node < nodes.days.length; node += 1) {
    if (nodes.multipliers[node] === 0) continue;
    const start = node * nodes.columns;
    const precision = 1 / (forward.innovationVariance[node] ?? 1);
    const score = forward.innovation[start] ?? 0;
    sums.notes += 1;
    sums.square += score * score * precision;
    sums.logVariance -= Math.log(precision);
    for (let row = 0; row < width; row += 1) {
      const weighted = (forward.innovation[start + 1 + row] ?? 0) * precision;
      sums.right[row] = (sums.right[row] ?? 0) + weighted * score;
      for (let column = 0; column <= row; column += 1) {
        const place = row * width + column;
        sums.design[place] =
          (sums.design[place] ?? 0) + weighted * (forward.innovation[start + 1 + column] ?? 0);
      }
    }
  }
  return sums;
}
