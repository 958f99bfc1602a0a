import { readFileSync } from "node:fs";
import { type Counted, documentedShare, everyFunction, namedFunctions } from "./functions.ts";
import { importCycles } from "./import-cycles.ts";
import { namesOfNoMeaning } from "./names.ts";
import { roomsOf } from "./rooms.ts";
import { ROOT, readSourceFiles, type SourceFile } from "./source-files.ts";

/** One line of the census: what was counted, and, where it is a list, what it holds. */
export type Measure = { name: string; value: number; list: string[] };

const SHOWN = 5;

/** Counts the tree as it stands. */
export function takeCensus(): Measure[] {
  const all = readSourceFiles();
  const source = all.filter((file) => !file.isTest);
  const tests = all.filter((file) => file.isTest);
  const functions = everyFunction(source);
  const documented = documentedShare(source);
  const cycles = importCycles(all).map((ring) => ring.join(" → "));
  const names = namesOfNoMeaning(all);
  const { dependencies, devDependencies } = JSON.parse(readFileSync(`${ROOT}package.json`, "utf8"));
  const runtime = Object.keys(dependencies);
  const development = Object.keys(devDependencies);
  const rooms = roomsOf(source);
  const told = source.filter(({ path }) => !path.includes("sample"));
  return [
    count("source files", source.length),
    count("source files, without the sample", told.length),
    count("source lines", sum(source)),
    count("source lines, without the sample", sum(told)),
    count("source files under 25 lines", rooms.small.length, rooms.small),
    count("modules with a single importer", rooms.singleImporter.length, rooms.singleImporter),
    count("share of imports that stay in their room", rooms.stays),
    count(
      "rooms in a knot",
      rooms.knots.flat().length,
      rooms.knots.map((ring) => ring.join(", ")),
    ),
    count("test lines", sum(tests)),
    ...spread("source file lines", source),
    ...spread("test file lines", tests),
    count("functions", functions.length),
    ...spread("function lines", functions.map(placed)),
    ...spread("named function lines", namedFunctions(functions).map(placed)),
    count("dependencies", runtime.length, runtime),
    count("development dependencies", development.length, development),
    count("import cycles", cycles.length, cycles),
    count("documented share of exported rules", documented.share, documented.without),
    count("names of no meaning", names.length, names),
    count("test lines per source line", round(sum(tests) / sum(source))),
  ];
}

function count(name: string, value: number, list: string[] = []): Measure {
  return { name, value: round(value), list };
}

type Long = Pick<SourceFile, "path" | "lines">;

function placed({ name, path, lines }: Counted): Long {
  return { path: `${name} in ${path}`, lines };
}

function spread(name: string, counted: readonly Long[]): Measure[] {
  const sorted = counted.toSorted((a, b) => a.lines - b.lines);
  const longest = sorted.toReversed().slice(0, SHOWN);
  return [
    count(`${name}, median`, quantile(sorted, 0.5)),
    count(`${name}, 90th percentile`, quantile(sorted, 0.9)),
    count(
      `${name}, longest`,
      longest[0]?.lines ?? 0,
      longest.map(({ path, lines }) => `${lines} ${path}`),
    ),
  ];
}

/** The value that a share of all values does not exceed (nearest rank). */
function quantile(sorted: readonly Long[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]?.lines ?? 0;
}

function sum(files: readonly Long[]): number {
  return files.reduce((total, file) => total + file.lines, 0);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
