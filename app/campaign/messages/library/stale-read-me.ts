import { staleEvidence } from "../proof-points/review-of-proof-point.ts";
import type { Library } from "./library.ts";

/**
 * What stands beside the files of a library about evidence that is past its review date on `today`: each proof point, with
 * what leans on it. Null where none is stale. The files themselves carry the review date alone: they say the same on every
 * day, so that an export without an edit changes no byte, and no reader of them takes a mark for the claim. Source:
 * DOMAIN.md, rule 7.
 */
export function staleReadMe(library: Library, today: string): string | null {
  const stale = library.proofPoints.flatMap((one) =>
    staleEvidence([one], today).map((words) => `- ${words}: ${one.claim}${leaningOn(one.code, library)}`),
  );
  if (stale.length === 0) return null;
  return ["# Stale evidence", "", ...stale, "", ADVICE, ""].join("\n");
}

const ADVICE = "Review these before anybody says them. An import leaves this file out.";

/** " Leaning on it: message 3, the reply to O4." */
function leaningOn(code: string, { messages, objections }: Library): string {
  const names = [
    ...messages.filter((one) => one.proofPoints.includes(code)).map(({ number }) => `message ${number}`),
    ...objections.filter((one) => one.proofPoints.includes(code)).map((one) => `the reply to ${one.code}`),
  ];
  return names.length === 0 ? "" : ` Leaning on it: ${names.join(", ")}.`;
}
