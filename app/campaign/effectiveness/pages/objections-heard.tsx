import { addressOf } from "#app/http/addresses.ts";
import { capital } from "#app/text/in-words.ts";
import { TableHead } from "#app/ui/list.tsx";
import { heardInWords, type ObjectionHeard } from "../reception-report.ts";
import type { EffectivenessView } from "./effectiveness-view.server.ts";

const MOST_SHOWN = 6;

/** What was objected at meetings: how many times, how many of them answered, who has not pressed it again. */
export function ObjectionsHeard({ view }: { view: EffectivenessView }) {
  const { objections, campaignId } = view;
  const most = objections[0]?.heard ?? 1;
  const [shown, rest] = [objections.slice(0, MOST_SHOWN), objections.slice(MOST_SHOWN)];
  return (
    <section aria-labelledby="objections">
      <h2 id="objections">What audiences object to</h2>
      {objections.length === 0 ? (
        <p className="empty">No objections heard yet.</p>
      ) : (
        <>
          <Bars objections={shown} most={most} campaignId={campaignId} />
          {rest.length === 0 ? null : (
            <details>
              <summary>{rest.length === 1 ? "1 more" : `${rest.length} more`}</summary>
              <Bars objections={rest} most={most} campaignId={campaignId} />
            </details>
          )}
          <p className="note">
            The first part of each bar shows objections answered at the meeting. “Not pressed again” counts
            audiences that were answered last time and have met us since without raising it.
          </p>
        </>
      )}
    </section>
  );
}

type Listed = { objections: readonly ObjectionHeard[]; most: number; campaignId: string };

function Bars({ objections, most, campaignId }: Listed) {
  return (
    <table className="bars">
      <TableHead labels={["Objection", "Times heard, answered, not pressed again"]} />
      <tbody>
        {objections.map((objection) => (
          <tr key={objection.id}>
            <th scope="row">
              <a href={addressOf.objection(campaignId, objection.code)}>{objection.name}</a>{" "}
              <span className="note">{aboutIt(objection)}</span>
            </th>
            <td>
              <div className="paired-bar">
                <i style={{ width: widthOf(objection.answered, most) }} />
                <i style={{ width: widthOf(objection.heard - objection.answered, most) }} />
              </div>
              {capital(heardInWords(objection))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function widthOf(times: number, most: number): string {
  return `${Math.round((1000 * times) / most) / 10}%`;
}

function aboutIt({ messages, isDifficultQuestion }: ObjectionHeard): string {
  const against = messages.length === 0 ? [] : [`on ${messages.join(", ")}`];
  return [...against, ...(isDifficultQuestion ? ["difficult question"] : [])].join(", ");
}
