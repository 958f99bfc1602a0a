// biome-ignore-all lint/a11y/noRedundantRoles: the phone's layout would take the roles away
import { addressOf } from "#app/http/addresses.ts";
import { type Figure, levelInDigits, rangeInWords, shareInWords } from "#app/method/figure.ts";
import { counted } from "#app/text/in-words.ts";
import { dateOfDay } from "#app/time/calendar-date.ts";
import { formatDay } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { unbroken } from "#app/ui/marked-text.tsx";
import { figureClass, MessageNumber } from "#app/ui/marks.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import type { ReceptionReport } from "./reception-report.ts";

/** What the matrix is drawn from. The short one, on the overview, leaves out the raw average and what similar cells suggest. */
export type MatrixView = Pick<ReceptionReport, "messages" | "rows"> & {
  campaignId: string;
  mayWrite: boolean;
  isShort: boolean;
};

type View = { view: MatrixView };

/** Audience by message: figure, word, range and number of ratings in each cell, and the key below. */
export function ReceptionMatrix({ view }: View) {
  return (
    <>
      <table className="heat figures" role="table">
        <caption className="visually-hidden">
          Reception by audience and message. Each cell gives the reception level from −2 to +2, the verdict,
          the likely range
          {view.isShort ? " and the number of ratings" : ", the number of ratings and the raw average"}.
        </caption>
        <thead>
          <tr role="row" style={columnsFor(view)}>
            <th scope="col" role="columnheader" className="row-names">
              <span className="visually-hidden">Audience</span>
            </th>
            {view.messages.map(({ id, number, title, isRetired }) => (
              <th key={id} scope="col" role="columnheader">
                <MessageNumber n={number} />{" "}
                <span className="full">
                  {title}
                  {isRetired ? " (retired)" : ""}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row) => (
            <Row key={row.audience.id} row={row} view={view} />
          ))}
        </tbody>
      </table>
      <ReceptionKey />
    </>
  );
}

/** On a phone each row is a grid of as many columns as there are messages. */
function columnsFor({ messages }: MatrixView) {
  return { gridTemplateColumns: `repeat(${Math.min(messages.length, 4)}, minmax(0, 1fr))` };
}

function Row({ row, view }: View & { row: MatrixView["rows"][number] }) {
  const { audience, figures } = row;
  return (
    <tr role="row" style={columnsFor(view)}>
      <th scope="row" role="rowheader">
        <a href={addressOf.audience(view.campaignId, audience.id)}>{audience.name}</a>
      </th>
      {view.messages.map((message, at) => {
        const figure = figures[at];
        const about = new URLSearchParams({ audience: audience.id, message: message.id });
        if (figure === undefined) return null;
        if (figure.notes > 0) return <Heard key={message.id} figure={figure} about={about} view={view} />;
        const whom = `${audience.name} on message ${message.number}`;
        return <NotHeard key={message.id} figure={figure} about={about} view={view} whom={whom} />;
      })}
    </tr>
  );
}

type Cell = View & { figure: Figure; about: URLSearchParams };

function NotHeard({ figure, about, view, whom }: Cell & { whom: string }) {
  return (
    <td role="cell" className="not-heard">
      Not yet heard
      {view.mayWrite ? (
        <>
          {" "}
          <a className="plan-it noprint" href={`${addressOf.newEvent(view.campaignId)}?${about}`}>
            plan<span className="visually-hidden"> an event for {whom}</span>
          </a>
        </>
      ) : null}
      {view.isShort ? null : (
        <>
          <br />
          <span>similar cells: {levelInDigits(figure.mean)}</span>{" "}
          <span className="ratings">{rangeInWords(figure)}</span>
        </>
      )}
    </td>
  );
}

function Heard({ figure, about, view }: Cell) {
  return (
    <td role="cell" className={figureClass(figure)}>
      <a href={`${addressOf.outcomes(view.campaignId)}?${about}`} title={restsOn(figure, useToday())}>
        <b>{levelInDigits(figure.mean)}</b>
        {figure.verdict}
        <br />
        <span>{rangeInWords(figure)}</span> <span className="ratings">{counted(figure.notes, "rating")}</span>
        {view.isShort ? null : (
          <>
            {" "}
            <span className="ratings">raw {levelInDigits(figure.raw ?? 0)}</span>
          </>
        )}
      </a>
    </td>
  );
}

/** What the figure rests on: "42 % from this audience’s own meetings, 2 raters, last 24 Sep". */
function restsOn({ ownWeight, raters, lastDay }: Figure, today: CalendarDate): string {
  const last = lastDay === null ? "" : `, last ${formatDay(dateOfDay(lastDay), today)}`;
  return `${unbroken(shareInWords(ownWeight))} from this audience’s own meetings, ${counted(raters, "rater")}${last}`;
}

/** What the colours of the matrix stand for. */
function ReceptionKey() {
  return (
    <div className="scale-key">
      <span>Reception level</span>
      <span className="key-steps">
        −2 <i className="reception-n2" />
        <i className="reception-n1" />
        <i className="reception-0" />
        <i className="reception-p1" />
        <i className="reception-p2" /> +2
      </span>
      <span>
        <i className="reception-mx" />
        Mixed
      </span>
      <span>
        <i className="reception-nu" />
        <i className="reception-pu" />
        Not enough evidence
      </span>
      <span>
        <i className="not-heard" />
        Not yet heard
      </span>
    </div>
  );
}
