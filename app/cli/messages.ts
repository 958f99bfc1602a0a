import { join } from "node:path";
import { Command } from "commander";
import { formatLibrary } from "#app/domain/messages/format-library.ts";
import type { Library } from "#app/domain/messages/library.ts";
import { faultInWords } from "#app/domain/messages/library-fault.ts";
import { parseLibrary } from "#app/domain/messages/parse-library.ts";
import type { ImportConflict } from "#app/domain/messages/plan-import.ts";
import type { Database } from "#db/database.server.ts";
import { type Campaign, findCampaignByName } from "#db/queries/campaigns.server.ts";
import { readLibrary } from "#db/queries/message-library.server.ts";
import {
  type ImportCountsByKind,
  importLibrary,
  noteExport,
} from "#db/queries/message-library-import.server.ts";
import { answerCommand, type CommandAnswer, refused, runCommand, withJson } from "./command.ts";
import { conflictLine } from "./library-conflict.ts";
import { readLibraryFolder, writeLibraryFolder } from "./library-folder.ts";

type Options = { json?: boolean; campaign?: string };

/** `demarche messages check · import · export`: the message library as files. */
export function messagesCommand(): Command {
  const check = folderCommand("check", "Says what is wrong with the files, by file and line.").action(
    (folder: string, options: Options) => answerCommand(options, () => checkAnswer(folder)),
  );
  const take = ofCampaign(folderCommand("import", "Brings the files into a campaign.")).action(
    (folder: string, options: Options) =>
      runCommand(options, (database, now) => importAnswer(database, now, folder, options.campaign)),
  );
  const give = ofCampaign(folderCommand("export", "Writes the campaign's library into the files.")).action(
    (folder: string, options: Options) =>
      runCommand(options, (database, now) => exportAnswer(database, now, folder, options.campaign)),
  );
  const messages = new Command("messages").description("The message library as Markdown files.");
  return messages.addCommand(check).addCommand(take).addCommand(give);
}

function folderCommand(name: string, description: string): Command {
  return withJson(new Command(name).description(description)).argument(
    "[folder]",
    "the library's folder",
    "messages",
  );
}

function ofCampaign(command: Command): Command {
  return command.option("--campaign <name>", "the campaign, by its name or its id; the first unless said");
}

type Read = { ok: true; library: Library } | { ok: false; answer: CommandAnswer };

async function readFolder(folder: string): Promise<Read> {
  const found = await readLibraryFolder(folder);
  if (!found.ok) return { ok: false, answer: refused(found.sentence) };
  const parsed = parseLibrary(found.files);
  if (parsed.ok) return parsed;
  const faults = parsed.faults.map((fault) => faultInWords({ ...fault, file: join(folder, fault.file) }));
  return { ok: false, answer: { ok: false, lines: faults, json: { refused: faults[0], faults } } };
}

async function checkAnswer(folder: string): Promise<CommandAnswer> {
  const read = await readFolder(folder);
  if (!read.ok) return read.answer;
  const { messages, objections, proofPoints, sources } = read.library;
  const counts = {
    messages: messages.length,
    objections: objections.length,
    proofPoints: proofPoints.length,
    sources: sources.length,
  };
  const words = `${counts.messages} messages, ${counts.objections} objections, ${counts.proofPoints} proof points, ${counts.sources} sources`;
  return { ok: true, lines: [`${folder}: ${words}. Nothing is wrong.`], json: { ...counts, faults: [] } };
}

async function importAnswer(
  database: Database,
  now: Date,
  folder: string,
  name: string | undefined,
): Promise<CommandAnswer> {
  const read = await readFolder(folder);
  if (!read.ok) return read.answer;
  const campaign = await findCampaignByName(database.read, name ?? null);
  if (campaign === null) return noCampaign(name);
  const author = { accountId: "system", channel: "command line", now } as const;
  const imported = await importLibrary(database, author, campaign.id, read.library);
  if (imported.ok && imported.replayed) return refused("The import was made before.");
  if (imported.ok || imported.reason === "nothing-to-change") return countsAnswer(campaign, imported.counts);
  return conflictAnswer(folder, read.library, imported.conflicts);
}

function noCampaign(name: string | undefined): CommandAnswer {
  return refused(
    name === undefined
      ? "There is no campaign yet. An administrator makes the first one in the product."
      : `There is no campaign called "${name}".`,
  );
}

function countsAnswer(campaign: Campaign, counts: ImportCountsByKind): CommandAnswer {
  const json = {
    messages: counts["key message"],
    objections: counts.objection,
    proofPoints: counts["proof point"],
    sources: counts.source,
  };
  const lines = Object.entries(counts).map(
    ([kind, { added, changed, ended, same }]) =>
      `${kind}s: ${added} added, ${changed} changed, ${ended} ended, ${same} same`,
  );
  return { ok: true, lines: [`${campaign.name}:`, ...lines], json: { campaign: campaign.id, ...json } };
}

function conflictAnswer(
  folder: string,
  library: Library,
  conflicts: readonly ImportConflict[],
): CommandAnswer {
  const files = formatLibrary(library);
  const shown = conflicts.map((conflict) => {
    const { file, line } = conflictLine(files, conflict);
    const reason = `${conflict.kind} ${conflict.code} was edited in the product and in the files since they last agreed`;
    return { ...conflict, text: `${join(folder, file)}:${line}: ${reason}` };
  });
  const lines = shown.flatMap(({ text, inProduct, inFiles }) => [
    text,
    "--- in the product",
    inProduct === "" ? "(ended)" : inProduct.trimEnd(),
    "--- in the files",
    inFiles === "" ? "(not there)" : inFiles.trimEnd(),
  ]);
  const advice =
    "Nothing was imported. Export the library, bring both texts together in the files, and import again.";
  return { ok: false, lines: [...lines, advice], json: { refused: advice, conflicts: shown } };
}

async function exportAnswer(
  database: Database,
  now: Date,
  folder: string,
  name: string | undefined,
): Promise<CommandAnswer> {
  const campaign = await findCampaignByName(database.read, name ?? null);
  if (campaign === null) return noCampaign(name);
  const files = formatLibrary(await readLibrary(database.read, campaign.id));
  const bytes = files.map((file) => ({ name: file.name, bytes: new TextEncoder().encode(file.text) }));
  const readable = parseLibrary(bytes);
  if (!readable.ok) {
    const faults = readable.faults.map(faultInWords);
    const lines = ["The library cannot be exported as it is:", ...faults];
    return { ok: false, lines, json: { refused: lines[0], faults } };
  }
  const written = await writeLibraryFolder(folder, files);
  if (!written.ok) return refused(written.sentence);
  await noteExport(database, { accountId: "system", channel: "command line", now }, campaign.id);
  return exported(
    folder,
    files.map((file) => file.name),
    written.written,
  );
}

async function exported(
  folder: string,
  names: readonly string[],
  written: readonly string[],
): Promise<CommandAnswer> {
  const found = await readLibraryFolder(folder);
  const others = found.ok ? found.files.map((file) => file.name).filter((name) => !names.includes(name)) : [];
  const left = others.filter((name) => /^message-\d+\.md$/.test(name));
  const lines = [
    `${folder}: ${names.length} files, ${written.length} written.`,
    ...left.map((name) => `${join(folder, name)} is no longer in the library; delete it.`),
  ];
  return { ok: true, lines, json: { files: names, written, left } };
}
