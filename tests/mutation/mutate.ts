/**
 * `npm run mutate -- PATH…`: changes the source under the paths one place at a time, and tells which changes no test
 * notices. `--one-in 20 --seed 3` draws one mutant in twenty; `--tests DIR` names the tests, unless the area's own.
 */
import { rm, stat } from "node:fs/promises";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";

const TESTS_OF_AREA: readonly [area: string, tests: readonly string[]][] = [
  ["app/domain", ["tests/domain"]],
  ["app/calendar-files", ["tests/server", "tests/domain/calendar-files"]],
  ["app", ["tests/server"]],
  ["db", ["tests/db"]],
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    "one-in": { type: "string", default: "1" },
    seed: { type: "string", default: "1" },
    tests: { type: "string", multiple: true },
  },
});
const oneIn = Number(values["one-in"]);
const seed = Number(values.seed);
if (positionals.length === 0 || !(oneIn >= 1) || !Number.isInteger(seed)) {
  console.error("Usage: npm run mutate -- PATH… [--one-in NUMBER] [--seed NUMBER] [--tests DIR]…");
  process.exit(2);
}

const tests = values.tests ??
  TESTS_OF_AREA.find(([area]) => positionals.some((path) => path.startsWith(area)))?.[1] ?? ["tests"];
process.env.MUTATION_TESTS = tests.join(",");

const mutants = await new Stryker({
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner", import.meta.resolve("./draw.ts")],
  checkers: ["draw"],
  draw: { oneIn, seed },
  mutate: await Promise.all(positionals.map(pattern)),
  vitest: { configFile: "tests/mutation/vitest.config.ts", related: true },
  coverageAnalysis: "perTest",
  ignoreStatic: true,
  disableTypeChecks: false,
  timeoutMS: 30_000,
  concurrency: 2,
  tempDirName: ".cache/mutants",
  ignorePatterns: ["data", ".cache"],
  allowConsoleColors: false,
  reporters: ["progress-append-only", "clear-text"],
  clearTextReporter: { allowColor: false, reportTests: false, logTests: false, reportScoreTable: false },
} as object).runMutationTest();
await rm(".cache/mutants", { recursive: true, force: true });

const count = (...states: string[]) => mutants.filter(({ status }) => states.includes(status)).length;
const killed = count("Killed", "Timeout");
const alive = count("Survived", "NoCoverage");
const share =
  killed + alive === 0 ? "none to kill" : `${((100 * killed) / (killed + alive)).toFixed(1)} % killed`;
console.log(
  `${positionals.join(" ")}: ${share}: ${killed} of ${killed + alive} drawn (1 in ${oneIn}, seed ${seed}), ` +
    `${count("NoCoverage")} of the ${alive} alive in lines that no test runs; ${count("Ignored")} constants left out`,
);

async function pattern(path: string): Promise<string> {
  return (await stat(path)).isDirectory() ? `${path.replace(/\/$/, "")}/**/*.{ts,tsx}` : path;
}
