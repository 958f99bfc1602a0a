import { typedValue } from "#app/http/form-values.ts";
import { formatDate } from "#app/time/format.ts";
import { TextInput } from "#app/ui/controls.tsx";
import { ButtonForm, FormFrame } from "#app/ui/form-frame.tsx";
import type { PaperView } from "../../pages/paper-view.server.ts";
import { type TypedForm, typedIn } from "../../pages/typed-form.ts";

/** What a form says of the text that was on the page when somebody answers for it. */
export function shown({ hash, paper, shownText }: PaperView) {
  return { hash, handling: paper.handling, shownText };
}

/** The head of mission may release a text that is with the clearers, to be reported after. */
export function ClearanceRelease({ view }: { view: PaperView }) {
  return (
    <div className="answer">
      <p className="note">
        As head of mission you may release the text on this page without waiting for the desks. It then says
        so on every page and export, and is reported to the ministry after. A release cannot be undone.
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
        <button type="submit" className="btn">
          Record
        </button>
      </FormFrame>
    </details>
  );
}
