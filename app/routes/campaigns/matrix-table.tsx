// biome-ignore-all lint/a11y/noRedundantRoles: the phone's layout would take the roles away
import type { HeardCell, Matrix, MatrixMessage, MatrixRow } from "#app/domain/campaigns/matrix.ts";
import { formatShortDate } from "#app/domain/time/format.ts";
import { MessageNumber, receptionClass, signed } from "#app/ui/marks.tsx";
import type { Overview } from "./overview-view.server.ts";

/** Ten audiences by three messages: the plain average, how many receptions it rests on, the day of the newest. */
export function MatrixTable({ view }: { view: Overview }) {
  const { matrix, campaignId } = view;
  return (
    <section aria-labelledby="matrix">
      <h2 id="matrix">
        Who has heard what, and how it was received{" "}
        <a className="more" href={`/c/${campaignId}/audiences`}>
          All audiences
        </a>
      </h2>
      {matrix.rows.length === 0 || matrix.messages.length === 0 ? (
        <Nothing view={view} />
      ) : (
        <>
          <table className="heat" role="table">
            <caption className="vh">
              Reception by audience and message. Each cell: plain average from −2 to +2, number of receptions,
              day of the newest.
            </caption>
            <thead>
              <tr role="row" style={columnsFor(matrix)}>
                <th scope="col" role="columnheader" className="c0">
                  <span className="vh">Audience</span>
                </th>
                {matrix.messages.map((message) => (
                  <th key={message.id} scope="col" role="columnheader">
                    <MessageNumber n={message.number} /> <span className="full">{message.title}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {matrix.rows.map((row) => (
                <Row key={row.audience.id} row={row} view={view} />
              ))}
            </tbody>
          </table>
          <Key />
        </>
      )}
    </section>
  );
}

/** On a phone each row is a grid of as many columns as there are messages. */
function columnsFor({ messages }: Matrix) {
  return { gridTemplateColumns: `repeat(${Math.min(messages.length, 4)}, minmax(0, 1fr))` };
}

function Row({ row, view }: { row: MatrixRow; view: Overview }) {
  const base = `/c/${view.campaignId}`;
  return (
    <tr role="row" style={columnsFor(view.matrix)}>
      <th scope="row" role="rowheader">
        <a href={`${base}/audiences/${row.audience.id}`}>{row.audience.name}</a>
      </th>
      {view.matrix.messages.map((message, at) => (
        <Cell key={message.id} cell={row.cells[at] ?? null} message={message} row={row} view={view} />
      ))}
    </tr>
  );
}

function Cell({
  cell,
  message,
  row,
  view,
}: {
  cell: HeardCell | null;
  message: MatrixMessage;
  row: MatrixRow;
  view: Overview;
}) {
  const about = new URLSearchParams({ audience: row.audience.id, message: message.id });
  const base = `/c/${view.campaignId}`;
  if (cell === null) {
    return (
      <td role="cell" className="none">
        Not yet heard
        {view.mayWrite ? (
          <>
            {" "}
            <a className="plan" href={`${base}/events/new?${about}`}>
              plan
              <span className="vh">
                {" "}
                an event for {row.audience.name} on message {message.number}
              </span>
            </a>
          </>
        ) : null}
      </td>
    );
  }
  return (
    <td role="cell" className={tint(cell.average)}>
      <a href={`${base}/outcomes?${about}`}>
        <b>{signed(cell.average, 1)}</b>
        <span>n {cell.n}</span> <span className="nm">{formatShortDate(cell.lastOn, view.today)}</span>
      </a>
    </td>
  );
}

/** Colour by the figure as it is shown. Pale throughout: how sure a figure is, a plain average does not say. */
function tint(average: number): string {
  return Number(average.toFixed(1)) === 0 ? "r-0" : receptionClass(average, true);
}

function Key() {
  return (
    <>
      <div className="key">
        <span>
          <i className="r-nu" />
          Below 0
        </span>
        <span>
          <i className="r-0" />
          0.0
        </span>
        <span>
          <i className="r-pu" />
          Above 0
        </span>
        <span>
          <i className="none" />
          Not yet heard
        </span>
      </div>
      <p className="note">
        Plain averages of how our own officers read their meetings, from −2 rejected to +2 endorsed: not the
        effect of a message, and no verdict. n is the number of receptions; the date is that of the newest.
      </p>
    </>
  );
}

function Nothing({ view }: { view: Overview }) {
  return (
    <p className="empty">
      No meetings logged yet. <a href={`/c/${view.campaignId}/events/new`}>Plan the first event</a>
    </p>
  );
}
