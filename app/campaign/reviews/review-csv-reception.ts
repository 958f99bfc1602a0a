import type { Figure } from "#app/method/figure.ts";
import { dateOfDay } from "#app/time/calendar-date.ts";
import { type FigureRow, NONE } from "./figure-row.ts";
import type { ReviewContent } from "./review-content.ts";

type Of = Pick<ReviewContent, "reception">;

/** How messages are received: each figure, its course, the ratings, the changes found and the chances of being best. */
export function receptionRows(content: Of): FigureRow[] {
  return [...levelRows(content), ...courseRows(content), ...changeRows(content), ...leadRows(content)];
}

function levelRows({ reception }: Of): FigureRow[] {
  const { messages, rows, byMessage } = reception;
  return [
    ...byMessage.flatMap(({ message, figure }) => figureRows(figure, message.number, "all audiences")),
    ...rows.flatMap(({ audience, figures }) =>
      figures.flatMap((figure, at) => figureRows(figure, messages[at]?.number ?? 0, audience.name)),
    ),
  ];
}

function figureRows(figure: Figure, message: number, audience: string): FigureRow[] {
  const { mean, lower, upper, notes, lastDay, verdict, raw, raters, pPositive, ownWeight } = figure;
  const of = { ...NONE, part: "reception", message, audience };
  const on = lastDay === null ? null : dateOfDay(lastDay);
  return [
    { ...of, what: "level", on, value: mean, from: lower, to: upper, n: notes, words: verdict },
    { ...of, what: "raw average", value: raw, n: notes },
    { ...of, what: "raters", value: raters },
    { ...of, what: "chance of being above 0", value: pPositive },
    { ...of, what: "share of own meetings", value: ownWeight },
  ];
}

function courseRows({ reception }: Of): FigureRow[] {
  return reception.byMessage.flatMap(({ message, course, marks, figure }) =>
    figure.notes === 0
      ? []
      : [
          ...course.map(({ day, mean, lower, upper }) => ({
            ...NONE,
            part: "over time",
            what: "level",
            message: message.number,
            audience: "all audiences",
            on: dateOfDay(day),
            value: mean,
            from: lower,
            to: upper,
          })),
          ...marks.map(({ day, score, count }) => ({
            ...NONE,
            part: "over time",
            what: count === 1 ? "rating" : "ratings",
            message: message.number,
            on: dateOfDay(day),
            value: score,
            n: count,
          })),
        ],
  );
}

function changeRows({ reception }: Of): FigureRow[] {
  const numberOf = (id: string) => reception.messages.find((message) => message.id === id)?.number ?? 0;
  const nameOf = (id: string | null) =>
    id === null
      ? "all audiences"
      : (reception.rows.find(({ audience }) => audience.id === id)?.audience.name ?? id);
  return reception.changes.flatMap((change) => {
    const of = {
      ...NONE,
      part: "change found",
      message: numberOf(change.messageId),
      audience: nameOf(change.audienceId),
    };
    return [
      { ...of, what: "level before", on: change.after, value: change.meanBefore },
      { ...of, what: "level after", on: change.before, value: change.meanAfter },
      { ...of, what: change.direction, value: change.probability, n: change.notes, words: change.word },
    ];
  });
}

function leadRows({ reception }: Of): FigureRow[] {
  const { overAll, byAudience } = reception.leads;
  const nameOf = (id: string) =>
    reception.rows.find(({ audience }) => audience.id === id)?.audience.name ?? id;
  const of = (audience: string, best: typeof overAll.best) =>
    best.map(({ number, chance }) => ({
      ...NONE,
      part: "reception",
      what: "about the chance of being the best received",
      message: number,
      audience,
      value: chance,
    }));
  return [
    ...of("all audiences", overAll.best),
    ...byAudience.flatMap(({ audienceId, best }) => of(nameOf(audienceId), best)),
  ];
}
