import { atWord } from "#app/text/cut.ts";
import { STANCES } from "../stance.ts";
import type { ChartDot, StanceChart } from "../stance-chart.ts";

/** The area in which the chart is drawn, at its real size in pixels. */
export const STANCE_FRAME = { left: 114, right: 511, top: 14, bottom: 202 };

/** What of the width the names of the levels take: they stay where the rest scrolls. */
const AXIS = 96;
const WIDTH = 540;
const HEIGHT = 230;
/** Pixels that a letter takes at 13 px; labels closer than their own width are left out. */
const LETTER = 6.2;

/** The stance over time: steps, the number in each dot, dotted where a reading is carried forward. */
export function StanceFigure({
  chart,
  name,
  labels,
}: {
  chart: StanceChart;
  name: string;
  labels: ReadonlyMap<string, string>;
}) {
  const last = chart.dots.at(-1);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on a phone, and the keyboard has to reach it
    <figure className="timeline" tabIndex={0}>
      <Axis />
      <svg
        className="timeline-course"
        viewBox={`${AXIS} 0 ${WIDTH - AXIS} ${HEIGHT}`}
        role="img"
        aria-labelledby="stance-title stance-text"
      >
        <title id="stance-title">{`Stance of ${name}`}</title>
        <desc id="stance-text">
          {last === undefined
            ? "Not known."
            : `${last.stance} of 5 when last known. The table below has every reading.`}
        </desc>
        {STANCES.map(({ value }) => (
          <line
            key={value}
            className="chart-grid"
            x1={AXIS}
            x2={WIDTH - 16}
            y1={heightOf(value)}
            y2={heightOf(value)}
          />
        ))}
        <path d={chart.standing} fill="none" stroke="var(--ink-2)" strokeWidth="2" />
        <path d={chart.carried} fill="none" stroke="var(--ink-2)" strokeWidth="2" strokeDasharray="2 4" />
        {chart.dots.map((dot) => (
          <Dot key={`${dot.readOn} ${dot.x}`} dot={dot} />
        ))}
        {shownLabels(chart.dots, labels).map(({ x, y, anchor, text }) => (
          <text key={text} x={x} y={y} textAnchor={anchor}>
            {text}
          </text>
        ))}
        {chart.months.map(({ x, label }) => (
          <text key={label} x={x} y={HEIGHT - 6} textAnchor="middle">
            {label}
          </text>
        ))}
      </svg>
    </figure>
  );
}

function Axis() {
  return (
    <svg className="timeline-axis" viewBox={`0 0 ${AXIS} ${HEIGHT}`} aria-hidden="true">
      {STANCES.map(({ value, label }) => (
        <text key={value} x="0" y={heightOf(value) + 4}>
          {value} {label}
        </text>
      ))}
    </svg>
  );
}

function heightOf(stance: number): number {
  return STANCE_FRAME.bottom - ((STANCE_FRAME.bottom - STANCE_FRAME.top) / 4) * (stance - 1);
}

function Dot({ dot: { x, y, stance } }: { dot: ChartDot }) {
  return (
    <>
      <circle cx={x} cy={y} r="10" fill={`var(--sta-${stance})`} stroke="var(--ink-2)" />
      <text
        x={x}
        y={y + 4.5}
        textAnchor="middle"
        style={{ fontWeight: 600, fill: `var(--sta-${stance}-ink)` }}
      >
        {stance}
      </text>
    </>
  );
}

type Label = { x: number; y: number; anchor: "start" | "middle" | "end"; text: string };

/** The events' names over their dots, the latest first; one that would run into another is left to the table. */
function shownLabels(dots: readonly ChartDot[], labels: ReadonlyMap<string, string>): Label[] {
  const shown: Label[] = [];
  let free = WIDTH;
  for (const { x, y, readOn } of dots.toReversed()) {
    const text = atWord(labels.get(readOn) ?? "", 26);
    const half = (text.length * LETTER) / 2;
    const middle = Math.min(Math.max(x, AXIS + half), WIDTH - half);
    if (text === "" || middle + half > free) continue;
    shown.push({ x: middle, y: y < 40 ? y + 25 : y - 16, anchor: "middle", text });
    free = middle - half - 10;
  }
  return shown;
}
