import type { ReactNode } from "react";
import { whoIsAsked } from "#app/campaign/clearances/desk.ts";
import { explainSilence } from "#app/campaign/clearances/due.ts";
import type { StoredRequest } from "#app/campaign/clearances/requests.server.ts";
import { twoClocks } from "#app/time/format.ts";
import { State, Under } from "#app/ui/marks.tsx";
import { TwoTimes, useHomeZone, useToday } from "#app/ui/two-clocks.tsx";
import type { PaperView } from "../../pages/paper-view.server.ts";
import { openComments } from "./clearance-comments.tsx";

type Props = { request: StoredRequest; view: PaperView };

/** One desk on the way of the paper: what it was asked, who answers for it, what it has answered. */
export function ClearanceStep({ request, view }: Props) {
  const { hash } = view;
  const isOpen = request.answer === null && request.asks === "clear" && request.askedAt !== null;
  const wasNeverAsked = request.answer === "withdrawn" && request.askedAt === null;
  return (
    <Step state={stateOf(request)} title={request.desk.name} by={answerOf(request, view)}>
      <span className="note">
        <TwoTimes at={request.answeredAt ?? request.askedAt ?? request.sentAt} />
      </span>
      {isOpen && request.dueAt !== null ? <Due at={request.dueAt} view={view} /> : null}
      {isLeftOut(request, view) ? (
        <Under>The ministry has already cleared the wording of every block.</Under>
      ) : null}
      {isOpen ? <WhatSilenceMeans request={request} view={view} /> : null}
      {request.answer === "returned" ? <q className="clearance-reason">{request.reason}</q> : null}
      {request.answer === "withdrawn" && request.reason !== "" ? <Under>{request.reason}</Under> : null}
      {request.hash === hash || request.asks === "inform" || wasNeverAsked ? null : (
        <Under>
          {request.answer === null
            ? "The text has been changed since it was sent."
            : "This was about an earlier version and is no longer valid."}
        </Under>
      )}
    </Step>
  );
}

function WhatSilenceMeans({ request, view }: Props) {
  const { side, subject, desk, dueAt, askedAt, sentAt, silenceAt } = request;
  if (silenceAt !== null && openComments(view) > 0) {
    return <Under>An open comment is an objection, so silence does not count as agreement.</Under>;
  }
  const { silenceIsAgreement } = view.clearance;
  const asked = { side, kind: subject.kind, desk, dueAt, askedAt: askedAt ?? sentAt, silenceIsAgreement };
  const words = explainSilence(asked);
  return words === "" ? null : <Under>{words}</Under>;
}

function stateOf({ answer, asks, askedAt }: StoredRequest): "is-done" | "path-current" | "" {
  if (answer === "cleared" || (asks === "inform" && answer === null)) return "is-done";
  return answer === null && askedAt !== null ? "path-current" : "";
}

/** A desk that the embassy’s clearance will make needless. */
function isLeftOut({ answer, asks, askedAt, hash }: StoredRequest, view: PaperView): boolean {
  const isWaiting = answer === null && asks === "clear" && askedAt === null;
  return isWaiting && hash === view.hash && view.clearance.isEmbassyEnough;
}

function answerOf(request: StoredRequest, view: PaperView): string {
  const { answer, asks, askedAt, manner, answeredBy, answeredFor } = request;
  if (asks === "inform") return "sent for information";
  const inPlace = answeredFor === null ? "" : ` for ${answeredFor}`;
  switch (answer) {
    case "cleared":
      return manner === "by silence" ? "cleared by silence" : `cleared by ${answeredBy}${inPlace}`;
    case "returned":
      return `returned by ${answeredBy}${inPlace}`;
    case "withdrawn":
      return askedAt === null ? "not asked" : "no longer asked";
    case null:
      if (askedAt !== null) return isAskedNow(request, view.now);
      return isLeftOut(request, view) ? "not needed once the embassy has cleared" : "waiting for the embassy";
  }
}

function isAskedNow({ desk, openedBy }: StoredRequest, now: Date): string {
  const asked = whoIsAsked(desk, now);
  if (openedBy !== null && asked.asked !== "nobody") return `${openedBy} is reading`;
  switch (asked.asked) {
    case "anybody":
      return "asked";
    case "holder":
      return `${asked.people[0].name} has been asked${asked.isAway ? ", but is away" : ""}`;
    case "deputy":
      return `with the deputy, ${asked.people[0].name}; ${asked.instead} ${
        asked.because === "away" ? "is away" : "cannot answer"
      }`;
    case "nobody":
      return "no one can answer: give the desk a holder or a deputy who may clear";
  }
}

function Due({ at, view: { now } }: { at: Date; view: PaperView }) {
  const { washington, home } = twoClocks(at, useHomeZone(), useToday());
  return (
    <>
      <br />
      <State kind={at < now ? "bad" : "warn"}>
        {at < now ? "Was due" : "Due"} {washington}
      </State>
      <Under>{home}</Under>
    </>
  );
}

/** One step of the way: what it is, who did it, and when. */
export function Step({
  state,
  title,
  by,
  children,
}: {
  state: "is-done" | "path-current" | "";
  title: string;
  by: string;
  children: ReactNode;
}) {
  return (
    <li className={state}>
      <span>
        <b>{title}</b>
        {by === "" ? "" : `, ${by}`}
        <br />
        {children}
      </span>
    </li>
  );
}
