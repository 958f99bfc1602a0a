import { Cancel, FormFrame } from "#app/ui/form-frame.tsx";
import { State } from "#app/ui/marks.tsx";
import { differenceInWords, type ImportCounts } from "../import-in-words.ts";
import { linesInWords, type NotTaken, type Remark } from "../reading/calendar-reading.ts";

import type { ShownCalendar, ShownStep } from "./answer-calendar-import.server.ts";

type Preview = NonNullable<ShownCalendar["preview"]>;

/** What a file would change, what is not imported and why, and the button that writes exactly that. */
export function ShownCalendarFile({
  preview,
  base,
  homeCity,
}: {
  preview: Preview;
  base: string;
  homeCity: string;
}) {
  const { counts, steps, notTaken, notTakenMore, remarks, gone, asksForClock, confirm } = preview;
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{counts.toWrite === 0 ? "Nothing to change" : "Changes in this file"}</h2>
      <p>{countsInWords(counts, notTaken.length + notTakenMore)}</p>
      {asksForClock || confirm.clock !== "" ? <WhoseClock preview={preview} homeCity={homeCity} /> : null}
      <FormFrame id="calendar-import">
        <Kept confirm={confirm} />
        <input type="hidden" name="clock" value={confirm.clock} />
        {steps.length === 0 ? null : (
          <ol className="plain ics-steps">
            {steps.map((step) => (
              <Step key={`${step.kind} ${step.key}`} step={step} />
            ))}
          </ol>
        )}
        {counts.toWrite === 0 ? null : (
          <div className="save">
            <button
              type="submit"
              name="act"
              value="import"
              className="button primary large"
              data-pending="Importing…"
            >
              Import these changes
            </button>
            <Cancel to={`${base}/calendar/import`} />
          </div>
        )}
      </FormFrame>
      <NotTakenOver notTaken={notTaken} more={notTakenMore} />
      <Remarks remarks={remarks} />
      <Gone gone={gone} />
    </section>
  );
}

function Kept({ confirm }: { confirm: Preview["confirm"] }) {
  return (
    <>
      <input type="hidden" name="kept" value={confirm.kept} />
      <input type="hidden" name="shown" value={confirm.shown} />
      <input type="hidden" name="kind" value={confirm.kind} />
    </>
  );
}

function countsInWords(
  { added, changed, cancelled, both, same, kept }: ImportCounts,
  notTaken: number,
): string {
  const said = [
    [added, "new"],
    [changed, "changed in the file"],
    [cancelled, "no longer in the file"],
    [both, "changed here and in the file"],
    [same, "the same as here"],
    [kept, "kept unchanged"],
    [notTaken, "not imported"],
  ] as const;
  const words = said.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return words.length === 0 ? "The file has no events." : `${words.join(", ")}.`;
}

function WhoseClock({
  preview: { confirm, asksForClock },
  homeCity,
}: {
  preview: Preview;
  homeCity: string;
}) {
  const choices = [
    { value: "washington", label: "Washington" },
    { value: "home", label: homeCity },
  ];
  return (
    <FormFrame id="calendar-clock">
      <Kept confirm={confirm} />
      <fieldset className="field">
        <legend>Which time zone should be used for times without one?</legend>
        <p className="hint">
          {asksForClock
            ? "Events with no time zone, or an unknown one, will not be imported until you choose."
            : "They were read in the time zone chosen here."}
        </p>
        <div className="choice">
          {choices.map(({ value, label }) => (
            <label key={value}>
              <input
                type="radio"
                name="clock"
                value={value}
                required
                defaultChecked={confirm.clock === value}
              />
              <span>{label}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <button type="submit" name="act" value="show" className="button">
        Show in this time zone
      </button>
    </FormFrame>
  );
}

const STATES: Readonly<Record<string, "ok" | "warn" | "bad">> = {
  changed: "warn",
  both: "bad",
  rule: "warn",
  "no longer": "warn",
};

function Step({ step }: { step: ShownStep }) {
  const { kind, fate, title, what, differences, line, key } = step;
  return (
    <li>
      <State kind={STATES[kind] ?? "ok"}>{fate}</State> <b>{title}</b>{" "}
      {what === "" ? null : <span className="small">{what}</span>} <span className="note">line {line}</span>
      {differences.length === 0 ? null : (
        <dl className="fact-list">
          {differences.map((difference) => (
            <div key={difference.field}>
              <dt>{difference.field}</dt>
              <dd>
                {kind !== "changed" ? (
                  differenceInWords(kind, difference)
                ) : (
                  <>
                    <del>{difference.here || "nothing"}</del> → <ins>{difference.inFile || "nothing"}</ins>
                  </>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {kind === "both" ? (
        <label>
          <input type="checkbox" name="takeFile" value={key} />
          <span>Use the file’s version; otherwise the one here is kept</span>
        </label>
      ) : null}
    </li>
  );
}

function NotTakenOver({ notTaken, more }: { notTaken: readonly NotTaken[]; more: number }) {
  if (notTaken.length === 0) return null;
  return (
    <>
      <h3 className="ics-said">Not imported</h3>
      <ul className="ics-said">
        {notTaken.map(({ line, title, reason }) => (
          <li key={`${line} ${title} ${reason}`}>
            Line {line}, <b>{title}</b>: {reason}.
          </li>
        ))}
        {more > 0 ? <li>{more} more.</li> : null}
      </ul>
    </>
  );
}

function Remarks({ remarks }: { remarks: readonly Remark[] }) {
  if (remarks.length === 0) return null;
  return (
    <>
      <h3 className="ics-said">Also in the file</h3>
      <ul className="ics-said">
        {remarks.map((remark) => (
          <li key={remark.sentence}>
            {remark.sentence}.{" "}
            {remark.lines.length === 0 ? null : <span className="note">{linesInWords(remark)}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

function Gone({ gone }: { gone: Preview["gone"] }) {
  if (gone.length === 0) return null;
  return (
    <details className="ics-said">
      <summary>Imported before but not in this file, left unchanged: {gone.length}</summary>
      <ul>
        {gone.map(({ title, startsAt }) => (
          <li key={`${title} ${startsAt}`}>{title}</li>
        ))}
      </ul>
    </details>
  );
}
