import { clearedLine } from "#app/campaign/clearances/status-line.ts";
import { explainWidened } from "#app/text/handling.ts";
import { formatDayAndTime } from "#app/time/format.ts";
import { timeIn } from "#app/time/wall-time.ts";
import { MessageNumber, State } from "#app/ui/marks.tsx";
import { useToday } from "#app/ui/today.ts";
import type { HoldView } from "../../pages/hold-view.server.ts";
import { mannerInWords } from "../line-answers.ts";
import { LineAnswers } from "./line-answers.tsx";
import { LineForms } from "./line-forms.tsx";
import { ReportLine } from "./report-line.tsx";
import type { Typed } from "./typed-acts.ts";

/** The line that stands in the message's place: its words, its clearance in parallel, and what can be done. */
export function HoldingLineSection({ view, typed }: { view: HoldView; typed: Typed }) {
  const { line, own, mayWrite, hold } = view;
  const mayEdit = mayWrite && hold.lifted === null;
  return (
    <section aria-labelledby="line">
      <h2 id="line">
        Holding line{" "}
        {mayEdit ? (
          <a className="more" href={`${own}/line`}>
            {line === null ? "Write it" : "Edit"}
          </a>
        ) : null}
      </h2>
      {line === null ? (
        <p className="empty">
          No line yet: a short text for the day’s news, with an hour at which it expires.{" "}
          {mayEdit ? <a href={`${own}/line`}>Write the holding line</a> : null}
        </p>
      ) : (
        <>
          <p className="line">{line.versions[0].text}</p>
          <LineFacts view={view} />
          <LineAnswers view={view} />
        </>
      )}
      <LineForms view={view} typed={typed} />
      <ReportLine view={view} typed={typed} />
    </section>
  );
}

function LineFacts({ view }: { view: HoldView }) {
  const { line, hold, own, homeZone, clearance } = view;
  const today = useToday();
  if (line === null) return null;
  const [newest, before] = line.versions;
  return (
    <>
      <p className="meta">
        <LineState view={view} />
        <span>
          Version {newest.number}, {formatDayAndTime(newest.madeAt, today)} ({timeIn(newest.madeAt, homeZone)}
          ), {newest.madeBy.name}
        </span>
        <span>
          Stands in for <span className="vh">message </span>
          <MessageNumber n={hold.message.number} />
        </span>
        <span>{newest.handling}</span>
        {before === undefined ? null : (
          <a href={`${own}/versions`}>What changed from version {before.number}</a>
        )}
      </p>
      {clearance === null ? null : <p className="small">{clearedLine(withText(clearance), homeZone)}</p>}
    </>
  );
}

/** The words of a clearance are the same for every kind of text; that of a line is no paper. */
function withText(clearance: NonNullable<HoldView["clearance"]>) {
  return { ...clearance, text: { title: "", ask: "", speaker: "", objective: "", blocks: [] } };
}

function LineState({ view: { standing, clearance } }: { view: HoldView }) {
  switch (standing.standing) {
    case "cleared":
      return <State kind="ok">{clearance === null ? "Cleared" : mannerInWords(clearance)}</State>;
    case "in clearance":
      return <State kind="warn">NOT CLEARED, sent for clearance</State>;
    case "changed since clearance":
      return <State kind="bad">CHANGED SINCE CLEARANCE. {explainWidened(standing.widened)}</State>;
    case "returned":
      return <State kind="bad">NOT CLEARED, a desk objects</State>;
    case "expired":
      return <State kind="bad">Expired</State>;
    case "ended":
      return <State kind="off">Ended</State>;
    default:
      return <State kind="off">NOT CLEARED, draft</State>;
  }
}
