import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Command } from "commander";
import { countKeptBack, readCalendarContent } from "#app/campaign/calendar-files/files.server.ts";
import { calendarFile } from "#app/campaign/calendar-files/writing/calendar-file.ts";
import { findCampaignByName } from "#app/campaign/campaigns/store.server.ts";
import { type ExportFile, exportFiles } from "#app/campaign/export/export-files.ts";
import { storedKinds } from "#app/campaign/export/store.server.ts";
import { readSettings } from "#app/http/environment.ts";
import { counted } from "#app/text/in-words.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.server.ts";
import { openSnapshot } from "#db/reader.server.ts";
import { type CommandAnswer, refused, runCommand, withJson } from "./command.ts";

/** `export FOLDER`: every record as CSV, a file for each kind, and one JSON; `export calendar FILE`: a campaign's events. */
export function exportCommand(): Command {
  return withJson(new Command("export"))
    .description(
      "Write every record as CSV, one file for each kind, and as one JSON file; or write a calendar.",
    )
    .argument("<folder>", "where to write the files; created if it does not exist")
    .action((folder: string, options: { json?: boolean }) =>
      runCommand(options, (database, now) => exportTo(database, resolve(folder), now)),
    )
    .addCommand(exportCalendarCommand());
}

async function exportTo(database: Database, folder: string, now: Date): Promise<CommandAnswer> {
  const { read, close } = await openSnapshot(database.path);
  const counts: [string, number][] = [];
  try {
    await mkdir(folder, { recursive: true });
    for (const file of exportFiles(await storedKinds(read, dateIn(now, WASHINGTON)), now))
      counts.push([file.name, await writeTo(join(folder, file.name), file)]);
  } catch (fault) {
    const code = fault instanceof Error && "code" in fault ? String(fault.code) : "";
    if (!code.startsWith("E")) throw fault;
    return refused(`${folder} cannot be written (${code}).`);
  } finally {
    await close();
  }
  return {
    ok: true,
    lines: counts.map(([name, records]) => `${name}: ${records}`),
    json: { folder, files: Object.fromEntries(counts) },
  };
}

/** Writes a file while its records are read, and says how many they were. */
async function writeTo(path: string, file: ExportFile): Promise<number> {
  let count = 0;
  const texts = async function* () {
    for await (const { text, records } of file.pieces()) {
      count += records;
      yield text;
    }
  };
  await writeFile(path, texts(), { mode: 0o600 });
  return count;
}

type Options = { campaign: string };

/** `export calendar --campaign NAME FILE`: every event of a campaign as one calendar file, whenever it is. */
function exportCalendarCommand(): Command {
  return withJson(new Command("calendar"))
    .description(
      "Write every event of a campaign, except those marked TLP:RED, into one calendar file (.ics).",
    )
    .requiredOption("--campaign <name>", "the campaign, by its name or its id")
    .argument("<file>", "the file; an existing one will be overwritten")
    .action((file: string, { campaign }: Options, command: Command) =>
      // `export` has an option of the same name, which takes it wherever it stands.
      runCommand(command.optsWithGlobals(), (database) => exportCalendar(database, campaign, resolve(file))),
    );
}

async function exportCalendar(database: Database, name: string, path: string): Promise<CommandAnswer> {
  const campaign = await findCampaignByName(database.read, name);
  if (campaign === null) return refused(`There is no campaign called "${name}".`);
  const content = await readCalendarContent(database.read, { campaignId: campaign.id }, null);
  const settings = readSettings(process.env);
  const detail = { titles: "shown", origin: settings.ok ? settings.settings.origin : null } as const;
  const text = [...calendarFile({ ...content, name: campaign.name, isFeed: false, detail, only: null })].join(
    "",
  );
  try {
    await writeFile(path, text, { mode: 0o600 });
  } catch (fault) {
    const code = fault instanceof Error && "code" in fault ? String(fault.code) : "";
    if (code === "") throw fault;
    return refused(`${path} cannot be written (${code}).`);
  }
  return answer(campaign, path, {
    ...counts(content),
    keptBack: await countKeptBack(database.read, campaign.id),
  });
}

type Counts = { events: number; series: number; keptBack: number };

function counts({ entries, series }: Awaited<ReturnType<typeof readCalendarContent>>) {
  return { events: entries.length, series: series.length };
}

function answer(campaign: { id: string; name: string }, file: string, counts: Counts): CommandAnswer {
  const { events, series, keptBack } = counts;
  const red =
    keptBack === 0
      ? "None is marked TLP:RED."
      : `${counted(keptBack, "event")} marked TLP:RED ${keptBack === 1 ? "was" : "were"} left out.`;
  return {
    ok: true,
    lines: [
      `${campaign.name}: ${counted(events, "event")}, ${series} repeating series, written to ${file}.`,
      red,
    ],
    json: { campaign: campaign.id, file, ...counts },
  };
}
