// biome-ignore-all lint/a11y/noRedundantRoles: the phone's layout would take the roles away
import { whoIsAsked } from "#app/campaign/clearances/desk.ts";
import { explainSilence } from "#app/campaign/clearances/due.ts";
import type { Zone } from "#app/time/wall-time.ts";
import { TableHead } from "#app/ui/list.tsx";
import { State } from "#app/ui/marks.tsx";
import { DayAndClocks, useHomeZone } from "#app/ui/two-clocks.tsx";
import { inBothClocks } from "../../hold-words.ts";
import type { HoldView } from "../../pages/hold-view.server.ts";

type Request = HoldView["round"][number];

/** Each desk with its answer about the present version. */
export function LineAnswers({ view }: { view: HoldView }) {
  const { round, headOfMission, line } = view;
  const [first] = round;
  if (first === undefined) return null;
  return (
    <>
      <h3 className="hold-paragraph">
        Asked on <DayAndClocks at={first.sentAt} /> about version {line?.versions[0].number}
      </h3>
      <table className="table stacked hold-table hold-answers" role="table">
        <caption className="visually-hidden">Clearance of the holding line</caption>
        <TableHead labels={["Who must agree", "Answer", "When"]} />
        <tbody>
          {round.map((request) => (
            <Desk key={request.id} request={request} view={view} />
          ))}
        </tbody>
      </table>
      {view.standing.standing !== "in clearance" ? null : (
        <p className="small">
          <b>Head of mission:</b>{" "}
          {headOfMission.isNamed
            ? "may release the line while it is with the desks. It will then read “Released by the head of mission” on screen and on paper, and must be reported to the ministry the same day."
            : "no one who may release this line is named in the campaign’s settings, so no one can release it."}{" "}
          <span className="secondary">
            Answers count only for this version.{" "}
            {view.silenceIsAgreement
              ? "An objection rules out clearance by silence, and silence counts only for a ministry desk that has two of its own working hours (09:00 to 17:00) before the deadline."
              : "Silence does not count as agreement in this campaign."}
          </span>
        </p>
      )}
    </>
  );
}

function Desk({ request, view }: { request: Request; view: HoldView }) {
  const asked = whoIsAsked(request.desk, view.now, request.barred);
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {request.desk.name} <span className="secondary hold-detail">{peopleInWords(request, asked)}</span>
      </th>
      <td role="cell">
        <Answer request={request} view={view} />
      </td>
      <td role="cell">{whenInWords(request, view.now, useHomeZone())}</td>
    </tr>
  );
}

function peopleInWords({ answeredBy, manner }: Request, asked: ReturnType<typeof whoIsAsked>): string {
  if (answeredBy !== null && manner === "by a person") return answeredBy;
  switch (asked.asked) {
    case "anybody":
      return asked.people.map(({ name }) => name).join(", ");
    case "holder":
      return asked.people[0].name;
    case "deputy":
      return `${asked.people[0].name}, deputy of ${asked.instead}${asked.because === "wrote it" ? ", who wrote it" : ""}`;
    case "nobody":
      return "no one can answer";
  }
}

function Answer({ request, view }: { request: Request; view: HoldView }) {
  const { answer, manner, reason, openedAt, silenceAt, dueAt, answeredFor } = request;
  const { side, subject, desk, askedAt, sentAt } = request;
  const homeZone = useHomeZone();
  if (answer === "cleared") {
    return (
      <>
        <State kind="ok">{manner === "by silence" ? "Cleared by silence" : "Cleared"}</State>{" "}
        {answeredFor === null ? null : `In place of ${answeredFor}`}
      </>
    );
  }
  if (answer === "returned") {
    return (
      <>
        <State kind="bad">Objects</State> {reason}
      </>
    );
  }
  if (answer === "withdrawn") return <State kind="off">No longer asked. {reason}</State>;
  const by = silenceAt ?? dueAt;
  const { silenceIsAgreement } = view;
  const asked = { side, kind: subject.kind, desk, dueAt, askedAt: askedAt ?? sentAt, silenceIsAgreement };
  return (
    <>
      <State kind="warn">{openedAt === null ? "Asked" : "Reading"}</State>{" "}
      {by === null
        ? null
        : `${silenceAt === null ? "Due" : "Silence counts as agreement from"} ${inBothClocks(by, view.now, homeZone)}`}
      {silenceAt === null && explainSilence(asked) !== "" ? "; a person must answer" : null}
    </>
  );
}

function whenInWords({ answeredAt, openedAt, sentAt }: Request, now: Date, homeZone: Zone): string {
  const clocks = (at: Date) => inBothClocks(at, now, homeZone);
  if (answeredAt !== null) return clocks(answeredAt);
  return openedAt === null ? `Sent ${clocks(sentAt)}` : `Opened ${clocks(openedAt)}`;
}
