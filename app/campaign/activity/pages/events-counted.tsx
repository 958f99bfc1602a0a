// biome-ignore-all lint/a11y/noRedundantRoles: on narrow screens the style takes the table’s own roles away
import type { ReactNode } from "react";
import { isEventKind, kindLabel } from "#app/campaign/outreach-events/kind.ts";
import { addressOf } from "#app/http/addresses.ts";
import { counted } from "#app/text/in-words.ts";
import { addDays, firstOfMonthAway } from "#app/time/calendar-date.ts";
import type { CalendarDate, Month } from "#app/time/wall-time.ts";
import { TableHead } from "#app/ui/list.tsx";
import { unbroken } from "#app/ui/marked-text.tsx";
import { STANDINGS } from "../activity-document.ts";
import type { Period } from "../activity-report.ts";
import { CountBar } from "../count-bar.tsx";
import { type EventCounts, type EventStanding, heldInWords, monthInWords } from "../event-counts.ts";
import type { ActivityView } from "./activity-view.server.ts";

type Narrowed = { from: string; to: string; kind: string };

/** Planned against held, by month and by kind; every number leads to its events. */
export function EventsCounted({ view }: { view: ActivityView }) {
  const { report, campaignId } = view;
  const { from, to } = report;
  const all = { from, to, kind: "" };
  return (
    <section aria-labelledby="events">
      <h2 id="events">Planned and held</h2>
      <CountTable first="Month" caption="Outreach events by month and result">
        {report.byMonth.map(({ month, counts }) => (
          <CountRow
            key={month}
            label={monthInWords(month)}
            counts={counts}
            narrowed={{ ...daysOf(month, report), kind: "" }}
            campaignId={campaignId}
          />
        ))}
        <CountRow label="All" counts={report.events} narrowed={all} campaignId={campaignId} />
      </CountTable>
      <h3 className="table-title">By kind</h3>
      <CountTable first="Kind" caption="Outreach events by kind and result">
        {report.byKind.map(({ kind, counts }) => (
          <CountRow
            key={kind}
            label={isEventKind(kind) ? kindLabel(kind) : kind}
            counts={counts}
            narrowed={{ ...all, kind }}
            campaignId={campaignId}
          />
        ))}
      </CountTable>
      <p className="note count-note">
        The bar shows the share held, leaving out events still ahead.
        {report.internalEvents === 0
          ? ""
          : ` ${counted(report.internalEvents, "internal event")} in this period ${report.internalEvents === 1 ? "is" : "are"} left out.`}
      </p>
    </section>
  );
}

function CountTable({ first, caption, children }: { first: string; caption: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on a phone, and the keyboard has to reach it
    <div className="scroll count-scroll report-scroll" tabIndex={0}>
      <table className="table dense numbers stacked" role="table">
        <caption className="visually-hidden">{caption}</caption>
        <TableHead labels={[first, ...STANDINGS, "Share held"]} figures={STANDINGS} />
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

function CountRow({
  label,
  counts,
  narrowed,
  campaignId,
}: {
  label: string;
  counts: EventCounts;
  narrowed: Narrowed;
  campaignId: string;
}) {
  const { planned, held, notHeld, cancelled, notRecorded, ahead, heldOfPlanned } = counts;
  const cells: readonly { n: number; standing: EventStanding | ""; words: string }[] = [
    { n: planned, standing: "", words: "planned" },
    { n: held, standing: "held", words: "held" },
    { n: notHeld, standing: "not held", words: "not held" },
    { n: cancelled, standing: "cancelled", words: "cancelled" },
    { n: notRecorded, standing: "not recorded", words: "not recorded" },
    { n: ahead, standing: "ahead", words: "ahead" },
  ];
  return (
    <tr role="row" className={label === "All" ? "total-row" : undefined}>
      <th scope="row" role="rowheader">
        {label}
      </th>
      {cells.map(({ n, standing, words }) => (
        <td key={words} role="cell" className={n === 0 ? "number count-of-none" : "number"}>
          {n === 0 ? (
            <span className="faint">0</span>
          ) : (
            <a href={eventsLink(campaignId, { ...narrowed, standing })}>
              {n}
              <span className="visually-hidden figure-label"> {words}</span>
            </a>
          )}
        </td>
      ))}
      <td role="cell" className="share">
        <CountBar part={heldOfPlanned.n} whole={heldOfPlanned.of} />
        {unbroken(heldInWords(counts))}
      </td>
    </tr>
  );
}

/** The list of the events behind a figure; what is "" does not narrow it. */
export function eventsLink(campaignId: string, narrowed: Readonly<Record<string, string>>): string {
  const asked = Object.entries(narrowed).filter(([, value]) => value !== "");
  return `${addressOf.eventsCounted(campaignId)}?${new URLSearchParams(asked)}`;
}

/** The days of a month that belong to the period. */
function daysOf(month: Month, { from, to }: Period) {
  const first: CalendarDate = `${month}-01`;
  const last = addDays(firstOfMonthAway(first, 1), -1);
  return { from: first < from ? from : first, to: last > to ? to : last };
}
