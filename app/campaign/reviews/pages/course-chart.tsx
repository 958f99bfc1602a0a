import type { CourseChart as Chart } from "#app/documents/document.ts";
import { type ChartFrame, monthsDrawn, placeIn } from "#app/method/chart-place.ts";
import { SCORES, signed } from "#app/method/reception-scale.ts";

const WIDTH = 372;
const HEIGHT = 190;
const BOX = { left: 34, right: 351, top: 12, bottom: 164 };

/** A level over time with its likely range and the ratings, drawn at its real size from what a document says of it. */
export function CourseChart({ chart, id }: { chart: Chart; id: string }) {
  const { title, description, points, marks } = chart;
  const first = points[0]?.day ?? 0;
  const frame = { ...BOX, first, last: points.at(-1)?.day ?? first };
  const upper = points.map(({ day, upper }) => place(frame, day, upper));
  const lower = points.toReversed().map(({ day, lower }) => place(frame, day, lower));
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width="100%"
      role="img"
      aria-labelledby={`${id}-title ${id}-text`}
    >
      <title id={`${id}-title`}>{`${title}: reception over time`}</title>
      <desc id={`${id}-text`}>{description}</desc>
      {SCORES.map((score) => (
        <Grid key={score} frame={frame} score={score} />
      ))}
      <polygon className="chart-band" points={[...upper, ...lower].join(" ")} />
      {marks
        .filter(({ day }) => day >= frame.first)
        .map(({ day, score, count }, at) => {
          const { x, y } = placeIn(frame, day, score);
          const radius = Math.round(Math.min(8, 2.6 * Math.sqrt(count)) * 10) / 10;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: several ratings may be alike in day and score
            <circle key={`${day} ${score} ${at}`} className="mark" cx={x} cy={y + nudge(at)} r={radius} />
          );
        })}
      <polyline
        className="chart-line"
        points={points.map(({ day, mean }) => place(frame, day, mean)).join(" ")}
      />
      {monthsDrawn(frame).map(({ x, label }) => (
        <text key={`${label} ${x}`} x={x} y={HEIGHT - 6} textAnchor="middle">
          {label}
        </text>
      ))}
    </svg>
  );
}

function Grid({ frame, score }: { frame: ChartFrame; score: number }) {
  const { y } = placeIn(frame, frame.first, score);
  return (
    <>
      <line
        className={score === 0 ? "chart-zero" : "chart-grid"}
        x1={BOX.left}
        x2={BOX.right + 7}
        y1={y}
        y2={y}
      />
      <text x={BOX.left - 8} y={y + 4} textAnchor="end">
        {signed(score)}
      </text>
    </>
  );
}

/** Ratings of one day and score would lie on each other: they are moved apart by up to two pixels. */
function nudge(at: number): number {
  return ((at * 3) % 5) - 2;
}

function place(frame: ChartFrame, day: number, level: number): string {
  const { x, y } = placeIn(frame, day, level);
  return `${x},${y}`;
}
