import { type CellPlace, emptyCell, type SmoothedDay } from "./cell.ts";
import { changeBetween } from "./comparison.ts";
import type { EffectivenessParameters } from "./parameters.ts";
import { type Level, levelOf, type Pooled, poolCells, rollUp } from "./reception-level.ts";
import type { WorkedCell } from "./worked-cell.ts";

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
  const order = orderOf(worked, readOver);
  const cells = worked.map((cell) => placeOf(cell, order));
  const sums = worked.map((cell) => cell.sums);
  const dimensions = {
    messages: order.messages.size,
    audiences: order.audiences.size,
    raters: order.raters.size,
  };
  const pooled = poolCells(cells, sums, dimensions, parameters);
  const { ownOf, placeAt } = placesIn({ worked, cells, order, tau: parameters.tau });
  const levelAt = (messageId: string, audienceId: string, day: number): Level => {
    const { cell, smoothed } = placeAt(messageId, audienceId, day);
    return levelOf(pooled, cell, smoothed);
  };
  const shares = sharesOf(readOver.audiences);
  const rollUpAt = (messageId: string, day: number) =>
    rollUp(
      pooled,
      readOver.audiences.map(({ id }) => placeAt(messageId, id, day)),
      shares,
    );
  const changeOver = (messageId: string, from: number, to: number) => {
    const together = readOver.audiences.reduce((sum, { id }, at) => {
      const own = ownOf(messageId, id)?.worked;
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

/** Weights of the audiences in a roll-up: proportional to 4 − priority, with the sum 1. Source: EFFECTIVENESS.md §14. */
export function sharesOf(audiences: ReadOver["audiences"]): number[] {
  const total = audiences.reduce((sum, { priority }) => sum + 4 - priority, 0);
  return audiences.map(({ priority }) => (4 - priority) / total);
}

type ReadFirst = { messageIds: readonly string[]; audiences: readonly { id: string }[] };

type Places = ReadonlyMap<string, number>;

type Order = { messages: Places; audiences: Places; raters: Places };

/** The places of messages, audiences and raters: those read over first, in their order, then the others. */
function orderOf(worked: readonly WorkedCell[], { messageIds, audiences }: ReadFirst): Order {
  // Each id once before they are sorted: thousands of cells name the same few.
  const [ofMessages, ofAudiences, raters] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { messageId, audienceId, raterIds } of worked) {
    ofMessages.add(messageId);
    ofAudiences.add(audienceId);
    for (const id of raterIds) raters.add(id);
  }
  const inOrder = (first: readonly string[], more: ReadonlySet<string>) =>
    new Map([...new Set([...first, ...[...more].toSorted()])].map((id, place) => [id, place]));
  return {
    messages: inOrder(messageIds, ofMessages),
    audiences: inOrder(
      audiences.map(({ id }) => id),
      ofAudiences,
    ),
    raters: inOrder([], raters),
  };
}

/** The cell of a pair by places. */
function placeOf({ messageId, audienceId, raterIds }: WorkedCell, order: Order): CellPlace {
  return {
    message: order.messages.get(messageId) ?? 0,
    audience: order.audiences.get(audienceId) ?? 0,
    raters: raterIds.map((id) => order.raters.get(id) ?? 0),
  };
}

type Placed = {
  worked: readonly WorkedCell[];
  cells: readonly CellPlace[];
  order: Order;
  tau: number;
};

/** The cell of a pair, if it has notes, and what is known of any pair on a day before it is pooled. */
function placesIn({ worked, cells, order, tau }: Placed) {
  const byMessage = Map.groupBy(
    worked.flatMap((own, at) => {
      const cell = cells[at];
      return cell === undefined ? [] : [{ worked: own, cell }];
    }),
    (pair) => pair.worked.messageId,
  );
  const untouched = { columns: new Float64Array(2), variance: tau ** 2, onward: 0 };
  const ownOf = (messageId: string, audienceId: string) =>
    byMessage.get(messageId)?.find(({ worked }) => worked.audienceId === audienceId);
  const placeAt = (messageId: string, audienceId: string, day: number) => {
    const own = ownOf(messageId, audienceId);
    if (own !== undefined) return { cell: own.cell, smoothed: smoothedOn(own.worked, day) };
    const [message, audience] = [order.messages.get(messageId), order.audiences.get(audienceId)];
    if (message === undefined || audience === undefined)
      throw new RangeError(`${messageId} with ${audienceId} is not read over`);
    return { cell: emptyCell(message, audience), smoothed: untouched };
  };
  return { ownOf, placeAt };
}

/** What is known of a cell on one of the days that it was worked out at; any other day throws. */
function smoothedOn(cell: WorkedCell, day: number): SmoothedDay {
  const found = cell.days.find((one) => one.day === day);
  if (found === undefined) throw new RangeError(`Day ${day} was not worked out`);
  return found.smoothed;
}
