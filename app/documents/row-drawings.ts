import { placeIn } from "#app/method/chart-place.ts";
import { levelInDigits } from "#app/method/figure.ts";
import { SCORES } from "#app/method/reception.ts";
import { CHART_COLOURS, type Drawing, rectangle, type Shape } from "./drawing.ts";
import type { ReportBars, ReportRanges } from "./report-document.ts";

const SIZE = 7.5;
const HEIGHT = 12;

/** The head of a plot of ranges: the scale of −2 to +2, `width` points wide. */
export function scaleDrawing(width: number): Drawing {
  const shapes = SCORES.map((score): Shape => {
    const text = score === 0 ? "0" : levelInDigits(score).replace(".0", "");
    return { kind: "text", x: onScale(score, width), y: HEIGHT - 3, text, size: SIZE, anchor: "middle" };
  });
  return { width, height: HEIGHT, shapes };
}

/** One row of it: the likely range as a bar, the level as a dot, and a line at nought. */
export function rangeDrawing(
  { mean, lower, upper }: Pick<ReportRanges["rows"][number], "mean" | "lower" | "upper">,
  width: number,
): Drawing {
  const left = onScale(lower, width);
  const zero = onScale(0, width);
  const upright = [
    { x: zero, y: 0 },
    { x: zero, y: HEIGHT },
  ];
  return {
    width,
    height: HEIGHT,
    shapes: [
      rectangle(left, 3, onScale(upper, width) - left, HEIGHT - 6, CHART_COLOURS.band),
      { kind: "line", points: upright, stroke: CHART_COLOURS.zero, width: 0.75 },
      {
        kind: "circle",
        x: onScale(mean, width),
        y: HEIGHT / 2,
        radius: 2.6,
        fill: CHART_COLOURS.line,
        stroke: null,
      },
    ],
  };
}

/** A bar of so much of so much; the longest `whole` of the block fills the width. */
export function barDrawing(
  { part, whole }: Pick<ReportBars["rows"][number], "part" | "whole">,
  longest: number,
  width: number,
): Drawing {
  const unit = longest === 0 ? 0 : width / longest;
  return {
    width,
    height: HEIGHT,
    shapes: [
      rectangle(0, 2.5, whole * unit, HEIGHT - 5, CHART_COLOURS.band),
      rectangle(0, 2.5, Math.min(part, whole) * unit, HEIGHT - 5, CHART_COLOURS.line),
    ],
  };
}

/** Levels from left to right: the same places as the levels of a course, turned on their side. */
function onScale(level: number, width: number): number {
  const margin = 8;
  const frame = { left: 0, right: 1, top: margin, bottom: width - margin, first: 0, last: 1 };
  return width - placeIn(frame, 0, Math.max(-2, Math.min(2, level))).y;
}
