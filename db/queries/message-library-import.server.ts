import type { Library } from "#app/domain/messages/library.ts";
import {
  countImport,
  type ImportConflict,
  type ImportCounts,
  type ImportPlan,
  type LibraryEntry,
  type LibraryKind,
  libraryEntries,
  planImport,
} from "#app/domain/messages/plan-import.ts";
import type { Author, Change } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { isAgreementStale, listAgreedEntries, noteAgreement, readLibrary } from "./message-library.server.ts";
import { findKeyMessage } from "./message-list.server.ts";
import { saveKeyMessage, setRetired } from "./messages.server.ts";
import { objectionIdsByCode, retireObjection, saveObjection } from "./objections.server.ts";
import { proofPointIdsByCode, retireProofPoint, saveProofPoint } from "./proof-points.server.ts";
import { removeUncitedSource, saveSource, sourceIdsByCode } from "./sources.server.ts";

export type ImportCountsByKind = Readonly<Record<LibraryKind, ImportCounts>>;
type Imported = { ok: true; counts: ImportCountsByKind };
type Conflicting = { ok: false; reason: "edited-in-the-product"; conflicts: readonly ImportConflict[] };
type NothingToDo = { ok: false; reason: "nothing-to-change"; counts: ImportCountsByKind };

/**
 * Brings the library of the files into a campaign, as one recorded change. A record that was edited in the product and
 * in the files since the last import or export is a conflict: then nothing is written at all. Where nothing differs
 * there is no change either, and the answer says so.
 */
export function importLibrary(database: Database, author: Author, campaignId: string, files: Library) {
  const submission = { submission: null, campaignId };
  return database.change(
    author,
    submission,
    async (change): Promise<Imported | Conflicting | NothingToDo> => {
      const product = libraryEntries(await readLibrary(change.read, campaignId));
      const agreed = await listAgreedEntries(change.read, campaignId);
      const plan = planImport(libraryEntries(files), product, agreed);
      if (plan.conflicts.length > 0)
        return { ok: false, reason: "edited-in-the-product", conflicts: plan.conflicts };
      const counts = countImport(plan);
      const isSame = plan.added.length + plan.changed.length + plan.ended.length === 0;
      if (isSame && !(await isAgreementStale(change.read, campaignId, files))) {
        return { ok: false, reason: "nothing-to-change", counts };
      }
      await carryOut(change, campaignId, plan, files);
      await noteAgreement(change, campaignId, files);
      change.describe({
        recordKind: "library",
        recordId: campaignId,
        action: "imported",
        summary: `Imported the message library: ${summaryOf(plan)}`,
        location: `/c/${campaignId}/messages`,
      });
      return { ok: true, counts };
    },
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
    change.describe({
      recordKind: "library",
      recordId: campaignId,
      action: "exported",
      summary: "Exported the message library",
      location: `/c/${campaignId}/messages`,
    });
    return { ok: true } as const;
  });
}

async function carryOut(change: Change, campaignId: string, plan: ImportPlan, files: Library): Promise<void> {
  const isTouched = (kind: LibraryKind, code: string) =>
    [...plan.added, ...plan.changed].some((entry) => entry.kind === kind && entry.code === code);
  for (const source of files.sources) {
    if (isTouched("source", source.code)) await saveSource(change, campaignId, source);
  }
  for (const proofPoint of files.proofPoints) {
    if (isTouched("proof point", proofPoint.code)) await saveProofPoint(change, campaignId, proofPoint, null);
  }
  for (const objection of files.objections) {
    if (isTouched("objection", objection.code)) await saveObjection(change, campaignId, objection, null);
  }
  for (const message of files.messages.filter(({ number }) => isTouched("key message", String(number)))) {
    await saveKeyMessage(change, campaignId, message, "Imported from the library's files", null);
  }
  for (const entry of plan.ended.toReversed()) await end(change, campaignId, entry);
}

async function end(change: Change, campaignId: string, { kind, code }: LibraryEntry): Promise<void> {
  switch (kind) {
    case "key message": {
      const message = await findKeyMessage(change.read, campaignId, code);
      if (message) await setRetired(change, message.id, change.author.now.toISOString(), null);
      return;
    }
    case "objection": {
      const id = (await objectionIdsByCode(change.read, campaignId)).get(code);
      if (id) await retireObjection(change, id);
      return;
    }
    case "proof point": {
      const id = (await proofPointIdsByCode(change.read, campaignId)).get(code);
      if (id) await retireProofPoint(change, id);
      return;
    }
    case "source": {
      const id = (await sourceIdsByCode(change.read, campaignId)).get(code);
      if (id) await removeUncitedSource(change, id);
      return;
    }
  }
}

function summaryOf(plan: ImportPlan): string {
  const parts = [
    [plan.added.length, "added"],
    [plan.changed.length, "changed"],
    [plan.ended.length, "ended"],
  ] as const;
  return parts.map(([count, word]) => `${count} ${word}`).join(", ");
}
