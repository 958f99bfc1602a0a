import { join } from "node:path";
import { Command } from "commander";
import { findCampaignByName } from "#app/campaign/campaigns/store.server.ts";
import { formatLibrary } from "#app/campaign/messages/library/format-library.ts";
import { importLibrary, noteExport, previewImport } from "#app/campaign/messages/library/import.server.ts";
import type { Library } from "#app/campaign/messages/library/library.ts";
import { faultInWords } from "#app/campaign/messages/library/library-fault.ts";
import { parseLibrary } from "#app/campaign/messages/library/parse-library.ts";
import { readLibrary } from "#app/campaign/messages/library/store.server.ts";
import { staleEvidence } from "#app/campaign/messages/proof-points/stale-evidence.ts";
import type { Campaign } from "#app/http/campaigns-of-account.server.ts";
import { counted } from "#app/text/in-words.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.server.ts";
import { answerCommand, type CommandAnswer, refused, runCommand, withJson } from "./command.ts";
import { conflictsAnswer, faultsAnswer, importAnswer } from "./library-answers.ts";
import { readLibraryFolder, writeLibraryFolder } from "./library-folder.ts";

type Options = { json?: boolean; campaign?: string; preview?: boolean };

/** `demarche messages check · import · export`: the message library as files. */
export function messagesCommand(): Command {
  const check = folderCommand("check", "Say what is wrong with the files, by file and line.").action(
    (folder: string, options: Options) => answerCommand(options, () => checkAnswer(folder)),
  );
  const take = ofCampaign(
    folderCommand("import", "Show what the files change in a campaign, and save the changes."),
  )
    .option("--preview", "show the changes and write nothing")
    .action((folder: string, options: Options) =>
      runCommand(options, (database, now) => takeAnswer(database, now, folder, options)),
    );
  const give = ofCampaign(folderCommand("export", "Write the campaign’s library to the files.")).action(
    (folder: string, options: Options) =>
      runCommand(options, (database, now) => exportAnswer(database, now, folder, options.campaign)),
  );
  const messages = new Command("messages").description(
    "Check, import or export the message library as Markdown files.",
  );
  return messages.addCommand(check).addCommand(take).addCommand(give);
}

function folderCommand(name: string, description: string): Command {
  return withJson(new Command(name).description(description)).argument(
    "[folder]",
    "the library’s folder",
    "messages",
  );
}

function ofCampaign(command: Command): Command {
  return command.option(
    "--campaign <name>",
    "the campaign, by its name or its id; the first one unless given",
  );
}

type Read = { ok: true; library: Library } | { ok: false; answer: CommandAnswer };

async function readFolder(folder: string): Promise<Read> {
  const found = await readLibraryFolder(folder);
  if (!found.ok) return { ok: false, answer: refused(found.sentence) };
  const parsed = parseLibrary(found.files);
  if (parsed.ok) return parsed;
  return { ok: false, answer: faultsAnswer(folder, parsed.faults) };
}

async function checkAnswer(folder: string): Promise<CommandAnswer> {
  const read = await readFolder(folder);
  if (!read.ok) return read.answer;
  const { messages, framings, objections, proofPoints, sources } = read.library;
  const counts = {
    messages: messages.length,
    framings: framings.length,
    objections: objections.length,
    proofPoints: proofPoints.length,
    sources: sources.length,
  };
  const words = [
    counted(counts.messages, "message"),
    counted(counts.framings, "framing"),
    counted(counts.objections, "objection"),
    counted(counts.proofPoints, "proof point"),
    counted(counts.sources, "source"),
  ];
  const line = `${folder}: ${words.join(", ")}. No faults found.`;
  return { ok: true, lines: [line], json: { ...counts, faults: [] } };
}

async function takeAnswer(
  database: Database,
  now: Date,
  folder: string,
  { campaign: name, preview }: Options,
): Promise<CommandAnswer> {
  const read = await readFolder(folder);
  if (!read.ok) return read.answer;
  const campaign = await findCampaignByName(database.read, name ?? null);
  if (campaign === null) return noCampaign(name);
  if (preview === true) return previewAnswer(database, campaign, folder, read.library);
  const author = { accountId: "system", channel: "command line", now } as const;
  const imported = await importLibrary(database, author, campaign.id, read.library);
  if (imported.ok)
    return imported.replayed
      ? refused("This import has already been carried out.")
      : importAnswer(campaign, imported, false);
  switch (imported.reason) {
    case "nothing-to-change":
      return importAnswer(campaign, { counts: imported.counts, changes: [] }, false);
    case "edited-in-the-product":
      return conflictsAnswer(folder, read.library, imported.conflicts);
    case "library-refused":
      return faultsAnswer(folder, imported.faults);
    case "changed-since-shown":
      return refused("The library has changed in the meantime. Import again.");
  }
}

async function previewAnswer(database: Database, campaign: Campaign, folder: string, files: Library) {
  const preview = await previewImport(database.read, campaign.id, files);
  if (preview.conflicts.length > 0) return conflictsAnswer(folder, files, preview.conflicts);
  if (preview.faults.length > 0) return faultsAnswer(folder, preview.faults);
  return importAnswer(campaign, preview, true);
}

function noCampaign(name: string | undefined): CommandAnswer {
  return refused(
    name === undefined
      ? "There are no campaigns yet. An administrator must add the first one in Demarche."
      : `There is no campaign called "${name}".`,
  );
}

async function exportAnswer(
  database: Database,
  now: Date,
  folder: string,
  name: string | undefined,
): Promise<CommandAnswer> {
  const campaign = await findCampaignByName(database.read, name ?? null);
  if (campaign === null) return noCampaign(name);
  const library = await readLibrary(database.read, campaign.id);
  const files = formatLibrary(library);
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
  const answer = await exported(
    folder,
    files.map((file) => file.name),
    written.written,
  );
  const stale = staleEvidence(library.proofPoints, dateIn(now, WASHINGTON)).map((words) => `${words}.`);
  return { ...answer, lines: [...answer.lines, ...stale] };
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
    `${folder}: ${counted(names.length, "file")}, ${written.length} written.`,
    ...left.map((name) => `${join(folder, name)} is no longer in the library; delete it.`),
  ];
  return { ok: true, lines, json: { files: names, written, left } };
}
