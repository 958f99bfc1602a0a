import type { ReactNode } from "react";
import { formatDate } from "#app/time/format.ts";
import { State } from "#app/ui/marks.tsx";
import { formatAsOf } from "../../as-of.ts";
import { FiguresByEdition } from "../../figures-by-edition.tsx";
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
