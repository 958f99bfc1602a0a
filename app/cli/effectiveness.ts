import { readFile } from "node:fs/promises";
import { Command } from "commander";
import { answerCases, readCaseFile } from "#app/method/case-file.ts";
import { withJson } from "./command.ts";

/** `effectiveness FILE`: works out the cases of a file by the published method. It prints JSON always, and needs no database. */
export function effectivenessCommand(): Command {
  return withJson(new Command("effectiveness"))
    .description("Apply the effectiveness method to the cases in a file, and print one JSON object.")
    .argument("<file>", "a JSON file with `cases`, each with name, kind and input")
    .action(async (path: string) => {
      const read = await readJson(path);
      const file = read.ok ? readCaseFile(read.json) : read;
      console.log(JSON.stringify(file.ok ? answerCases(file.file) : { refused: file.reason }));
      if (!file.ok) console.error(`${path}:1: ${file.reason}`);
      process.exitCode = file.ok ? 0 : 1;
    });
}

async function readJson(path: string): Promise<{ ok: true; json: unknown } | { ok: false; reason: string }> {
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null) return { ok: false, reason: "the file cannot be read" };
  try {
    // Some editors put a mark at the head of a file that is not part of its text.
    return { ok: true, json: JSON.parse(text.replace(/^\uFEFF/, "")) };
  } catch {
    return { ok: false, reason: "the file is not JSON" };
  }
}
