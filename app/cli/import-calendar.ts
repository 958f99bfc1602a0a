import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { Command } from "commander";
import { previewCalendarImport, takeCalendar } from "#app/campaign/calendar-files/import.server.ts";
import { timesEnded } from "#app/campaign/calendar-files/import-in-words.ts";
import type { ReadCalendar, ReadingOptions } from "#app/campaign/calendar-files/reading/calendar-reading.ts";
import { LARGEST_CALENDAR_FILE } from "#app/campaign/calendar-files/reading/decode-file.ts";
import { zoneNamed } from "#app/campaign/calendar-files/reading/zone-names.ts";
import { findCampaignByName } from "#app/campaign/campaigns/store.server.ts";
import { EVENT_KINDS, type EventKind, isEventKind } from "#app/campaign/outreach-events/kind.ts";
import type { Campaign } from "#app/http/campaigns-of-account.server.ts";
import { fileReader } from "#app/http/files/file-reader.ts";
import { WASHINGTON, type Zone } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.server.ts";
import { readInstallation } from "#db/installation.server.ts";
import { calendarAnswer } from "./calendar-answers.ts";
import { type CommandAnswer, MAY_END, refused, refusedLosses, runCommand, withJson } from "./command.ts";

type Options = {
  json?: boolean;
  campaign: string;
  preview?: boolean;
  zone?: Zone;
  kind?: string;
  mayEnd?: string[];
};

/** `demarche import calendar FILE --campaign NAME`: the events of an .ics file, in a campaign. */
export function importCalendarCommand(): Command {
  return withJson(
    new Command("calendar")
      .description(
        "Read an .ics file into a campaign. Events are matched by UID, so a second import changes only what has changed. Anything that cannot be imported is listed with its line number.",
      )
      .argument("<file>", "the calendar file, at most 10 MB")
      .requiredOption("--campaign <name>", "the campaign, by its name or its id"),
  )
    .option("--preview", "show what would be done and write nothing")
    .option(
      "--zone <zone>",
      "the time zone for times without one: washington, home, or a zone like Europe/Prague",
    )
    .option("--kind <kind>", `the kind of event: ${EVENT_KINDS.join(", ")}`, "internal")
    .option(...MAY_END)
    .action((file: string, options: Options) =>
      runCommand(options, (database, now) => answerImport(database, now, file, options)),
    );
}

async function answerImport(
  database: Database,
  now: Date,
  file: string,
  options: Options,
): Promise<CommandAnswer> {
  const { campaign: name, preview, zone, kind = "internal" } = options;
  if (!isEventKind(kind)) return refused(`There is no kind of event called "${kind}".`);
  const campaign = await findCampaignByName(database.read, name);
  if (campaign === null) return refused(`There is no campaign called "${name}".`);
  const { homeZone } = await readInstallation(database.read);
  const clock = clockNamed(zone, homeZone);
  if (clock === null && zone !== undefined) return refused(`There is no time zone called "${zone}".`);
  const bytes = await bytesOf(file);
  if (typeof bytes === "string") return refused(bytes);
  const { startsOn: firstDay, endsOn: lastDay } = campaign;
  const read = await readInWorker(bytes, { clock, homeZone, firstDay, lastDay });
  if (!read.ok) return refused(`${basename(file)}: ${read.sentence}.`);
  return preview === true
    ? calendarAnswer(file, read, await previewCalendarImport(database.read, campaign.id, read, now), false)
    : take(database, now, file, {
        campaign,
        kind,
        read,
        mayEnd: options.mayEnd?.includes(basename(file)) ?? false,
      });
}

function clockNamed(zone: string | undefined, homeZone: Zone): Zone | null {
  if (zone === undefined) return null;
  if (zone.toLowerCase() === "washington") return WASHINGTON;
  return zone.toLowerCase() === "home" ? homeZone : zoneNamed(zone);
}

async function bytesOf(file: string): Promise<Uint8Array | string> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) return `There is no file ${file}.`;
  if (found.size > LARGEST_CALENDAR_FILE)
    return `${file} is larger than 10 MB, the limit for a calendar. Nothing was read.`;
  return readFile(file).catch(() => `${file} cannot be read.`);
}

async function readInWorker(bytes: Uint8Array, options: ReadingOptions): Promise<ReadCalendar> {
  const reader = fileReader();
  const read = await reader.read("calendar", { bytes, isPacked: false, options });
  await reader.close();
  return read;
}

type Wanted = { campaign: Campaign; kind: EventKind; read: ReadCalendar & { ok: true }; mayEnd: boolean };

async function take(database: Database, now: Date, file: string, wanted: Wanted) {
  const { campaign, kind, read, mayEnd } = wanted;
  const author = { accountId: "system", channel: "command line", now } as const;
  const as = { campaignId: campaign.id, kind, handling: campaign.handling, ownerAccountId: null, now };
  const taken = await database.change(author, { submission: null, campaignId: campaign.id }, (change) =>
    takeCalendar(change, read, as, { shown: null, takeFile: new Set(), mayEnd }),
  );
  if (!taken.ok && taken.reason === "ends-too-much") {
    const what = "dates of its repeating events";
    return refusedLosses([{ file: basename(file), what, ...timesEnded(taken.preview.counts) }]);
  }
  if (taken.ok && taken.replayed) return refused("This import has already been carried out.");
  return calendarAnswer(file, read, taken.preview, taken.ok);
}
