import type { Change, Description } from "./change.server.ts";

/**
 * The change for a part of it that describes itself when it is made alone: the whole is described once, by whoever makes
 * it. `described` answers what the part said of itself.
 */
export function partOfChange(change: Change): { part: Change; described: () => Description | null } {
  const said: Description[] = [];
  return {
    part: {
      ...change,
      describe(what) {
        said.push(what);
        return { ok: true };
      },
    },
    described: () => said.at(-1) ?? null,
  };
}
