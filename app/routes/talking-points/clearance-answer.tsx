import { typedValue } from "#app/http/form-values.ts";
import { TextArea } from "#app/ui/controls.tsx";
import { ButtonForm, FormFrame } from "#app/ui/form-frame.tsx";
import { State } from "#app/ui/marks.tsx";
import type { PaperView } from "./paper-view.server.ts";
import { type TypedForm, typedIn } from "./typed-form.ts";

/** What this reader can do about the clearance: clear, return, or mark as used. */
export function ClearanceAnswer({ view, typed }: { view: PaperView; typed: TypedForm | null }) {
  const { paper, mayClear, mayWrite } = view;
  const returning = typedIn(typed, "return");
  if (paper.stage === "returned") {
    return (
      <p>
        <State kind="warn">Returned</State> <q className="reason">{paper.stageReason}</q>
      </p>
    );
  }
  if (paper.stage === "used") return <State kind="ok">Used</State>;
  if (paper.stage === "drafting" || mayClear === null) return mayWrite ? <MarkAsUsed /> : null;
  return (
    <div className="answer" id="clear">
      <p className="note">
        You clear exactly the words, order and sources on this page. A clearance cannot be undone.
      </p>
      <ButtonForm
        action="?"
        label={`Clear for the ${mayClear}`}
        className="btn primary"
        fields={{ intent: "clear", hash: view.hash, shownText: view.shownText }}
      />
      <details open={returning !== null}>
        <summary>Return with reasons</summary>
        <FormFrame id="return" action="?">
          <input type="hidden" name="intent" value="return" />
          <TextArea
            name="reasons"
            label="What should change"
            value={typedValue(returning?.values, "reasons", "")}
            error={returning?.errors.reasons}
          />
          <button type="submit" className="btn">
            Return
          </button>
        </FormFrame>
      </details>
    </div>
  );
}

function MarkAsUsed() {
  return <ButtonForm action="?" label="Mark as used" fields={{ intent: "mark as used" }} />;
}
