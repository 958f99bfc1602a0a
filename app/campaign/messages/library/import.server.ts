import type { Kysely } from "kysely";
import type { Author, Change } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import type { Schema } from "#db/schema.ts";
import { unknownAudiences } from "../framings/framed-audiences.ts";
import { audienceIdsByName } from "../framings/framing-list.server.ts";
import { carryOutImport } from "./changes.server.ts";
import type { Library } from "./library.ts";
import type { LibraryFault } from "./library-fault.ts";
import {
  actOfChange,
  countImport,
  type ImportChange,
  type ImportConflict,
  type ImportCounts,
  type ImportPlan,
  type LibraryKind,
  libraryEntries,
  nameOfChanges,
  planImport,
} from "./plan-import.ts";
import { isAgreementStale, listAgreedEntries, noteAgreement, readLibrary } from "./store.server.ts";

export type ImportCountsByKind = Readonly<Record<LibraryKind, ImportCounts>>;

/** What an import would do to a campaign, and what is wrong with it there. */
export type ImportPreview = ImportPlan & {
  counts: ImportCountsByKind;
  /** Names exactly the changes: who confirms them names what was shown. */
  name: string;
  faults: readonly LibraryFault[];
};

type Imported = { ok: true; counts: ImportCountsByKind; changes: readonly ImportChange[] };
type NotImported =
  | { ok: false; reason: "edited-in-the-product"; conflicts: readonly ImportConflict[] }
  | { ok: false; reason: "library-refused"; faults: readonly LibraryFault[] }
  | { ok: false; reason: "nothing-to-change"; counts: ImportCountsByKind }
  | { ok: false; reason: "changed-since-shown" };

/** What bringing the files into a campaign would change. Writes nothing. */
export async function previewImport(
  read: Kysely<Schema>,
  campaignId: string,
  files: Library,
): Promise<ImportPreview> {
  const product = libraryEntries(await readLibrary(read, campaignId));
  const plan = planImport(libraryEntries(files), product, await listAgreedEntries(read, campaignId));
  const audiences = await audienceIdsByName(read, campaignId);
  return {
    ...plan,
    counts: countImport(plan),
    name: nameOfChanges(plan.changes),
    faults: unknownAudiences(files, plan.changes, new Set(audiences.keys())),
  };
}

/**
 * Brings the library of the files into a campaign. A record that was edited in the product and in the files since the
 * last import or export is a conflict: then nothing is written at all. Where nothing differs there is no change either,
 * and the answer says so. `shown` names the changes that somebody confirmed: others are refused; null takes all.
 */
export async function takeLibrary(
  change: Change,
  campaignId: string,
  files: Library,
  shown: string | null,
): Promise<Imported | NotImported> {
  const preview = await previewImport(change.read, campaignId, files);
  const { changes, conflicts, counts, faults } = preview;
  if (conflicts.length > 0) return { ok: false, reason: "edited-in-the-product", conflicts };
  if (faults.length > 0) return { ok: false, reason: "library-refused", faults };
  if (shown !== null && shown !== preview.name) return { ok: false, reason: "changed-since-shown" };
  if (changes.length === 0 && !(await isAgreementStale(change.read, campaignId, files))) {
    return { ok: false, reason: "nothing-to-change", counts };
  }
  await carryOutImport(change, campaignId, changes, files);
  await noteAgreement(change, campaignId, files);
  describe(change, campaignId, "imported", `Imported the message library: ${summaryOf(changes)}`);
  return { ok: true, counts, changes };
}

/** Takes the files as one recorded change of its own. */
export function importLibrary(database: Database, author: Author, campaignId: string, files: Library) {
  return database.change(author, { submission: null, campaignId }, (change) =>
    takeLibrary(change, campaignId, files, null),
  );
}

/** Notes that the files now say what the product says, as a recorded change; does nothing where they did already. */
export async function noteExport(database: Database, author: Author, campaignId: string): Promise<void> {
  await database.change(author, { submission: null, campaignId }, async (change) => {
    const library = await readLibrary(change.read, campaignId);
    if (!(await isAgreementStale(change.read, campaignId, library))) {
      return { ok: false, reason: "nothing-to-change" } as const;
    }
    await noteAgreement(change, campaignId, library);
    describe(change, campaignId, "exported", "Exported the message library");
    return { ok: true } as const;
  });
}

function describe(change: Change, campaignId: string, action: string, summary: string): void {
  const location = `/c/${campaignId}/messages`;
  change.describe({ recordKind: "library", recordId: campaignId, action, summary, location });
}

function summaryOf(changes: readonly ImportChange[]): string {
  const acts = changes.map(actOfChange);
  return (["added", "changed", "ended"] as const)
    .map((act) => `${acts.filter((one) => one === act).length} ${act}`)
    .join(", ");
}
