import { formatDay } from "#app/domain/time/format.ts";
import { State } from "#app/ui/marks.tsx";
import type { Overview } from "./overview-view.server.ts";

/** The promises of the campaign that are due first, ours and theirs. */
export function FollowUpsDue({ view }: { view: Overview }) {
  const { followUps, campaignId, today } = view;
  return (
    <section aria-labelledby="follow-ups">
      <h2 id="follow-ups">
        Follow-ups due{" "}
        <a className="more" href={`/c/${campaignId}/follow-ups`}>
          All
        </a>
      </h2>
      {followUps.length === 0 ? <p className="empty">Nothing is due in the next two weeks.</p> : null}
      <ul className="ev">
        {followUps.map((followUp) => (
          <li key={followUp.id}>
            <span className="d">
              <b>{followUp.dueOn === today ? "Today" : formatDay(followUp.dueOn)}</b>
            </span>
            <span className="t">
              {followUp.text}
              <br />
              {followUp.dueOn < today ? <State kind="bad">Overdue</State> : null}{" "}
              <span className="note">
                {followUp.promisedBy === "them" ? "Promised to us" : (followUp.ownerName ?? "Nobody’s yet")}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
