import { type Cell, emptyCell, type SmoothedCell, type SmoothedDay, smoothCell } from "./cell.ts";
import { SCAN_SETTINGS } from "./change-scan.ts";
import { changeBetween } from "./comparison.ts";
import { collapsedMultiplier, type ObservationKind } from "./observation.ts";
import type { EffectivenessParameters } from "./parameters.ts";
import { type Level, levelOf, type Pooled, poolCells, rollUp } from "./pooling.ts";

/**
 * The notes of one message with one audience, as they are kept: day by day, each by a named rater. `sum` is the sum of
 * `ratings` whole scores that one rater gave in one event.
 */
export type NotedCell = {
  messageId: string;
  audienceId: string;
  notes: readonly {
    day: number;
    sum: number;
    ratings: number;
    kind: ObservationKind;
    raterId: string;
  }[];
};

/** What a cell's own notes say, worked out once: it holds until the cell, the parameters or the days change. */
export type WorkedCell = {
  messageId: string;
  audienceId: string;
  raterIds: readonly string[];
  sums: SmoothedCell["sums"];
  days: readonly { day: number; smoothed: SmoothedDay }[];
  notes: number;
  total: number;
  lastDay: number | null;
  /** Every rating while they are few enough to be drawn one by one; above 500 by week (its Monday) and whole score. */
  marks: readonly { day: number; score: number; count: number }[];
  /** The notes of the last 540 days in which a change is looked for, those of one day and rater as one. */
  recent: readonly RecentNotes[];
};

/** Notes of one rater on one day: how many, and their scores weighted by 1/multiplier. Source: EFFECTIVENESS.md §7b. */
export type RecentNotes = {
  day: number;
  raterId: string;
  count: number;
  score: number;
  varianceMultiplier: number;
};

/** Above so many ratings a chart draws counts by week. Source: EFFECTIVENESS.md §14. */
export const MOST_DRAWN = 500;

/**
 * Works out one cell at the days asked for. Notes after `asOfDay` are plans and are left out; several ratings of one
 * rater in one event count as their mean, with their agreement in a room. Cost: the cell's notes and days.
 * Source: EFFECTIVENESS.md §1 and §3.
 */
export function workOutCell(
  noted: NotedCell,
  asOfDay: number,
  days: readonly number[],
  parameters: EffectivenessParameters,
): WorkedCell {
  const past = noted.notes.filter(({ day }) => day <= asOfDay);
  const raterIds = [...new Set(past.map(({ raterId }) => raterId))].toSorted();
  const places = new Map(raterIds.map((raterId, place) => [raterId, place]));
  const cell: Cell = {
    message: 0,
    audience: 0,
    raters: raterIds.map((_, place) => place),
    notes: past.map(({ day, sum, ratings, kind, raterId }, id) => ({
      id,
      day,
      rater: places.get(raterId) ?? null,
      score: sum / ratings,
      varianceMultiplier: collapsedMultiplier(kind, ratings),
    })),
  };
  const smoothed = smoothCell(cell, parameters, days);
  return {
    messageId: noted.messageId,
    audienceId: noted.audienceId,
    raterIds,
    sums: smoothed.sums,
    days: days.map((day) => ({ day, smoothed: smoothed.at(day) })),
    notes: past.length,
    total: past.reduce((sum, note) => sum + note.sum / note.ratings, 0),
    lastDay: past.at(-1)?.day ?? null,
    recent: recentNotes(past.filter(({ day }) => day > asOfDay - SCAN_SETTINGS.windowDays)),
    marks: marksOf(past.map((note) => ({ day: note.day, score: note.sum / note.ratings, count: 1 }))),
  };
}

