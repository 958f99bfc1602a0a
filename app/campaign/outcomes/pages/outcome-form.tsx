import { FormFrame } from "#app/ui/form-frame.tsx";
import { orderObjections } from "../objections-heard.ts";
import type { Around, Parts } from "./form-state.ts";
import { MessageRatings } from "./message-ratings.tsx";
import { ObjectionsHeard } from "./objections-heard.tsx";
import { PromisesMade } from "./promises-made.tsx";
import { WhatWasSaid } from "./what-was-said.tsx";
import { WhoWasThere } from "./who-was-there.tsx";

/**
 * The log of one meeting; the same form changes it later. `action` is the page itself: a fragment that a button has put
 * behind its address must not stay there.
 */
export function OutcomeForm({
  parts,
  around,
  version,
  action,
  cancel,
}: {
  parts: Parts;
  around: Around;
  version: number | null;
  action: string;
  cancel: string;
}) {
  return (
    <FormFrame version={version} action={action} className="form log">
      {/* Enter in a field presses the first button of a form: it must be the one that saves. */}
      <button type="submit" className="vh" tabIndex={-1} aria-hidden="true">
        Save outcome
      </button>
      <WhoWasThere parts={parts} />
      <MessageRatings parts={parts} action={action} />
      <ObjectionsHeard parts={parts} objections={orderObjections(parts.form.objections)} />
      <WhatWasSaid parts={parts} />
      <PromisesMade parts={parts} around={around} />
      <div className="save">
        <button className="btn primary big" type="submit">
          Save outcome
        </button>
        <a className="btn big quiet" href={cancel}>
          Cancel
        </a>
        <span className="note">Kept on this device as you type.</span>
      </div>
    </FormFrame>
  );
}
