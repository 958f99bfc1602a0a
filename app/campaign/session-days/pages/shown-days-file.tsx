import { FormFrame } from "#app/ui/form-frame.tsx";
import type { ShownDaysFile as Shown } from "./answer-days-file.server.ts";
import { TakeOlder } from "./confirm-days.tsx";
import { DaysPlan } from "./days-plan.tsx";

/** What became of an uploaded file: its faults by line, or what it would change, to be confirmed. */
export function ShownDaysFile({ answer, list }: { answer: Shown; list: string }) {
  const { faults, remarks, shown } = answer;
  if (faults.length > 0) {
    return (
      <section aria-labelledby="faults">
        <h2 id="faults">Nothing was imported: the file has faults</h2>
        <ul className="uses">
          {faults.map((fault) => (
            <li key={fault}>
              <code>{fault}</code>
            </li>
          ))}
        </ul>
      </section>
    );
  }
  if (shown === null) return null;
  return (
    <section className="days-plan" aria-labelledby="plan">
      <h2 id="plan">
        {shown.isNothing ? "Nothing to change" : `What ${shown.name} changes. Nothing is written yet.`}
      </h2>
      {remarks.map((remark) => (
        <p key={remark} className="note">
          {remark}
        </p>
      ))}
      <DaysPlan plan={shown.plan} />
      {shown.isNothing ? null : <Confirm shown={shown} list={list} />}
    </section>
  );
}

function Confirm({ shown, list }: { shown: NonNullable<Shown["shown"]>; list: string }) {
  return (
    <FormFrame id="confirm-file">
      <input type="hidden" name="table" value={shown.table} />
      <input type="hidden" name="name" value={shown.name} />
      <input type="hidden" name="shown" value={shown.plan.name} />
      <TakeOlder plan={shown.plan} />
      <p className="save">
        <button type="submit" className="btn primary">
          Import exactly this
        </button>
        <a href={list}>Leave it</a>
      </p>
    </FormFrame>
  );
}
