import { typedValue } from "#app/http/form-values.ts";
import { TextArea, TextInput } from "#app/ui/controls.tsx";
import { ButtonForm, FormFrame } from "#app/ui/form-frame.tsx";
import type { HoldView } from "../../pages/hold-view.server.ts";
import { sendLine } from "../holding-line.ts";
import { offeredAnswerBy } from "../line-times.ts";
import { type Typed, typedInto } from "./typed-acts.ts";

type Props = { view: HoldView; typed: Typed };

/** What this reader can do about the line: send it to the desks, or answer for a desk. */
export function LineForms({ view, typed }: Props) {
  const { standing } = view.standing;
  if (view.hold.lifted !== null || view.line === null) return null;
  if (sendLine(view.standing).ok) {
    return view.mayWrite ? <SendForm view={view} typed={typed} /> : null;
  }
  if (standing !== "in clearance") return null;
  return view.yours.map((request, index) => (
    <AnswerForms key={request.id} request={request} isFirst={index === 0} view={view} typed={typed} />
  ));
}

function SendForm({ view, typed }: Props) {
  const { values, errors } = typedInto(typed, "send-line");
  return (
    <FormFrame id="send-line" action="?" className="sendline noprint">
      <input type="hidden" name="intent" value="send-line" />
      <TextInput
        name="answerBy"
        label="Answer by, Washington time"
        hint="Today, or tomorrow where the hour has passed. Where silence is agreement, it counts from then on for each desk that has two working hours until then (09:00 to 17:00 of its clock); for the others a person must answer."
        value={typedValue(values, "answerBy", offeredAnswerBy(view.now))}
        error={errors.answerBy}
        size={8}
      />
      <button type="submit" className="btn primary">
        Send to all desks at once
      </button>
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
    <div className="answer noprint">
      <p className="note">
        For {request.desk.name}. You clear exactly these words until this hour, version {version.number}. A
        clearance cannot be undone.
      </p>
      <ButtonForm
        action="?"
        label={`Clear version ${version.number} for ${request.desk.name}`}
        fields={{ intent: "clear-line", request: request.id, shownHash: version.hash }}
        className="btn primary"
      />
      <details open={values !== null}>
        <summary>Object, with reasons</summary>
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
          <button type="submit" className="btn">
            Object
          </button>
        </FormFrame>
      </details>
    </div>
  );
}
