/**
 * `npm run mutate -- PATH…`: changes the source under the paths one place at a time, and tells which changes no test
 * notices. `--one-in 20 --seed 3` draws one mutant in twenty; `--tests DIR` names the tests, unless the area's own;
 * `--at-once 2` runs two at a time; with `--built` the pages are built with the changes, for tests that ask them.
 */
import { rm, stat } from "node:fs/promises";
import { relative } from "node:path";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";

const TESTS_OF_AREA: readonly [area: string, tests: readonly string[]][] = [
  ["app/campaign/", ["tests/campaign"]],
  ["app/time", ["tests/time"]],
  ["app/method", ["tests/method", "tests/campaign/effectiveness"]],
  ["app/text", ["tests/campaign"]],
  ["app", ["tests/server"]],
  ["db", ["tests/db"]],
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    "one-in": { type: "string", default: "1" },
    seed: { type: "string", default: "1" },
    "at-once": { type: "string", default: "1" },
    built: { type: "boolean", default: false },
    tests: { type: "string", multiple: true },
  },
});
const oneIn = Number(values["one-in"]);
const seed = Number(values.seed);
const atOnce = Number(values["at-once"]);
if (positionals.length === 0 || !(oneIn >= 1) || !Number.isInteger(seed) || !(atOnce >= 1)) {
  console.error(
    "Usage: npm run mutate -- PATH… [--one-in NUMBER] [--seed NUMBER] [--tests DIR]… [--at-once NUMBER] [--built]",
  );
  process.exit(2);
}

const tests = values.tests ??
  TESTS_OF_AREA.find(([area]) => positionals.some((path) => path.startsWith(area)))?.[1] ?? ["tests"];
process.env.MUTATION_TESTS = tests.join(",");
const copies = `.cache/mutants-${process.pid}`;

const mutants = await new Stryker({
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner", import.meta.resolve("./draw.ts")],
  checkers: ["draw"],
  draw: { oneIn, seed },
  mutate: await Promise.all(positionals.map(pattern)),
  vitest: { configFile: "tests/mutation/vitest.config.ts", related: !values.built },
  ...(values.built ? { buildCommand: "npm run build" } : {}),
  coverageAnalysis: "perTest",
  ignoreStatic: true,
  disableTypeChecks: false,
  timeoutMS: 30_000,
  dryRunTimeoutMinutes: 60,
  concurrency: atOnce,
  tempDirName: copies,
  ignorePatterns: ["data", ".cache"],
  allowConsoleColors: false,
  reporters: ["progress-append-only", "clear-text"],
  clearTextReporter: { allowColor: false, reportTests: false, logTests: false, reportScoreTable: false },
} as object).runMutationTest();
await rm(copies, { recursive: true, force: true });

for (const [name, of] of Map.groupBy(mutants, ({ fileName }) => roomOf(fileName)).entries())
  console.log(figures(name, of));
console.log(figures("In all", mutants));

/** The first three names of a path: a folder of rules, or a file above them. */
function roomOf(fileName: string): string {
  return relative(".", fileName).split("/").slice(0, 3).join("/");
}

function figures(name: string, of: typeof mutants): string {
  const count = (...states: string[]) => of.filter(({ status }) => states.includes(status)).length;
  const killed = count("Killed", "Timeout");
  const alive = count("Survived", "NoCoverage");
  const share =
    killed + alive === 0 ? "none to kill" : `${((100 * killed) / (killed + alive)).toFixed(1)} % killed`;
  return (
    `${name}: ${share}: ${killed} of ${killed + alive} drawn (1 in ${oneIn}, seed ${seed}), ` +
    `${count("NoCoverage")} of the ${alive} alive in lines that no test runs; ${count("Ignored")} constants left out`
  );
}

/** A file may be followed by the place to change: `app/campaign/find/x.ts:3:0-5:20`. */
async function pattern(path: string): Promise<string> {
  if (/:\d/.test(path)) return path;
  return (await stat(path)).isDirectory() ? `${path.replace(/\/$/, "")}/**/*.{ts,tsx}` : path;
}
