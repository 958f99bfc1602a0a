import { type CellPlace, emptyCell, type SmoothedDay } from "./cell.ts";
import type { WorkedCell } from "./worked-cell.ts";

type ReadFirst = { messageIds: readonly string[]; audiences: readonly { id: string }[] };
type Places = ReadonlyMap<string, number>;
type Order = { messages: Places; audiences: Places; raters: Places };

/** The places of messages, audiences and raters: those read over first, in their order, then the others. */
export function orderOf(worked: readonly WorkedCell[], { messageIds, audiences }: ReadFirst): Order {
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

/** The cell of a pair by places. */
export function placeOf({ messageId, audienceId, raterIds }: WorkedCell, order: Order): CellPlace {
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
export function placesIn({ worked, cells, order, tau }: Placed) {
  const byMessage = Map.groupBy(
    worked.flatMap((own, at) => {
      const cell = cells[at];
      return cell === undefined ? [] : [{ worked: own, cell }];
    }),
    (pair) => pair.worked.messageId,
  );
  const byPair = new Map(
    [...byMessage].map(([id, pairs]) => [id, new Map(pairs.map((one) => [one.worked.audienceId, one]))]),
  );
  const untouched = { columns: new Float64Array(2), variance: tau ** 2, onward: 0 };
  const ownOf = (messageId: string, audienceId: string) => byPair.get(messageId)?.get(audienceId);
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
export function smoothedOn(cell: WorkedCell, day: number): SmoothedDay {
  const found = cell.days.find((one) => one.day === day);
  if (found === undefined) throw new RangeError(`Day ${day} was not worked out`);
  return found.smoothed;
}
