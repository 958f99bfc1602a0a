import { strToU8, type UnzipFileInfo, unzipSync, zipSync } from "fflate";
import { formatLibrary } from "#app/domain/messages/format-library.ts";
import type { Library } from "#app/domain/messages/library.ts";
import { LARGEST_LIBRARY_FILE } from "#app/domain/messages/library-fault.ts";
import type { LibraryFile } from "#app/domain/messages/library-file.ts";

type Uploaded = { ok: true; files: readonly LibraryFile[] } | { ok: false; sentence: string };

const MOST_FILES = 1_010;
const LARGEST_LIBRARY = 20_000_000;

/** The files of the library among what was uploaded: as they are, or out of a zip; folders and hidden files are left out. */
export async function readUpload(uploads: readonly File[]): Promise<Uploaded> {
  const files: LibraryFile[] = [];
  for (const upload of uploads.filter((one) => one.size > 0)) {
    const bytes = new Uint8Array(await upload.arrayBuffer());
    const unpacked = upload.name.toLowerCase().endsWith(".zip")
      ? unzip(bytes)
      : [{ name: baseName(upload.name), bytes }];
    if (unpacked === null) return { ok: false, sentence: `“${upload.name}” is not a zip that can be read` };
    files.push(...unpacked);
  }
  return checked(files);
}

function checked(files: readonly LibraryFile[]): Uploaded {
  const [twice] = files.filter(({ name }, index) => files.findIndex((one) => one.name === name) < index);
  if (files.length === 0) return { ok: false, sentence: "Choose the files of the library, or a zip of them" };
  if (files.length > MOST_FILES)
    return { ok: false, sentence: `A library has ${MOST_FILES} files at most; these are ${files.length}` };
  if (twice) return { ok: false, sentence: `“${twice.name}” is there twice` };
  return { ok: true, files };
}

/** What a zip says about its sizes bounds what is unpacked: a small file cannot unfold into a huge one. */
function unzip(bytes: Uint8Array): LibraryFile[] | null {
  let total = 0;
  const isTaken = ({ name, originalSize }: UnzipFileInfo) => {
    total += originalSize;
    return isOfTheLibrary(name) && originalSize <= LARGEST_LIBRARY_FILE && total <= LARGEST_LIBRARY;
  };
  try {
    const unpacked = unzipSync(bytes, { filter: isTaken });
    return Object.entries(unpacked).map(([name, content]) => ({ name: baseName(name), bytes: content }));
  } catch {
    return null;
  }
}

function isOfTheLibrary(path: string): boolean {
  const isHidden = path.split(/[\\/]/).some((part) => part.startsWith(".") || part === "__MACOSX");
  return !isHidden && !path.endsWith("/");
}

function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

/** The files of a library in one zip. */
export function zipOf(library: Library): Uint8Array<ArrayBuffer> {
  const entries = formatLibrary(library).map(({ name, text }) => [name, strToU8(text)]);
  return new Uint8Array(zipSync(Object.fromEntries(entries), { level: 9 }));
}

/** A library as a field of a form that waits to be confirmed. */
export function packed(library: Library): string {
  return Buffer.from(zipOf(library)).toString("base64url");
}

/** The files of such a field; none where it is not one of ours. */
export function unpacked(field: string): readonly LibraryFile[] {
  return unzip(new Uint8Array(Buffer.from(field, "base64url"))) ?? [];
}
