import { readFileSync } from "node:fs";
import { type Measure, takeCensus } from "./measure.ts";

type Budgets = {
  most: Record<string, number>;
  least: Record<string, number>;
  exceptions: { name: string; entry: string; reason: string }[];
};

const budgets: Budgets = JSON.parse(readFileSync(new URL("budgets.json", import.meta.url), "utf8"));

/** A measure without what the exceptions allow; one that allows nothing any more is a fault of its own. */
function withoutExceptions(measure: Measure): Measure {
  const allowed = budgets.exceptions.filter(({ name }) => name === measure.name).map(({ entry }) => entry);
  const list = measure.list.filter((entry) => !allowed.includes(entry));
  const value = measure.list.length === measure.value ? list.length : measure.value;
  return { ...measure, list, value };
}

function faultOf({ name, value }: Measure): string | null {
  const most = budgets.most[name];
  const least = budgets.least[name];
  if (most !== undefined && value > most) return `over its budget of ${most}`;
  if (least !== undefined && value < least) return `under its budget of ${least}`;
  return null;
}

function unusedExceptions(measures: readonly Measure[]): string[] {
  return budgets.exceptions
    .filter(({ name, entry }) => !measures.some((each) => each.name === name && each.list.includes(entry)))
    .map(({ name, entry }) => `The exception for ${name} is no longer needed: ${entry}`);
}

const measures = takeCensus();
let faults = 0;
for (const measure of measures.map(withoutExceptions)) {
  const fault = faultOf(measure);
  console.log(`${measure.name.padEnd(48)} ${measure.value}${fault === null ? "" : `   ${fault}`}`);
  const isList = fault !== null || measure.name.endsWith("longest");
  if (isList) for (const entry of measure.list) console.log(`    ${entry}`);
  if (fault !== null) faults += 1;
}
for (const sentence of unusedExceptions(measures)) {
  console.log(sentence);
  faults += 1;
}
if (faults > 0) process.exitCode = 1;
