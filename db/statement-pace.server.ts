/** How each statement went the last time, by its SQL text. One for each database. */
export type Paces = Map<string, "quick" | "slow">;

const quickBelowMilliseconds = 2;
const slowAboveMilliseconds = 4;
const remembered = 2_000;

export function mayRunInline(paces: Paces, sql: string): boolean {
  return paces.get(sql) === "quick";
}

/** Keeps whether a statement may run on the calling thread next time; a slow one must prove itself in a worker. */
export function rememberPace(paces: Paces, sql: string, milliseconds: number, wasInline: boolean): void {
  if (wasInline && milliseconds <= slowAboveMilliseconds) return;
  if (paces.size >= remembered) paces.clear();
  paces.set(sql, !wasInline && milliseconds < quickBelowMilliseconds ? "quick" : "slow");
}

export function elapsedSince(start: number): number {
  return performance.now() - start;
}
