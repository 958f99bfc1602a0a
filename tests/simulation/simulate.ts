import { seededRandom } from "../support/seeded-random.ts";
import { drawWorld, WORLD_KINDS } from "./draw-world.ts";
import { judgeWorld, type Summary, summaryOf } from "./judge-world.ts";

/** The rows of EFFECTIVENESS.md §8 with what it says that the 90 % interval covers. */
const ROWS = [
  { world: "calm", notes: 20, worlds: 40, covers: 0.975 },
  { world: "calm", notes: 60, worlds: 40, covers: 0.971 },
  { world: "calm", notes: 150, worlds: 20, covers: 0.925 },
  { world: "calm", notes: 400, worlds: 8, covers: 0.891 },
  { world: "calm, uneven score steps", notes: 150, worlds: 15, covers: 0.883 },
  { world: "one jump per cell", notes: 150, worlds: 15, covers: 0.933 },
  { world: "fast", notes: 20, worlds: 40, covers: 0.86 },
  { world: "fast", notes: 60, worlds: 40, covers: 0.861 },
  { world: "fast", notes: 150, worlds: 20, covers: 0.811 },
  { world: "fast", notes: 400, worlds: 8, covers: 0.865 },
] as const;

/** Cells of one world share errors, so rows of few worlds are rough. */
const APART = 0.05;

const seed = Number(process.argv[2] ?? 20261126);
const times = Number(process.argv[3] ?? 1);
if (!Number.isInteger(seed) || !Number.isInteger(times) || times < 1) {
  console.error("npm run simulate -- [SEED [TIMES]]: whole numbers; TIMES as many worlds as §8 has.");
  process.exit(2);
}

console.log(`Seed ${seed}, ${times} times the worlds of EFFECTIVENESS.md §8\n`);
console.log(
  "| world | notes | worlds | 90 % interval covers (§8) | mean width | RMSE model / raw average | verdicts at 90 % right |",
);
console.log("|---|---|---|---|---|---|---|");
const far = ROWS.filter((row, place) => {
  const random = seededRandom(seed + place);
  const worlds = Array.from({ length: row.worlds * times }, () =>
    judgeWorld(drawWorld(WORLD_KINDS[row.world], row.notes, random)),
  );
  const summary = summaryOf(worlds.flat());
  console.log(rowOf(row, worlds.length, summary));
  return Math.abs(summary.covers - row.covers) > APART;
});
const apart = far.map(({ world, notes }) => `${world} ${notes}`).join(", ");
console.log(`\nFurther than ${APART} from §8: ${far.length === 0 ? "no row" : apart}.`);

function rowOf(
  { world, notes, covers }: (typeof ROWS)[number],
  worlds: number,
  { covers: covered, width, model, raw, right }: Summary,
): string {
  const figures = [`${covered.toFixed(3)} (${covers.toFixed(3)})`, width.toFixed(2)];
  const errors = `${model.toFixed(2)} / ${raw.toFixed(2)}`;
  return `| ${[world, notes, worlds, ...figures, errors, right.toFixed(2)].join(" | ")} |`;
}
