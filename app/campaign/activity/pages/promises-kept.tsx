import { shareInWords } from "#app/text/in-words.ts";
import { TableHead } from "#app/ui/list.tsx";
import { CountBar } from "../count-bar.tsx";
import type { PromiseCounts } from "../promise-activity.ts";
import type { ActivityView } from "./activity-view.server.ts";

const FIGURES = ["Due", "Kept in time", "Kept late", "Overdue", "Not yet due"];

/** Promises that fall due in the period, ours and theirs: kept by their day, late, or overdue. */
export function PromisesKept({ view: { report, campaignId } }: { view: ActivityView }) {
  const { ours, theirs } = report.promises;
  return (
    <section aria-labelledby="promises">
      <h2 id="promises">
        Follow-ups promised and kept{" "}
        <a className="more" href={`/c/${campaignId}/follow-ups`}>
          All follow-ups
        </a>
      </h2>
      {ours.promised + theirs.promised === 0 ? (
        <p>Nothing falls due in these days.</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on a phone, and the keyboard has to reach it
        <div className="scroll" tabIndex={0}>
          <table className="tbl numbers">
            <caption className="vh">Promises that fall due in these days, and how they were kept</caption>
            <TableHead labels={["Whose", ...FIGURES, "Kept in time of those settled"]} figures={FIGURES} />
            <tbody>
              <Side whose="Our promises" counts={ours} />
              <Side whose="Their promises" counts={theirs} />
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Side({ whose, counts }: { whose: string; counts: PromiseCounts }) {
  const { promised, keptInTime, keptLate, overdue, notYetDue, inTime } = counts;
  const cells = [promised, keptInTime, keptLate, overdue, notYetDue];
  return (
    <tr>
      <th scope="row">{whose}</th>
      {cells.map((n, at) => (
        <td key={FIGURES[at]} className="num">
          {n}
        </td>
      ))}
      <td className="share">
        <CountBar part={inTime.n} whole={inTime.of} />
        {inTime.of === 0 ? <span className="faint">none yet</span> : shareInWords(inTime)}
      </td>
    </tr>
  );
}
