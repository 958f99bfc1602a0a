import { formatDate } from "#app/domain/time/format.ts";
import { Choices } from "#app/ui/choices.tsx";
import { TextInput } from "#app/ui/controls.tsx";
import type { DayAsked } from "./day-asked.ts";

/** The day that is shown, for the address of another file of the same figures. */
export function daySearch({ isToday, typed, knowledge }: DayAsked): string {
  return isToday ? "" : `?${new URLSearchParams({ on: typed, known: knowledge })}`;
}

/** Chooses a past day, and whether with what had happened by then or with what we knew by then. */
export function DayForm({ asked, page }: { asked: DayAsked; page: string }) {
  return (
    <details className="day" open={asked.error !== null}>
      <summary>{asked.isToday ? "Look at a past day" : `As of ${formatDate(asked.day)}`}</summary>
      <form method="get" action={page} className="form">
        <TextInput
          name="on"
          label="Day"
          hint="Like 12 Oct 2026"
          value={asked.typed}
          error={asked.error ?? undefined}
          autoComplete="off"
        />
        <Choices
          kind="one"
          name="known"
          label="With what"
          chosen={[asked.knowledge]}
          choices={[
            { value: "now", label: "What had happened by then", hint: "entered by today" },
            { value: "then", label: "What we knew by then", hint: "without later entries and corrections" },
          ]}
        />
        <div className="save">
          <button type="submit" className="btn">
            Show that day
          </button>
          {asked.isToday ? null : <a href={page}>Back to today</a>}
        </div>
      </form>
    </details>
  );
}
