import type { FormValues } from "#app/http/form-values.ts";
import { formatDay } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { Cancel, FormFrame } from "#app/ui/form-frame.tsx";
import { TableHead } from "#app/ui/list.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import type { SessionStanding } from "../session-day.ts";
import type { Known } from "../spans.ts";
import type { ShownPlan, ShownSpan } from "./answer-days-file.server.ts";

/** Everything that a change would do to Congress's calendar, and what it leaves as it is. */
export function DaysPlan({ plan }: { plan: ShownPlan }) {
  return (
    <>
      <Spans title="New" spans={plan.added} />
      <Spans title="Changed" spans={plan.changed} />
      <Spans title="Will no longer be known" spans={plan.cleared} />
      <Spans
        title="Already known from a more recent source"
        spans={plan.older}
        note="The information here is more recent. It will be kept unless you choose the earlier information below."
      />
      <Spans title="Not in the file, unchanged" spans={plan.left} />
      {plan.same === 0 ? null : (
        <p className="note">{plan.same === 1 ? "1 day is" : `${plan.same} days are`} unchanged.</p>
      )}
    </>
  );
}

/** A longer list is folded, so that what is to be decided stands in sight. */
const MOST_OPEN = 10;

function Spans({
  title,
  spans,
  note = null,
}: {
  title: string;
  spans: readonly ShownSpan[];
  note?: string | null;
}) {
  const today = useToday();
  if (spans.length === 0) return null;
  const count = spans.reduce((sum, { days }) => sum + days, 0);
  return (
    <>
      <h3>
        {title} ({count === 1 ? "1 day" : `${count} days`})
      </h3>
      {note === null ? null : <p className="note">{note}</p>}
      <details open={spans.length <= MOST_OPEN}>
        <summary>All of these days, with their sources</summary>
        <table className="table">
          <TableHead labels={["Days", "Now", "After the change"]} />
          <tbody>
            {spans.map((span) => (
              <tr key={`${span.said.chamber} ${span.first}`}>
                <th scope="row">
                  {span.said.chamber}, {inDays(span, today)}
                </th>
                <td>
                  <Side known={span.said.from} />
                </td>
                <td>
                  <Side known={span.said.to} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

function inDays({ first, last }: ShownSpan, today: CalendarDate): string {
  return first === last ? formatDay(first, today) : `${formatDay(first, today)} to ${formatDay(last, today)}`;
}

function Side({ known }: { known: Known | null }) {
  return (
    <>
      <StandingMark standing={known?.standing ?? "not known"} />
      {known === null || known.asOf === null ? null : (
        <span className="note">
          {" "}
          <SaidBy source={known.source} asOf={known.asOf} />
        </span>
      )}
    </>
  );
}

const LOOKS = {
  "in session": { look: "in", word: "In session" },
  away: { look: "out", word: "Away" },
  "not known": { look: "unknown", word: "Not known" },
} as const;

/** Who says so, and when they said it. */
export function SaidBy({ source, asOf }: { source: string; asOf: CalendarDate }) {
  return `${source}, as of ${formatDay(asOf, useToday())}`;
}

/** In session, away or not known: the word, and the look that the calendar's bands have. */
export function StandingMark({ standing }: { standing: SessionStanding | "not known" }) {
  const { look, word } = LOOKS[standing];
  return <b className={`session-mark session-mark-${look}`}>{word}</b>;
}

/** What a change would do to days of which something is known already, and the button that does just that. */
export function ConfirmDays({ plan, values, leave }: { plan: ShownPlan; values: FormValues; leave: string }) {
  const carried = Object.entries(values).filter(([name]) => !["shown", "older", "submission"].includes(name));
  return (
    <section className="days-plan" aria-labelledby="confirm">
      <h2 id="confirm">There is already information about these days. Nothing has been saved yet.</h2>
      <DaysPlan plan={plan} />
      <FormFrame id="confirm-days">
        {carried.map(([name, [value = ""]]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TakeOlder plan={plan} />
        <input type="hidden" name="shown" value={plan.name} />
        <p className="save">
          <button type="submit" className="button primary">
            Save these changes
          </button>
          <Cancel to={leave} />
        </p>
      </FormFrame>
    </section>
  );
}

/** Asks for the earlier word where a later one is known; not ticked by itself. */
export function TakeOlder({ plan: { older } }: { plan: ShownPlan }) {
  if (older.length === 0) return null;
  return (
    <div className="choice">
      <label>
        <input type="checkbox" name="older" value="yes" />
        <span>Use the earlier information too, in place of the more recent</span>
      </label>
    </div>
  );
}
