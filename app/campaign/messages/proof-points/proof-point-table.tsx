// biome-ignore-all lint/a11y/noRedundantRoles: on narrow screens the style takes the table's own roles away

import { formatFigure } from "#app/text/figures.ts";
import { formatAsOf } from "#app/time/as-of.ts";
import { formatDay } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { TableHead } from "#app/ui/list.tsx";
import { unbroken } from "#app/ui/marked-text.tsx";
import { State } from "#app/ui/marks.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import { reviewInWords } from "../message-words.ts";
import type { ProofPoint } from "./row.server.ts";
import { staleEvidence } from "./stale-evidence.ts";

/** Proof points with their sources, dates, editions and caveats. */
export function ProofPointTable({ proofPoints, base }: { proofPoints: readonly ProofPoint[]; base: string }) {
  return (
    <table className="table stacked proof-table" role="table">
      <TableHead labels={["Proof point", "Source and date", "Review by"]} />
      <tbody>
        {proofPoints.map((proofPoint) => (
          <ProofPointRow key={proofPoint.id} proofPoint={proofPoint} base={base} />
        ))}
      </tbody>
    </table>
  );
}

function ProofPointRow({ proofPoint, base }: { proofPoint: ProofPoint; base: string }) {
  const today = useToday();
  const { code, claim, figures, caveat, sources, asOf, edition, checkedOn, disclosure, retiredAt } =
    proofPoint;
  const review = reviewInWords(proofPoint.reviewBy, today);
  return (
    <tr role="row">
      <td role="cell">
        <a href={`${base}/proof-points/${code}`}>{code}</a> {unbroken(claim)}
        {retiredAt === null ? null : (
          <>
            {" "}
            <State kind="off">Retired</State>
          </>
        )}
        {disclosure === "internal" ? (
          <>
            {" "}
            <State kind="bad">Internal</State>
          </>
        ) : null}
        {figures.length === 0 ? null : (
          <ul className="note editions">
            {figures.map((figure) => (
              <li key={formatFigure(figure)}>{formatFigure(figure)}</li>
            ))}
          </ul>
        )}
        {caveat === "" ? null : <p className="note">{caveat}</p>}
      </td>
      <td role="cell">
        {sources.map((source) => (
          <SourceLink key={source.id} source={source} />
        ))}
        <span className="note">
          As of {formatAsOf(asOf)}
          {edition === null ? null : `. ${edition}`}
        </span>
      </td>
      <td role="cell">
        <State kind={review.kind}>{review.words}</State>
        <br />
        <span className="note">
          {checkedOn === null ? "Not checked yet" : `Checked ${formatDay(checkedOn, today)}`}
        </span>
      </td>
    </tr>
  );
}

/** A source, as a link where it has an address. It opens outside the product. */
function SourceLink({ source }: { source: ProofPoint["sources"][number] }) {
  const { title, publisher, publishedOn, address } = source;
  const words =
    publisher === ""
      ? title
      : [publisher, publishedOn ? formatAsOf(publishedOn) : ""].filter(Boolean).join(", ");
  return (
    <span className="proof-source">
      {address === null ? (
        words
      ) : (
        <a href={address} rel="noreferrer external" title={title}>
          {words}
        </a>
      )}
    </span>
  );
}

/** The marks of whatever leans on these proof points: one for each that is past its review date. */
export function StaleEvidence({
  evidence,
}: {
  evidence: readonly { code: string; reviewBy: CalendarDate | null }[];
}) {
  return staleEvidence(evidence, useToday()).map((words) => (
    <State key={words} kind="bad">
      {words}
    </State>
  ));
}

/** Sources with all that is known of each, as the page of what leans on them has them. */
export function SourceList({ sources }: { sources: ProofPoint["sources"] }) {
  return (
    <ul className="uses">
      {sources.map(({ id, title, publisher, address, kind, publishedOn }) => (
        <li key={id} className="proof-source">
          {address === null ? (
            title
          ) : (
            <a href={address} rel="noreferrer external">
              {title}
            </a>
          )}
          <br />
          <span className="note">
            {[publisher, kind, publishedOn ? formatAsOf(publishedOn) : ""].filter(Boolean).join(", ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
