// biome-ignore-all lint/a11y/noRedundantRoles: on narrow screens the style takes the table’s own roles away
import { addressOf } from "#app/http/addresses.ts";
import { counted, shareInWords } from "#app/text/in-words.ts";
import { formatDay } from "#app/time/format.ts";
import { TableHead } from "#app/ui/list.tsx";
import { unbroken } from "#app/ui/marked-text.tsx";
import { State } from "#app/ui/marks.tsx";
import { clearedBeforeUse, MOST_NAMED, mannersInWords } from "../activity-clearance.ts";
import { CountBar, FigureLines } from "../count-bar.tsx";
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
        <Papers view={view} />
      )}
      <Desks view={view} />
      <UsedUncleared view={view} />
    </section>
  );
}

function Papers({ view }: View) {
  const { clearance } = view.report;
  const { cleared, byManner, leadHours, clearedUnsent, beforeDue, withoutDue } = clearance;
  const { hoursBeforeEvent, clearedAfterStart, rounds } = clearance;
  return (
    <FigureLines
      caption="How long clearance took"
      lines={[
        {
          label: "Cleared",
          value: counted(cleared, "paper"),
          detail: mannersInWords(byManner),
        },
        {
          label: "From first sending to clearance",
          value: unbroken(spreadInWords(leadHours, hoursInWords)),
          detail: clearedUnsent === 0 ? "" : `${clearedUnsent} cleared without being sent (not counted)`,
        },
        {
          label: "Cleared before the due time",
          value: (
            <>
              <CountBar part={beforeDue.n} whole={beforeDue.of} />
              {unbroken(shareInWords(beforeDue))}
            </>
          ),
          detail: withoutDue === 0 ? "" : `${withoutDue} had no due time`,
        },
        {
          label: "From clearance to the event",
          value: unbroken(spreadInWords(hoursBeforeEvent, hoursInWords)),
          detail: clearedAfterStart === 0 ? "" : `${clearedAfterStart} cleared after the event had begun`,
        },
        {
          label: "Rounds returned",
          value: unbroken(shareInWords(rounds.returned)),
          detail: rounds.waiting === 0 ? "" : `${rounds.waiting} still waiting`,
        },
      ]}
    />
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
                <td role="cell" className="number">
                  {asked}
                  <span className="cell-label"> asked</span>
                  {withdrawn === 0 ? null : (
                    <span className="secondary figure-detail">{withdrawn} withdrawn</span>
                  )}
                </td>
                <td role="cell" className="number">
                  {cleared}
                  <span className="cell-label"> cleared</span>
                  {bySilence === 0 ? null : (
                    <span className="secondary figure-detail">{bySilence} by silence</span>
                  )}
                </td>
                <td role="cell" className={returned === 0 ? "number count-of-none" : "number"}>
                  {returned}
                  <span className="cell-label"> returned</span>
                </td>
                <td role="cell" className={open === 0 ? "number count-of-none" : "number"}>
                  {open}
                  <span className="cell-label"> open</span>
                </td>
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
