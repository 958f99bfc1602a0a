import { readdirSync, readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import type { Unread } from "#app/http/files/kinds.ts";
import { unpackZip } from "#app/http/files/unpack-zip.ts";
import { formatLibrary } from "./format-library.ts";
import type { Library } from "./library.ts";
import { LARGEST_LIBRARY_FILE, type LibraryFault } from "./library-fault.ts";
import type { LibraryFile } from "./library-file.ts";
import { parseLibrary } from "./parse-library.ts";

/** The files as they came, a zip among them; the field in which a library waited to be confirmed; or the one that ships. */
type LibraryAsked = { uploads: readonly LibraryFile[] } | { packed: string } | { shipped: true };

/** A library, and the same packed as a field of the form that waits to be confirmed. */
type LibraryRead =
  | { ok: true; faults: readonly LibraryFault[] }
  | { ok: true; faults: null; library: Library; packed: string };

declare module "#app/http/files/kinds.ts" {
  interface Kinds {
    library: { asked: LibraryAsked; read: LibraryRead | Unread };
  }
}

/** How many files a library has at most, and how large it is unpacked, in bytes. */
const LIMITS = { entries: 1_010, each: LARGEST_LIBRARY_FILE, total: 20_000_000 };

type Files = { ok: true; files: readonly LibraryFile[] } | Unread;

/** Reads a library from its files, a zip of them, or the field in which it waited to be confirmed. */
export function readLibraryUpload(asked: LibraryAsked): LibraryRead | Unread {
  const found = filesAsked(asked);
  if (!found.ok) return found;
  const parsed = parseLibrary(found.files);
  if (!parsed.ok) return { ok: true, faults: parsed.faults };
  return { ok: true, faults: null, library: parsed.library, packed: packed(parsed.library) };
}

function filesAsked(asked: LibraryAsked): Files {
  if ("shipped" in asked) return { ok: true, files: shippedFiles() };
  return "packed" in asked ? filesOfField(asked.packed) : filesOf(asked.uploads);
}

const SHIPPED = new URL("../../../../messages/", import.meta.url);

/** The sample library in the folder `messages`; what explains the files there is none of it. */
function shippedFiles(): LibraryFile[] {
  return readdirSync(SHIPPED)
    .filter((name) => name.endsWith(".md") && name !== "README.md")
    .map((name) => ({ name, bytes: readFileSync(new URL(name, SHIPPED)) }));
}

function filesOf(uploads: readonly LibraryFile[]): Files {
  const files: LibraryFile[] = [];
  for (const { name, bytes } of uploads) {
    const isZip = name.toLowerCase().endsWith(".zip");
    const unpacked = isZip ? filesOfZip(name, bytes) : { ok: true as const, files: [{ name, bytes }] };
    if (!unpacked.ok) return unpacked;
    files.push(...unpacked.files.map((file) => ({ ...file, name: baseName(file.name) })));
  }
  return checked(files);
}

function checked(files: readonly LibraryFile[]): Files {
  const [twice] = files.filter(({ name }, index) => files.findIndex((one) => one.name === name) < index);
  if (files.length === 0) return { ok: false, sentence: "Choose the library files, or a zip of them" };
  const tooMany = `A library has at most ${LIMITS.entries} files; there are ${files.length}`;
  if (files.length > LIMITS.entries) return { ok: false, sentence: tooMany };
  if (twice) return { ok: false, sentence: `“${twice.name}” appears twice` };
  return { ok: true, files };
}

function filesOfZip(name: string, bytes: Uint8Array): Files {
  const unpacked = unpackZip(bytes, LIMITS, isOfTheLibrary);
  if (!unpacked.ok) return { ok: false, sentence: `“${name}” ${unpacked.fault}` };
  return { ok: true, files: unpacked.entries };
}

/** Folders and what systems hide beside the files are left out. */
function isOfTheLibrary(path: string): boolean {
  const isHidden = path.split(/[\\/]/).some((part) => part.startsWith(".") || part === "__MACOSX");
  return !isHidden && !path.endsWith("/");
}

function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

function packed(library: Library): string {
  const entries = formatLibrary(library).map(({ name, text }) => [name, strToU8(text)]);
  return Buffer.from(zipSync(Object.fromEntries(entries), { level: 9 })).toString("base64url");
}

function filesOfField(field: string): Files {
  const unpacked = unpackZip(Buffer.from(field, "base64url"), LIMITS, isOfTheLibrary);
  if (unpacked.ok) return { ok: true, files: unpacked.entries };
  return { ok: false, sentence: "Part of the preview has been lost. Choose the files again" };
}
