import type { ReactNode } from "react";
import { formatAsOf } from "#app/domain/messages/as-of.ts";
import type { Figure } from "#app/domain/messages/library.ts";
import { formatDate } from "#app/domain/time/format.ts";
import { State } from "#app/ui/marks.tsx";
import type { ProofPoint } from "#db/queries/proof-point-list.server.ts";
import { reviewInWords } from "./message-words.ts";
import type { ProofPointView } from "./proof-point-view.server.ts";

/** Date, edition, review, caveat, figures by edition and sources of a proof point. */
export function ProofPointFacts({ view: { proofPoint, today } }: { view: ProofPointView }) {
  const { asOf, edition, checkedOn, reviewBy, caveat, confidence, disclosure, ownerName, figures, sources } =
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
      {figures.length === 0 ? null : <Figures figures={figures} />}
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

function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">Figures by edition</h2>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Value</th>
            <th scope="col">Edition</th>
          </tr>
        </thead>
        <tbody>
          {figures.map(({ what, value, edition }) => (
            <tr key={`${what} ${value} ${edition}`}>
              <th scope="row">{what}</th>
              <td className="nowrap">{value}</td>
              <td>{edition}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Sources({ sources }: { sources: ProofPoint["sources"] }) {
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">Sources</h2>
      <ul className="uses">
        {sources.map(({ id, title, address, kind, publishedOn }) => (
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
              {[kind, publishedOn ? formatAsOf(publishedOn) : ""].filter(Boolean).join(", ")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
