import { type ChartFrame, monthsDrawn, placeIn } from "#app/method/chart-place.ts";
import { SCORES, signed } from "#app/method/reception-scale.ts";
import { courseDescription } from "./course-in-words.ts";
import type { EffectivenessView } from "./pages/effectiveness-view.server.ts";

const WIDTH = 372;
const UNDER = 26;
const BOX = { left: 34, right: 351, top: 12 };

type Course = readonly { day: number; mean: number; lower: number; upper: number }[];
type Marks = readonly { day: number; score: number; count: number }[];

/** How a message is received over time, all audiences together, with a dot where it stands now. */
export function ReceptionChart({
  message,
}: {
  message: Pick<EffectivenessView["byMessage"][number], "message" | "figure" | "course" | "marks">;
}) {
  const { number, title } = message.message;
  return (
    <LevelChart
      id={`chart-${number}`}
      title={`Message ${number}, ${title}: reception over time, all audiences`}
      description={courseDescription(message)}
      course={message.course}
      marks={message.marks}
      height={220}
      isNowMarked
    />
  );
}

/** A level of −2 to +2 over time with its likely range and the ratings, drawn at its real size. Days are counted since 1970. */
export function LevelChart({
  id,
  title,
  description,
  course,
  marks,
  height,
  isNowMarked = false,
}: {
  id: string;
  title: string;
  description: string;
  course: Course;
  marks: Marks;
  height: number;
  isNowMarked?: boolean;
}) {
  const first = course[0]?.day ?? 0;
  const now = course.at(-1);
  const frame = { ...BOX, bottom: height - UNDER, first, last: now?.day ?? first };
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${height}`}
      width="100%"
      role="img"
      aria-labelledby={`${id}-title ${id}-text`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-text`}>{description}</desc>
      <Levels frame={frame} />
      <polygon className="chart-band" points={bandOf(course, frame)} />
      <Ratings marks={marks} frame={frame} />
      <polyline className="chart-line" points={lineOf(course, frame)} />
      {isNowMarked && now !== undefined ? <Now frame={frame} day={now.day} mean={now.mean} /> : null}
      {monthsDrawn(frame).map(({ x, label }) => (
        <text key={`${label} ${x}`} x={x} y={height - 6} textAnchor="middle">
          {label}
        </text>
      ))}
    </svg>
  );
}

function Ratings({ marks, frame }: { marks: Marks; frame: ChartFrame }) {
  return marks
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
    ));
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
  return Math.round(Math.min(8, 2.6 * Math.sqrt(count)) * 10) / 10;
}

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
