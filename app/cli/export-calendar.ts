import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { Command } from "commander";
import { countKeptBack, readCalendarContent } from "#app/campaign/calendar-files/files.server.ts";
import { calendarFile } from "#app/campaign/calendar-files/writing/calendar-file.ts";
import { findCampaignByName } from "#app/campaign/campaigns/store.server.ts";
import { readSettings } from "#app/http/environment.ts";
import type { Database } from "#db/database.server.ts";
import { type CommandAnswer, refused, runCommand, withJson } from "./command.ts";

type Options = { campaign: string };

/** `export calendar --campaign NAME FILE`: every event of a campaign as one calendar file, whenever it is. */
export function exportCalendarCommand(): Command {
  return withJson(new Command("calendar"))
    .description("write every event of a campaign into one calendar file (.ics), but those marked TLP:RED")
    .requiredOption("--campaign <name>", "the campaign, by its name or its id")
    .argument("<file>", "the file; one that is there is written over")
    .action((file: string, { campaign }: Options, command: Command) =>
      // `export` has an option of the same name, which takes it wherever it stands.
      runCommand(command.optsWithGlobals(), (database) => exportCalendar(database, campaign, resolve(file))),
    );
}

async function exportCalendar(database: Database, name: string, path: string): Promise<CommandAnswer> {
  const campaign = await findCampaignByName(database.read, name);
  if (campaign === null) return refused(`There is no campaign ${name}.`);
  const content = await readCalendarContent(database.read, { campaignId: campaign.id }, null);
  const settings = readSettings(process.env);
  const telling = { titles: "shown", origin: settings.ok ? settings.settings.origin : null } as const;
  const text = [
    ...calendarFile({ ...content, name: campaign.name, isFeed: false, telling, only: null }),
  ].join("");
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

function answer(campaign: { id: string; name: string }, file: string, counted: Counts): CommandAnswer {
  const { events, series, keptBack } = counted;
  const red = keptBack === 0 ? "None is marked TLP:RED." : `Left out, being marked TLP:RED: ${keptBack}.`;
  return {
    ok: true,
    lines: [`${campaign.name}: ${events} events, ${series} that repeat, written to ${file}.`, red],
    json: { campaign: campaign.id, file, ...counted },
  };
}
