import { addressOf } from "#app/http/addresses.ts";
import type { Author, Change, Done } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { listInTurns, nextTurn } from "#db/in-turns.server.ts";
import type { Queries } from "#db/schema.ts";
import { unknownAudiences } from "../framings/framing.ts";
import { audienceIdsByName } from "../framings/framing-list.server.ts";
import { findFramingId, saveFraming } from "../framings/store.server.ts";
import { findKeyMessage } from "../list.server.ts";
import { retireObjection, saveObjection } from "../objections/store.server.ts";
import { removeUncitedSource, saveSource } from "../proof-points/sources.server.ts";
import { idsByCode, retireProofPoint, saveProofPoint } from "../proof-points/store.server.ts";
import { retireWording, saveKeyMessage } from "../store.server.ts";
import { framingCode, type Library, type LibraryFraming } from "./library.ts";
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
  read: Queries,
  campaignId: string,
  files: Library,
): Promise<ImportPreview> {
  // A library may be of thousands of records: others are let in between the steps.
  const product = await listInTurns(libraryEntries(await readLibrary(read, campaignId)));
  const said = await listInTurns(libraryEntries(files));
  await nextTurn();
  const plan = planImport(said, product, await listAgreedEntries(read, campaignId));
  const audiences = await audienceIdsByName(read, campaignId);
  await nextTurn();
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

function describe(change: Change, campaignId: string, action: string, summary: string): Done {
  const location = addressOf.messages(campaignId);
  return change.describe({ recordKind: "library", recordId: campaignId, action, summary, location });
}

function summaryOf(changes: readonly ImportChange[]): string {
  if (changes.length === 0) return "the files already matched";
  const acts = changes.map(actOfChange);
  return (["added", "changed", "ended"] as const)
    .map((act) => `${acts.filter((one) => one === act).length} ${act}`)
    .join(", ");
}

const REASON = "Imported from the library’s files";

/** Writes what an import changes: what is cited before what cites it, and what ends last, in the opposite order. */
async function carryOutImport(
  change: Change,
  campaignId: string,
  changes: readonly ImportChange[],
  files: Library,
): Promise<void> {
  const written = new Set(
    changes.filter(({ after }) => after !== null).map(({ kind, code }) => `${kind}/${code}`),
  );
  const isWritten = (kind: LibraryKind, code: string) => written.has(`${kind}/${code}`);
  for (const source of files.sources) {
    if (isWritten("source", source.code)) await saveSource(change, campaignId, source);
  }
  for (const proofPoint of files.proofPoints) {
    if (isWritten("proof point", proofPoint.code)) await saveProofPoint(change, campaignId, proofPoint, null);
  }
  for (const objection of files.objections) {
    if (isWritten("objection", objection.code)) await saveObjection(change, campaignId, objection, null);
  }
  for (const message of files.messages) {
    if (isWritten("key message", String(message.number)))
      await saveKeyMessage(change, campaignId, message, REASON, null);
  }
  for (const framing of files.framings) {
    if (isWritten("framing", framingCode(framing))) await takeFraming(change, campaignId, framing);
  }
  for (const ended of changes.filter(({ after }) => after === null).toReversed())
    await end(change, campaignId, ended);
}

async function takeFraming(change: Change, campaignId: string, framing: LibraryFraming): Promise<void> {
  const message = await findKeyMessage(change.read, campaignId, String(framing.message));
  const audienceId = (await audienceIdsByName(change.read, campaignId)).get(framing.audience);
  if (message === null || audienceId === undefined)
    throw new Error(`The framing "${framingCode(framing)}" has no message or no audience`);
  const to = { messageId: message.id, audienceId };
  await saveFraming(change, to, { text: framing.text, reason: REASON }, null);
}

async function end(change: Change, campaignId: string, { kind, code }: ImportChange): Promise<void> {
  const now = change.author.now.toISOString();
  switch (kind) {
    case "key message": {
      const message = await findKeyMessage(change.read, campaignId, code);
      if (message) await retireWording(change, "key_message", message.id);
      return;
    }
    case "framing": {
      const id = await framingNamed(change, campaignId, code);
      if (id) await retireWording(change, "framing", id);
      return;
    }
    case "objection": {
      const id = (await idsByCode(change.read, "objection", campaignId, [code])).get(code);
      if (id) await retireObjection(change, id, now);
      return;
    }
    case "proof point": {
      const id = (await idsByCode(change.read, "proof_point", campaignId, [code])).get(code);
      if (id) await retireProofPoint(change, id, now);
      return;
    }
    case "source": {
      const id = (await idsByCode(change.read, "source", campaignId, [code])).get(code);
      if (id) await removeUncitedSource(change, id);
      return;
    }
  }
}

async function framingNamed(change: Change, campaignId: string, code: string): Promise<string | null> {
  const [number = "", ...audience] = code.split(" ");
  const message = await findKeyMessage(change.read, campaignId, number);
  const audienceId = (await audienceIdsByName(change.read, campaignId)).get(audience.join(" "));
  return message && audienceId ? findFramingId(change.read, message.id, audienceId) : null;
}
