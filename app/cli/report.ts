import { createWriteStream } from "node:fs";
import { resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Command, Option } from "commander";
import { findCampaignByName } from "#app/campaign/campaigns/store.server.ts";
import { caseFile, effectivenessCsv } from "#app/campaign/effectiveness/effectiveness-data.ts";
import {
  readCampaignCase,
  readReceptionReport,
  readReceptionReportAsKnown,
} from "#app/campaign/effectiveness/reception-report.server.ts";
import type { Campaign } from "#app/http/campaigns-of-account.server.ts";
import { counted } from "#app/text/in-words.ts";
import { explainDateRefusal, parseDate } from "#app/time/parse-date.ts";
import { type CalendarDate, dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.server.ts";
import { type CommandAnswer, refused, runCommand, withJson } from "./command.ts";

type Options = { campaign: string; on?: CalendarDate; known: "now" | "then"; csv?: true };
type Asked = { campaign: Campaign; day: CalendarDate; knowledge: Options["known"] };

/** `report effectiveness` prints what the effectiveness page shows; `report case FILE` writes it as a case to check. */
export function reportCommand(): Command {
  const report = new Command("report").description("Give a campaign’s figures as its pages show them.");
  ofCampaign(report.command("effectiveness"))
    .description("Print how each message is received, as one JSON object or as the page’s CSV.")
    .option("--csv", "print the page’s CSV instead")
    .action((options: Options) =>
      // One JSON object without being asked for it: a program reads it, and --csv is for people.
      runCommand({ json: options.csv !== true }, (database, now) =>
        withAsked(database, now, options, (asked) => printReport(database, asked)),
      ),
    );
  ofCampaign(report.command("case"))
    .description(
      "Write the ratings behind the figures as a case file that `effectiveness` can work out again.",
    )
    .argument("<file>", "the file; an existing one will be overwritten")
    .action((file: string, options: Options & { json?: boolean }) =>
      runCommand(options, (database, now) =>
        withAsked(database, now, options, (asked) => writeCase(database, asked, resolve(file))),
      ),
    );
  return report;
}

function ofCampaign(command: Command): Command {
  return withJson(command)
    .requiredOption("--campaign <name>", "the campaign, by its name or its id")
    .option("--on <day>", 'a past day, like "12 Oct 2026"; today in Washington unless given')
    .addOption(
      new Option(
        "--known <knowledge>",
        "with everything known now, or only with what was known by the end of that day",
      )
        .choices(["now", "then"])
        .default("now"),
    );
}

async function withAsked(
  { read }: Database,
  now: Date,
  { campaign: name, on, known }: Options,
  work: (asked: Asked) => Promise<CommandAnswer>,
): Promise<CommandAnswer> {
  const campaign = await findCampaignByName(read, name);
  if (campaign === null) return refused(`There is no campaign called "${name}".`);
  const today = dateIn(now, WASHINGTON);
  const day = on === undefined ? { ok: true as const, date: today } : parseDate(on, today);
  if (!day.ok) return refused(`${explainDateRefusal(day.reason)}.`);
  if (day.date > today) return refused("Give today’s date or an earlier one: there are no later figures.");
  // What is known by now of today is all that there is.
  return work({ campaign, day: day.date, knowledge: day.date === today ? "now" : known });
}

async function printReport({ read }: Database, { campaign, day, knowledge }: Asked): Promise<CommandAnswer> {
  const readReport = knowledge === "then" ? readReceptionReportAsKnown : readReceptionReport;
  const report = await readReport(read, campaign, day);
  // The line end that printing adds is the last one of the file.
  const csv = [...effectivenessCsv(report, campaign.handling)].join("").replace(/\n$/, "");
  return { ok: true, lines: [csv], json: { campaign: campaign.id, ...report } };
}

async function writeCase({ read }: Database, asked: Asked, path: string): Promise<CommandAnswer> {
  const found = await readCampaignCase(read, asked.campaign, asked);
  try {
    await pipeline(Readable.from(caseFile(found)), createWriteStream(path, { mode: 0o600 }));
  } catch (fault) {
    const code = fault instanceof Error && "code" in fault ? String(fault.code) : "";
    if (code === "") throw fault;
    return refused(`${path} cannot be written (${code}).`);
  }
  const { messages, audiences, raters } = found.input;
  return {
    ok: true,
    lines: [
      `${asked.campaign.name}, ${asked.day}: ${counted(messages, "message")}, ${counted(audiences, "audience")}, ${counted(raters, "rater")}, written to ${path}.`,
    ],
    json: { campaign: asked.campaign.id, day: asked.day, file: path, messages, audiences, raters },
  };
}
