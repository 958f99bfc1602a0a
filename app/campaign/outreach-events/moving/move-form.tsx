import type { ReactNode } from "react";
import { type FieldErrors, type FormValues, typedValue } from "#app/http/form-values.ts";
import { cityOf } from "#app/time/format.ts";
import { WASHINGTON, type Zone } from "#app/time/wall-time.ts";
import { TextInput } from "#app/ui/controls.tsx";
import { ButtonForm, Cancel, FormFrame } from "#app/ui/form-frame.tsx";
import { OccurrenceChoice, ScopeChoice } from "../series/scope-choice.tsx";
import type { HandLine } from "./selected-event.server.ts";
import type { SlotsInWords } from "./slots-in-words.ts";

/** Where the browser goes after the move: to the event, or back to the calendar as it was `shown`. */
export type From = { from: "event" } | { from: "calendar"; shown: string };

/** Free times, each a button with its reasons, after what was found and what choosing `does`; `more` can be chosen instead. */
export function SlotChoices({
  does,
  finding,
  slots,
  fields = {},
  more = null,
  ...form
}: SlotsInWords & {
  does: string;
  action: string;
  version?: number | null;
  fields?: Readonly<Record<string, string>>;
  more?: ReactNode;
}) {
  return (
    <>
      {slots.length === 0 ? null : <p className="note">{does} You can undo it.</p>}
      {finding === null ? null : <p className="note">{finding}</p>}
      <ul className="move-choices">
        {slots.map(({ date, start, label, beside }) => (
          <li key={label}>
            <ButtonForm
              {...form}
              className="move-choice"
              fields={{ ...fields, date, start }}
              label={<ChoiceLabel label={label} beside={beside} />}
            />
          </li>
        ))}
        {more}
      </ul>
    </>
  );
}

function ChoiceLabel({ label, beside }: { label: string; beside: string }) {
  return (
    <>
      {label} <small>{beside}</small>
    </>
  );
}

/** Times that are free for everybody in the event, and colleagues who are free at its own: each a button. */
export function FreeSlots({
  free: { finding, slots, hands },
  from,
  ...form
}: {
  free: SlotsInWords & { hands: readonly HandLine[] };
  action: string;
  version: number;
  from: From;
}) {
  return (
    <SlotChoices
      {...form}
      does="Choosing a time moves the event at once."
      finding={finding}
      slots={slots}
      fields={from}
      more={hands.map(({ id, name, at }) => (
        <li key={id}>
          <ButtonForm
            {...form}
            className="move-choice"
            fields={{ ...from, handTo: id }}
            label={<ChoiceLabel label={`Hand to ${name}`} beside={`free at ${at}`} />}
          />
        </li>
      ))}
    />
  );
}

/** Date and time as text; the event keeps its length. Whole days have a date only. */
export function MoveForm({
  action,
  version,
  event: { zone, isAllDay, isInSeries },
  values,
  errors,
  typed,
  from,
  back,
}: {
  action: string;
  version: number;
  event: { zone: Zone; isAllDay: boolean; isInSeries: boolean };
  values: FormValues | null;
  errors: FieldErrors;
  typed: { date: string; start: string };
  from: From;
  back: string;
}) {
  const isOnWashington = typedValue(values, "clock", "own") === "washington";
  return (
    <FormFrame action={action} version={version} className="form move-form">
      {Object.entries(from).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {isOnWashington ? <input type="hidden" name="clock" value="washington" /> : null}
      <div className="pair">
        <TextInput
          name="date"
          label={isAllDay ? "First day" : "Date"}
          value={typedValue(values, "date", typed.date)}
          error={errors.date}
          autoComplete="off"
        />
        {isAllDay ? null : (
          <TextInput
            name="start"
            label={`Time in ${cityOf(isOnWashington ? WASHINGTON : zone)}`}
            value={typedValue(values, "start", typed.start)}
            error={errors.start}
            inputMode="numeric"
            autoComplete="off"
          />
        )}
      </div>
      <OccurrenceChoice values={values} error={errors.occurrence} />
      <ScopeChoice isInSeries={isInSeries} label="Which dates move?" values={values} error={errors.scope} />
      <div className="save">
        <button type="submit" className="button primary" data-pending="Moving…">
          Move event
        </button>
        <Cancel to={back} />
      </div>
    </FormFrame>
  );
}
