import { answersInPlaceOf } from "#app/campaign/clearances/desk.ts";
import type { StoredRequest } from "#app/campaign/clearances/requests.server.ts";
import { typedValue } from "#app/http/form-values.ts";
import { formatDate } from "#app/time/format.ts";
import { TextArea, TextInput } from "#app/ui/controls.tsx";
import { ButtonForm, FormFrame, Submit } from "#app/ui/form-frame.tsx";
import { State } from "#app/ui/marks.tsx";
import { type TypedForm, typedIn } from "../../pages/paper-acts.ts";
import type { PaperView } from "../../pages/paper-view.server.ts";
import { explainPaperRefusal } from "../../refusals.ts";

type Props = { view: PaperView; typed: TypedForm | null };

/** What this reader can do about the clearance: clear, return, release, or mark as used. */
export function ClearanceAnswer({ view, typed }: Props) {
  const { paper, clearance } = view;
  if (paper.stage === "returned") {
    return (
      <p>
        <State kind="warn">Returned</State> <q className="clearance-reason">{paper.stageReason}</q>
      </p>
    );
  }
  if (paper.stage === "used") return <State kind="ok">Used</State>;
  if (paper.stage === "drafting") {
    if (!view.mayBeUsed) return null;
    return <ButtonForm action="?" label="Mark as used" fields={{ intent: "mark as used" }} />;
  }
  return (
    <div id="clear">
      {clearance.isSentTextAnother ? <TextIsAnother view={view} /> : <Answers view={view} typed={typed} />}
    </div>
  );
}

function TextIsAnother({ view }: { view: PaperView }) {
  const isSameText = view.clearance.round[0]?.hash === view.hash;
  const what = isSameText ? "The handling has been made less strict" : "The text has been changed";
  return (
    <p className="note">
      {view.clearance.mine.length > 0
        ? `${what} since the paper was sent, so it cannot be cleared. It will come to you when it is sent again.`
        : `${what} since the paper was sent: any earlier answers are no longer valid, and the paper must be sent again.`}
    </p>
  );
}

function Answers({ view, typed }: Props) {
  return (
    <>
      {view.clearance.mine.map((request) => (
        <Answer key={request.id} request={request} view={view} typed={typed} />
      ))}
      {view.clearance.isOwnDraft ? <p className="note">{explainPaperRefusal("own-draft")}</p> : null}
      {view.clearance.mayRelease ? <ClearanceRelease view={view} /> : null}
    </>
  );
}

function Answer({ request, view, typed }: Props & { request: StoredRequest }) {
  const { desk, id } = request;
  const holder = answersInPlaceOf(desk, view.readerId);
  const returning = typedIn(typed, `return-${id}`);
  return (
    <div className="clearance-answer">
      <p className="note">
        {request.sinceClearanceId === null
          ? "You are clearing exactly the words, order, sources and handling on this page. A clearance cannot be undone."
          : "You are asked only about the changes listed above, made since the text was cleared, but you are clearing the whole text as it stands. A clearance cannot be undone."}
        {holder === null ? "" : ` You are answering in place of ${holder.name}.`}
      </p>
      <ButtonForm
        action="?"
        label={`Clear for the ${desk.name}`}
        className="button primary"
        fields={{ intent: "clear", request: id, ...shown(view) }}
      />
      <details open={returning !== null}>
        <summary>
          Return with reasons<span className="visually-hidden"> on behalf of the {desk.name}</span>
        </summary>
        <FormFrame id={`return-${id}`} action="?">
          <input type="hidden" name="intent" value="return" />
          <input type="hidden" name="request" value={id} />
          <TextArea
            name="reasons"
            label="What should change"
            value={typedValue(returning?.values, "reasons", "")}
            error={returning?.errors.reasons}
          />
          <Submit>Return</Submit>
        </FormFrame>
      </details>
    </div>
  );
}

/** What a form says of the text that was on the page when somebody answers for it. */
function shown({ hash, paper, shownText }: PaperView) {
  return { hash, handling: paper.handling, shownText };
}

/** The head of mission may release a text that is with the clearers, to be reported after. */
function ClearanceRelease({ view }: { view: PaperView }) {
  return (
    <div className="clearance-answer">
      <p className="note">
        As head of mission you may release the text on this page without waiting for the desks. Every page and
        export will say so, and the release must then be reported to the ministry. A release cannot be undone.
      </p>
      <ButtonForm
        action="?"
        label="Release as head of mission"
        fields={{ intent: "release", ...shown(view) }}
      />
    </div>
  );
}

/** Records that a release was reported; shown until it is. */
export function ReportRelease({ view, typed }: { view: PaperView; typed: TypedForm | null }) {
  const { status, mayWrite, today } = view;
  if (!mayWrite || status.status === "draft" || status.clearance.report !== null) return null;
  if (status.clearance.manner !== "released by the head of mission") return null;
  const mine = typedIn(typed, "record-the-report");
  return (
    <details open={mine !== null}>
      <summary>Record that it was reported</summary>
      <FormFrame id="record-the-report" action="?">
        <input type="hidden" name="intent" value="record the report" />
        <TextInput
          name="on"
          label="Reported on"
          value={typedValue(mine?.values, "on", formatDate(today))}
          error={mine?.errors.on}
        />
        <TextInput
          name="to"
          label="Reported to"
          value={typedValue(mine?.values, "to", "")}
          error={mine?.errors.to}
        />
        <Submit>Record</Submit>
      </FormFrame>
    </details>
  );
}
