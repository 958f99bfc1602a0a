import { type Figure, levelInDigits, rangeInWords, shareInWords } from "#app/method/figure.ts";
import { counted, inWords } from "#app/text/in-words.ts";
import type { MessageReception } from "./reception-report.ts";

/** What stands over the chart of a message: its word as the finding, "Autonomy and NATO: mixed". Source: DESIGN.md, section 4. */
export function courseTitle({ message, figure }: Pick<MessageReception, "message" | "figure">): string {
  return `${message.title}: ${figure.verdict.charAt(0).toLowerCase()}${figure.verdict.slice(1)}`;
}

/** The figure of a message now, with all that it rests on. Source: EFFECTIVENESS.md §6. */
export function nowInWords({ figure }: Pick<MessageReception, "figure">): string {
  if (figure.raw === null) return "No ratings yet; the figure is what similar cells suggest.";
  const level = `Now ${levelInDigits(figure.mean)}, likely range ${rangeInWords(figure)}`;
  const own = `${shareInWords(figure.ownWeight)} from the audiences’ own meetings`;
  return `${level}. ${counted(figure.notes, "rating")} by ${counted(figure.raters, "rater")}, raw average ${levelInDigits(figure.raw)}, ${own}.`;
}

/** What somebody is told who does not see the chart. */
export function courseDescription({ figure, course }: Pick<MessageReception, "figure" | "course">): string {
  return `${levelInDigits(course[0]?.mean ?? 0)} at the start and ${levelInDigits(figure.mean)} now, likely range now ${rangeInWords(figure)}, from ${counted(figure.notes, "rating")}.`;
}

/** What line, band and circles of the charts are, and of which messages the audiences have changed. */
export function coursesNote(
  byMessage: readonly Pick<MessageReception, "message" | "marks" | "mix">[],
): string {
  const drawn =
    "The line shows the reception level across all audiences, weighted by priority, from −2 (rejected) to +2 (endorsed); the shading shows the likely range (90 %).";
  return [drawn, circles(byMessage), otherPeople(byMessage)].filter((part) => part !== "").join(" ");
}

function circles(byMessage: readonly Pick<MessageReception, "marks">[]): string {
  return byMessage.some(({ marks }) => marks.some(({ count }) => count > 1))
    ? "Each circle shows one week’s ratings; the larger the circle, the more ratings."
    : "Each circle is a single rating.";
}

/** Of which messages the audiences have changed, by the rule that the sentence states. */
function otherPeople(byMessage: readonly Pick<MessageReception, "message" | "mix">[]): string {
  const changed = byMessage.flatMap(({ message, mix }) =>
    mix?.isOther ? [{ number: message.number, part: Math.round(mix.difference * 100) }] : [],
  );
  if (changed.length === 0) return "";
  const which = inWords(changed.map(({ number, part }) => `${part} % for message ${number}`));
  return `Between the first and last thirds of the period, the mix of audiences changed by ${which} (shifts of a third or less are not mentioned).`;
}

/** What similar cells suggest where nobody has heard a message yet: "similar cells: −0.1, −1.4 to +1.2". Source: EFFECTIVENESS.md §6. */
export function similarInWords(figure: Pick<Figure, "mean" | "lower" | "upper">): string {
  return `similar cells: ${levelInDigits(figure.mean)}, ${rangeInWords(figure)}`;
}

const MOST_POINTS = 60;
const WEEK = 7;

/**
 * The days on which a course over time is drawn, as whole days since 1970: whole weeks from `first`, at most about 60,
 * and `last` itself, past which nothing is drawn. The same first day gives the same days tomorrow, but for the last.
 * Source: DESIGN.md, section 3 (over time: never extrapolated past today).
 */
export function daysDrawn(first: number, last: number): number[] {
  if (first >= last) return [last];
  const weeks = Math.ceil((last - first) / WEEK / MOST_POINTS);
  const step = WEEK * Math.max(1, weeks);
  const days = Array.from({ length: Math.ceil((last - first) / step) }, (_, index) => first + index * step);
  return [...days, last];
}
