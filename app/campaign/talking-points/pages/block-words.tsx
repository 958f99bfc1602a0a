import { FootnoteLink, MarkedText } from "#app/ui/marked-text.tsx";
import { footnoteNumbers, type NumberedFootnote, unmarkedFootnotes } from "../footnotes.ts";
import type { Block } from "../talking-points.ts";

/** The words of a block as they are read, each footnote at its mark, those without a mark at the end. */
export function BlockWords({ block, numbered }: { block: Block; numbered: readonly NumberedFootnote[] }) {
  const numberOf = (code: string) => numbered.find((one) => one.footnote.code === code)?.number ?? null;
  return (
    <>
      {block.heading === "" ? null : <b className="heading">{block.heading}</b>}
      <span className="words">
        <MarkedText text={block.text} numberOf={numberOf} />
      </span>
      {footnoteNumbers(numbered, unmarkedFootnotes(block)).map((number) => (
        <sup key={number}>
          <FootnoteLink number={number} />
        </sup>
      ))}
    </>
  );
}
