import { closedDay, dueUnlessTyped, holidaysAhead, parseDueDate } from "#app/campaign/follow-ups/due-date.ts";
import { typedValue } from "#app/http/form-values.ts";
import { formatDay } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { TextInput } from "#app/ui/controls.tsx";
import { type Around, followUpField, type Parts } from "./outcome-fields.ts";

const ROWS = [
  { row: 0, promisedBy: "us", label: "We will" },
  { row: 1, promisedBy: "them", label: "They will" },
  { row: 2, promisedBy: "us", label: "We will also" },
] as const;

type Row = (typeof ROWS)[number];

/** What was promised: one of ours at once, another and one of theirs on request. */
export function PromisesMade({ parts, around }: { parts: Parts; around: Around }) {
  const [first, ...others] = ROWS;
  const isTyped = others.some(({ row }) =>
    (["text", "by"] as const).some((part) => typedValue(parts.values, followUpField(row, part), "") !== ""),
  );
  const holidays = holidaysAhead(around.today, 21, around.home);
  return (
    <fieldset className="question">
      <legend>Follow-ups</legend>
      <PromiseRow promise={first} parts={parts} around={around} />
      {holidays.length === 0 ? null : <p className="note">Holidays ahead: {holidays.join(", ")}.</p>}
      <details className="fold" open={isTyped}>
        <summary>Another promise, ours or theirs</summary>
        {others.map((promise) => (
          <PromiseRow key={promise.row} promise={promise} parts={parts} around={around} />
        ))}
      </details>
    </fieldset>
  );
}

function PromiseRow({
  promise: { row, promisedBy, label },
  parts: { form, values, errors },
  around,
}: {
  promise: Row;
  parts: Parts;
  around: Around;
}) {
  const text = followUpField(row, "text");
  const by = followUpField(row, "by");
  const typed = typedValue(values, by, "");
  const { day } = form.event;
  return (
    <div className="follow-up-line">
      <input type="hidden" name={followUpField(row, "promisedBy")} value={promisedBy} />
      <TextInput name={text} label={label} value={typedValue(values, text, "")} error={errors[text]} />
      <TextInput
        name={by}
        label="By"
        value={typed}
        error={errors[by]}
        hint={`If left empty: ${formatDay(dueUnlessTyped(day, around.today, around.home), around.today)}`}
      />
      <BetterDay row={row} typed={typed} eventDay={day} around={around} />
    </div>
  );
}

/** A typed day on which one side does not work, and a button that takes the next on which both do. */
function BetterDay({
  row,
  typed,
  eventDay,
  around: { today, home },
}: {
  row: number;
  typed: string;
  eventDay: CalendarDate;
  around: Around;
}) {
  const due = parseDueDate(typed, eventDay, today);
  const closed = due.ok ? closedDay(due.dueOn, home) : null;
  if (!due.ok || closed === null) return null;
  return (
    <p className="note">
      {formatDay(due.dueOn, today)} is {closed.where}.{" "}
      <button
        type="submit"
        className="linklike"
        name="reshape"
        value={`due ${row} ${closed.better}`}
        formNoValidate
        data-pending="Changing…"
      >
        Use {formatDay(closed.better, today)}
      </button>
    </p>
  );
}
