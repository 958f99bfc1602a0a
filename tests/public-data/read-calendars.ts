import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { takeCalendar } from "#app/campaign/calendar-files/import.server.ts";
import type {
  FileSeries,
  ReadCalendar,
  ReadingOptions,
} from "#app/campaign/calendar-files/reading/calendar-reading.ts";
import { decodeCalendarFile } from "#app/campaign/calendar-files/reading/decode-file.ts";
import { type FileReader, fileReader } from "#app/http/files/file-reader.ts";
import { type Database, openDatabase } from "#db/database.server.ts";
import { unaccounted } from "../support/accounted-events.ts";
import { addCampaign } from "../support/builders/campaign.ts";
import type { FileReport } from "./public-files.ts";
import { startsByIcal, timesByIcal, timesByRrule } from "./recurrences.ts";

const OPTIONS: ReadingOptions = {
  clock: "America/New_York",
  homeZone: "Europe/Prague",
  firstDay: "1990-01-01",
  lastDay: "2099-12-31",
};
const MOST = 500;
const SLOWEST_MS = 20_000;

const [folder = ".", ...paths] = process.argv.slice(2);
console.log(JSON.stringify(await reportAll()));

async function reportAll(): Promise<FileReport[]> {
  const at = await mkdtemp(join(tmpdir(), "demarche-calendars-"));
  const database = await openDatabase(join(at, "data.sqlite"));
  const reader = fileReader();
  const reports: FileReport[] = [];
  for (const [index, path] of paths.entries())
    reports.push(await reportOne(path, { database, reader, campaignId: `file-${index}` }));
  await reader.close();
  await database.close();
  await rm(at, { recursive: true });
  return reports;
}

type Tools = { database: Database; reader: FileReader; campaignId: string };

async function reportOne(path: string, tools: Tools): Promise<FileReport> {
  const bytes = await readFile(join(folder, path));
  const began = performance.now();
  const read = await tools.reader.read("calendar", { bytes, isPacked: false, options: OPTIONS });
  const took = performance.now() - began;
  if (!read.ok) return { file: path, became: `refused: ${read.sentence}`, isExplained: true };
  const faults = [
    ...(took > SLOWEST_MS ? [`it took ${Math.round(took)} ms`] : []),
    ...(await importTwice(read, tools)),
    ...recurrenceFaults(bytes, read.series),
    ...eventFaults(bytes, read),
  ];
  if (faults.length > 0) return { file: path, became: `FAILED: ${faults.join("; ")}`, isExplained: false };
  return { file: path, became: becameOf(read), isExplained: true };
}

function becameOf({ events, series, notTaken, notTakenMore, remarks }: ReadCalendar & { ok: true }): string {
  const times = series.reduce((sum, one) => sum + one.times.length, 0);
  const taken = `${events.length} events, ${series.length} series with ${times} times`;
  const not = [
    ...notTaken.map(({ line, reason }) => `line ${line}: ${reason}`),
    ...(notTakenMore > 0 ? [`${notTakenMore} more`] : []),
    ...remarks.map(({ sentence, lines }) => (lines.length > 0 ? `line ${lines[0]}: ${sentence}` : sentence)),
  ];
  const what =
    not.length === 0
      ? ""
      : `; not, or otherwise: ${not.slice(0, 6).join(" | ")}${not.length > 6 ? ` | ${not.length - 6} more` : ""}`;
  if (events.length + series.length === 0)
    return `refused: ${not.length === 0 ? "it has no event" : `nothing in it can be taken over: ${not.slice(0, 6).join(" | ")}`}`;
  return not.length === 0 ? `imported: ${taken}` : `partly: ${taken}${what}`;
}

/** Takes the file in twice, each file in a campaign of its own: the second time nothing may change. */
async function importTwice(
  read: ReadCalendar & { ok: true },
  { database, campaignId }: Tools,
): Promise<string[]> {
  const now = new Date("2026-11-24T17:00:00.000Z");
  const author = { accountId: "system", channel: "command line", now } as const;
  await addCampaign(database, campaignId);
  const as = { campaignId, kind: "internal", handling: "TLP:AMBER", ownerAccountId: null, now } as const;
  const take = () =>
    database.change(author, { submission: null, campaignId }, (change) =>
      takeCalendar(change, read, as, { shown: null, takeFile: new Set(), mayEnd: true }),
    );
  const first = await take();
  const again = await take();
  if (again.ok) return ["a second import changed something"];
  const hasEvents = read.events.length + read.series.length > 0;
  return first.ok === hasEvents ? [] : ["the import wrote something else than was read"];
}

/** Events that are neither taken over nor refused, and those that begin at another time than ical.js shows. */
function eventFaults(bytes: Uint8Array, read: ReadCalendar & { ok: true }): string[] {
  const decoded = decodeCalendarFile(bytes);
  if (!decoded.ok) return [];
  const lost = unaccounted(decoded.text, read).map(
    (line) => `line ${line}: the event is lost without a word`,
  );
  const byIcal = startsByIcal(decoded.text);
  const others = read.events.flatMap(({ uid, line, taken }) => {
    const ours = taken.isAllDay ? taken.wallStart.slice(0, 10) : taken.startsAt.slice(0, 16);
    const theirs = byIcal.get(uid) ?? ours;
    return theirs === ours ? [] : [`line ${line}: begins ${ours}; ical.js ${theirs}`];
  });
  return [...lost, ...others];
}

/** Where our times of a series are not those of ical.js, nor those of rrule. */
function recurrenceFaults(bytes: Uint8Array, series: readonly FileSeries[]): string[] {
  const decoded = decodeCalendarFile(bytes);
  if (!decoded.ok) return [];
  const byIcal = timesByIcal(decoded.text, MOST);
  return series.flatMap((one) => faultOf(one, byIcal.get(one.uid) ?? null));
}

function faultOf(series: FileSeries, byIcal: readonly string[] | null): string[] {
  if (byIcal === null || series.rule === null) return [];
  const all = series.times.map(({ slot }) => (series.isAllDay ? slot.slice(0, 10) : slot));
  // DTSTART is the first time, also where the rule does not give it [RFC 5545, section 3.8.5.3]; ical.js leaves it out then.
  const [first = ""] = all;
  const isBesideRule = series.wallStart.startsWith(first) && !byIcal.includes(first);
  const ours = isBesideRule ? all.slice(1) : all;
  const compared = Math.min(ours.length, byIcal.length, MOST);
  const isWhole = ours.length === byIcal.length || compared === MOST || ours.length > compared;
  const differs = ours.slice(0, compared).find((slot, index) => slot !== byIcal[index]);
  if (differs === undefined && isWhole) return [];
  const byRrule = timesByRrule(series.rule, series.wallStart, MOST)?.map((slot) =>
    series.isAllDay ? slot.slice(0, 10) : slot,
  );
  if (byRrule?.slice(0, compared).every((slot, index) => slot === ours[index])) return [];
  return [
    `line ${series.line}: ${series.rule} gives ${ours.slice(0, 4).join(", ")} (${ours.length}); ical.js ${byIcal.slice(0, 4).join(", ")} (${byIcal.length})`,
  ];
}
