// biome-ignore-all lint/a11y/noRedundantRoles: the phone's layout would take the roles away
import { LevelChart } from "#app/campaign/effectiveness/reception-chart.tsx";
import {
  type Document,
  type DocumentBlock,
  type Section as Part,
  type TableBlock,
  type TableCell,
  wordsOf,
} from "#app/documents/document.ts";
import { unbroken } from "#app/ui/marked-text.tsx";

/** A document as a part of a page: the words, figures and marks of its Word and PDF. It depends on the document alone. */
export function ReportPage({ report }: { report: Document }) {
  const { title, marks, facts, opening, sections } = report;
  return (
    <article className="report-page">
      <p className="report-handling">{marks.handling}. Not for classified information.</p>
      <h1>{title}</h1>
      <dl className="report-facts">
        {facts.map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className="report-lede">{opening.join(" ")}</p>
      {sections.map((section, at) => (
        <Section key={section.title} section={section} id={`part-${at + 1}`} />
      ))}
    </article>
  );
}

function Section({ section: { title, blocks }, id }: { section: Part; id: string }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks are never reordered
        <Block key={at} block={block} id={`${id}-${at + 1}`} />
      ))}
    </section>
  );
}

function Block({ block, id }: { block: DocumentBlock; id: string }) {
  switch (block.kind) {
    case "words":
      return block.text === "" ? null : <p className={block.isNote ? "note" : undefined}>{block.text}</p>;
    case "paragraph":
      return <p>{block.lines.map(wordsOf).join(" ")}</p>;
    case "list":
      return (
        <ul className="report-lines">
          {block.items.map(({ lines }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: items are never reordered
            <li key={at}>{lines.map(wordsOf).join(" ")}</li>
          ))}
        </ul>
      );
    case "table":
      return <Table table={block} />;
    case "courses":
      return (
        <>
          <div className="report-charts">
            {block.charts.map((chart, at) => (
              <figure key={chart.title}>
                <figcaption>
                  <h3>{chart.title}</h3>
                  <p>{chart.subtitle}</p>
                </figcaption>
                <LevelChart
                  id={`${id}-chart-${at + 1}`}
                  title={`${chart.title}: reception over time`}
                  description={chart.description}
                  course={chart.points}
                  marks={chart.marks}
                  height={190}
                />
              </figure>
            ))}
          </div>
          <p className="note">{block.note}</p>
        </>
      );
    case "ranges":
    case "bars":
      return (
        <ul className="report-lines">
          {block.rows.map(({ name, text }) => (
            <li key={name}>
              {name}: {text}
            </li>
          ))}
        </ul>
      );
  }
}

function Table({ table: { caption, columns, rows } }: { table: TableBlock }) {
  const isTinted = rows.some((row) => row.some(({ tint }) => tint !== null));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on a phone, and the keyboard has to reach it
    <div className="scroll table-frame" tabIndex={0}>
      <table className={isTinted ? "heat report-heat" : "table dense-table"} role="table">
        <caption className="visually-hidden">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ text, isFigure }, at) => (
              <th
                key={text}
                scope="col"
                role="columnheader"
                className={isFigure ? "number" : at === 0 && isTinted ? "row-names" : undefined}
              >
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are never reordered
            <tr key={at} role="row">
              {row.map((cell, column) => (
                <Cell
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells are never reordered
                  key={column}
                  cell={cell}
                  isHead={column === 0}
                  isFigure={columns[column]?.isFigure ?? false}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ cell, isHead, isFigure }: { cell: TableCell; isHead: boolean; isFigure: boolean }) {
  const { strong, text, detail, tint } = cell;
  const words = (
    <>
      {strong === "" ? null : <b>{strong}</b>} {unbroken(text)}
      {detail === "" ? null : <span className="detail">{unbroken(detail)}</span>}
    </>
  );
  if (isHead) {
    return (
      <th scope="row" role="rowheader">
        {words}
      </th>
    );
  }
  return (
    <td role="cell" className={tint === null ? (isFigure ? "number" : undefined) : `reception-${tint}`}>
      {words}
    </td>
  );
}
