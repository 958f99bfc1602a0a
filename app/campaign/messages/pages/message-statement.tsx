import { formatDate } from "#app/time/format.ts";
import { ButtonForm } from "#app/ui/form-frame.tsx";
import type { MessageView } from "../message-view.server.ts";
import { MessageState } from "./message-head.tsx";
import { ReceptionOverTime } from "./reception-of-message.tsx";

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
      <ReceptionOverTime view={view} />
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
