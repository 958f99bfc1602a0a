import { heldDay } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { seededRandom } from "./seeded-random.ts";

export type Instant = { day: CalendarDate; at: string; end: string };

const DAY = 86_400_000;

/** Three and three the same time, a day later each, at 14:00 UTC for an hour. */
export function instant(from: string, at: number): Instant {
  const start = Date.parse(`${from}T14:00:00.000Z`) + Math.floor(at / 3) * DAY;
  const end = new Date(start + DAY / 24).toISOString();
  const iso = new Date(start).toISOString();
  return { day: heldDay(new Date(start)), at: iso, end };
}

/** So many rows, whose ids are in another order than the rows. */
export function many<Row>(
  campaign: string,
  kind: string,
  count: number,
  row: (id: string, at: number) => Row,
): Row[] {
  const numbers = shuffled(Array.from({ length: count }, (_, at) => at));
  return numbers.map((number, at) => row(`${kind}-${String(number).padStart(3, "0")}-${campaign}`, at));
}

/** The same in an order that is always the same and means nothing. */
export function shuffled<Item>(items: readonly Item[]): Item[] {
  const random = seededRandom(items.length);
  return items
    .map((item) => ({ item, place: random() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ item }) => item);
}

/** The ids of rows in the order of these columns ("-" before a name: downwards), and of those alike by id. */
export function idsBy<Row extends { id: string }>(rows: readonly Row[], ...columns: string[]): string[] {
  return [...rows].toSorted((one, other) => compare(one, other, [...columns, "id"])).map(({ id }) => id);
}

function compare(one: object, other: object, columns: readonly string[]): number {
  for (const column of columns) {
    const name = column.replace(/^-/, "");
    const [a, b] = [one, other].map((row) => Object.entries(row).find(([key]) => key === name)?.[1] ?? "~");
    if (a === b) continue;
    const isNumber = typeof a === "number" && typeof b === "number";
    const order = isNumber ? a - b : String(a) < String(b) ? -1 : 1;
    return column.startsWith("-") ? -order : order;
  }
  return 0;
}
