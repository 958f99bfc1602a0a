import { isStale } from "#app/campaign/paper-text/footnotes.ts";
import type { Footnote, FootnoteSource } from "#app/campaign/paper-text/paper.ts";
import { isWebAddress } from "#app/text/text-limits.ts";
import { formatAsOf } from "#app/time/as-of.ts";
import { formatDate } from "#app/time/format.ts";
import { State } from "#app/ui/marks.tsx";
import type { PaperView } from "./paper-view.server.ts";

/** The footnotes of the paper in their numbers, each with its claim, date, edition and sources. */
export function PaperSources({ view: { numbered, today } }: { view: PaperView }) {
  if (numbered.length === 0) return <div data-renewed="sources" />;
  return (
    <ol className="fn" aria-label="Sources" data-renewed="sources">
      {numbered.map(({ number, footnote }) => (
        <li key={footnote.proofPointId} id={`f${number}`} value={number}>
          {footnote.code}. {footnote.claim}{" "}
          {footnote.edition === null ? null : `Edition: ${footnote.edition}. `}
          As of {formatAsOf(footnote.asOf)}. <SourceList sources={footnote.sources} />{" "}
          <Marks footnote={footnote} today={today} />
          {footnote.caveat === "" ? null : <span className="noprint note"> {footnote.caveat}</span>}
        </li>
      ))}
    </ol>
  );
}

function SourceList({ sources }: { sources: readonly FootnoteSource[] }) {
  return (
    <>
      {sources.map((source, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn once
        <span key={index}>
          {index === 0 ? null : "; "}
          <SourceName source={source} />
        </span>
      ))}
      .
    </>
  );
}

function SourceName({ source: { title, publisher, publishedOn, address } }: { source: FootnoteSource }) {
  const published = publishedOn === null ? "" : formatAsOf(publishedOn);
  const name = [title, publisher, published].filter(Boolean).join(", ");
  if (address === null || !isWebAddress(address)) return name;
  return (
    <a href={address} rel="noreferrer">
      {name}
    </a>
  );
}

function Marks({ footnote, today }: { footnote: Footnote; today: string }) {
  return (
    <>
      {footnote.reviewBy !== null && isStale(footnote, today) ? (
        <State kind="bad">Stale since {formatDate(footnote.reviewBy)}</State>
      ) : null}{" "}
      {footnote.isInternal ? <State kind="bad">Internal, not to be disclosed</State> : null}
    </>
  );
}
