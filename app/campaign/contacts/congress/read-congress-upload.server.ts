import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Unread } from "#app/http/files/kinds.ts";
import { fromPackedField, packedField } from "#app/http/files/packed-field.ts";
import { inWords } from "#app/text/in-words.ts";
import { type CongressFiles, type CongressReading, readCongress } from "./congress.ts";
import { congressFileNames } from "./congress-files.ts";
import type { SourceFile } from "./json-file.ts";

/** The list as it ships, as files, as uploads of any names, or as the field in which it waited to be confirmed. */
type CongressAsked =
  | { shipped: true }
  | { files: CongressFiles }
  | { uploads: readonly SourceFile[] }
  | { packed: string };

/** What the files say, and the same files packed as a field of the form that waits to be confirmed. */
type CongressRead = { ok: true; reading: CongressReading; packed: string };

declare module "#app/http/files/kinds.ts" {
  interface Kinds {
    congress: { asked: CongressAsked; read: CongressRead | Unread };
  }
}

/** How much the three files may be together once they are unpacked from the field of a form, in bytes. */
const MOST_UNPACKED = 30_000_000;

const SHIPPED = new URL("./shipped/", import.meta.url);

/** Reads the list of Congress, wherever it comes from. What was uploaded comes back packed; the rest needs no carrying. */
export function readCongressUpload(asked: CongressAsked): CongressRead | Unread {
  if ("shipped" in asked) return { ok: true, reading: readCongress(shippedFiles()), packed: "" };
  if ("files" in asked) return { ok: true, reading: readCongress(asked.files), packed: "" };
  const found = "packed" in asked ? filesOfField(asked.packed) : filesOfUploads(asked.uploads);
  if (!found.ok) return found;
  const reading = readCongress(found.files);
  return { ok: true, reading, packed: reading.ok ? packed(found.files) : "" };
}

function shippedFiles(): CongressFiles {
  const read = (name: string) => ({ name, bytes: readFileSync(new URL(name, SHIPPED)) });
  const { committees, membership, legislators } = congressFileNames;
  return { committees: read(committees), membership: read(membership), legislators: read(legislators) };
}

type Found = { ok: true; files: CongressFiles } | Unread;

/** A browser that saves a file twice calls it "legislators-current (1).json". */
function filesOfUploads(uploads: readonly SourceFile[]): Found {
  const of = (name: string) => {
    const stem = name.replace(/\.json$/, "");
    return uploads.filter((file) => file.name.toLowerCase().startsWith(stem));
  };
  const names = Object.values(congressFileNames);
  const missing = names.filter((name) => of(name).length === 0);
  const twice = names.filter((name) => of(name).length > 1);
  const strange = uploads.filter((file) => !names.some((name) => of(name).includes(file)));
  if (strange.length > 0)
    return unread(`“${strange[0]?.name}” is not one of the three files: ${inWords(names)}`);
  if (missing.length > 0) return unread(`Choose all three files together. Missing: ${inWords(missing)}`);
  if (twice.length > 0) return unread(`Chosen twice: ${inWords(twice)}`);
  const [committees, membership, legislators] = [
    of(congressFileNames.committees)[0],
    of(congressFileNames.membership)[0],
    of(congressFileNames.legislators)[0],
  ];
  if (!committees || !membership || !legislators) return unread("Choose all three files together");
  return { ok: true, files: { committees, membership, legislators } };
}

function unread(sentence: string): Unread {
  return { ok: false, sentence };
}

const text = z.object({ name: z.string(), text: z.string() });
const packedFiles = z.object({ committees: text, membership: text, legislators: text });

function packed({ committees, membership, legislators }: CongressFiles): string {
  const said = ({ name, bytes }: SourceFile) => ({ name, text: new TextDecoder().decode(bytes) });
  const files = {
    committees: said(committees),
    membership: said(membership),
    legislators: said(legislators),
  };
  return packedField(new TextEncoder().encode(JSON.stringify(files)));
}

function filesOfField(field: string): Found {
  const bytes = fromPackedField(field, MOST_UNPACKED);
  const read = packedFiles.safeParse(bytes === null ? null : jsonOf(bytes));
  if (!read.success) return unread("Part of the preview has been lost. Choose the files again");
  const file = ({ name, text: given }: z.infer<typeof text>) => ({
    name,
    bytes: new TextEncoder().encode(given),
  });
  const { committees, membership, legislators } = read.data;
  return {
    ok: true,
    files: { committees: file(committees), membership: file(membership), legislators: file(legislators) },
  };
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
