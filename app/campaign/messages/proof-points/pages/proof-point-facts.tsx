import { Fragment, type ReactNode } from "react";
import { formatAsOf } from "#app/time/as-of.ts";
import { formatDay } from "#app/time/format.ts";
import { inWords } from "#app/ui/conflict.tsx";
import { TableHead } from "#app/ui/list.tsx";
import { State } from "#app/ui/marks.tsx";
import { reviewInWords } from "../../message-words.ts";
import { type FigureInEdition, hasSeveralEditions } from "../citations.ts";
import { SourceList } from "../proof-point-table.tsx";
import type { ProofPointView } from "../proof-point-view.server.ts";
import { factsRecord } from "../record.ts";
import type { ProofPoint } from "../row.server.ts";

/** How far the fact carries, by its record, figures by edition and sources of a proof point. */
export function ProofPointFacts({ view }: { view: ProofPointView }) {
  const { proofPoint } = view;
  return (
    <>
      <section aria-labelledby="facts">
        <h2 id="facts">Limits of the evidence</h2>
        <dl className="message-facts">
          <Facts view={view} />
          <Fact name="Owner">{proofPoint.ownerName ?? "No one yet"}</Fact>
        </dl>
      </section>
      {view.figures.length === 0 ? null : <FiguresByEdition view={view} />}
      <Sources sources={proofPoint.sources} />
    </>
  );
}

function Facts({ view: { proofPoint, today } }: { view: ProofPointView }) {
  const { reviewBy, checkedOn, disclosure } = proofPoint;
  const typed = factsRecord.typed(proofPoint);
  const review = reviewInWords(reviewBy, today);
  const own: Readonly<Record<string, ReactNode>> = {
    reviewBy: (
      <>
        {reviewBy === null || review.kind === "ok" ? null : `${formatDay(reviewBy, today)}\u2002`}
        <State kind={review.kind}>{review.words}</State>
      </>
    ),
    disclosure: <State kind={disclosure === "internal" ? "bad" : "ok"}>{disclosure}</State>,
  };
  return factsRecord.fields
    .filter(({ name }) => name in own || typed[name]?.[0] !== "")
    .map((field) => (
      <Fragment key={field.name}>
        <Fact name={field.label}>{own[field.name] ?? inWords(factsRecord, typed)[field.name]}</Fact>
        {field.name === "reviewBy" ? (
          <Fact name="Checked">{checkedOn === null ? "Not yet" : formatDay(checkedOn, today)}</Fact>
        ) : null}
      </Fragment>
    ));
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="prewrap">{children}</dd>
    </div>
  );
}

function Sources({ sources }: { sources: ProofPoint["sources"] }) {
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">Sources</h2>
      <SourceList sources={sources} />
    </section>
  );
}

/** Every figure of the proof point, with all that the campaign has under the same name: each with its edition, none mixed. */
function FiguresByEdition({ view }: { view: ProofPointView }) {
  const { figures, proofPoint } = view;
  const several = figures.filter(hasSeveralEditions);
  return (
    <section aria-labelledby="editions">
      <h2 id="editions">Figures by edition</h2>
      {several.length === 0 ? null : (
        <p className="small">
          {several.length === 1 ? "One figure is" : `${several.length} figures are`} on record with more than
          one value or edition. Always say which edition you are quoting, and never mix editions.
        </p>
      )}
      <table className="table">
        <TableHead labels={["Figure", "Value", "Edition", "Proof point"]} />
        {figures.map((figure) => (
          <tbody key={figure.what}>
            {figure.values.map((one, index) => (
              <tr key={`${one.code} ${one.value} ${one.edition}`}>
                {index === 0 ? (
                  <th scope="rowgroup" rowSpan={figure.values.length}>
                    {figure.what}
                  </th>
                ) : null}
                <td className="nowrap">{one.value}</td>
                <td>{one.edition}</td>
                <td>
                  <Place one={one} view={view} isOwn={one.code === proofPoint.code} />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function Place({ one, view, isOwn }: { one: FigureInEdition; view: ProofPointView; isOwn: boolean }) {
  const review = reviewInWords(one.reviewBy, view.today);
  return (
    <>
      {isOwn ? one.code : <a href={`${view.base}/proof-points/${one.code}`}>{one.code}</a>}
      <span className="note">, as of {formatAsOf(one.asOf)}</span>
      {review.kind === "bad" ? (
        <>
          {" "}
          <State kind="bad">{review.words}</State>
        </>
      ) : null}
    </>
  );
}
