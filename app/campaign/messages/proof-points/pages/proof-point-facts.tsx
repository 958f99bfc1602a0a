import type { ReactNode } from "react";
import { formatAsOf } from "#app/time/as-of.ts";
import { formatDate } from "#app/time/format.ts";
import { State } from "#app/ui/marks.tsx";
import { type FigureInEdition, hasSeveralEditions } from "../../editions.ts";
import { reviewInWords } from "../../message-words.ts";
import type { ProofPoint } from "../list.server.ts";
import type { ProofPointView } from "../proof-point-view.server.ts";

/** Date, edition, review, caveat, figures by edition and sources of a proof point. */
export function ProofPointFacts({ view }: { view: ProofPointView }) {
  const { proofPoint, today } = view;
  const { asOf, edition, checkedOn, reviewBy, caveat, confidence, disclosure, ownerName, sources } =
    proofPoint;
  const review = reviewInWords(reviewBy, today);
  return (
    <>
      <section aria-labelledby="facts">
        <h2 id="facts">How far it carries</h2>
        <dl className="facts">
          <Fact name="As of">{formatAsOf(asOf)}</Fact>
          {edition === null ? null : <Fact name="Edition">{edition}</Fact>}
          <Fact name="Review by">
            {reviewBy === null || review.kind === "ok" ? null : `${formatDate(reviewBy)} `}
            <State kind={review.kind}>{review.words}</State>
          </Fact>
          <Fact name="Checked">{checkedOn === null ? "Not yet" : formatDate(checkedOn)}</Fact>
          {caveat === "" ? null : <Fact name="Caveat">{caveat}</Fact>}
          {confidence === "" ? null : <Fact name="Confidence">{confidence}</Fact>}
          <Fact name="Disclosure">
            <State kind={disclosure === "internal" ? "bad" : "ok"}>{disclosure}</State>
          </Fact>
          <Fact name="Owner">{ownerName ?? "Nobody yet"}</Fact>
        </dl>
      </section>
      {view.figures.length === 0 ? null : <FiguresByEdition view={view} />}
      <Sources sources={sources} />
    </>
  );
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
      <ul className="uses">
        {sources.map(({ id, title, publisher, address, kind, publishedOn }) => (
          <li key={id} className="source">
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
          {several.length === 1 ? "One figure is" : `${several.length} figures are`} on record in more than
          one edition. Name the edition every time, and use one at a time.
        </p>
      )}
      <table className="tbl editions-table">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Value</th>
            <th scope="col">Edition</th>
            <th scope="col">In</th>
          </tr>
        </thead>
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
