import { type ChartFrame, monthsDrawn, placeIn } from "#app/method/chart-place.ts";
import { SCORES, signed } from "#app/method/reception-scale.ts";
import { courseDescription } from "./course-in-words.ts";
import type { EffectivenessView } from "./pages/effectiveness-view.server.ts";

const WIDTH = 372;
const HEIGHT = 220;
const BOX = { left: 34, right: 351, top: 12, bottom: 194 };

type Message = EffectivenessView["byMessage"][number];

/** The level over time with its likely range and the ratings, drawn at its real size. */
export function ReceptionChart({ message }: { message: Message }) {
  const { course, marks } = message;
  const first = course[0]?.day ?? 0;
  const frame = { ...BOX, first, last: course.at(-1)?.day ?? first };
  const now = course.at(-1);
  const id = `chart-${message.message.number}`;
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width="100%"
      role="img"
      aria-labelledby={`${id}-title ${id}-text`}
    >
      <title
        id={`${id}-title`}
      >{`Message ${message.message.number}, ${message.message.title}: reception over time, all audiences`}</title>
      <desc id={`${id}-text`}>{courseDescription(message)}</desc>
      <Levels frame={frame} />
      <polygon className="chart-band" points={bandOf(course, frame)} />
      {marks
        .filter(({ day }) => day >= frame.first)
        .map((mark) => ({ ...mark, ...placeIn(frame, mark.day, mark.score) }))
        .map(({ x, y, day, score, count }, at) => (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: several ratings may be alike in day and score
            key={`${day} ${score} ${at}`}
            className="mark"
            cx={x}
            cy={y + nudge(at)}
            r={radius(count)}
          />
        ))}
      <polyline className="chart-line" points={lineOf(course, frame)} />
      {now === undefined ? null : <Now frame={frame} day={now.day} mean={now.mean} />}
      {monthsDrawn(frame).map(({ x, label }) => (
        <text key={`${label} ${x}`} x={x} y={HEIGHT - 6} textAnchor="middle">
          {label}
        </text>
      ))}
    </svg>
  );
}

function Now({ frame, day, mean }: { frame: ChartFrame; day: number; mean: number }) {
  const { x, y } = placeIn(frame, day, mean);
  return <circle className="chart-dot" cx={x} cy={y} r="4.5" />;
}

function Levels({ frame }: { frame: ChartFrame }) {
  return SCORES.map((score) => {
    const { y } = placeIn(frame, frame.first, score);
    return (
      <g key={score}>
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
      </g>
    );
  });
}

/** Ratings of one day and score would lie on each other: they are moved apart by up to two pixels. */
function nudge(at: number): number {
  return ((at * 3) % 5) - 2;
}

function radius(count: number): number {
  return Math.min(8, 2.6 * Math.sqrt(count));
}

type Course = Message["course"];

function lineOf(course: Course, frame: ChartFrame): string {
  return course.map(({ day, mean }) => point(frame, day, mean)).join(" ");
}

function bandOf(course: Course, frame: ChartFrame): string {
  const upper = course.map(({ day, upper }) => point(frame, day, upper));
  const lower = course.toReversed().map(({ day, lower }) => point(frame, day, lower));
  return [...upper, ...lower].join(" ");
}

function point(frame: ChartFrame, day: number, level: number): string {
  const { x, y } = placeIn(frame, day, level);
  return `${x},${y}`;
}
