import { mkdir, writeFile } from "node:fs/promises";
import { availableParallelism, cpus, totalmem } from "node:os";
import { join } from "node:path";
import { prepareBench } from "./bench-context.ts";
import { BENCHMARKS } from "./benchmarks.ts";
import { withLongestWait } from "./longest-wait.ts";
import { isMissed, printRow, printRows, type Row, tableOf } from "./row.ts";
import { rowsInTime } from "./rows-in-time.ts";

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in BENCHMARKS));
if (unknown.length > 0) {
  console.error(`There is no benchmark called ${unknown.join(", ")}: ${Object.keys(BENCHMARKS).join(", ")}.`);
  process.exit(2);
}

const ABOUT = `# Speed

Written by \`npm run bench\`, which wants a quiet machine. A ratio is what was measured by what it is held against: strings on
\`node:http\` where nothing changed, the statements that the page itself asks after a change, the same act in a small
campaign for growth, the library or SQLite alone for files and queries, else the limit. DECISIONS.md says why a target is
another than was first asked, and what is missed.`;

const bench = await prepareBench();
const rows: Row[] = [];
const folder = process.env.BENCH_OUT ?? "bench-results";
await mkdir(folder, { recursive: true });
const results = join(folder, "results.json");
for (const name of Object.keys(BENCHMARKS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`Measuring ${name} …`);
  for await (const row of rowsInTime(name, bench)) {
    printRow(row);
    rows.push(row);
    // As it comes: what was measured stays, whatever ends the run.
    await writeFile(results, `${JSON.stringify(rows, null, 2)}\n`);
  }
}
await bench.close();

printRows(rows);
const machine = `${availableParallelism()} × ${cpus()[0]?.model ?? "unknown"}, ${Math.round(totalmem() / 1024 ** 3)} GiB, Node ${process.version}`;
const table = `${new Date().toISOString().slice(0, 10)}, ${machine}

${tableOf(withLongestWait(rows))}`;
await writeFile(join(folder, "results.md"), table);
// The docs hold the last table of everything.
if (asked.length === 0) await writeFile("docs/speed.md", `${ABOUT}\n\n${table}`);
// What was not measured is a fault, and so is in the whole check what must not grow; times are for a quiet machine and a reader.
const isQuick = asked.length === 1 && asked[0] === "quick";
if (rows.some((row) => row.measured === null || (isQuick && isMissed(row)))) process.exitCode = 1;
console.log(`Written to ${results}`);
