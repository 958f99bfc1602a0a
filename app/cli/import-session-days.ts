import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { Command } from "commander";
import { readDaysFile } from "#app/campaign/session-days/days-file.ts";
import { type DaysPlan, isNothing, sessionsEnded } from "#app/campaign/session-days/plan-days.ts";
import { CHAMBERS, type SessionDay } from "#app/campaign/session-days/session-day.ts";
import { inSpans } from "#app/campaign/session-days/spans.ts";
import { previewSessionDays, takeSessionDays } from "#app/campaign/session-days/store.server.ts";
import { daysFaultInWords, LARGEST_DAYS_FILE } from "#app/campaign/session-days/table-file.ts";
import { formatDays, formatDayWithYear } from "#app/time/format.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.server.ts";
import { type CommandAnswer, MAY_END, refused, refusedLosses, runCommand, withJson } from "./command.ts";

type Options = { json?: boolean; preview?: boolean; older?: boolean; mayEnd?: string[] };

/** `demarche import session-days FILE`: Congress's calendar from a table. */
export function sessionDaysCommand(): Command {
  return withJson(
    new Command("session-days")
      .description(
        "Read the session days of the House and the Senate from a CSV file. Days that are not in the file stay as they are.",
      )
      .argument("<file>", "a CSV file with the columns chamber, day, standing, source, as_of")
      .option("--preview", "show the changes and write nothing")
      .option("--older", "also use information older than that already known")
      .option(...MAY_END),
  ).action((file: string, options: Options) =>
    runCommand(options, (database, now) => daysAnswer(database, now, file, options)),
  );
}

async function daysAnswer(
  database: Database,
  now: Date,
  file: string,
  { preview = false, older = false, mayEnd = [] }: Options,
): Promise<CommandAnswer> {
  const bytes = await bytesOf(file);
  if (typeof bytes === "string") return refused(bytes);
  const reading = readDaysFile(bytes, dateIn(now, WASHINGTON));
  if (!reading.ok) {
    const lines = reading.faults.map((fault) => daysFaultInWords(basename(file), fault));
    return { ok: false, lines, json: { refused: lines[0], faults: lines } };
  }
  const wanted = { act: "record", days: reading.days } as const;
  const plan = await previewSessionDays(database.read, wanted);
  if (preview || isNothing(plan, older)) return told(plan, reading.remarks, { older, isWritten: false });
  const author = { accountId: "system", channel: "command line", now } as const;
  const name = basename(file);
  const agreement = { shown: null, mayTouchKnown: true, takesOlder: older, mayEnd: mayEnd.includes(name) };
  const taken = await database.change(author, { submission: null, campaignId: null }, (change) =>
    takeSessionDays(change, wanted, agreement, "/"),
  );
  if (!taken.ok && taken.reason === "ends-too-much")
    return refusedLosses([{ file: name, what: "session days", ...sessionsEnded(plan, older) }]);
  if (!taken.ok || taken.replayed)
    return refused("Congress’s calendar has changed in the meantime. Import again.");
  return told(taken.plan, reading.remarks, { older, isWritten: true });
}

async function bytesOf(file: string): Promise<Uint8Array | string> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) return `There is no file ${file}.`;
  if (found.size > LARGEST_DAYS_FILE)
    return `${file} is larger than 1 MB, the limit for a file of session days.`;
  return (await readFile(file).catch(() => null)) ?? `${file} cannot be read.`;
}

function told(
  plan: DaysPlan,
  remarks: readonly string[],
  { older, isWritten }: { older: boolean; isWritten: boolean },
): CommandAnswer {
  const changed = older ? [...plan.changed, ...plan.older] : plan.changed;
  const kept = older ? [] : plan.older;
  const counts = {
    added: plan.added.length,
    changed: changed.length,
    olderKept: kept.length,
    same: plan.same,
    notNamed: plan.left.length,
  };
  const outcome = isNothing(plan, older)
    ? "Nothing to change."
    : isWritten
      ? "Written."
      : "Nothing was written.";
  const lines = [
    ...remarks,
    ...spanLines("+", plan.added),
    ...spanLines(
      "~",
      changed.map(({ to }) => to),
    ),
    ...spanLines(
      "kept, since Demarche has more recent information:",
      kept.map(({ from }) => from),
    ),
    `${counts.added} added, ${counts.changed} changed, ${counts.same} unchanged, ${counts.olderKept} kept because Demarche has more recent information, ${counts.notNamed} not in the file and kept`,
    outcome,
  ];
  return { ok: true, lines, json: { written: isWritten, ...counts, remarks } };
}

function spanLines(mark: string, days: readonly SessionDay[]): string[] {
  return CHAMBERS.flatMap((chamber) =>
    inSpans(
      days.filter((one) => one.chamber === chamber).map((one) => ({ day: one.day, said: one })),
      ({ standing, source, asOf }) => `${standing} ${asOf} ${source}`,
    ).map(({ first, last, said }) => {
      const span = formatDays(first, last);
      return `${mark} ${chamber}, ${span}: ${said.standing} (${said.source}, as of ${formatDayWithYear(said.asOf)})`;
    }),
  );
}
