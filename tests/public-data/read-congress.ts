import { readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { type CongressFiles, readCongress } from "#app/campaign/contacts/congress/congress.ts";
import { congressFileLimit, congressFileNames } from "#app/campaign/contacts/congress/congress-files.ts";
import type { SourceFile } from "#app/campaign/contacts/congress/json-file.ts";
import { importThreeTimes } from "./import-congress.ts";
import type { FileReport } from "./public-files.ts";
import { namesakesInSample } from "./sample-names.ts";

const PLACES = { committees: 0, membership: 1, legislators: 2 } as const;
const NAMES = [
  congressFileNames.committees,
  congressFileNames.membership,
  congressFileNames.legislators,
] as const;

const [folder = ".", ...paths] = process.argv.slice(2);
console.log(JSON.stringify(await report()));

async function report(): Promise<FileReport[]> {
  const wanted = await Promise.all(NAMES.map(readOne));
  const others = paths.filter((path) => !NAMES.some((name) => path === join("congress", name)));
  return [...(await verdicts(wanted)), ...others.map(notOneOfThem)];
}

function notOneOfThem(file: string): FileReport {
  const hasTwin =
    file.endsWith(".csv") && NAMES.some((name) => name === basename(file).replace(/csv$/, "json"));
  const reason = hasTwin
    ? "the JSON file of the same name is read"
    : "it is not one of the three files of the list";
  return { file, became: `skipped: ${reason}`, isExplained: true };
}

type One = { name: string; file: SourceFile | null; fault: string };

async function readOne(name: string): Promise<One> {
  const path = join(folder, "congress", name);
  const found = await stat(path).catch(() => null);
  if (found === null) return { name, file: null, fault: "is not there" };
  if (!found.isFile()) return { name, file: null, fault: "is not a file" };
  if (found.size > congressFileLimit)
    return { name, file: null, fault: "is larger than 50 MB, the limit for a list of contacts" };
  const bytes = await readFile(path).catch(() => null);
  return bytes === null
    ? { name, file: null, fault: "cannot be read" }
    : { name, file: { name, bytes }, fault: "" };
}

async function verdicts(wanted: readonly One[]): Promise<FileReport[]> {
  const present = wanted.filter(({ fault }) => fault !== "is not there");
  const files = threeFiles(wanted);
  if (files === null) {
    const faults = wanted.filter(({ fault }) => fault !== "").map(({ name, fault }) => `${name} ${fault}`);
    return present.map(({ name }) => refused(name, faults.join("; ")));
  }
  const reading = readCongress(files);
  if (!reading.ok) return present.map(({ name }) => refused(name, reading.fault));
  const namesakes = namesakesInSample(reading.records.contacts);
  const imported = await importThreeTimes(files);
  const faults = [...namesakes, ...imported.faults];
  if (faults.length > 0) {
    return present.map(({ name }) => ({
      ...read(name, ""),
      became: `FAILED: ${faults.join("; ")}`,
      isExplained: false,
    }));
  }
  const { organisations, contacts, seats } = reading.records;
  const remarks = reading.remarks.length === 0 ? "" : `, ${reading.remarks.length} left out with a remark`;
  return [
    read(congressFileNames.committees, `${organisations.length} organisations${imported.told}`),
    read(congressFileNames.membership, `${seats.length} seats${remarks}${imported.told}`),
    read(congressFileNames.legislators, `${contacts.length} contacts${imported.told}`),
  ];
}

function threeFiles(wanted: readonly One[]): CongressFiles | null {
  const committees = wanted[PLACES.committees]?.file;
  const membership = wanted[PLACES.membership]?.file;
  const legislators = wanted[PLACES.legislators]?.file;
  return committees && membership && legislators ? { committees, membership, legislators } : null;
}

function refused(name: string, fault: string): FileReport {
  return { file: join("congress", name), became: `refused, nothing taken in: ${fault}`, isExplained: true };
}

function read(name: string, what: string): FileReport {
  return { file: join("congress", name), became: `read: ${what}`, isExplained: true };
}
