import { useLoaderData } from "@remix-run/react";
import { promiseName } from "#app/campaign/follow-ups/follow-up.ts";
import { type FollowUp, listFollowUpsOfEvent } from "#app/campaign/follow-ups/lists.server.ts";
import { findEvent } from "#app/campaign/outreach-events/outreach-event-record.server.ts";
import { attendedOf, WriteAboutMeeting } from "#app/campaign/outreach-events/write-about-meeting.tsx";
import { campaignPage, notFound } from "#app/http/page.server.ts";
import { explainHandling } from "#app/text/handling.ts";
import { inWords } from "#app/text/in-words.ts";
import { formatDay } from "#app/time/format.ts";
import { History } from "#app/ui/history.tsx";
import { State } from "#app/ui/marks.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import { listChanges } from "#db/history.server.ts";
import { findEventOfOutcome, listOutcomesOfEvent } from "../outcome-record.server.ts";
import styles from "../outcomes.css?url";
import { LoggedOutcome } from "./logged-outcome.tsx";

export const meta = () => pageTitle("Outcome");
export const links = () => [{ rel: "stylesheet", href: styles }];

export const loader = campaignPage("read", async ({ database, campaign, params, account, may }) => {
  const outcomeId = params.outcome ?? "";
  const eventId = await findEventOfOutcome(database.read, campaign.id, outcomeId);
  if (eventId === null) notFound();
  const [event, outcomes, followUps, changes] = await Promise.all([
    findEvent(database.read, campaign.id, eventId),
    listOutcomesOfEvent(database.read, eventId),
    listFollowUpsOfEvent(database.read, eventId),
    listChanges(database.read, "outcome", outcomeId),
  ]);
  if (event === null) notFound();
  return {
    event,
    outcomes: outcomes.toSorted(
      (one, other) => Number(other.id === outcomeId) - Number(one.id === outcomeId),
    ),
    followUps,
    changes,
    accountId: account.id,
    mayWrite: may("write"),
  };
});

const labels = {
  said: "What was said",
  impression: "Our impression",
  assessment: "Our assessment",
  ask_answer: "Answer to our ask",
  ground_rule: "Ground rule",
  score: "Reception",
  wording: "Wording",
  text: "Words",
};

export default function Outcome() {
  const { event, outcomes, followUps, changes, accountId, mayWrite } = useLoaderData<typeof loader>();
  const base = `/c/${event.campaignId}`;
  const hasMine = outcomes.some(({ officer }) => officer.id === accountId);
  const [outcome] = outcomes;
  return (
    <>
      <PageHead
        title={event.title}
        sub={`${formatDay(event.day, useToday())}. ${inWords(event.audiences.map(({ name }) => name))}`}
        crumbs={[{ label: "Outcomes", to: `${base}/outcomes` }, outcome?.officer.name ?? ""]}
        acts={
          <a className="button" href={`${base}/events/${event.id}`}>
            Open the event
          </a>
        }
        next={
          !mayWrite
            ? null
            : hasMine
              ? { label: "Memorandum and thank-you note", to: `${base}/correspondence?event=${event.id}` }
              : { label: "Log what you saw", to: `${base}/events/${event.id}/log` }
        }
      />
      <div className={outcomes.length > 1 ? "side-by-side" : "one-log"}>
        {outcomes.map((logged) => (
          <LoggedOutcome
            key={logged.id}
            outcome={logged}
            editTo={mayWrite && logged.officer.id === accountId ? `${base}/outcomes/${logged.id}/edit` : null}
          />
        ))}
      </div>
      {mayWrite ? (
        <WriteAboutMeeting base={base} eventId={event.id} people={attendedOf(event.participants)} />
      ) : null}
      <Promised followUps={followUps} to={`${base}/events/${event.id}/follow-ups`} mayWrite={mayWrite} />
      <p className="note outcome-handling">
        {outcome?.handling}. {explainHandling(outcome?.handling ?? "")}
      </p>
      <section aria-labelledby="history">
        <h2 id="history">History of this log</h2>
        <History changes={changes} labels={labels} />
      </section>
    </>
  );
}

type PromisedProps = { followUps: readonly FollowUp[]; to: string; mayWrite: boolean };

function Promised({ followUps, to, mayWrite }: PromisedProps) {
  const today = useToday();
  return (
    <section aria-labelledby="promised">
      <h2 id="promised">
        Promised{" "}
        <a className="more" href={to}>
          {mayWrite ? "Tick, change or add" : "All"}
        </a>
      </h2>
      {followUps.length === 0 ? <p className="empty">Nothing promised.</p> : null}
      <ul className="outcome-lines">
        {followUps.map(({ id, text, promisedBy, dueOn, doneAt, owner }) => (
          <li key={id}>
            <span>
              {text}
              <br />
              <span className="note">
                {promiseName(promisedBy)}, {owner?.name ?? "no owner"}, due {formatDay(dueOn, today)}
              </span>
            </span>
            <PromiseState isDone={doneAt !== null} isOverdue={dueOn < today} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function PromiseState({ isDone, isOverdue }: { isDone: boolean; isOverdue: boolean }) {
  if (isDone) return <State kind="ok">Done</State>;
  return isOverdue ? <State kind="bad">Overdue</State> : <State kind="warn">Open</State>;
}
