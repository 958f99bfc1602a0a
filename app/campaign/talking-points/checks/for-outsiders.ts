import {
  type Block,
  type Footnote,
  isNoteToSpeaker,
  SECTION_TITLES,
  type TalkingPoints,
} from "#app/campaign/paper-text/paper.ts";
import type { Handling } from "#app/text/handling.ts";
import { plainWords } from "#app/text/marks.ts";
import { distinctiveNumbers, tellsClaim } from "./internal-facts.ts";

/** A proof point that must not be disclosed, as far as its words can be recognised in a text. */
export type InternalFact = Pick<Footnote, "proofPointId" | "code" | "claim" | "figures">;

/** What our own side keeps to itself: internal proof points, and objections that are difficult questions for us. */
export type KeptInside = { facts: readonly InternalFact[]; difficultQuestions: ReadonlySet<string> };

/** Why a block stays inside. */
export type InsideReason =
  | "note to the speaker"
  | "internal claim"
  | "internal sources only"
  | "internal figure"
  | "difficult question";

/** Something that an outsider's copy goes without. */
export type LeftOut =
  | { part: "speaker" | "ask" | "objective" }
  | { part: "section"; section: "avoid" | "background"; blocks: number }
  | { part: "block"; block: Block; why: InsideReason; codes: readonly string[] }
  | { part: "footnotes"; block: Block; codes: readonly string[] };

export type OutsidersCopy = { paper: TalkingPoints; leftOut: readonly LeftOut[] };

/**
 * The paper as outsiders may have it: points to make and replies, word for word, without what is ours alone. Speaker,
 * ask, objective, the lines to avoid and the background stay inside; so does a block that is a note to the speaker,
 * tells an internal claim or figure, cites internal facts only, or answers a difficult question. Of a block that cites an internal fact beside
 * free ones, that footnote stays inside and the words go: whoever sends them is told. No sentence is ever cut out of
 * a block, since the rest would be another text. Source: DOMAIN.md, proof point (internal) and rule 7.
 */
export function forOutsiders(paper: TalkingPoints, inside: KeptInside): OutsidersCopy {
  const judged = paper.blocks.filter(isForTheRoom).map((block) => judge(block, inside));
  const kept = judged.flatMap(({ kept }) => (kept === null ? [] : [kept]));
  return {
    paper: { title: paper.title, speaker: "", ask: "", objective: "", blocks: kept },
    leftOut: [...ourOwn(paper), ...judged.flatMap(({ leftOut }) => leftOut)],
  };
}

/** Whether a text with this handling mark may be given to outsiders at all [FIRST TLP 2.0]. */
export function mayGoToOutsiders(handling: Handling): boolean {
  return handling !== "TLP:RED" && handling !== "TLP:AMBER+STRICT";
}

type Judged = { kept: Block | null; leftOut: readonly LeftOut[] };

function judge(block: Block, inside: KeptInside): Judged {
  const internal = block.footnotes.filter(({ isInternal }) => isInternal);
  const codes = internal.map(({ code }) => code);
  const why = whyInside(block, internal, inside);
  if (why !== null) return { kept: null, leftOut: [{ part: "block", block, why, codes }] };
  if (internal.length === 0) return { kept: block, leftOut: [] };
  const footnotes = block.footnotes.filter(({ isInternal }) => !isInternal);
  return { kept: { ...block, footnotes }, leftOut: [{ part: "footnotes", block, codes }] };
}

function whyInside(block: Block, cited: readonly Footnote[], inside: KeptInside): InsideReason | null {
  const { origin } = block;
  if (isNoteToSpeaker(block)) return "note to the speaker";
  if (origin.kind === "objection" && inside.difficultQuestions.has(origin.id)) return "difficult question";
  const facts = [...inside.facts, ...cited];
  const isFromInside = origin.kind === "proof point" && facts.some((fact) => fact.proofPointId === origin.id);
  const words = `${block.heading}\n${block.text}`;
  if (isFromInside || facts.some((fact) => tellsClaim(words, fact.claim))) return "internal claim";
  if (cited.length > 0 && cited.length === block.footnotes.length) return "internal sources only";
  return tellsFigure(block, words, facts) ? "internal figure" : null;
}

/** A number that an internal fact gives, and no free source of the same block. */
function tellsFigure(block: Block, words: string, facts: readonly InternalFact[]): boolean {
  const free = block.footnotes.filter(({ isInternal }) => !isInternal).flatMap(numbersOf);
  const internal = facts.flatMap(numbersOf).filter((number) => !free.includes(number));
  return distinctiveNumbers(words).some((number) => internal.includes(number));
}

function numbersOf({ claim, figures }: InternalFact): readonly string[] {
  return [claim, ...figures.map(({ value }) => value)].flatMap(distinctiveNumbers);
}

function isForTheRoom({ section }: Block): boolean {
  return section === "points to make" || section === "if raised";
}

function ourOwn(paper: TalkingPoints): readonly LeftOut[] {
  const facts = (["speaker", "ask", "objective"] as const).filter((part) => paper[part] !== "");
  const sections = (["avoid", "background"] as const).map((section) => ({
    part: "section" as const,
    section,
    blocks: paper.blocks.filter((block) => block.section === section).length,
  }));
  return [...facts.map((part) => ({ part })), ...sections.filter(({ blocks }) => blocks > 0)];
}

/** Why a text with this handling mark is given to no outsider. */
export function explainHandlingRefusal(handling: Handling): string {
  return `The paper is ${handling}, so no copy of it may go to outsiders. Change its handling first, at the head of the paper.`;
}

/** What one line of the list says of what stays inside. */
export function explainLeftOut(left: LeftOut): string {
  switch (left.part) {
    case "speaker":
      return "The speaker";
    case "ask":
      return "The ask";
    case "objective":
      return "The objective";
    case "section":
      return `${SECTION_TITLES[left.section]}: ${left.blocks === 1 ? "one block" : `${left.blocks} blocks`}`;
    case "block":
      return `${explainInside(left.why)}: ${left.block.heading || plainWords(left.block.text)}`;
    case "footnotes":
      return `${left.codes.length === 1 ? "The footnote to an internal fact" : "The footnotes to internal facts"} (${left.codes.join(", ")}). The words stay in, so check them: ${plainWords(left.block.text)}`;
  }
}

const INSIDE: Readonly<Record<InsideReason, string>> = {
  "note to the speaker": "A note to the speaker, which is guidance, not words to say",
  "internal claim": "A block that states an internal fact",
  "internal figure": "A block with a figure found only in an internal fact",
  "internal sources only": "A block that rests only on internal facts",
  "difficult question": "The reply to a difficult question",
};

function explainInside(why: InsideReason): string {
  return INSIDE[why];
}