function recentNotes(notes: NotedCell["notes"]): RecentNotes[] {
  const groups = Map.groupBy(notes, ({ day, raterId }) => `${day} ${raterId}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const weights = group.map(({ kind, ratings }) => 1 / collapsedMultiplier(kind, ratings));
    const weight = weights.reduce((sum, one) => sum + one, 0);
    const product = group.reduce((sum, note, at) => sum + (weights[at] ?? 0) * (note.sum / note.ratings), 0);
    const { day, raterId } = first;
    return [{ day, raterId, count: group.length, score: product / weight, varianceMultiplier: 1 / weight }];
  });
}

type Mark = WorkedCell["marks"][number];

/** Marks as they are drawn: each by itself up to 500, else counted by week and whole score. Source: EFFECTIVENESS.md §14. */
export function marksOf(each: readonly Mark[]): readonly Mark[] {
  if (each.length <= MOST_DRAWN) return each;
  const weeks = new Map<string, { day: number; score: number; count: number }>();
  for (const { day, score, count } of each) {
    const monday = day - ((((day + 3) % 7) + 7) % 7);
    const level = Math.round(score);
    const key = `${monday} ${level}`;
    const known = weeks.get(key);
    if (known) known.count += count;
    else weeks.set(key, { day: monday, score: level, count });
  }
  return [...weeks.values()];
}

/** The messages and audiences that a campaign is read over, each in the order of the page; priority is 1 to 3. */
export type ReadOver = {
  messageIds: readonly string[];
  audiences: readonly { id: string; priority: number }[];
};

export type CampaignLevels = {
  pooled: Pooled;
  /** What is known of a message with an audience on one of the days that the cells were worked out at. */
  levelAt(messageId: string, audienceId: string, day: number): Level;
  /** A message over all audiences, weighted by 4 − priority. */
  rollUpAt(messageId: string, day: number): Level;
  /** How much better than on `from` a message stands on `to`, over all audiences; `from` is the earlier day. */
  changeOver(messageId: string, from: number, to: number): ReturnType<typeof changeBetween>;
  /** What message and audience do in general, without the cell's own course. */
  expectedAt(messageId: string, audienceId: string): number;
  /** How much more generous than others a rater is; 0 for one who has not rated. */
  generosityOf(raterId: string): number;
};

/**
 * Pools the cells of a campaign and answers for every pair of message and audience, heard or not. A cell of a message
 * or audience that is not read over any more still informs the others. `days` are those that the cells were worked out
 * at; any other day throws. Source: EFFECTIVENESS.md §4, §13 and §14.
 */
export function campaignLevels(
  worked: readonly WorkedCell[],
  readOver: ReadOver,
  parameters: EffectivenessParameters,
): CampaignLevels {
  const order = placesOf(worked, readOver);
  const cells = worked.map((cell) => placed(cell, order));
  const sums = worked.map((cell) => cell.sums);
  const dimensions = {
    messages: order.messages.size,
    audiences: order.audiences.size,
    raters: order.raters.size,
  };
  const pooled = poolCells(cells, sums, dimensions, parameters);
  const byPair = new Map(worked.map((cell, index) => [`${cell.messageId}/${cell.audienceId}`, index]));
  const untouched = { columns: new Float64Array(2), variance: parameters.tau ** 2, onward: 0 };
  const levelAt = (messageId: string, audienceId: string, day: number) => {
    const index = byPair.get(`${messageId}/${audienceId}`);
    const own = index === undefined ? undefined : worked[index];
    const cell = index === undefined ? undefined : cells[index];
    if (own === undefined || cell === undefined) {
      const [message, audience] = [order.messages.get(messageId), order.audiences.get(audienceId)];
      if (message === undefined || audience === undefined)
        throw new RangeError(`${messageId} with ${audienceId} is not read over`);
      return levelOf(pooled, emptyCell(message, audience), untouched);
    }
    return levelOf(pooled, cell, smoothedOn(own, day));
  };
  const shares = sharesOf(readOver.audiences);
  const rollUpAt = (messageId: string, day: number) =>
    rollUp(
      pooled,
      readOver.audiences.map(({ id }) => levelAt(messageId, id, day)),
      shares,
    );
  const changeOver = (messageId: string, from: number, to: number) => {
    const together = readOver.audiences.reduce((sum, { id }, at) => {
      const index = byPair.get(`${messageId}/${id}`);
      const own = index === undefined ? undefined : worked[index];
      const covariance =
        own === undefined ? unheardCovariance(parameters, to - from) : stateCovariance(own, from, to);
      return sum + (shares[at] ?? 0) ** 2 * covariance;
    }, 0);
    return changeBetween(pooled, rollUpAt(messageId, from), rollUpAt(messageId, to), together);
  };
  const effect = (place: number | undefined, first: number) =>
    place === undefined ? 0 : (pooled.effects[first + place] ?? 0);
  const firstAudience = 1 + dimensions.messages;
  const expectedAt = (messageId: string, audienceId: string) =>
    (pooled.effects[0] ?? 0) +
    effect(order.messages.get(messageId), 1) +
    effect(order.audiences.get(audienceId), firstAudience);
  const generosityOf = (raterId: string) =>
    effect(order.raters.get(raterId), firstAudience + dimensions.audiences);
  return { pooled, levelAt, rollUpAt, changeOver, expectedAt, generosityOf };
}

/** Covariance of a cell's own course on two of the days it was worked out at, the earlier first. */
function stateCovariance(cell: WorkedCell, from: number, to: number): number {
  return cell.days
    .filter(({ day }) => day >= from && day < to)
    .reduce((product, { smoothed }) => product * smoothed.onward, smoothedOn(cell, to).variance);
}

function unheardCovariance({ tau, halfLifeDays }: EffectivenessParameters, days: number): number {
  return tau ** 2 * 2 ** (-days / halfLifeDays);
}

function smoothedOn(cell: WorkedCell, day: number): SmoothedDay {
  const found = cell.days.find((one) => one.day === day);
  if (found === undefined) throw new RangeError(`Day ${day} was not worked out`);
  return found.smoothed;
}

type Places = ReadonlyMap<string, number>;
type Order = { messages: Places; audiences: Places; raters: Places };

function placesOf(worked: readonly WorkedCell[], { messageIds, audiences }: ReadOver): Order {
  const inOrder = (first: readonly string[], more: readonly string[]) =>
    new Map([...new Set([...first, ...more.toSorted()])].map((id, place) => [id, place]));
  return {
    messages: inOrder(
      messageIds,
      worked.map(({ messageId }) => messageId),
    ),
    audiences: inOrder(
      audiences.map(({ id }) => id),
      worked.map(({ audienceId }) => audienceId),
    ),
    raters: inOrder(
      [],
      worked.flatMap(({ raterIds }) => raterIds),
    ),
  };
}

function placed({ messageId, audienceId, raterIds }: WorkedCell, order: Order): Cell {
  return {
    message: order.messages.get(messageId) ?? 0,
    audience: order.audiences.get(audienceId) ?? 0,
    raters: raterIds.map((id) => order.raters.get(id) ?? 0),
    notes: [],
  };
}

/** Weights of the audiences in a roll-up: proportional to 4 − priority, with the sum 1. Source: EFFECTIVENESS.md §14. */
export function sharesOf(audiences: ReadOver["audiences"]): number[] {
  const total = audiences.reduce((sum, { priority }) => sum + 4 - priority, 0);
  return audiences.map(({ priority }) => (4 - priority) / total);
}
