import type { Piece } from "./pieces.ts";
import type { Said } from "./said.ts";

/** A piece of which something is known. */
export type Saying = Piece & { says: Said };

/** A question that the line leaves open; each choice is the line as it would be clear. */
export type Doubt = { text: string; question: string; choices: { label: string; line: string }[] };

const CONTRADICTIONS = [
  "date",
  "best by",
  "time",
  "length",
  "kind",
  "ground rule",
  "place",
  "link",
  "schedule",
] as const;

const QUESTIONS = {
  date: "Which day is meant?",
  "best by": "Which day is it best held by?",
  time: "Which time is meant?",
  length: "Which length is meant?",
  kind: "Which kind of event is it?",
  "ground rule": "Which ground rule is meant?",
  place: "Which place is meant?",
  link: "Which link is meant?",
  schedule: "Is it tentative or confirmed?",
} as const;

type About = (typeof CONTRADICTIONS)[number];

/** What the line says twice, in different ways: it is asked which is meant, and neither is taken. */
export function contradictionsIn(line: string, pieces: readonly Saying[]): { about: About; doubt: Doubt }[] {
  return CONTRADICTIONS.flatMap((about) => contradictionIn(line, pieces, about));
}

function contradictionIn(
  line: string,
  pieces: readonly Saying[],
  about: About,
): { about: About; doubt: Doubt }[] {
  const saying = pieces.filter(({ says }) => says.about === about);
  const different = new Set(saying.map(({ says }) => JSON.stringify(says)));
  if (different.size < 2) return [];
  const choices = saying.map((kept) => ({
    label: kept.text,
    line: without(
      line,
      saying.filter((piece) => piece !== kept),
    ),
  }));
  const text = saying.map((piece) => piece.text).join(", ");
  return [{ about, doubt: { text, question: QUESTIONS[about], choices } }];
}

function without(line: string, pieces: readonly Piece[]): string {
  const cut = pieces.toReversed().reduce((rest, { from, to }) => rest.slice(0, from) + rest.slice(to), line);
  return cut
    .replace(/\s*,(?:\s*,)+/g, ",")
    .replace(/\s+/g, " ")
    .replace(/^[\s,]+|[\s,]+$/g, "");
}

/** The question that a piece asks, if it asks one. */
export function doubtIn(line: string, { from, to, text, says }: Saying): Doubt[] {
  if (says.about !== "doubt") return [];
  const choices = says.choices.map((choice) => ({
    label: choice.label,
    line: line.slice(0, from) + choice.text + line.slice(to),
  }));
  return [{ text, question: says.question, choices }];
}
