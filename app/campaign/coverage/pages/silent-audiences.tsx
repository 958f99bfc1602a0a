import { formatShortDate } from "#app/time/format.ts";
import { State } from "#app/ui/marks.tsx";
import { TableHead } from "#app/ui/table-head.tsx";
import type { CoverageView } from "./coverage-view.server.ts";
import { Next } from "./planned-next.tsx";

/** Audiences of priority 1 and 2 that nobody has met for over 60 days: the longest silence first, what is planned beside it. */
export function SilentAudiences({ view }: { view: CoverageView }) {
  const { report, campaignId } = view;
  const silent = report.silentAudienceIds.flatMap((id) =>
    report.audiences.filter((audience) => audience.id === id),
  );
  return (
    <section aria-labelledby="silent">
      <h2 id="silent">Priority audiences silent</h2>
      {silent.length === 0 ? (
        <p>Every audience of priority 1 and 2 has been met within {report.silentAfterDays} days.</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone the table scrolls in its own region
        <div className="scroll" tabIndex={0}>
          <table className="tbl">
            <caption className="vh">Audiences of priority 1 and 2 without a meeting for over 60 days</caption>
            <TableHead
              labels={["Audience", "Priority", "Last meeting", "Silent for", "Next"]}
              figures={["Priority"]}
            />
            <tbody>
              {silent.map(({ id, name, priority, lastMetOn, silentDays, meetings, next }) => (
                <tr key={id}>
                  <th scope="row">
                    <a href={`/c/${campaignId}/audiences/${id}`}>{name}</a>
                  </th>
                  <td className="num">{priority}</td>
                  <td>
                    {lastMetOn === null ? "none" : formatShortDate(lastMetOn, report.day)}
                    <span className="faint">{meetings === 0 ? "" : `, ${meetings} in all`}</span>
                  </td>
                  <td>
                    <State kind="bad">{silentDays === null ? "Never met" : `${silentDays} days`}</State>
                  </td>
                  <td>
                    <Next next={next} about={{ audience: id }} whom={name} view={view} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
