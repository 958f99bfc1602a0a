import { typedValue } from "#app/http/form-values.ts";
import { TextArea } from "#app/ui/controls.tsx";
import { FormFrame } from "#app/ui/form-frame.tsx";
import { type Typed, typedInto } from "../holding-lines/pages/typed-acts.ts";
import type { HoldView } from "./hold-view.server.ts";

/** The hold is lifted with a reason; before it, what lifting puts back. */
export function LiftForm({ view, typed }: { view: HoldView; typed: Typed }) {
  const { back, base, hold } = view;
  const { values, errors } = typedInto(typed, "lift");
  return (
    <section aria-labelledby="lift-form" className="noprint">
      <h2 id="lift-form">Lift the hold</h2>
      {back.length === 0 ? null : (
        <>
          <p className="small">Lifting puts everything back as it was:</p>
          <ul className="back">
            {back.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      <FormFrame id="lift" action="?">
        <input type="hidden" name="intent" value="lift" />
        <TextArea
          name="reason"
          label="Why it can be lifted"
          value={typedValue(values, "reason", "")}
          error={errors.reason}
          rows={3}
        />
        <button type="submit" className="btn">
          Lift the hold
        </button>
      </FormFrame>
      <p className="note">
        Embassy clearers and the head of mission can lift it. Or{" "}
        <a href={`${base}/messages/${hold.message.number}/edit`}>suggest new wording</a> for message{" "}
        {hold.message.number}.
      </p>
    </section>
  );
}
