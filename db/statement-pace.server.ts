/** By its SQL text whether a statement is quick, or how often it has run in a worker since it was slow. One for each database. */
export type Paces = Map<string, "quick" | number>;

const quickBelowMilliseconds = 2;
const slowAboveMilliseconds = 4;
/** The answer of a worker waits for this thread: under so many milliseconds it says little, and one time in ten is tried here. */
const unsureBelowMilliseconds = 20;
const triedAfter = 10;
const remembered = 2_000;

export function mayRunInline(paces: Paces, sql: string): boolean {
  return paces.get(sql) === "quick";
}

/** Keeps whether a statement may run on the calling thread next time; a slow one must prove itself in a worker. */
export function rememberPace(paces: Paces, sql: string, milliseconds: number, wasInline: boolean): void {
  if (wasInline && milliseconds <= slowAboveMilliseconds) return;
  if (paces.size >= remembered) paces.clear();
  const known = paces.get(sql);
  const runs = wasInline || known === undefined || known === "quick" ? 0 : known + 1;
  const isTried = runs >= triedAfter && milliseconds < unsureBelowMilliseconds;
  paces.set(sql, !wasInline && (isTried || milliseconds < quickBelowMilliseconds) ? "quick" : runs);
}

const longestTurnMilliseconds = 10;
let turnBegan: number | null = null;

/**
 * Whether this turn of the event loop has asked its first statement less than 10 ms ago. After that the next one belongs to a
 * worker: one quick statement after the other on this thread would let nobody in between.
 */
export function isTurnShort(now: number): boolean {
  if (turnBegan === null) {
    turnBegan = now;
    setImmediate(() => {
      turnBegan = null;
    });
  }
  return now - turnBegan < longestTurnMilliseconds;
}
