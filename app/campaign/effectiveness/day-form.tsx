import { formatDay } from "#app/time/format.ts";
import { TextInput } from "#app/ui/controls.tsx";
import { Choices } from "#app/ui/field.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import type { DayAsked } from "./day-asked.ts";

/** The day that is shown, for the address of another file of the same figures. */
export function daySearch({ isToday, typed, knowledge }: DayAsked): string {
  return isToday ? "" : `?${new URLSearchParams({ on: typed, known: knowledge })}`;
}

/**
 * Chooses a past day; `knowsThen` where the page can also be asked for what we knew by then, and not only for what had
 * happened by then.
 */
export function DayForm({ asked, page, knowsThen }: { asked: DayAsked; page: string; knowsThen: boolean }) {
  const today = useToday();
  const shown = knowsThen ? "As of" : "What had happened by";
  return (
    <details className="day-choice" open={asked.error !== null}>
      <summary>{asked.isToday ? "Look at a past day" : `${shown} ${formatDay(asked.day, today)}`}</summary>
      <form method="get" action={page} className="form">
        <TextInput
          name="on"
          label="Day"
          hint={`For example, 12 Oct 2026${knowsThen ? "" : ". Shows what had happened by then, including what was entered later."}`}
          value={asked.typed}
          error={asked.error ?? undefined}
          autoComplete="off"
        />
        {knowsThen ? <Knowledge chosen={asked.knowledge} /> : null}
        <div className="save">
          <button type="submit" className="button">
            Show that day
          </button>
          {asked.isToday ? null : <a href={page}>Back to today</a>}
        </div>
      </form>
    </details>
  );
}

function Knowledge({ chosen }: { chosen: DayAsked["knowledge"] }) {
  return (
    <Choices
      kind="one"
      name="known"
      label="Based on"
      chosen={[chosen]}
      choices={[
        { value: "now", label: "What had happened by then", hint: "including what was entered later" },
        { value: "then", label: "What we knew by then", hint: "without later entries and corrections" },
      ]}
    />
  );
}
