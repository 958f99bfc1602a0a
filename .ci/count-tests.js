import { appendFileSync, readFileSync } from "node:fs";

// Prints how many tests of a run passed and failed, and adds what failed to a file, by name and message.
// A test that is left out counts as failed, and so does a file that broke before its tests.
const [results = "", failures = ""] = process.argv.slice(2);
const { testResults } = JSON.parse(readFileSync(results, "utf8"));
let passed = 0;
let failed = 0;

function fail(name, messages) {
  failed += 1;
  const lines = messages.flatMap((message) => message.split("\n"));
  const told = lines.filter((line) => !/^ +at .*(node_modules|node:|new Promise)/.test(line)).slice(0, 12);
  appendFileSync(failures, [`== failed: ${name}`, ...told, ""].join("\n"));
}

for (const { name, status, message, assertionResults } of testResults) {
  const file = name.replace(`${process.cwd()}/`, "");
  const others = assertionResults.filter((test) => test.status !== "passed");
  passed += assertionResults.length - others.length;
  for (const test of others) fail(`${file} > ${test.fullName} (${test.status})`, test.failureMessages ?? []);
  if (status === "failed" && others.length === 0) fail(file, [message]);
}
console.log(`${passed} ${failed}`);
