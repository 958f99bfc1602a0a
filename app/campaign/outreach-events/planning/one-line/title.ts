import type { Piece } from "./pieces.ts";
import type { Said } from "./said.ts";

/**
 * The title of the line and the pieces that belong to nothing. The title is the words before the first date, time
 * or other detail, kinds, people and audiences among them included; where the line begins with a detail, the first
 * words after it. Free words further on are in no title: they are not understood.
 */
export function titleOf(line: string, pieces: readonly Piece[]): { title: string; strays: Piece[] } {
  const start = pieces.findIndex(isOfTitle);
  if (start < 0) return { title: "", strays: [] };
  const length = pieces.slice(start).findIndex((piece) => !isOfTitle(piece));
  const end = length < 0 ? pieces.length : start + length;
  const first = pieces[start];
  const last = pieces[end - 1];
  const typed = first === undefined || last === undefined ? "" : line.slice(first.from, last.to);
  return { title: tidy(typed), strays: runsIn(line, pieces.slice(end)).filter((run) => !isJoint(run)) };
}

/** Words of which nothing is known, those that stand together as one. */
function runsIn(line: string, pieces: readonly Piece[]): Piece[] {
  const runs: Piece[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (piece.says !== null) continue;
    const before = runs.at(-1);
    const isNext = before !== undefined && before.to === pieces[index - 1]?.to && !before.endsSegment;
    if (!isNext) runs.push(piece);
    else
      runs.splice(-1, 1, { ...before, ...piece, from: before.from, text: line.slice(before.from, piece.to) });
  }
  return runs;
}

function isOfTitle({ says }: Piece): boolean {
  return says === null || staysInTitle(says);
}

function staysInTitle(says: Said): boolean {
  if (says.about === "doubt") return says.isOfTitle;
  return ["kind", "call", "ground rule", "contact", "audience"].includes(says.about);
}

/** A word that only joins two things: "and", "for", a dash. */
function isJoint({ text }: Piece): boolean {
  return /^(?:(?:and|for|with|on|in|the|[-–—·|&+])\s*)+$/i.test(text);
}

function tidy(typed: string): string {
  return typed
    .replace(/["“„”]/g, "")
    .replace(/\s+/g, " ")
    .replace(/(?:\s+(?:on|for|with|and|from|in|the|[-–—·|]))+$/i, "")
    .replace(/^(?:with|and|for|on)\s+/i, "")
    .replace(/^[\s\-–—·|]+|[\s,;:\-–—·|]+$/g, "")
    .slice(0, 200);
}
