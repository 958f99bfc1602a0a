import { mkdir, writeFile } from "node:fs/promises";
import { availableParallelism, cpus, totalmem } from "node:os";
import { join } from "node:path";
import { type Bench, prepareBench } from "./bench-context.ts";
import { calendarImport } from "./calendar-import.ts";
import { calendarViews } from "./calendar-views.ts";
import { clashCheck } from "./clash-check.ts";
import { congressImport } from "./congress.ts";
import { effectiveness } from "./effectiveness.ts";
import { calendarFeeds } from "./feeds.ts";
import { paletteResults } from "./find-palette.ts";
import { firstVisit } from "./first-visit.ts";
import { pagesAtFullSize } from "./full-size.ts";
import { healthzMeanwhile, withLongestWait } from "./healthz.ts";
import { hotQueries } from "./hot-queries.ts";
import { libraryPages } from "./library-pages.ts";
import { logOutcomeOverHttp } from "./log-outcome.ts";
import { nextOutreachPage } from "./next-outreach.ts";
import { pagesAgainstPlainServer } from "./pages.ts";
import { paperDocuments } from "./paper-documents.ts";
import { paperWork } from "./paper-work.ts";
import { fiftyPeople } from "./people.ts";
import { quick } from "./quick.ts";
import { reportCounts } from "./report-counts.ts";
import { isMissed, notMeasured, printRows, type Row, tableOf } from "./row.ts";
import { freeSlots } from "./slots.ts";

const BENCHMARKS: Record<string, (bench: Bench) => Promise<Row[]>> = {
  quick,
  pages: pagesAgainstPlainServer,
  "full-size": pagesAtFullSize,
  calendar: calendarViews,
  feeds: calendarFeeds,
  clash: clashCheck,
  "calendar-import": calendarImport,
  library: libraryPages,
  reports: reportCounts,
  palette: paletteResults,
  slots: freeSlots,
  log: logOutcomeOverHttp,
  paper: paperWork,
  documents: paperDocuments,
  queries: hotQueries,
  effectiveness,
  congress: congressImport,
  "next-outreach": nextOutreachPage,
  "first-visit": firstVisit,
  healthz: healthzMeanwhile,
  people: fiftyPeople,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in BENCHMARKS));
if (unknown.length > 0) {
  console.error(`There is no benchmark called ${unknown.join(", ")}: ${Object.keys(BENCHMARKS).join(", ")}.`);
  process.exit(2);
}

/** A benchmark that could not run stays in the results, and the exit says so. */
function failed(name: string, fault: unknown): Row[] {
  process.exitCode = 1;
  return [notMeasured(name, 1, "none", fault instanceof Error ? fault.message : String(fault))];
}

/** A benchmark that takes longer than any should gives up its figures, and not those of the others. */
const MOST_MINUTES = 20;

async function withinLimit(work: Promise<Row[]>): Promise<Row[]> {
  const { promise, reject } = Promise.withResolvers<Row[]>();
  const late = () => reject(new Error(`was not done in ${MOST_MINUTES} minutes`));
  const timer = setTimeout(late, MOST_MINUTES * 60_000);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
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
for (const [name, measure] of Object.entries(BENCHMARKS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`Measuring ${name} …`);
  rows.push(...(await withinLimit(measure(bench)).catch((fault: unknown) => failed(name, fault))));
  // As it comes: what was measured stays where a later one ends the run.
  await writeFile(results, `${JSON.stringify(rows, null, 2)}\n`);
}
await bench.close();

printRows(rows);
const machine = `${availableParallelism()} × ${cpus()[0]?.model ?? "unknown"}, ${Math.round(totalmem() / 1024 ** 3)} GiB, Node ${process.version}`;
const table = `${new Date().toISOString().slice(0, 10)}, ${machine}

${tableOf(withLongestWait(rows))}`;
await writeFile(join(folder, "results.md"), table);
// The docs hold the last table of everything.
if (asked.length === 0) await writeFile("docs/speed.md", `${ABOUT}\n\n${table}`);
// What must not grow ends the whole check; times are for a quiet machine and a reader.
if (asked.length === 1 && asked[0] === "quick" && rows.some(isMissed)) process.exitCode = 1;
console.log(`Written to ${results}`);
