// biome-ignore-all lint/a11y/noRedundantRoles: on narrow screens the style takes the table’s own roles away
import { addressOf } from "#app/http/addresses.ts";
import { shareInWords } from "#app/text/in-words.ts";
import { TableHead } from "#app/ui/list.tsx";
import { unbroken } from "#app/ui/marked-text.tsx";
import { KEPT, loggingFigures } from "../activity-document.ts";
import { CountBar, CountCell, FigureLines } from "../count-bar.tsx";
import type { PromiseCounts } from "../promise-activity.ts";
import type { ActivityView } from "./activity-view.server.ts";
import { eventsLink } from "./events-counted.tsx";

/** How soon meetings were logged: the share within 48 hours, and how long it took. */
export function LoggingTimes({ view: { report, campaignId } }: { view: ActivityView }) {
  const { logging, from, to } = report;
  return (
    <section aria-labelledby="logging">
      <h2 id="logging">Logging</h2>
      {logging.meetings === 0 ? (
        <p>No meeting has ended in this period.</p>
      ) : (
        <FigureLines
          caption="How soon meetings were logged"
          figures={loggingFigures(logging)}
          listOf={(logged) => eventsLink(campaignId, { from, to, logged })}
        />
      )}
    </section>
  );
}

/** Promises that fall due in the period, ours and theirs: kept by their day, late, or overdue. */
export function PromisesKept({ view: { report, campaignId } }: { view: ActivityView }) {
  const { ours, theirs } = report.promises;
  return (
    <section aria-labelledby="promises">
      <h2 id="promises">
        Follow-ups promised and kept{" "}
        <a className="more" href={addressOf.followUps(campaignId)}>
          All follow-ups
        </a>
      </h2>
      {ours.promised + theirs.promised === 0 ? (
        <p>No follow-ups fall due in this period.</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on a phone, and the keyboard has to reach it
        <div className="scroll count-scroll report-scroll" tabIndex={0}>
          <table className="table numbers stacked" role="table">
            <caption className="visually-hidden">
              Promises that fall due in this period, and whether they were kept
            </caption>
            <TableHead labels={["Whose", ...KEPT, "Kept on time, of those kept or overdue"]} figures={KEPT} />
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
    <tr role="row">
      <th scope="row" role="rowheader">
        {whose}
      </th>
      {cells.map((n, at) => (
        <CountCell key={KEPT[at]} n={n} label={KEPT[at]?.toLowerCase() ?? ""} />
      ))}
      <td role="cell" className="share">
        <CountBar part={inTime.n} whole={inTime.of} />
        {unbroken(shareInWords(inTime))}
      </td>
    </tr>
  );
}
