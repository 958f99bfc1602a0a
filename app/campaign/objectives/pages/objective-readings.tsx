import { formatDay, formatDayOnAxis } from "#app/time/format.ts";
import { TableHead } from "#app/ui/list.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import { type DrawnCourse, drawCourse } from "../course.ts";
import { valueInWords } from "../objective-word.ts";
import type { ObjectivePage } from "./objective-page.server.ts";

/** The indicator over time: what was expected, what was read, and every reading in a table, entered or computed. */
export function ObjectiveReadings({ page }: { page: ObjectivePage }) {
  const { readings, objective } = page;
  const computed = objective.reading?.isComputed ? objective.reading : null;
  return (
    <section aria-labelledby="readings">
      <h2 id="readings">Readings</h2>
      {readings.length === 0 && computed === null ? (
        <p className="empty">No readings yet.</p>
      ) : (
        <>
          <CourseChart page={page} />
          <table className="table">
            <TableHead labels={["Date of reading", "Figure", "n", "Note", "By"]} />
            <tbody>
              {computed === null ? null : <Computed objective={objective} />}
              {readings.map((reading) => (
                <tr key={reading.id}>
                  <th scope="row" className="nowrap">
                    {formatDay(reading.readOn, page.today)}
                  </th>
                  <td>{valueInWords(objective.source, reading.value)}</td>
                  <td>{reading.n ?? "not stated"}</td>
                  <td>{reading.note}</td>
                  <td>{reading.author}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

function Computed({ objective: { reading, source, figure } }: Pick<ObjectivePage, "objective">) {
  const today = useToday();
  if (reading === null) return null;
  const { range, n, readOn, note } = reading;
  const words = (value: number) => valueInWords(source, value);
  return (
    <tr>
      <th scope="row" className="nowrap">
        {formatDay(readOn, today)}
      </th>
      <td>{figure}</td>
      <td>{n ?? ""}</td>
      <td>
        {range === null ? "" : `Likely range ${words(range.lower)} to ${words(range.upper)}`}
        {note === "" ? "" : `${range === null ? "" : ". "}${note}`}
      </td>
      <td>computed from the records</td>
    </tr>
  );
}

function CourseChart({ page: { objective, readings, today } }: { page: ObjectivePage }) {
  const { reading } = objective;
  const shown = reading?.isComputed ? [...readings, reading] : readings;
  const drawn = drawCourse(objective, shown, today);
  const words = (value: number) => valueInWords(objective.source, value);
  return (
    <figure className="course">
      <span className="note">{words(drawn.highest)}</span>
      <Drawing drawn={drawn} />
      <span className="note">{words(drawn.lowest)}</span>
      <figcaption className="note">
        <span>{formatDayOnAxis(drawn.first, today)}</span>
        <span>{formatDayOnAxis(drawn.last, today)}</span>
      </figcaption>
      <p className="note">
        The line shows the expected values, the dots the readings, the vertical line today.
      </p>
    </figure>
  );
}

/** Stretched to the width of the page; lines and dots keep their own size. */
function Drawing({ drawn }: { drawn: DrawnCourse }) {
  const points = drawn.expected.map(({ x, y }) => `${x.toFixed(2)},${y.toFixed(2)}`).join(" ");
  return (
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-labelledby="course-title">
      <title id="course-title">Expected values and readings over time; the table lists every reading</title>
      <line className="course-today" x1={drawn.today} x2={drawn.today} y1="0" y2="100" />
      <polyline className="expected" points={points} />
      {drawn.readings.map(({ x, y }) => (
        <path key={`${x} ${y}`} className="read" d={`M ${x.toFixed(2)} ${y.toFixed(2)} h 0.01`} />
      ))}
    </svg>
  );
}
