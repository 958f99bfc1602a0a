import { type ChartFrame, monthsDrawn, placeIn } from "#app/method/chart-place.ts";
import { levelInDigits } from "#app/method/figure.ts";
import { SCORES } from "#app/method/reception-scale.ts";
import type { ReceptionTint } from "#app/method/verdict.ts";
import type { CourseChart } from "./document.ts";

const SIZE = 7.5;

/**
 * A level over time, `width` by `height` points, in the same places as on the page: grid at −2 to +2, likely range as a
 * band, the ratings as circles, larger means more, and a dot where it ends.
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

export type Point = { x: number; y: number };

/** A picture in points from its upper left corner, drawn into a PDF or written as SVG; colours are "#1B2430". */
export type Drawing = { width: number; height: number; shapes: readonly Shape[] };

export type Shape =
  | { kind: "line"; points: readonly Point[]; stroke: string; width: number }
  | { kind: "area"; points: readonly Point[]; fill: string }
  | { kind: "circle"; x: number; y: number; radius: number; fill: string | null; stroke: string | null }
  | { kind: "text"; x: number; y: number; text: string; size: number; anchor: "start" | "middle" | "end" };

/** The colours of charts on paper. Source: DESIGN.md, section 4 (tokens of the light theme). */
export const CHART_COLOURS = {
  line: "#1F4E79",
  band: "#C9D9E6",
  grid: "#E4E0D6",
  zero: "#4A5563",
  text: "#4A5563",
} as const;

/** The ground of each step of the reception scale on paper, and the ink on it. Source: DESIGN.md, section 4. */
export const RECEPTION_COLOURS: Readonly<Record<ReceptionTint, { ground: string; ink: string }>> = {
  n2: { ground: "#9C4A1A", ink: "#FFFFFF" },
  n1: { ground: "#E3A878", ink: "#1B2430" },
  "0": { ground: "#ECE9E2", ink: "#1B2430" },
  p1: { ground: "#8FB8D2", ink: "#1B2430" },
  p2: { ground: "#1F5F8B", ink: "#FFFFFF" },
  nu: { ground: "#F3DDCB", ink: "#1B2430" },
  mx: { ground: "#E4DCEB", ink: "#1B2430" },
  pu: { ground: "#D3E2EC", ink: "#1B2430" },
};

/** A bar or a field: the four corners of a rectangle. */
export function rectangle(x: number, y: number, width: number, height: number, fill: string): Shape {
  const points = [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
  return { kind: "area", points, fill };
}
