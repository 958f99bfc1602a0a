import { State } from "#app/ui/marks.tsx";
import { formatAsOf } from "./as-of.ts";
import { type FigureInEdition, hasSeveralEditions } from "./editions.ts";
import { reviewInWords } from "./message-words.ts";
import type { ProofPointView } from "./proof-points/proof-point-view.server.ts";

/** Every figure of the proof point, with all that the campaign has under the same name: each with its edition, none mixed. */
export function FiguresByEdition({ view }: { view: ProofPointView }) {
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
