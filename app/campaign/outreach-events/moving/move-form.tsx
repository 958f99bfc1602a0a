import { type FieldErrors, type FormValues, typedValue } from "#app/http/form-values.ts";
import { cityOf } from "#app/time/two-clocks.ts";
import { WASHINGTON, type Zone } from "#app/time/wall-time.ts";
import { TextInput } from "#app/ui/controls.tsx";
import { ButtonForm, Cancel, FormFrame } from "#app/ui/form-frame.tsx";
import { OccurrenceChoice, ScopeChoice } from "../series/scope-choice.tsx";

import type { HandLine, SlotLine } from "./selected-event.server.ts";

/** Where the browser goes after the move: to the event, or back to the calendar as it was `shown`. */
export type From = { from: "event" } | { from: "calendar"; shown: string };

type Elsewhere = { isWeekFull: boolean; slots: readonly SlotLine[]; hands: readonly HandLine[] };

/** Times that are free for everybody in the event, and colleagues who are free at its own: each a button. */
export function FreeSlots({
  isWeekFull,
  slots,
  hands,
  action,
  version,
  from,
  homeZone,
}: Elsewhere & { action: string; version: number; from: From; homeZone: Zone }) {
  const button = (fields: Readonly<Record<string, string>>, label: string, note: string) => (
    <li key={label}>
      <ButtonForm
        action={action}
        version={version}
        className="move-choice"
        fields={{ ...from, ...fields }}
        label={
          <>
            {label} <small>{note}</small>
          </>
        }
      />
    </li>
  );
  return (
    <>
      {slots.length === 0 ? <p className="note">No free slot in the next weeks.</p> : null}
      {isWeekFull && slots.length > 0 ? (
        <p className="note">No free slot this week. The next three:</p>
      ) : null}
      <ul className="move-choices">
        {slots.map(({ date, start, label, home, why }) =>
          button({ date, start }, label, `${home} in ${cityOf(homeZone)}; ${why}`),
        )}
        {hands.map(({ id, name, at }) => button({ handTo: id }, `Hand to ${name}`, `free at ${at}`))}
      </ul>
    </>
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
            label={cityOf(isOnWashington ? WASHINGTON : zone)}
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
