import { crc32, inflateRawSync } from "node:zlib";

/** An entry of a zip with what it holds. */
export type ZipEntry = { name: string; bytes: Uint8Array };

/** How many entries are unpacked, how large each may be and how large all of them, in bytes as they come out. */
export type ZipLimits = { entries: number; each: number; total: number };

/** The entries; or what is wrong with the file, as the end of a sentence that begins with its name. */
export type Unpacked = { ok: true; entries: ZipEntry[] } | { ok: false; fault: string };

/** What the directory says of an entry, and where its packed bytes lie. */
type Listed = { name: string; method: number; checksum: number; local: number; from: number; to: number };
type Refused = { ok: false; fault: string };

const NO_ZIP = "is not a zip file that can be read";
const LOCAL = 0x04034b50;
const LISTED = 0x02014b50;
const END = 0x06054b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

/**
 * Unpacks the entries of a zip that `isTaken` takes by their path. What the zip says of its sizes is not believed: bytes are
 * counted as they come out, and unpacking ends at the first that is too much. Refuses entries that share bytes, which is how a
 * small file unfolds into a huge one, more entries than `limits` allow, what is encrypted, in several parts, or damaged.
 * Source: PKWARE, APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
 */
export function unpackZip(
  bytes: Uint8Array,
  limits: ZipLimits,
  isTaken: (path: string) => boolean,
): Unpacked {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const listed = directoryOf(view, limits);
  if (!listed.ok) return listed;
  if (sharesBytes(listed.entries))
    return refused("has overlapping entries; pack the files again with another program");
  const entries: ZipEntry[] = [];
  let left = limits.total;
  for (const entry of listed.entries.filter(({ name }) => isTaken(name))) {
    const content = contentOf(bytes, entry, Math.min(limits.each, left));
    if (content === "damaged") return refused(NO_ZIP);
    if (content === "too large") return refused(tooLarge(entry, limits, left));
    left -= content.length;
    entries.push({ name: entry.name, bytes: content });
  }
  return { ok: true, entries };
}

function tooLarge({ name }: Listed, { each, total }: ZipLimits, left: number): string {
  return left < each
    ? `unpacks to more than ${inMegabytes(total)}, the limit`
    : `contains “${name.slice(0, 120)}”, which unpacks to more than ${inMegabytes(each)}, the limit for one file`;
}

function inMegabytes(bytes: number): string {
  return `${bytes / 1_000_000} MB`;
}

function refused(fault: string): Refused {
  return { ok: false, fault };
}

function directoryOf(view: DataView, limits: ZipLimits): { ok: true; entries: Listed[] } | Refused {
  const end = endOf(view);
  if (end === null) return refused(NO_ZIP);
  const count = view.getUint16(end + 10, true);
  if (count > limits.entries) return refused(`contains ${count} files; the limit is ${limits.entries}`);
  const entries: Listed[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    const next = at + 46 <= end ? listedAt(view, at, end) : null;
    if (next === null) return refused(NO_ZIP);
    entries.push(next.entry);
    at = next.after;
  }
  return { ok: true, entries };
}

/** The end of the directory stands last but for a comment. */
function endOf(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= first; at -= 1)
    if (view.getUint32(at, true) === END) return at;
  return null;
}

function listedAt(view: DataView, at: number, end: number): { entry: Listed; after: number } | null {
  const [nameLength, extra, comment] = [28, 30, 32].map((from) => view.getUint16(at + from, true));
  const after = at + 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  if (view.getUint32(at, true) !== LISTED || after > end) return null;
  const isEncrypted = (view.getUint16(at + 8, true) & ENCRYPTED) !== 0;
  const local = view.getUint32(at + 42, true);
  const size = view.getUint32(at + 20, true);
  if (isEncrypted || local + 30 > end || view.getUint32(local, true) !== LOCAL) return null;
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (from + size > end) return null;
  const name = new TextDecoder().decode(
    new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength ?? 0),
  );
  const [method, checksum] = [view.getUint16(at + 10, true), view.getUint32(at + 16, true)];
  return { entry: { name, method, checksum, from, to: from + size, local }, after };
}

function sharesBytes(entries: readonly Listed[]): boolean {
  const inOrder = [...entries].sort((a, b) => a.local - b.local);
  return inOrder.some(({ local }, index) => local < (inOrder[index - 1]?.to ?? 0));
}

type Content = Uint8Array | "damaged" | "too large";

function contentOf(bytes: Uint8Array, { method, checksum, from, to }: Listed, most: number): Content {
  const packed = bytes.subarray(from, to);
  const content = method === STORED ? packed : method === DEFLATED ? inflated(packed, most) : "damaged";
  if (typeof content === "string") return content;
  if (content.length > most) return "too large";
  return crc32(content) === checksum ? content : "damaged";
}

function inflated(packed: Uint8Array, most: number): Content {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (fault) {
    const code = fault instanceof Error && "code" in fault ? fault.code : "";
    return code === "ERR_BUFFER_TOO_LARGE" ? "too large" : "damaged";
  }
}
