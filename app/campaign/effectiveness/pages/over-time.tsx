import { levelInDigits, rangeInWords } from "#app/method/figure.ts";
import { dateOfDay } from "#app/time/calendar-date.ts";
import { formatDay } from "#app/time/format.ts";
import { TableHead } from "#app/ui/list.tsx";
import { MessageNumber } from "#app/ui/marks.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import { sinceInCaption } from "../changes/since-told.ts";
import { coursesNote, courseTitle, nowInWords } from "../course-in-words.ts";
import { ReceptionChart } from "../reception-chart.tsx";
import type { EffectivenessView } from "./effectiveness-view.server.ts";

type Message = EffectivenessView["byMessage"][number];

/** One small chart a message, on the same axes, and a table of the same figures under them. */
export function OverTime({ view }: { view: EffectivenessView }) {
  return (
    <section aria-labelledby="over-time">
      <h2 id="over-time">Over time</h2>
      <div className="course-charts">
        {view.byMessage.map((message) => (
          <figure key={message.message.id}>
            <figcaption>
              <h3>
                <MessageNumber n={message.message.number} /> {courseTitle(message)}
              </h3>
              <p>
                {nowInWords(message)} {sinceInCaption(message, view.day)}
              </p>
            </figcaption>
            <ReceptionChart message={message} />
          </figure>
        ))}
      </div>
      <p className="note">{coursesNote(view.byMessage)}</p>
      <details>
        <summary>Show as a table</summary>
        <CourseTable messages={view.byMessage} />
      </details>
    </section>
  );
}

function CourseTable({ messages }: { messages: readonly Message[] }) {
  const today = useToday();
  const days = messages[0]?.course.map(({ day }) => day) ?? [];
  const labels = ["Day", ...messages.map(({ message }) => `Message ${message.number}`)];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on a phone, and the keyboard has to reach it
    <div className="scroll report-scroll" tabIndex={0}>
      <table className="table dense">
        <TableHead labels={labels} figures={labels.slice(1)} />
        <tbody>
          {days.map((day, at) => (
            <tr key={day}>
              <th scope="row" className="nowrap">
                {formatDay(dateOfDay(day), today)}
              </th>
              {messages.map(({ message, course }) => {
                const point = course[at];
                return (
                  <td key={message.id} className="number">
                    {point === undefined ? "" : `${levelInDigits(point.mean)} (${rangeInWords(point)})`}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
