import { counted } from "#app/domain/campaigns/counted.ts";
import { levelInDigits, rangeInWords, shareInWords } from "#app/domain/effectiveness/figure.ts";
import { dateOfDay } from "#app/domain/time/calendar-date.ts";
import { formatDate } from "#app/domain/time/format.ts";
import { MessageNumber } from "#app/ui/marks.tsx";
import { TableHead } from "#app/ui/table-head.tsx";
import type { EffectivenessView } from "./effectiveness-view.server.ts";
import { ReceptionChart } from "./reception-chart.tsx";

type Message = EffectivenessView["byMessage"][number];

/** One small chart a message, on the same axes, and a table of the same figures under them. */
export function OverTime({ view }: { view: EffectivenessView }) {
  return (
    <section aria-labelledby="over-time">
      <h2 id="over-time">Over time</h2>
      <div className="three">
        {view.byMessage.map((message) => (
          <figure key={message.message.id}>
            <figcaption>
              <h3>
                <MessageNumber n={message.message.number} /> {message.message.title}: {verdict(message)}
              </h3>
              <p>{nowInWords(message)}</p>
            </figcaption>
            <ReceptionChart message={message} />
          </figure>
        ))}
      </div>
      <p className="note">
        Line: reception level over all audiences, weighted by priority, −2 rejected to +2 endorsed. Shaded:
        likely range, 90 %. {circles(view)} {otherPeople(view)}
      </p>
      <details>
        <summary>Show as a table</summary>
        <CourseTable messages={view.byMessage} />
      </details>
    </section>
  );
}

function verdict({ figure }: Message): string {
  return figure.verdict.charAt(0).toLowerCase() + figure.verdict.slice(1);
}

function nowInWords({ figure }: Message): string {
  if (figure.raw === null) return "No meetings yet; the figure is what similar cells suggest.";
  const level = `Now ${levelInDigits(figure.mean)}, likely range ${rangeInWords(figure)}`;
  const own = `${shareInWords(figure.ownWeight)} from the audiences’ own meetings`;
  return `${level}. ${counted(figure.notes, "rating")} by ${figure.raters}, raw ${levelInDigits(figure.raw)}, ${own}.`;
}

/** Of which messages the audiences have changed, by the rule that the sentence states. */
function otherPeople({ byMessage }: EffectivenessView): string {
  const changed = byMessage.flatMap(({ message, mix }) =>
    mix?.isOther ? [{ number: message.number, part: Math.round(mix.difference * 100) }] : [],
  );
  if (changed.length === 0) return "";
  const which = changed.map(({ number, part }) => `${part} % of message ${number}’s`).join(", ");
  return `We have also met other people since: between the first and the last third of the time ${which} ratings come from a different share of audiences (said above a third).`;
}

function circles({ byMessage }: EffectivenessView): string {
  return byMessage.some(({ marks }) => marks.some(({ count }) => count > 1))
    ? "Circles: ratings by week, the larger the more."
    : "Circles: single ratings.";
}

function CourseTable({ messages }: { messages: readonly Message[] }) {
  const days = messages[0]?.course.map(({ day }) => day) ?? [];
  const labels = ["Day", ...messages.map(({ message }) => `Message ${message.number}`)];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on a phone, and the keyboard has to reach it
    <div className="scroll" tabIndex={0}>
      <table className="tbl dense">
        <TableHead labels={labels} figures={labels.slice(1)} />
        <tbody>
          {days.map((day, at) => (
            <tr key={day}>
              <th scope="row">{formatDate(dateOfDay(day))}</th>
              {messages.map(({ message, course }) => {
                const point = course[at];
                return (
                  <td key={message.id} className="num">
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
