import { type Loss, lossInWords } from "#app/campaign/contacts/congress/great-loss.ts";
import type { CommandAnswer } from "./command.ts";

/** The option that names a file which may end more than a tenth of what stands; it may be given again for another. */
export const MAY_END = [
  "--may-end <file>",
  "let the file of this name end more than a tenth of what stands",
  (file: string, others: string[] | undefined) => [...(others ?? []), file],
] as const;

/** What is said where files would end too much: each of them, and the option that confirms it. */
export function refusedLosses(losses: readonly Loss[]): CommandAnswer {
  const lines = losses.map((loss) => `${lossInWords(loss)}.`);
  const names = [...new Set(losses.map(({ file }) => `--may-end ${file}`))].join(" ");
  const how = `Nothing was written. If that is so, import again with ${names}`;
  return { ok: false, lines: [...lines, `${how}.`], json: { refused: `${lines.join(" ")} ${how}.`, losses } };
}
