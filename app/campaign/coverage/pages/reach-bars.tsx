import { CountBar } from "#app/campaign/activity/count-bar.tsx";
import { shareInWords, shareOf } from "#app/text/share.ts";
import { formatDays } from "#app/time/format.ts";
import { TableHead } from "#app/ui/table-head.tsx";
import type { CoverageReport } from "../coverage-report.ts";

/** Of each priority how many audiences were met within 90 days. */
export function ReachBars({ report }: { report: CoverageReport }) {
  const { reach, reachDays, reachFrom, day } = report;
  return (
    <section aria-labelledby="reach">
      <h2 id="reach">Reached in the last {reachDays} days</h2>
      <table className="tbl reach">
        <caption className="vh">
          Audiences met in the last {reachDays} days, by priority: so many of so many, and how many were never
          met
        </caption>
        <TableHead labels={["Priority", "Reached", "Never met"]} figures={["Never met"]} />
        <tbody>
          {reach.map(({ priority, audiences, reached, neverMet }) => (
            <tr key={priority}>
              <th scope="row">Priority {priority}</th>
              <td>
                <CountBar part={reached} whole={audiences} /> {shareInWords(shareOf(reached, audiences))}
              </td>
              <td className="num">{neverMet}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="note">
        {formatDays(reachFrom, day)}. One held event of this campaign reaches an audience.
      </p>
    </section>
  );
}
