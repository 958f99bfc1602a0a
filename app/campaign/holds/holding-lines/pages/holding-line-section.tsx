import { clearedLine } from "#app/campaign/clearances/stage.ts";
import { type FieldErrors, type FormValues, typedValue } from "#app/http/form-values.ts";
import { explainWidened } from "#app/text/handling.ts";
import { formatDate } from "#app/time/format.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { TextArea, TextInput } from "#app/ui/controls.tsx";
import { ButtonForm, FormFrame, Submit } from "#app/ui/form-frame.tsx";
import { MessageNumber, State } from "#app/ui/marks.tsx";
import { DayAndClocks, useHomeZone, useToday } from "#app/ui/two-clocks.tsx";
import type { HoldView } from "../../pages/hold-view.server.ts";
import { sendLine } from "../holding-line.ts";
import { explainLineAnswer, mannerInWords } from "../line-answers.ts";
import { offeredAnswerBy } from "../line-times.ts";
import { LineAnswers } from "./line-answers.tsx";

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
          There is no line yet. A holding line is a short text for the day’s news, with an expiry time.{" "}
          {mayEdit ? <a href={`${own}/line`}>Write the holding line</a> : null}
        </p>
      ) : (
        <>
          <p className="holding-line">{line.versions[0].text}</p>
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
  const { line, hold, own, clearance } = view;
  const homeZone = useHomeZone();
  const today = useToday();
  if (line === null) return null;
  const [newest, before] = line.versions;
  return (
    <>
      <p className="line-facts">
        <LineState view={view} />
        <span>
          Version {newest.number}, <DayAndClocks at={newest.madeAt} />, {newest.madeBy.name}
        </span>
        <span>
          Replaces <span className="visually-hidden">message </span>
          <MessageNumber n={hold.message.number} />
        </span>
        <span>{newest.handling}</span>
        {before === undefined ? null : (
          <a href={`${own}/versions`}>What has changed since version {before.number}</a>
        )}
      </p>
      {clearance === null ? null : <p className="small">{clearedLine(clearance, homeZone, today)}</p>}
    </>
  );
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
      return <State kind="bad">NOT CLEARED, a desk has objected</State>;
    case "expired":
      return <State kind="bad">Expired</State>;
    case "ended":
      return <State kind="off">Ended</State>;
    default:
      return <State kind="off">NOT CLEARED, draft</State>;
  }
}

/** Records that the release of the line was reported; shown until it is. */
function ReportLine({ view, typed }: { view: HoldView; typed: Typed }) {
  const { clearance, mayWrite, now } = view;
  if (!mayWrite || clearance === null || clearance.report !== null) return null;
  if (clearance.manner !== "released by the head of mission") return null;
  const { values, errors } = typedInto(typed, "report-line");
  return (
    <details className="noprint" open={values !== null}>
      <summary>Record that it was reported</summary>
      <FormFrame id="report-line" action="?">
        <input type="hidden" name="intent" value="report-line" />
        <TextInput
          name="on"
          label="Reported on"
          value={typedValue(values, "on", formatDate(dateIn(now, WASHINGTON)))}
          error={errors.on}
          size={16}
        />
        <TextInput name="to" label="Reported to" value={typedValue(values, "to", "")} error={errors.to} />
        <Submit>Record</Submit>
      </FormFrame>
    </details>
  );
}

type Props = { view: HoldView; typed: Typed };

/** What this reader can do about the line: send it to the desks, or answer for a desk. */
function LineForms({ view, typed }: Props) {
  const { standing } = view.standing;
  if (view.hold.lifted !== null || view.line === null) return null;
  if (sendLine(view.standing).ok) {
    return view.mayWrite ? <SendForm view={view} typed={typed} /> : null;
  }
  if (standing !== "in clearance") return null;
  if (view.isOwnDraft) return <p className="note">{explainLineAnswer("own-draft")}.</p>;
  const forms = view.yours.map((request, index) => (
    <AnswerForms key={request.id} request={request} isFirst={index === 0} view={view} typed={typed} />
  ));
  return <div id="answer-line">{forms}</div>;
}

function SendForm({ view, typed }: Props) {
  const { values, errors } = typedInto(typed, "send-line");
  return (
    <FormFrame id="send-line" action="?" className="sendline noprint">
      <input type="hidden" name="intent" value="send-line" />
      <input type="hidden" name="shownHash" value={view.line?.versions[0].hash} />
      <TextInput
        name="answerBy"
        label="Answer by, Washington time"
        hint="Today, or tomorrow if that time has passed. Where silence counts as agreement, it does so only for a ministry desk that has two of its own working hours (09:00 to 17:00) before then; for any other desk, a person must answer."
        value={typedValue(values, "answerBy", offeredAnswerBy(view.now))}
        error={errors.answerBy}
        size={8}
      />
      <Submit look="primary">Send to the desks</Submit>
    </FormFrame>
  );
}

function AnswerForms({
  request,
  isFirst,
  view,
  typed,
}: Props & { request: HoldView["yours"][number]; isFirst: boolean }) {
  const { values, errors } = isFirst ? typedInto(typed, "return-line") : { values: null, errors: {} };
  const version = view.line?.versions[0];
  if (version === undefined) return null;
  return (
    <div className="line-answer noprint">
      <p className="note">
        For the {request.desk.name}
        {request.inPlaceOf === null ? "" : `, in place of ${request.inPlaceOf}`}. You are clearing exactly the
        words and the expiry time of version {version.number}. A clearance cannot be undone.
      </p>
      <ButtonForm
        action="?"
        label={`Clear version ${version.number} for the ${request.desk.name}`}
        fields={{ intent: "clear-line", request: request.id, shownHash: version.hash }}
        className={request.inPlaceOf === null ? "button primary" : "button"}
      />
      <details open={values !== null}>
        <summary>Object with reasons</summary>
        <FormFrame id={isFirst ? "return-line" : `return-line-${request.id}`} action="?">
          <input type="hidden" name="intent" value="return-line" />
          <input type="hidden" name="request" value={request.id} />
          <TextArea
            name="reasons"
            label="What should change"
            value={typedValue(values, "reasons", "")}
            error={errors.reasons}
            rows={3}
          />
          <Submit>Object</Submit>
        </FormFrame>
      </details>
    </div>
  );
}

/** What was typed into one of the forms of a hold's page and came back. */
export type Typed = { values: FormValues | null | undefined; errors: FieldErrors };

/** What was typed into the form with this intent; nothing where it was another form. */
export function typedInto(typed: Typed, intent: string): Typed {
  return typed.values?.intent?.[0] === intent ? typed : { values: null, errors: {} };
}
