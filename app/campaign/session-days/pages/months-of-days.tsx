import { formatDayLabel, formatLongDay } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Chamber } from "../session-day.ts";
import type { Known, Spanned } from "../spans.ts";
import type { MonthOfDays } from "../year-of-days.ts";
import { SaidBy, StandingMark } from "./days-plan.tsx";

/** A year in months: beside one another what is known of the House and of the Senate, each with its source. */
export function MonthsOfDays({ months, edit }: { months: readonly MonthOfDays[]; edit: string | null }) {
  return (
    <>
      <nav className="session-months noprint" aria-label="Month">
        {months.map(({ first }) => (
          <a key={first} href={`#m-${first}`}>
            {nameOfMonth(first).slice(0, 3)}
          </a>
        ))}
      </nav>
      <div className="sdays">
        {months.map(({ first, chambers }) => (
          <section key={first} aria-labelledby={`m-${first}`}>
            <h2 id={`m-${first}`}>{nameOfMonth(first)}</h2>
            <div className="both-chambers">
              {chambers.map(({ chamber, spans }) => (
                <div key={chamber}>
                  <h3>{chamber}</h3>
                  <ol>
                    {spans.map((span) => (
                      <SpanLine key={span.first} chamber={chamber} span={span} edit={edit} />
                    ))}
                  </ol>
                </div>
              ))}
            </div>
          </section>
        ))}
      </div>
    </>
  );
}

function nameOfMonth(first: CalendarDate): string {
  return formatLongDay(first).split(" ").slice(2).join(" ");
}

function SpanLine({
  chamber,
  span: { first, last, said },
  edit,
}: {
  chamber: Chamber;
  span: Spanned<Known>;
  edit: string | null;
}) {
  const days = first === last ? formatDayLabel(first) : `${formatDayLabel(first)} to ${formatDayLabel(last)}`;
  return (
    <li>
      <span>{days}</span>
      <StandingMark standing={said.standing} />
      {said.asOf === null ? null : (
        <span className="note as-of">
          <SaidBy source={said.source} asOf={said.asOf} />
        </span>
      )}
      {edit === null ? null : (
        <a className="noprint" href={`${edit}?chamber=${chamber}&first=${first}&last=${last}`}>
          Change
          <span className="visually-hidden">{` the ${chamber}, ${days}`}</span>
        </a>
      )}
    </li>
  );
}
