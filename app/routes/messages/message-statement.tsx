import { formatDate, formatShortDate } from "#app/domain/time/format.ts";
import { ButtonForm } from "#app/ui/form-frame.tsx";
import { Reception } from "#app/ui/marks.tsx";
import { MessageState } from "./message-head.tsx";
import type { MessageView } from "./message-view.server.ts";

/** What the message says, where its clearance stands, and how it was taken so far. */
export function MessageStatement({ view }: { view: MessageView }) {
  const { newest, effectiveFrom, effectiveUntil, status } = view.message;
  return (
    <div className="topg">
      <div>
        <p className="stmt">{newest.statement}</p>
        <p className="meta">
          <MessageState view={view} />
          <span>Revision {newest.number}</span>
          {effectiveFrom === null ? null : <span>Effective from {formatDate(effectiveFrom)}</span>}
          {effectiveUntil === null ? null : <span>Effective until {formatDate(effectiveUntil)}</span>}
        </p>
        {status.status === "cleared" || view.cleared === null ? null : (
          <p className="small">
            Until this wording is cleared, papers go on from revision {view.cleared}, which is.
          </p>
        )}
        {view.mayWrite ? <StateForms view={view} /> : null}
      </div>
      <ReceptionSoFar view={view} />
    </div>
  );
}

function StateForms({ view: { message } }: { view: MessageView }) {
  const button = (act: string, label: string) => (
    <ButtonForm label={label} fields={{ act }} version={message.version} className="btn quiet" />
  );
  const { status } = message.status;
  return (
    <div className="stateforms">
      {status === "draft" ? button("send for review", "Send for review") : null}
      {status === "in review" ? button("take back from review", "Take back from review") : null}
      {status === "retired" ? button("take back into use", "Take back into use") : button("retire", "Retire")}
    </div>
  );
}

function ReceptionSoFar({ view: { reception, byAudience, today } }: { view: MessageView }) {
  if (reception === null) {
    return (
      <section aria-labelledby="reception">
        <h2 id="reception">Reception</h2>
        <p className="empty">Not yet heard by any audience.</p>
      </section>
    );
  }
  return (
    <section aria-labelledby="reception">
      <h2 id="reception">Reception by audience</h2>
      <p className="small">
        <Reception score={reception.average} digits={1} /> plain average of {reception.n}{" "}
        {reception.n === 1 ? "reception" : "receptions"}, the last {formatShortDate(reception.lastOn, today)}.
        Every audience’s own:
      </p>
      <table className="tbl audiences">
        <thead>
          <tr>
            <th scope="col">Audience</th>
            <th scope="col">Average</th>
            <th scope="col" className="num">
              n
            </th>
            <th scope="col">Last</th>
          </tr>
        </thead>
        <tbody>
          {byAudience.map((cell) => (
            <tr key={cell.audienceId}>
              <th scope="row">{cell.audienceName}</th>
              <td>
                <Reception score={cell.total / cell.n} digits={1} />
              </td>
              <td className="num">{cell.n}</td>
              <td className="nowrap">{formatShortDate(cell.lastOn, today)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
