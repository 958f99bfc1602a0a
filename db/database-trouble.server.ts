/**
 * What a failed statement says about the file, by SQLite's result code.
 * busy: another process writes, trying again helps. read-only: the disk is full, broken or closed to writing.
 * corrupt: the file is damaged, writing must stop.
 */
export type DatabaseTrouble = "busy" | "read-only" | "corrupt";

const troubles: Readonly<Record<string, DatabaseTrouble>> = {
  SQLITE_BUSY: "busy",
  SQLITE_LOCKED: "busy",
  SQLITE_FULL: "read-only",
  SQLITE_IOERR: "read-only",
  SQLITE_READONLY: "read-only",
  SQLITE_CANTOPEN: "read-only",
  SQLITE_CORRUPT: "corrupt",
  SQLITE_NOTADB: "corrupt",
};

/** The trouble behind an error, or null when the error is not about the file (a bug, or a broken constraint). */
export function troubleOf(error: unknown): DatabaseTrouble | null {
  if (error instanceof DatabaseStopped) return "corrupt";
  return troubles[primaryCodeOf(error)] ?? null;
}

/** SQLite's primary result code of a driver error, such as SQLITE_CONSTRAINT; empty for any other error. */
export function primaryCodeOf(error: unknown): string {
  if (!(error instanceof Error && "primaryCode" in error)) return "";
  return typeof error.primaryCode === "string" ? error.primaryCode : "";
}

/** The database cannot be used; `message` is one sentence for the person who starts the product. */
export class DatabaseRefused extends Error {
  override name = "DatabaseRefused";
}

/** A write after the file was found damaged. */
export class DatabaseStopped extends Error {
  override name = "DatabaseStopped";
}
