import { type FileHandle, open } from "node:fs/promises";

/**
 * What page 1 of a database says of its write-ahead log, in the two numbers that SQLite leaves to programs. `turn`
 * (application_id) is odd while the file is written to and even once it was closed; it counts on with each opening and
 * closing, and begins anew, at random, in each backup. `salt` (user_version) is the first salt of the log that was last seen,
 * 0 in the first change of an opening. Both are 0 in a file of a version that knew nothing of this.
 */
export type LogMark = { turn: number; salt: number };

/** A log as it lies there: its first salt, which counts on each time it begins anew, and the marks of whole changes in it. */
export type FoundLog = { salt: number; marks: readonly LogMark[]; hasChanges: boolean };

export type LogFault = "missing" | "not of this file";

/**
 * Whether a file and the log beside it belong together. Source: https://sqlite.org/walformat.html. SQLite itself replays
 * whatever log lies there. Told apart with certainty: a log that is missing, of another file, of an earlier or a later
 * opening, and of an earlier or later beginning of the log. Not told apart: two moments of one log between two beginnings.
 */
export function logFault(file: LogMark, log: FoundLog | null): LogFault | null {
  if (file.turn === 0) return null;
  const isOpen = file.turn % 2 === 1;
  if (log === null) return isOpen ? "missing" : null;
  const follows = (log.salt - file.salt) >>> 0 <= 1;
  if (!log.hasChanges) return isOpen && !follows ? "missing" : null;
  const last = log.marks.at(-1);
  // Only the first change after the log began anew goes without a mark.
  if (last === undefined) return isOpen && log.salt === (file.salt + 1) >>> 0 ? null : "not of this file";
  if (last.turn === file.turn) return follows || (isOpen && file.salt === 0) ? null : "not of this file";
  if (last.turn < file.turn) return "not of this file";
  // One log can hold several openings and closings, where another process had the file open meanwhile.
  const isOpening = log.marks.some(({ turn, salt }) => turn === file.turn + 1 && salt === 0);
  return (isOpen ? follows : isOpening) ? null : "not of this file";
}

/** The mark of page 1, and the log beside the file; null for the log where there is none, or no beginning of one. */
export async function readFileAndLog(path: string): Promise<{ file: LogMark; log: FoundLog | null }> {
  const head = await bytesOf(path, 0, 100);
  // A page that says no size of pages is none of SQLite's: the check of the pages will say so.
  const isPage = head.length === 100 && isPageSize(head.readUInt16BE(16));
  const file = isPage ? markIn(head) : { turn: 0, salt: 0 };
  const log = await open(`${path}-wal`, "r").catch(() => null);
  if (log === null) return { file, log: null };
  try {
    return { file, log: await readLog(log) };
  } finally {
    await log.close();
  }
}

const HEADER = 32;
const FRAME_HEADER = 24;
const MAGIC = 0x377f0682;

async function bytesOf(path: string, from: number, length: number): Promise<Buffer> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function isPageSize(size: number): boolean {
  return size === 1 || (size >= 512 && (size & (size - 1)) === 0);
}

function markIn(page: Buffer): LogMark {
  return { turn: page.readUInt32BE(68), salt: page.readUInt32BE(60) };
}

async function readLog(file: FileHandle): Promise<FoundLog | null> {
  const head = Buffer.alloc(HEADER);
  const { bytesRead } = await file.read(head, 0, HEADER, 0);
  const magic = head.readUInt32BE(0);
  if (bytesRead < HEADER || (magic & ~1) !== MAGIC) return null;
  const isLittle = (magic & 1) === 0;
  const sum = added([0, 0], head.subarray(0, 24), isLittle);
  if (!isSum(sum, head, 24)) return null;
  const pageSize = head.readUInt32BE(8);
  return { salt: head.readUInt32BE(16), ...(await readChanges(file, { head, pageSize, isLittle, sum })) };
}

type Sum = readonly [number, number];
type LogHead = { head: Buffer; pageSize: number; isLittle: boolean; sum: Sum };

/** Reads frames as long as each follows the one before; what comes after the last whole change does not count. */
async function readChanges(file: FileHandle, { head, pageSize, isLittle, sum }: LogHead) {
  const marks: LogMark[] = [];
  const begun: LogMark[] = [];
  let hasChanges = false;
  let before = sum;
  const frame = Buffer.alloc(FRAME_HEADER + pageSize);
  for (let at = HEADER; ; at += frame.length) {
    const { bytesRead } = await file.read(frame, 0, frame.length, at);
    if (bytesRead < frame.length || frame.compare(head, 16, 24, 8, 16) !== 0) break;
    before = added(added(before, frame.subarray(0, 8), isLittle), frame.subarray(FRAME_HEADER), isLittle);
    if (!isSum(before, frame, 16)) break;
    if (frame.readUInt32BE(0) === 1) begun.push(markIn(frame.subarray(FRAME_HEADER)));
    if (frame.readUInt32BE(4) === 0) continue;
    hasChanges = true;
    marks.push(...begun.splice(0));
  }
  return { marks, hasChanges };
}

/** SQLite's checksum over words of 32 bits, two at a time. */
function added([first, second]: Sum, bytes: Buffer, isLittle: boolean): Sum {
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let one = first;
  let two = second;
  for (let at = 0; at < bytes.length; at += 8) {
    one = (one + words.getUint32(at, isLittle) + two) >>> 0;
    two = (two + words.getUint32(at + 4, isLittle) + one) >>> 0;
  }
  return [one, two];
}

function isSum([first, second]: Sum, bytes: Buffer, at: number): boolean {
  return bytes.readUInt32BE(at) === first && bytes.readUInt32BE(at + 4) === second;
}
