import { type Clearance, clearanceStatus } from "#app/campaign/clearances/clearance-status.ts";
import { type Block, type Footnote, paperHash, type TalkingPoints } from "#app/campaign/paper-text/paper.ts";
import type { Handling } from "#app/text/handling.ts";

export function footnote(code = "P8", given: Partial<Footnote> = {}): Footnote {
  return {
    proofPointId: `proof-${code}`,
    code,
    claim: "Three joint declarations put the cooperation in writing.",
    figures: [{ what: "declarations", value: "3", edition: "NATO" }],
    edition: null,
    asOf: "2023-01-10",
    reviewBy: null,
    isInternal: false,
    isRetired: false,
    caveat: "",
    sources: [{ title: "Joint declaration", publisher: "NATO", publishedOn: "2023-01-10", address: null }],
    ...given,
  };
}

export function block(text: string, given: Partial<Block> = {}): Block {
  return {
    id: `block of ${text}`,
    section: "points to make",
    heading: "",
    text,
    origin: { kind: "own words" },
    footnotes: [],
    isJudgement: false,
    ...given,
  };
}

/** A block in the words of revision 1 of a key message. */
export function messageBlock(text: string, given: Partial<Block> = {}): Block {
  return block(text, {
    origin: { kind: "key message", id: "message-2", revisionId: "revision-1", text },
    ...given,
  });
}

/** A block in the words to say to an objection. */
export function replyBlock(text: string, objectionId: string, given: Partial<Block> = {}): Block {
  const origin = { kind: "objection", id: objectionId, text, isWordsToSay: true } as const;
  return block(text, { section: "if raised", origin, ...given });
}

/** A block of a time when the library had guidance alone: it holds a note to the speaker. */
export function noteBlock(text: string, objectionId: string, given: Partial<Block> = {}): Block {
  const origin = { kind: "objection", id: objectionId, text, isWordsToSay: false } as const;
  return block(text, { section: "if raised", origin, ...given });
}

export function paper(blocks: readonly Block[], given: Partial<TalkingPoints> = {}): TalkingPoints {
  return {
    title: "State, European bureau",
    ask: "",
    speaker: "Petr Dvořák",
    objective: "",
    blocks,
    ...given,
  };
}

/** How the papers of these tests travel, and are cleared to travel. */
const HANDLING = "TLP:AMBER";

/** The status of a text that travels as the papers of these tests do. */
export function statusOfText(
  text: TalkingPoints,
  clearances: readonly Clearance[],
  handling: Handling = HANDLING,
) {
  return clearanceStatus({ text, handling }, clearances);
}

export function clearanceOf(text: TalkingPoints, given: Partial<Clearance> = {}): Clearance {
  return {
    id: "clearance-1",
    hash: paperHash(text),
    text,
    handling: HANDLING,
    authority: "ministry",
    manner: "by a person",
    answers: [],
    clearedBy: "Tomáš Beran",
    clearedAt: new Date("2026-11-06T21:05:00.000Z"),
    isOwnDraft: false,
    report: null,
    ...given,
  };
}
