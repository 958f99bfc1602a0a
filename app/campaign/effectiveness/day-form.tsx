import { formatDay } from "#app/time/format.ts";
import { explainDateRefusal, parseDate } from "#app/time/parse-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { TextInput } from "#app/ui/controls.tsx";
import { Choices } from "#app/ui/field.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";

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

/** The day of which figures are asked, and whether with what is known now or with what was known by its end. */
type DayAsked = {
  day: CalendarDate;
  knowledge: "now" | "then";
  isToday: boolean;
  /** What was typed, and what is wrong with it; null where nothing is. */
  typed: string;
  error: string | null;
};

/** Reads the day from the address, like ?on=12 Oct 2026&known=then. What is not understood is said, and shows today. */
export function readDayAsked(search: URLSearchParams, today: CalendarDate): DayAsked {
  const typed = search.get("on")?.slice(0, 60) ?? "";
  const now = { day: today, knowledge: "now", isToday: true, typed, error: null } as const;
  if (typed.trim() === "") return now;
  const read = parseDate(typed, today);
  if (!read.ok) return { ...now, error: explainDateRefusal(read.reason) };
  if (read.date > today) return { ...now, error: "Enter today or an earlier day" };
  if (read.date === today) return now;
  const knowledge = search.get("known") === "then" ? "then" : "now";
  return { day: read.date, knowledge, isToday: false, typed, error: null };
}
