// biome-ignore-all lint/a11y/noRedundantRoles: on narrow screens the style takes the table’s own roles away
import { addressOf } from "#app/http/addresses.ts";
import { shareInWords } from "#app/text/in-words.ts";
import { formatDay } from "#app/time/format.ts";
import { TableHead } from "#app/ui/list.tsx";
import { unbroken } from "#app/ui/marked-text.tsx";
import { State } from "#app/ui/marks.tsx";
import { clearanceFigures, clearedBeforeUse, MOST_NAMED, some } from "../activity-clearance.ts";
import { CountCell, FigureLines } from "../count-bar.tsx";
import { hoursInWords, spreadInWords, workingDaysInWords } from "../duration-in-words.ts";
import type { ActivityView } from "./activity-view.server.ts";

type View = { view: ActivityView };

/** How long talking points took to be cleared, desk by desk, and which were used uncleared. */
export function ClearanceTimes({ view }: View) {
  const { clearance } = view.report;
  return (
    <section aria-labelledby="clearance">
      <h2 id="clearance">
        Clearance of talking points{" "}
        <a className="more" href={addressOf.talkingPoints(view.campaignId)}>
          All papers
        </a>
      </h2>
      {clearance.cleared === 0 && clearance.rounds.sent === 0 ? (
        <p>No paper was sent or cleared in this period.</p>
      ) : (
        <FigureLines
          caption="How long clearance took"
          figures={clearanceFigures(clearance)}
          listOf={() => ""}
        />
      )}
      <Desks view={view} />
      <UsedUncleared view={view} />
    </section>
  );
}

const LABELS = ["Desk", "Asked", "Cleared", "Returned", "Open", "Before the due time", "Time to answer"];

function Desks({ view }: View) {
  const { desks } = view.report.clearance;
  if (desks.length === 0) return null;
  return (
    <>
      <h3 className="table-title">By desk</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on a phone, and the keyboard has to reach it */}
      <div className="scroll count-scroll report-scroll" tabIndex={0}>
        <table className="table numbers stacked" role="table">
          <caption className="visually-hidden">Requests and answers by desk</caption>
          <TableHead labels={LABELS} figures={LABELS.slice(1, 5)} />
          <tbody>
            {desks.map(({ id, name, asked, cleared, bySilence, returned, withdrawn, open, ...times }) => (
              <tr key={id} role="row">
                <th scope="row" role="rowheader">
                  {name}
                </th>
                <CountCell n={asked} label="asked" detail={some(withdrawn, "withdrawn").join("")} isKept />
                <CountCell
                  n={cleared}
                  label="cleared"
                  detail={some(bySilence, "by silence").join("")}
                  isKept
                />
                <CountCell n={returned} label="returned" />
                <CountCell n={open} label="open" />
                <td role="cell">
                  {unbroken(shareInWords(times.beforeDue))}
                  <span className="cell-label"> before the due time</span>
                </td>
                <td role="cell">
                  <span className="cell-label">Time to answer: </span>
                  {spreadInWords(times.workingDays, workingDaysInWords)}
                  <span className="secondary figure-detail">
                    {unbroken(spreadInWords(times.hours, hoursInWords))}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function UsedUncleared({ view: { report, campaignId } }: View) {
  const { usedPapers, usedUncleared, uncleared } = report.clearance;
  if (usedPapers === 0) return null;
  return (
    <>
      <h3 className="table-title">Papers used in this period</h3>
      <p>{unbroken(clearedBeforeUse({ usedPapers, usedUncleared }))}</p>
      {uncleared.length === 0 ? null : (
        <ul>
          {uncleared.slice(0, MOST_NAMED).map(({ paperId, title, day }) => (
            <li key={paperId}>
              <a href={addressOf.paper(campaignId, paperId)}>{title}</a>
              <State kind="bad">Used uncleared on {formatDay(day, report.to)}</State>
            </li>
          ))}
        </ul>
      )}
      {uncleared.length > MOST_NAMED ? (
        <p className="note">And {uncleared.length - MOST_NAMED} more.</p>
      ) : null}
    </>
  );
}
