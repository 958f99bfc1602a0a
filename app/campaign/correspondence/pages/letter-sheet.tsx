import { Fragment } from "react";
import type { Document, Line } from "#app/documents/document.ts";

/** The text as it leaves, on paper. */
export function LetterSheet({ document }: { document: Document }) {
  const { title, marks, sections } = document;
  return (
    <article className="letter-sheet" aria-label="As it will be sent">
      {marks.first.head.map(({ text }) => (
        <p key={text} className="letter-marks">
          {text}
        </p>
      ))}
      {title === "" ? null : <h2>{title}</h2>}
      {sections
        .flatMap(({ blocks }) => blocks)
        .map((block, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs are drawn once, in their order
          <p key={at}>
            {block.kind === "paragraph" ? (
              <Lines lines={block.lines} />
            ) : block.kind === "words" ? (
              block.text
            ) : null}
          </p>
        ))}
    </article>
  );
}

function Lines({ lines }: { lines: readonly Line[] }) {
  return lines.map((line, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines and their runs stay where they are
    <Fragment key={row}>
      {row === 0 ? null : <br />}
      {line.map((run, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <Run key={at} run={run} />
      ))}
    </Fragment>
  ));
}

function Run({ run }: { run: Line[number] }) {
  if (run.kind === "note") return null;
  const emphasised = run.isEmphasis ? <em>{run.text}</em> : run.text;
  return run.isStrong ? <strong>{emphasised}</strong> : emphasised;
}
