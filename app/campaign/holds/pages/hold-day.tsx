import { formatDay } from "#app/time/format.ts";
import { cityOf } from "#app/time/two-clocks.ts";
import { dateIn, timeIn, WASHINGTON } from "#app/time/wall-time.ts";
import { useToday } from "#app/ui/today.ts";
import type { DayEntry } from "../hold-day.ts";
import type { HoldView } from "./hold-view.server.ts";

/** What was done, where it stands, what comes next: on both clocks. */
export function HoldDay({ view }: { view: HoldView }) {
  const { day, homeZone } = view;
  return (
    <section aria-labelledby="day">
      <h2 id="day">
        Course <span className="more sub">Washington, {cityOf(homeZone)}</span>
      </h2>
      <ol className="holdday">
        {day.map((entry, index) => (
          <Entry
            key={`${entry.at.toISOString()} ${entry.words}`}
            entry={entry}
            before={day[index - 1] ?? null}
            homeZone={homeZone}
          />
        ))}
      </ol>
    </section>
  );
}

function Entry({ entry, before, homeZone }: { entry: DayEntry; before: DayEntry | null; homeZone: string }) {
  const { at, words, who, is } = entry;
  const today = useToday();
  const day = dateIn(at, WASHINGTON);
  const isNewDay = before === null || dateIn(before.at, WASHINGTON) !== day;
  return (
    <li className={is} aria-current={is === "now" ? "time" : undefined}>
      <span className="d">
        {isNewDay ? <span className="dayname">{formatDay(day, today)}</span> : null}
        <b>{timeIn(at, WASHINGTON)}</b> {timeIn(at, homeZone)}
      </span>
      <span>
        {is === "now" ? <b>Now. </b> : null}
        {words}
        {who === null ? null : <span className="sub">, {who}</span>}
      </span>
    </li>
  );
}
