import type { ReactNode } from "react";
import { twoClocks } from "#app/domain/time/two-clocks.ts";
import { State } from "#app/ui/marks.tsx";
import { TwoTimes } from "#app/ui/two-clocks.tsx";
import type { PaperView } from "./paper-view.server.ts";

/** The way of the paper so far, and by when each side must answer. */
export function ClearancePath({ view }: { view: PaperView }) {
  const { paper, requests, briefDueAt, homeZone } = view;
  return (
    <ol className="path">
      <Step
        state="is-done"
        title="Drafted"
        by={paper.draftedBy.name}
        at={paper.startedAt}
        homeZone={homeZone}
      />
      {requests.map((request) => (
        <Step
          key={request.id}
          state={request.answer === null ? "cur" : request.answer === "cleared" ? "is-done" : ""}
          title={request.authority === "embassy" ? "Embassy" : "Ministry desk"}
          by={answerOf(request.answer, request.answeredBy)}
          at={request.answeredAt ?? request.sentAt}
          homeZone={homeZone}
        >
          {request.answer === null && request.dueAt !== null ? (
            <Due at={request.dueAt} now={view.now} homeZone={homeZone} />
          ) : null}
          {request.reason === "" ? null : <q className="reason">{request.reason}</q>}
          {request.hash === view.hash || request.answer !== null ? null : (
            <span className="note">The text has been changed since it was sent.</span>
          )}
        </Step>
      ))}
      {briefDueAt === null ? null : (
        <Step
          state={paper.stage === "used" ? "is-done" : ""}
          title="Brief due"
          by=""
          at={briefDueAt}
          homeZone={homeZone}
        />
      )}
    </ol>
  );
}

function Due({ at, now, homeZone }: { at: Date; now: Date; homeZone: string }) {
  const { washington, home } = twoClocks(at, homeZone);
  return (
    <>
      <br />
      <State kind={at < now ? "bad" : "warn"}>
        {at < now ? "Was due" : "Due"} {washington}
      </State>
      <br />
      <span className="note">{home}</span>
    </>
  );
}

function answerOf(answer: "cleared" | "returned" | "withdrawn" | null, by: string | null): string {
  if (answer === null) return "is asked";
  const words = { cleared: "agreed", returned: "returned it", withdrawn: "no longer asked" };
  return answer === "withdrawn" ? words[answer] : `${words[answer]}: ${by ?? ""}`;
}

function Step({
  state,
  title,
  by,
  at,
  homeZone,
  children,
}: {
  state: "is-done" | "cur" | "";
  title: string;
  by: string;
  at: Date;
  homeZone: string;
  children?: ReactNode;
}) {
  return (
    <li className={state}>
      <span>
        <b>{title}</b>
        {by === "" ? "" : `, ${by}`}
        <br />
        <span className="note">
          <TwoTimes at={at} homeZone={homeZone} />
        </span>
        {children}
      </span>
    </li>
  );
}
