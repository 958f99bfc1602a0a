import type { ReactNode } from "react";
import { type RefusedForm, typedValue } from "#app/http/form-values.ts";
import { formatDayWithYear, twoClocks } from "#app/time/format.ts";
import { dateIn, timeIn, WASHINGTON } from "#app/time/wall-time.ts";
import { Select, TextInput } from "#app/ui/controls.tsx";
import { FormFrame, Submit } from "#app/ui/form-frame.tsx";
import { useHomeZone } from "#app/ui/two-clocks.tsx";
import { ASKS, ASKS_IN_WORDS, whoIsAsked } from "./desk.ts";
import { explainSilence } from "./due.ts";
import { barredFrom, type Draft } from "./own-draft.ts";
import { explainAskingRefusal, type OfferedDesk, refuseDesk } from "./who-must-clear.ts";

/** What is asked of which desks about a text of some kind, and what decides who can answer. */
export type Asking = {
  kind: string;
  offered: readonly OfferedDesk[];
  draft: Draft;
  silenceIsAgreement: boolean;
  now: Date;
};

type Typed = Pick<RefusedForm, "values" | "errors"> | null;

/** Who must agree with a text, and by when, where it should be another way than usual: folded, in a form of its own. */
export function DesksAsked({
  asking,
  typed,
  form,
  submit,
  children,
}: {
  asking: Asking;
  typed: Typed;
  form: { id: string; action: string };
  submit: string;
  /** What the form has beside the desks. */
  children: ReactNode;
}) {
  return (
    <details open={typed !== null} className="agree">
      <summary>Who must agree</summary>
      <p className="note">
        The embassy must agree first; all other desks are then asked at the same time. A copy for information
        needs no answer.
        {asking.silenceIsAgreement && asking.kind === "talking points"
          ? " Silence counts as agreement only if the desk has a full working day between being asked and its deadline."
          : ""}
      </p>
      <FormFrame {...form}>
        {asking.offered.map((offered, index) => (
          <DeskFields key={offered.desk.id} offered={offered} index={index} asking={asking} typed={typed} />
        ))}
        {children}
        <Submit>{submit}</Submit>
      </FormFrame>
    </details>
  );
}

type Fields = { offered: OfferedDesk; index: number; asking: Asking; typed: Typed };

function DeskFields({ offered, index, asking, typed }: Fields) {
  const { desk, asks, dueAt } = offered;
  const { kind, silenceIsAgreement, now } = asking;
  const refusal = refuseDesk(desk, asking);
  const silence = explainSilence({ side: desk.side, kind, desk, dueAt, askedAt: now, silenceIsAgreement });
  const name = (field: string) => `desks[${index}].${field}`;
  const value = (field: string, usual: string) => typedValue(typed?.values, name(field), usual);
  const otherClock = useOtherClock(offered, now);
  return (
    <fieldset>
      <legend>
        {desk.name} <span className="note">{whoInWords(offered, asking)}</span>
      </legend>
      <input type="hidden" name={name("desk")} value={desk.id} />
      <Select
        name={name("asks")}
        label="Role in clearance"
        value={value("asks", asks)}
        error={typed?.errors[name("asks")]}
        options={ASKS.map((ask) => ({ value: ask, label: ASKS_IN_WORDS[ask] }))}
      />
      <TextInput
        name={name("due")}
        label="Due, Washington time"
        optional
        hint={otherClock ?? "For example, 12 Nov 2026, 12:00"}
        value={value("due", dueAt === null ? "" : dueInWords(dueAt))}
        error={typed?.errors[name("due")]}
      />
      {refusal === null ? null : <p className="note">{explainAskingRefusal(refusal)}</p>}
      {silence === "" ? null : <p className="note">{silence}</p>}
    </fieldset>
  );
}

function whoInWords({ desk }: OfferedDesk, { now, draft }: Asking): string {
  const asked = whoIsAsked(desk, now, barredFrom(draft));
  switch (asked.asked) {
    case "anybody":
      return asked.people.map(({ name }) => name).join(" or ");
    case "holder":
      return `${asked.people[0].name}${asked.isAway ? ", away" : ""}`;
    case "deputy":
      return `${asked.people[0].name} for ${asked.instead}`;
    case "nobody":
      return "no one can answer";
  }
}

/** The due time by the desk's own clock, by the ministry's for a desk in Washington; null where none is offered. */
function useOtherClock({ desk, dueAt }: OfferedDesk, now: Date): string | null {
  const homeZone = useHomeZone();
  const zone = desk.zone === WASHINGTON ? homeZone : desk.zone;
  return dueAt === null ? null : twoClocks(dueAt, zone, dateIn(now, WASHINGTON)).home;
}

/** "Thu 12 Nov 2026, 12:00", on Washington's clock. */
export function dueInWords(dueAt: Date): string {
  return `${formatDayWithYear(dateIn(dueAt, WASHINGTON))}, ${timeIn(dueAt, WASHINGTON)}`;
}
