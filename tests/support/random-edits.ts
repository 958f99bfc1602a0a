import fc from "fast-check";
import { type Block, type Footnote, SECTIONS, type TalkingPoints } from "#app/campaign/paper-text/paper.ts";
import { block, footnote } from "./builders/paper.ts";

/** One edit of a paper: which kind, and numbers and a character from which the rest follows. */
export type RandomEdit = { kind: number; at: number; where: number; character: string };

/** Any character, invisible ones and look-alikes more often than others. */
const anyCharacter = fc.oneof(
  fc.constantFrom(
    "\u200b",
    "\u00a0",
    "\u00ad",
    "\u0301",
    "\ufeff",
    "\u200d",
    "а",
    "е",
    " ",
    "\n",
    "\t",
    "*",
    "[^P9]",
    "’",
  ),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
);

export const anyEdit: fc.Arbitrary<RandomEdit> = fc.record({
  kind: fc.nat(11),
  at: fc.nat(1000),
  where: fc.nat(1000),
  character: anyCharacter,
});

type Edit = (paper: TalkingPoints, edit: RandomEdit) => TalkingPoints;

/** What the edit makes of a paper, which has blocks with footnotes. Some edits may leave it as it was. */
export function edited(paper: TalkingPoints, edit: RandomEdit): TalkingPoints {
  return (EDITS[edit.kind % EDITS.length] ?? EDITS[0])(paper, edit);
}

const EDITS: readonly [Edit, ...Edit[]] = [
  (paper, edit) => inBlock(paper, edit, (one) => ({ ...one, text: withCharacter(one.text, edit) })),
  (paper, edit) => inBlock(paper, edit, (one) => ({ ...one, text: withoutCharacter(one.text, edit) })),
  (paper, edit) => inBlock(paper, edit, (one) => ({ ...one, heading: withCharacter(one.heading, edit) })),
  (paper, edit) => ({ ...paper, ...headWith(paper, edit) }),
  (paper, edit) => ({
    ...paper,
    blocks: paper.blocks.filter((_, index) => index !== edit.at % paper.blocks.length),
  }),
  (paper, edit) => ({
    ...paper,
    blocks: paper.blocks.toSpliced(edit.at % (paper.blocks.length + 1), 0, block(edit.character)),
  }),
  (paper, edit) => ({ ...paper, blocks: moved(paper.blocks, edit) }),
  (paper, edit) =>
    inBlock(paper, edit, (one) => ({
      ...one,
      section: SECTIONS[edit.where % SECTIONS.length] ?? one.section,
    })),
  (paper, edit) => inFootnotes(paper, edit, (all) => all.slice(1)),
  (paper, edit) =>
    inFootnotes(paper, edit, (all) => [
      ...all,
      footnote("P77", { claim: `Another claim ${edit.character}.` }),
    ]),
  (paper, edit) => inFootnotes(paper, edit, (all) => all.toReversed()),
  (paper, edit) => inFootnotes(paper, edit, (all) => all.map((one) => reworded(one, edit))),
];

function withCharacter(text: string, { where, character }: RandomEdit): string {
  const at = where % (text.length + 1);
  return text.slice(0, at) + character + text.slice(at);
}

function withoutCharacter(text: string, { where }: RandomEdit): string {
  const at = where % Math.max(1, text.length);
  return text.slice(0, at) + text.slice(at + 1);
}

function inBlock(paper: TalkingPoints, { at }: RandomEdit, change: (one: Block) => Block): TalkingPoints {
  const chosen = at % paper.blocks.length;
  return { ...paper, blocks: paper.blocks.map((one, index) => (index === chosen ? change(one) : one)) };
}

function inFootnotes(
  paper: TalkingPoints,
  edit: RandomEdit,
  change: (all: readonly Footnote[]) => readonly Footnote[],
): TalkingPoints {
  return inBlock(paper, edit, (one) => ({ ...one, footnotes: change(one.footnotes) }));
}

function headWith(paper: TalkingPoints, edit: RandomEdit): Partial<TalkingPoints> {
  const part = (["title", "ask", "speaker", "objective"] as const)[edit.at % 4] ?? "title";
  return { [part]: withCharacter(paper[part], edit) };
}

function moved(blocks: readonly Block[], { at, where }: RandomEdit): readonly Block[] {
  const [one] = blocks.slice(at % blocks.length);
  if (one === undefined) return blocks;
  return blocks.filter((other) => other !== one).toSpliced(where % blocks.length, 0, one);
}

function reworded(one: Footnote, { where, character }: RandomEdit): Footnote {
  const parts: readonly Partial<Footnote>[] = [
    { claim: one.claim + character },
    { edition: `${one.edition ?? ""}${character}` },
    { asOf: `${one.asOf}${character}` },
    { figures: one.figures.map((figure) => ({ ...figure, value: figure.value + character })) },
    { sources: one.sources.map((source) => ({ ...source, title: source.title + character })) },
  ];
  return { ...one, ...parts[where % parts.length] };
}
