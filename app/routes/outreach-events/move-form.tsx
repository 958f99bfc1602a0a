import { cityOf } from "#app/domain/time/two-clocks.ts";
import { type FieldErrors, type FormValues, typedValue } from "#app/http/form-values.ts";
import { TextInput } from "#app/ui/controls.tsx";
import { ButtonForm, FormFrame } from "#app/ui/form-frame.tsx";
import { OccurrenceChoice } from "./occurrence-choice.tsx";
import type { SlotLine } from "./selected-event.server.ts";

/** Where the browser goes after the move: back to the calendar, or to the event. */
type From = "calendar" | "event";

/** Times that are free for everybody in the event, each a button. */
export function FreeSlots({
  slots,
  action,
  version,
  from,
  homeZone,
}: {
  slots: readonly SlotLine[];
  action: string;
  version: number;
  from: From;
  homeZone: string;
}) {
  if (slots.length === 0) return <p className="note">No free slot in the next weeks.</p>;
  return (
    <ul className="opts">
      {slots.map((slot) => (
        <li key={slot.label}>
          <ButtonForm
            action={action}
            version={version}
            className="opt"
            fields={{ date: slot.date, start: slot.start, from }}
            label={
              <>
                {slot.label}{" "}
                <small>
                  {slot.why}; {slot.home} in {cityOf(homeZone)}
                </small>
              </>
            }
          />
        </li>
      ))}
    </ul>
  );
}

/** Date and time as text; the event keeps its length. */
export function MoveForm({
  action,
  version,
  zone,
  values,
  errors,
  typed,
  from,
  back,
}: {
  action: string;
  version: number;
  zone: string;
  values: FormValues | null;
  errors: FieldErrors;
  typed: { date: string; start: string };
  from: From;
  back: string;
}) {
  return (
    <FormFrame action={action} version={version} className="form mv">
      <input type="hidden" name="from" value={from} />
      <div className="pair">
        <TextInput
          name="date"
          label="Date"
          value={typedValue(values, "date", typed.date)}
          error={errors.date}
        />
        <TextInput
          name="start"
          label={cityOf(zone)}
          value={typedValue(values, "start", typed.start)}
          error={errors.start}
          inputMode="numeric"
        />
      </div>
      <OccurrenceChoice values={values} error={errors.occurrence} />
      <div className="save">
        <button type="submit" className="btn primary" data-pending="Moving…">
          Move event
        </button>
        <a className="btn" href={back}>
          Leave it
        </a>
      </div>
    </FormFrame>
  );
}
