import { CHAMBERS, type Chamber } from "./session-day.ts";

/** An organisation's chamber as the files of Congress have it: "house", "senate" or "joint". */
type Whose = { isCongress: boolean; chamber: string | null };

/**
 * The chambers that these audiences and people belong to, the House first. Where it is Congress and the record does not
 * say which chamber, or says both, it is both; outside Congress there is none.
 */
export function chambersOf(all: readonly Whose[]): Chamber[] {
  return CHAMBERS.filter((chamber) => all.some((one) => one.isCongress && isOf(one.chamber, chamber)));
}

function isOf(recorded: string | null, chamber: Chamber): boolean {
  const plain = recorded?.toLowerCase() ?? "";
  return plain === chamber.toLowerCase() || !CHAMBERS.some((one) => one.toLowerCase() === plain);
}
