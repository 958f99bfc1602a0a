import {
  type Document,
  type DocumentBlock,
  type Line,
  noteNumbers,
  type Section,
  shownNotes,
} from "#app/documents/document.ts";

/** The page as it comes out of the printer: the paper that its files hold, in the same order and words. No screen shows it. */
export function PrintedSheet({ document }: { document: Document }) {
  const { title, marks, leaving, facts, sections, notes, annex } = document;
  const { first, last } = marks;
  return (
    <article
      className={`printed-paper${leaving?.isWarning ? " is-warned" : ""}`}
      aria-label="To be printed"
      data-own-marks=""
    >
      <p className="printed-edge">{first.head.map(({ text }) => text).join(" ")}</p>
      <p className="printed-standing">
        <b>{leaving?.line}</b> · {leaving?.version}
      </p>
      <p className="printed-title">{title}</p>
      {facts.map(({ name, text }) => (
        <p key={name} className="printed-fact">
          {name === "" ? null : <b>{name}: </b>}
          {text}
        </p>
      ))}
      <Sections sections={sections} />
      {notes.each.length === 0 ? null : (
        <p className="printed-notes">
          {shownNotes(notes).map(({ number, text, marks }, at) => (
            <span key={number}>
              {at === 0 ? null : " · "}
              <b>{number}</b> {text} <b>{marks.join(" ")}</b>
            </span>
          ))}
          . {notes.closing}
        </p>
      )}
      {annex === null ? null : (
        <section className="printed-annex">
          <p className="printed-edge">{marks.further.head.map(({ text }) => text).join(" ")}</p>
          <p className="printed-title">{annex.title}</p>
          <Sections sections={annex.sections} />
        </section>
      )}
      <p className="printed-edge is-last">{last}</p>
    </article>
  );
}

function Sections({ sections }: { sections: readonly Section[] }) {
  return sections.map(({ title, blocks }, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: sections are never reordered
    <section key={at}>
      {title === "" ? null : <h2>{title}</h2>}
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks are never reordered
        <Block key={index} block={block} />
      ))}
    </section>
  ));
}

/** A paper is made of paragraphs and lists alone. */
function Block({ block }: { block: DocumentBlock }) {
  if (block.kind === "paragraph") {
    return block.lines.map((line, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines are never reordered
      <p key={at}>
        <Runs line={line} />
      </p>
    ));
  }
  if (block.kind !== "list") return null;
  const List = block.isNumbered ? "ol" : "ul";
  return (
    <List>
      {block.items.map(({ lines, marks }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items are never reordered
        <li key={at}>
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are never reordered
            <p key={index}>
              <Runs line={line} />
            </p>
          ))}
          {marks.map((mark) => (
            <p key={mark}>
              <b>{mark}</b>
            </p>
          ))}
        </li>
      ))}
    </List>
  );
}

function Runs({ line }: { line: Line }) {
  return line.map((run, at) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: a line is drawn once
    if (run.kind === "note") return <sup key={at}>{noteNumbers(run)}</sup>;
    const Look = run.isStrong ? "b" : run.isEmphasis ? "em" : "span";
    // biome-ignore lint/suspicious/noArrayIndexKey: a line is drawn once
    return <Look key={at}>{run.text}</Look>;
  });
}
