import { type ChartFrame, monthsDrawn, placeIn } from "#app/method/chart-place.ts";
import { levelInDigits } from "#app/method/figure.ts";
import { SCORES } from "#app/method/reception.ts";
import type { CourseChart } from "./document.ts";
import { CHART_COLOURS, type Drawing, type Shape } from "./drawing.ts";

const SIZE = 7.5;

/**
 * A level over time, `width` by `height` points, in the same places as on the page: grid at −2 to +2, likely range as a
 * band, the ratings as circles, the larger the more, and a dot where it ends.
 */
export function courseDrawing({ points, marks }: CourseChart, width: number, height: number): Drawing {
  const first = points[0]?.day ?? 0;
  const end = points.at(-1);
  const box = { left: 18, right: width - 6, top: 5, bottom: height - 15 };
  const frame = { ...box, first, last: end?.day ?? first };
  const upper = points.map(({ day, upper }) => placeIn(frame, day, upper));
  const lower = points.toReversed().map(({ day, lower }) => placeIn(frame, day, lower));
  const shapes: Shape[] = [
    ...SCORES.flatMap((score) => gridLine(frame, score)),
    { kind: "area", points: [...upper, ...lower], fill: CHART_COLOURS.band },
    ...circles(marks, frame),
    line(
      points.map(({ day, mean }) => placeIn(frame, day, mean)),
      CHART_COLOURS.line,
      1.4,
    ),
    ...(end === undefined ? [] : [dot(placeIn(frame, end.day, end.mean))]),
    ...monthsDrawn(frame).map(({ x, label }) => text(label, x, height - 4, "middle")),
  ];
  return { width, height, shapes };
}

function gridLine(frame: ChartFrame, score: number): readonly Shape[] {
  const { y } = placeIn(frame, frame.first, score);
  const across = [
    { x: frame.left, y },
    { x: frame.right + 4, y },
  ];
  const label = score === 0 ? "0" : levelInDigits(score).replace(".0", "");
  const isZero = score === 0;
  return [
    line(across, isZero ? CHART_COLOURS.zero : CHART_COLOURS.grid, isZero ? 0.75 : 0.5),
    text(label, frame.left - 4, y + SIZE / 3, "end"),
  ];
}

/** Ratings of one day and score would lie on each other: they are moved apart by about a point. */
function circles(marks: CourseChart["marks"], frame: ChartFrame): readonly Shape[] {
  return marks
    .filter(({ day }) => day >= frame.first)
    .map(({ day, score, count }, at) => {
      const { x, y } = placeIn(frame, day, score);
      const radius = Math.min(4, 1.4 * Math.sqrt(count));
      return {
        kind: "circle",
        x,
        y: y + (((at * 3) % 5) - 2) * 0.6,
        radius,
        fill: null,
        stroke: CHART_COLOURS.line,
      };
    });
}

function line(points: readonly { x: number; y: number }[], stroke: string, width: number): Shape {
  return { kind: "line", points, stroke, width };
}

function dot({ x, y }: { x: number; y: number }): Shape {
  return { kind: "circle", x, y, radius: 2.4, fill: CHART_COLOURS.line, stroke: null };
}

function text(words: string, x: number, y: number, anchor: "middle" | "end"): Shape {
  return { kind: "text", x, y, text: words, size: SIZE, anchor };
}
