import { formatDate, formatDayWithYear } from "#app/time/format.ts";
import type { Known } from "../spans.ts";
import type { ShownPlan, ShownSpan } from "./shown-plan.server.ts";
import { StandingMark } from "./standing-mark.tsx";

/** Everything that a change would do to Congress's calendar, and what it leaves as it is. */
export function DaysPlan({ plan }: { plan: ShownPlan }) {
  return (
    <>
      <Spans title="Not known until now" spans={plan.added} />
      <Spans title="Known otherwise" spans={plan.changed} />
      <Spans title="Will no longer be known" spans={plan.cleared} />
      <Spans
        title="Known from a later day"
        spans={plan.older}
        note="What stands there was said later. It stays, unless you ask for the earlier word below."
      />
      <Spans title="Not named, and stays" spans={plan.left} />
      {plan.same === 0 ? null : (
        <p className="note">{plan.same === 1 ? "1 day stays" : `${plan.same} days stay`} as known.</p>
      )}
    </>
  );
}

function Spans({
  title,
  spans,
  note = null,
}: {
  title: string;
  spans: readonly ShownSpan[];
  note?: string | null;
}) {
  if (spans.length === 0) return null;
  const count = spans.reduce((sum, { days }) => sum + days, 0);
  return (
    <>
      <h3>
        {title} ({count === 1 ? "1 day" : `${count} days`})
      </h3>
      {note === null ? null : <p className="note">{note}</p>}
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">Days</th>
            <th scope="col">Now</th>
            <th scope="col">Then</th>
          </tr>
        </thead>
        <tbody>
          {spans.map((span) => (
            <tr key={`${span.said.chamber} ${span.first}`}>
              <th scope="row">
                {span.said.chamber}, {inDays(span)}
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
    </>
  );
}

function inDays({ first, last }: ShownSpan): string {
  return first === last
    ? formatDayWithYear(first)
    : `${formatDayWithYear(first)} to ${formatDayWithYear(last)}`;
}

function Side({ known }: { known: Known | null }) {
  return (
    <>
      <StandingMark standing={known?.standing ?? "not known"} />
      {known === null || known.asOf === "" ? null : (
        <span className="note">
          {" "}
          {known.source}, as of {formatDate(known.asOf)}
        </span>
      )}
    </>
  );
}
