// biome-ignore-all lint/a11y/noRedundantRoles: the phone's layout would take the roles away
import { addressOf } from "#app/http/addresses.ts";
import { counted } from "#app/text/in-words.ts";
import { formatDay } from "#app/time/format.ts";
import { MessageNumber } from "#app/ui/marks.tsx";
import type { CoverageAudience, CoverageCell, CoverageMessage } from "../coverage-report.ts";
import { coverageShown } from "../coverage-shown.ts";
import type { CoverageView } from "./coverage-view.server.ts";
import { Next } from "./never-used.tsx";

type View = { view: CoverageView };

/** Audience by message: in how many meetings it was heard, when last, and when it is planned next. */
export function CoverageMatrix({ view: whole }: View) {
  const report = coverageShown(whole.report);
  const view = { ...whole, report };
  const current = report.audiences.filter(({ isEnded }) => !isEnded).length;
  return (
    <section aria-labelledby="matrix">
      <h2 id="matrix">Who heard what</h2>
      <table className="heat figures counts" role="table">
        <caption className="visually-hidden">
          By audience and message: the number of meetings at which the message was heard, the latest, and the
          next one planned.
        </caption>
        <thead>
          <tr role="row" style={columnsFor(report.messages.length)}>
            <th scope="col" role="columnheader" className="row-names">
              <span className="visually-hidden">Audience</span>
            </th>
            {report.messages.map((message) => (
              <MessageHead key={message.id} message={message} current={current} view={view} />
            ))}
          </tr>
        </thead>
        <tbody>
          {report.audiences.map((audience) => (
            <Row key={audience.id} audience={audience} view={view} />
          ))}
        </tbody>
      </table>
      <p className="note count-note">
        The stronger the colour, the more often the message was heard. Each figure links to what was logged; a
        date after “next” links to the planned event.
        {report.leftOut === "" ? "" : ` ${report.leftOut}`}
      </p>
    </section>
  );
}

/** On a phone each row is a grid of as many columns as there are messages. */
function columnsFor(messages: number) {
  return { gridTemplateColumns: `repeat(${Math.min(messages, 4)}, minmax(0, 1fr))` };
}

function MessageHead({ message, current, view }: View & { message: CoverageMessage; current: number }) {
  const { number, title, isRetired, meetings, audiences } = message;
  return (
    <th scope="col" role="columnheader">
      <a href={addressOf.message(view.campaignId, number)}>
        <MessageNumber n={number} /> <span className="full">{title}</span>
      </a>
      <span className="secondary counts-detail">
        {counted(meetings, "meeting")}, {audiences} of {counted(current, "audience")}
        {isRetired ? ", retired" : ""}
      </span>
    </th>
  );
}

function Row({ audience, view }: View & { audience: CoverageAudience }) {
  const { report, campaignId } = view;
  const { id, name, priority, isEnded, meetings, lastMetOn } = audience;
  const last = lastMetOn === null ? "" : `, last ${formatDay(lastMetOn, report.day)}`;
  return (
    <tr role="row" style={columnsFor(report.messages.length)}>
      <th scope="row" role="rowheader">
        <a href={addressOf.audience(campaignId, id)}>{name}</a>
        <span className="secondary counts-detail">
          Priority {priority}
          {isEnded ? " (ended)" : ""} · {counted(meetings, "meeting")}
          {last}
        </span>
      </th>
      {report.messages.map((message, at) => {
        const cell = audience.cells[at];
        return cell === undefined ? null : (
          <Cell key={message.id} cell={cell} message={message} audience={audience} view={view} />
        );
      })}
    </tr>
  );
}

function Cell({
  cell,
  message,
  audience,
  view,
}: View & { cell: CoverageCell; message: CoverageMessage; audience: CoverageAudience }) {
  const about = { audience: audience.id, message: message.id };
  const { meetings, lastHeardOn, reactions, next } = cell;
  const whom = `${audience.name} on message ${message.number}`;
  const isOver = audience.isEnded || message.isRetired;
  const ahead = isOver ? null : (
    <span className={next === null ? "ahead noprint" : "ahead"}>
      {next === null ? "" : "next "}
      <Next next={next} about={about} whom={whom} view={view} />
    </span>
  );
  const told =
    reactions === 0 ? null : <span className="ratings reactions">{counted(reactions, "reaction")}</span>;
  if (meetings === 0)
    return (
      <td role="cell" className="not-heard none-counted">
        Not yet heard {told} {ahead}
      </td>
    );
  return (
    <td role="cell" className={`heard-${shadeOf(meetings)}`}>
      <a href={`${addressOf.outcomes(view.campaignId)}?${new URLSearchParams(about)}`}>
        <b>{meetings}</b>
        {meetings === 1 ? "meeting" : "meetings"}
      </a>
      <span>last {lastHeardOn === null ? "" : formatDay(lastHeardOn, view.report.day)}</span> {told} {ahead}
    </td>
  );
}

/** Three steps, so that a colour is never read as a figure: once or twice, up to seven times, more often. */
function shadeOf(meetings: number): 1 | 2 | 3 {
  if (meetings <= 2) return 1;
  return meetings <= 7 ? 2 : 3;
}
