import "#app/server/node-version.js";
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { readInTime } from "./in-time.ts";
import { type FileReport, listFiles, NOT_BUILT_YET } from "./public-files.ts";

const USUAL_FOLDER = "../shared/data";

/** `npm run test:data -- [FOLDER]`: a line for each public file, saying what became of it. */
const [given] = process.argv.slice(2);
const folder = resolve(given ?? USUAL_FOLDER);
const found = await stat(folder).catch(() => null);
if (found?.isDirectory() !== true) {
  console.log(`${given ?? USUAL_FOLDER} is no folder that is there: nothing to read.`);
  process.exit(given === undefined ? 0 : 1);
}

const reports = [
  await reportKind("congress"),
  await reportKind("ics"),
  ...(await Promise.all(NOT_BUILT_YET.map(skipped))),
].flat();
for (const { file, became } of reports) console.log(`${file}: ${became}`);
const unexplained = reports.filter(({ isExplained }) => !isExplained);
const held = reports.length - unexplained.length;
console.log(
  `${reports.length} files, ${held} read, refused or skipped with the reason, ${unexplained.length} not explained.`,
);
process.exitCode = unexplained.length === 0 ? 0 : 1;

async function reportKind(kind: "congress" | "ics"): Promise<FileReport[]> {
  const files = await listFiles(folder, kind);
  return files.length === 0 ? [] : readInTime(kind, folder, files);
}

async function skipped({ kind, reason }: (typeof NOT_BUILT_YET)[number]): Promise<FileReport[]> {
  const files = await listFiles(folder, kind);
  return files.map((file) => ({ file, became: `skipped: ${reason}`, isExplained: true }));
}
