import type { ClearedFor } from "#app/campaign/clearances/clearance-status.ts";
import type { Block, Footnote, NewBlock } from "#app/campaign/paper-text/paper.ts";
import { staleSince } from "#app/time/as-of.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

/** Something in the message library that can be put into a paper, and the block that this makes. */
export type LibraryItem = {
  kind: "key message" | "framing" | "objection" | "proof point";
  /** The message, framing, objection or proof point; with `part` it names the item. */
  id: string;
  part: "talking point" | "avoid" | "framing" | "words to say" | "claim";
  title: string;
  clearedFor: ClearedFor;
  /** "stale since 1 Apr" of a proof point that is. */
  stale: string;
  isInternal: boolean;
  block: NewBlock;
};

/** A message's cleared talking point with its proof points, and its line to avoid where it has one. */
export function messageItems(
  revision: {
    messageId: string;
    revisionId: string;
    talkingPoint: string;
    avoid: string;
    clearedFor: ClearedFor;
  },
  footnotes: readonly Footnote[],
): readonly LibraryItem[] {
  const { messageId: id, revisionId, talkingPoint, avoid, clearedFor } = revision;
  const item = { kind: "key message", id, clearedFor, stale: "", isInternal: false } as const;
  const block = (section: "points to make" | "avoid", text: string, cited: readonly Footnote[]) => ({
    section,
    heading: "",
    text,
    origin: { kind: "key message", id, revisionId, text } as const,
    footnotes: cited,
  });
  const point = { ...item, part: "talking point", title: talkingPoint } as const;
  const warning = { ...item, part: "avoid", title: avoid } as const;
  return [
    { ...point, block: block("points to make", talkingPoint, footnotes) },
    ...(avoid === "" ? [] : [{ ...warning, block: block("avoid", avoid, []) }]),
  ];
}

/** The cleared wording of a message for one audience, with the message's proof points. */
export function framingItem(
  framing: {
    framingId: string;
    messageId: string;
    revisionId: string;
    audienceName: string;
    text: string;
    clearedFor: ClearedFor;
  },
  footnotes: readonly Footnote[],
): LibraryItem {
  const { framingId: id, messageId, revisionId, audienceName, text, clearedFor } = framing;
  const origin = { kind: "framing", id, messageId, revisionId, text } as const;
  return {
    kind: "framing",
    id,
    part: "framing",
    title: `For ${audienceName}: ${text}`,
    clearedFor,
    stale: "",
    isInternal: false,
    block: { section: "points to make", heading: "", text, origin, footnotes },
  };
}

/** The words to say to an objection, under its name. */
export function objectionItem(
  objection: { id: string; name: string; wordsToSay: string; clearedFor: ClearedFor },
  footnotes: readonly Footnote[],
): LibraryItem {
  const { id, name, wordsToSay: text, clearedFor } = objection;
  const origin = { kind: "objection", id, text, isWordsToSay: true } as const;
  const block = { section: "if raised", heading: name, text, origin, footnotes } as const;
  return {
    kind: "objection",
    id,
    part: "words to say",
    title: name,
    clearedFor,
    stale: "",
    isInternal: false,
    block,
  };
}

/** A proof point's claim as a point to make, with itself as its source. `today` decides whether it is stale. */
export function proofPointItem(footnote: Footnote, today: CalendarDate): LibraryItem {
  const { proofPointId: id, claim: text, isInternal } = footnote;
  const origin = { kind: "proof point", id, text } as const;
  const block = { section: "points to make", heading: "", text, origin, footnotes: [footnote] } as const;
  const title = `${footnote.code}. ${text}`;
  return {
    kind: "proof point",
    id,
    part: "claim",
    title,
    clearedFor: "nobody",
    stale: staleSince(footnote.reviewBy, today),
    isInternal,
    block,
  };
}

/** Whether the paper has this item already: a block from the same origin in the same section. */
export function isInPaper(item: LibraryItem, blocks: readonly Block[]): boolean {
  return blocks.some(
    ({ origin, section }) =>
      origin.kind === item.kind && origin.id === item.id && section === item.block.section,
  );
}
