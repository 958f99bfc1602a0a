/**
 * `npm run answers -- record FOLDER`: writes down what every page, file and command answers for the sample on a fixed day,
 * to each role, with a picture of every page at 1440 and 390 px unless `--without-pictures` is said. `npm run answers -- compare BEFORE AFTER` tells which
 * answers differ, and where. A change of the house is safe where nothing differs, or each difference is explained.
 */
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { startVitest } from "vitest/node";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { "without-pictures": { type: "boolean", default: false } },
});
const [act, first, second] = positionals;
if (act === "record" && first !== undefined && second === undefined) await record(resolve(first));
else if (act === "compare" && first !== undefined && second !== undefined) await compare(first, second);
else {
  console.error(
    "Usage: npm run answers -- record FOLDER [--without-pictures], or npm run answers -- compare BEFORE AFTER",
  );
  process.exitCode = 2;
}

async function record(folder: string): Promise<void> {
  process.env.ANSWERS_FOLDER = folder;
  if (values["without-pictures"]) process.env.ANSWERS_PICTURES = "none";
  const vitest = await startVitest("test", [], { config: "tests/answers/vitest.config.ts", watch: false });
  await vitest.close();
  console.log(`Written to ${folder}: ${(await namesIn(folder)).length} answers.`);
}

async function compare(before: string, after: string): Promise<void> {
  const [all, later] = await Promise.all([namesIn(before), namesIn(after)]);
  const isWithPictures = later.some(isPicture);
  const earlier = all.filter((name) => isWithPictures || !isPicture(name));
  const gone = earlier.filter((name) => !later.includes(name)).map((name) => `${name}: is answered no more`);
  const added = later
    .filter((name) => !earlier.includes(name))
    .map((name) => `${name}: was not answered before`);
  const changed: string[] = [];
  for (const name of earlier.filter((one) => later.includes(one))) {
    const [one, other] = await Promise.all([readFile(join(before, name)), readFile(join(after, name))]);
    if (!one.equals(other))
      changed.push(`${name}: ${isPicture(name) ? "looks otherwise" : firstChange(one, other)}`);
  }
  const differing = [...gone, ...added, ...changed];
  for (const line of differing) console.log(line);
  console.log(`${earlier.length} answers compared, ${differing.length} differ.`);
  if (differing.length > 0) process.exitCode = 1;
}

function isPicture(name: string): boolean {
  return name.endsWith(".png");
}

async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).sort();
}

/** The first line that is another one, with what stands there now. */
function firstChange(one: Buffer, other: Buffer): string {
  const [before, after] = [one, other].map((bytes) => bytes.toString("utf8").split("\n"));
  const at = (before ?? []).findIndex((line, number) => line !== after?.[number]);
  const shown = (line: string | undefined) => (line ?? "(nothing)").slice(0, 300);
  return `line ${at + 1}\n  - ${shown(before?.[at])}\n  + ${shown(after?.[at === -1 ? (before?.length ?? 0) : at])}`;
}
