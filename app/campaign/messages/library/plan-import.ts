import { textHash } from "#app/text/text-hash.ts";
import {
  formatFraming,
  formatMessage,
  formatObjection,
  formatProofPoint,
  formatSource,
} from "./format-library.ts";
import { framingCode, inOrderOfCodes, type Library } from "./library.ts";

/** The kinds of record that a library holds. */
export const LIBRARY_KINDS = ["source", "proof point", "objection", "key message", "framing"] as const;
export type LibraryKind = (typeof LIBRARY_KINDS)[number];

/** One record of a library by its kind and code, in the text in which it is written. */
export type LibraryEntry = { kind: LibraryKind; code: string; text: string };

/** How many records of a kind an import adds, changes, ends and leaves as they are. */
export type ImportCounts = { added: number; changed: number; ended: number; same: number };

/** A record that was edited in the product and in the files since the last import or export; both texts. */
export type ImportConflict = { kind: LibraryKind; code: string; inProduct: string; inFiles: string };

/** What an import does to one record: its text before (null where it is new) and after (null where it ends). */
export type ImportChange = { kind: LibraryKind; code: string; before: string | null; after: string | null };

/** What an import would change, in order: shown before anything is written. */
export type ImportPlan = {
  changes: readonly ImportChange[];
  same: readonly LibraryEntry[];
  conflicts: readonly ImportConflict[];
};

/** Whether a change adds a record, changes it, or ends it. */
export function actOfChange({ before, after }: ImportChange): "added" | "changed" | "ended" {
  if (before === null) return "added";
  return after === null ? "ended" : "changed";
}

/** Every record of a library with its text, one by one, for there may be thousands; the number of a message is its code. */
export function* libraryEntries(library: Library): Generator<LibraryEntry, void> {
  for (const one of library.sources) yield { kind: "source", code: one.code, text: formatSource(one) };
  for (const one of library.proofPoints)
    yield { kind: "proof point", code: one.code, text: formatProofPoint(one) };
  for (const one of library.objections)
    yield { kind: "objection", code: one.code, text: formatObjection(one) };
  for (const one of library.messages)
    yield { kind: "key message", code: String(one.number), text: formatMessage(one) };
  for (const one of library.framings)
    yield { kind: "framing", code: framingCode(one), text: formatFraming(one) };
}

/**
 * What an import of `files` would do to the campaign's library (`product`), record by record, where `agreed` is what
 * both said at the last import or export. Whoever alone changed a record since then is followed; where both changed
 * it, differently, it is a conflict and nothing is overwritten. A record that only the product has, and that was
 * never in the files, stays.
 */
export function planImport(
  files: readonly LibraryEntry[],
  product: readonly LibraryEntry[],
  agreed: readonly LibraryEntry[],
): ImportPlan {
  const [inFiles, inProduct, inAgreed] = [byKey(files), byKey(product), byKey(agreed)];
  const entries = inOrder([...new Map([...inAgreed, ...inProduct, ...inFiles]).values()]);
  const judged = entries.map((entry) => {
    const key = keyOf(entry);
    const file = inFiles.get(key)?.text ?? null;
    const inProductNow = inProduct.get(key)?.text ?? null;
    const act = actOn({ file, product: inProductNow, agreed: inAgreed.get(key)?.text ?? null });
    return { act, entry, file, product: inProductNow };
  });
  const those = (wanted: Act) => judged.filter(({ act }) => act === wanted);
  return {
    changes: those("change").map(({ entry: { kind, code }, file, product: before }) => ({
      kind,
      code,
      before,
      after: file,
    })),
    same: those("same").map(({ entry }) => entry),
    conflicts: those("conflict").map(({ entry: { kind, code }, file, product: before }) => ({
      kind,
      code,
      inProduct: before ?? "",
      inFiles: file ?? "",
    })),
  };
}

type Act = "change" | "same" | "conflict" | "none";
type Texts = { file: string | null; product: string | null; agreed: string | null };

function actOn({ file, product, agreed }: Texts): Act {
  if (file === product) return file === null ? "none" : "same";
  if (product === agreed) return "change";
  if (file === agreed) return file === null ? "none" : "same";
  return "conflict";
}

function byKey(entries: readonly LibraryEntry[]): ReadonlyMap<string, LibraryEntry> {
  return new Map(entries.map((entry) => [keyOf(entry), entry]));
}

function keyOf({ kind, code }: LibraryEntry): string {
  return `${kind}/${code}`;
}

function inOrder(entries: readonly LibraryEntry[]): LibraryEntry[] {
  const byCode = inOrderOfCodes(entries);
  return LIBRARY_KINDS.flatMap((kind) => byCode.filter((entry) => entry.kind === kind));
}

/** The plan in numbers, for each kind. */
export function countImport(plan: ImportPlan): Readonly<Record<LibraryKind, ImportCounts>> {
  const countActs = (kind: LibraryKind, act: ReturnType<typeof actOfChange>) =>
    plan.changes.filter((change) => change.kind === kind && actOfChange(change) === act).length;
  const countOf = (kind: LibraryKind): ImportCounts => ({
    added: countActs(kind, "added"),
    changed: countActs(kind, "changed"),
    ended: countActs(kind, "ended"),
    same: plan.same.filter((entry) => entry.kind === kind).length,
  });
  return {
    source: countOf("source"),
    "proof point": countOf("proof point"),
    objection: countOf("objection"),
    "key message": countOf("key message"),
    framing: countOf("framing"),
  };
}

/** Names exactly these changes: another file, or an edit made in the product meanwhile, gives another name. */
export function nameOfChanges(changes: readonly ImportChange[]): string {
  return textHash(changes.map(({ kind, code, before, after }) => [kind, code, before, after]));
}
