import { join } from "node:path";
import { formatLibrary } from "#app/campaign/messages/library/format-library.ts";
import type { ImportCountsByKind } from "#app/campaign/messages/library/import.server.ts";
import type { Library } from "#app/campaign/messages/library/library.ts";
import { faultInWords, type LibraryFault } from "#app/campaign/messages/library/library-fault.ts";
import {
  changeInLines,
  entryInWords,
  placeOfEntry,
} from "#app/campaign/messages/library/library-in-words.ts";
import type { ImportChange, ImportConflict } from "#app/campaign/messages/library/plan-import.ts";
import type { Campaign } from "#app/http/campaigns-of-account.server.ts";
import type { CommandAnswer } from "./command.ts";

type Taken = { counts: ImportCountsByKind; changes: readonly ImportChange[] };

/** What an import changed (or, with `isPreview`, would change), record by record, then in numbers. */
export function importAnswer(
  campaign: Campaign,
  { counts, changes }: Taken,
  isPreview: boolean,
): CommandAnswer {
  const numbers = Object.entries(counts).map(
    ([kind, { added, changed, ended, same }]) =>
      `${kind}s: ${added} added, ${changed} changed, ${ended} ended, ${same} unchanged`,
  );
  const outcome =
    changes.length === 0 ? "Nothing to change." : isPreview ? "Nothing was written." : "Written.";
  const json = {
    campaign: campaign.id,
    written: !isPreview && changes.length > 0,
    messages: counts["key message"],
    framings: counts.framing,
    objections: counts.objection,
    proofPoints: counts["proof point"],
    sources: counts.source,
    changes,
  };
  return {
    ok: true,
    lines: [`${campaign.name}:`, ...changes.flatMap(changeInLines), ...numbers, outcome],
    json,
  };
}

/** What stands against the files, each as FILE:LINE: reason. */
export function faultsAnswer(folder: string, faults: readonly LibraryFault[]): CommandAnswer {
  const lines = faults.map((fault) => faultInWords({ ...fault, file: join(folder, fault.file) }));
  return { ok: false, lines, json: { refused: lines[0], faults: lines } };
}

/** Every record that was edited on both sides, with both texts. */
export function conflictsAnswer(
  folder: string,
  library: Library,
  conflicts: readonly ImportConflict[],
): CommandAnswer {
  const files = formatLibrary(library);
  const shown = conflicts.map((conflict) => {
    const { file, line } = placeOfEntry(files, conflict);
    const reason = `${entryInWords(conflict)} has been edited both in Demarche and in the files`;
    return { ...conflict, text: `${join(folder, file)}:${line}: ${reason}` };
  });
  const lines = shown.flatMap(({ text, inProduct, inFiles }) => [
    text,
    "--- in Demarche",
    inProduct === "" ? "(ended)" : inProduct.trimEnd(),
    "--- in the files",
    inFiles === "" ? "(not there)" : inFiles.trimEnd(),
  ]);
  const advice =
    "Nothing was imported. Export the library, combine the two texts in the files, and import again.";
  return { ok: false, lines: [...lines, advice], json: { refused: advice, conflicts: shown } };
}
