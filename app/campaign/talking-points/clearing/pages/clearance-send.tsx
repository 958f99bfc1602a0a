import { DesksAsked } from "#app/campaign/clearances/desks-asked.tsx";
import { ButtonForm } from "#app/ui/form-frame.tsx";
import { type TypedForm, typedIn } from "../../pages/paper-acts.ts";
import type { PaperView } from "../../pages/paper-view.server.ts";

const FORM = "send-for-clearance";

/** Whether the paper may be sent to the desks now: drafted, returned or changed, and not cleared as it stands. */
export function canBeSent({ mayWrite, paper, status, clearance }: PaperView): boolean {
  if (!mayWrite || paper.stage === "used" || status.status === "cleared") return false;
  return paper.stage !== "sent for clearance" || clearance.isSentTextAnother;
}

/** The one click that sends the paper with what is set for its desks. */
export function SendForClearance({ view }: { view: PaperView }) {
  const isDifference = view.status.status === "changed since clearance";
  const label = isDifference ? "Send only the changes" : sendLabel(view);
  const fields = { intent: "send for clearance", ...(isDifference ? { only: "the difference" } : {}) };
  return <ButtonForm action="?" label={label} fields={fields} className="button primary" />;
}

function sendLabel({ clearance }: PaperView): string {
  return clearance.isSentTextAnother ? "Send again" : "Send for clearance";
}

/** Who must agree with this paper, and by when, where it should be another way than usual. */
export function WhoMustAgree({ view, typed }: { view: PaperView; typed: TypedForm | null }) {
  if (!canBeSent(view)) return null;
  const isDifference = view.status.status === "changed since clearance";
  return (
    <DesksAsked
      asking={{ ...view.clearance, kind: "talking points", now: view.now }}
      typed={typedIn(typed, FORM)}
      form={{ id: FORM, action: "?" }}
      submit={isDifference ? "Send" : sendLabel(view)}
    >
      <input type="hidden" name="intent" value="send for clearance" />
      {isDifference ? (
        <p>
          <label>
            <input type="checkbox" name="only" value="the difference" defaultChecked /> Only the changes since
            clearance
          </label>
        </p>
      ) : null}
    </DesksAsked>
  );
}
