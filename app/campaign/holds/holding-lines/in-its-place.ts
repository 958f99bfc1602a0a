import { messageOfOrigin, type TalkingPoints } from "#app/campaign/paper-text/paper.ts";

/** What a hold makes of the blocks of its message: the marks beside them, and the line to say instead where one is cleared. */
export type HeldWords = { marks: readonly string[]; instead: string | null };

/**
 * The paper as it is said while holds lie: the cleared holding line stands in the place of the words of its message, once
 * in each section, without their heading and footnotes, which belong to the words that are held. What to avoid stays: nobody says
 * it. Where no line is cleared, or it
 * may not go to whom the copy is for, the words stay, and are marked. The cleared text itself does not change. Source:
 * DOMAIN.md, holding line.
 */
export function withHoldingLines(paper: TalkingPoints, held: ReadonlyMap<string, HeldWords>): TalkingPoints {
  const said = new Set<string>();
  const blocks = paper.blocks.flatMap((block) => {
    const message = messageOfOrigin(block.origin);
    const line = held.get(message ?? "")?.instead ?? null;
    if (line === null || block.section === "avoid") return [block];
    const place = `${block.section} ${message}`;
    if (said.has(place)) return [];
    said.add(place);
    return [{ ...block, heading: "", text: line, footnotes: [] }];
  });
  return { ...paper, blocks };
}
