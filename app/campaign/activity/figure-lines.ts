import { plainCell, type TableBlock } from "#app/documents/document.ts";

/** A figure a line: its name, its words, and what it rests on ("" for nothing to say). */
export function figureLines(
  caption: string,
  lines: readonly (readonly [name: string, text: string, detail: string])[],
): TableBlock {
  return {
    kind: "table",
    caption,
    columns: [
      { text: "What", isFigure: false, share: 1 },
      { text: "How much", isFigure: false, share: 2 },
    ],
    rows: lines.map(([name, text, detail]) => [plainCell(name), { strong: "", text, detail, tint: null }]),
  };
}
