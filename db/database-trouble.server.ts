/**
 * What a failed statement says about the file, by SQLite's result code.
 * busy: another process writes, trying again helps. cannot write: the disk is full, broken or closed to writing.
 * cannot read: the file or its disk does not answer. damaged: what is there is not a whole database; writing must stop.
 */
export type DatabaseTrouble = "busy" | "cannot write" | "cannot read" | "damaged";

const troubles: Readonly<Record<string, DatabaseTrouble>> = {
  SQLITE_BUSY: "busy",
  SQLITE_LOCKED: "busy",
  SQLITE_PROTOCOL: "busy",
  SQLITE_FULL: "cannot write",
  SQLITE_READONLY: "cannot write",
  SQLITE_IOERR: "cannot write",
  SQLITE_IOERR_READ: "cannot read",
  SQLITE_IOERR_SHORT_READ: "cannot read",
  SQLITE_IOERR_FSTAT: "cannot read",
  SQLITE_IOERR_ACCESS: "cannot read",
  SQLITE_CANTOPEN: "cannot read",
  SQLITE_PERM: "cannot read",
  SQLITE_AUTH: "cannot read",
  SQLITE_IOERR_CORRUPTFS: "damaged",
  SQLITE_CORRUPT: "damaged",
  SQLITE_NOTADB: "damaged",
};

/** The trouble behind an error, or null when the error is not about the file (a bug, or a broken constraint). */
export function troubleOf(error: unknown): DatabaseTrouble | null {
  if (error instanceof DatabaseStopped) return "damaged";
  return troubles[codeOf(error, "code")] ?? troubles[primaryCodeOf(error)] ?? null;
}

/** SQLite's primary result code of a driver error, such as SQLITE_CONSTRAINT; empty for any other error. */
export function primaryCodeOf(error: unknown): string {
  return codeOf(error, "primaryCode");
}

function codeOf(error: unknown, field: "code" | "primaryCode"): string {
  if (!(error instanceof Error && "primaryCode" in error && field in error)) return "";
  const codes: Readonly<Record<string, unknown>> = { ...error };
  const code = codes[field];
  return typeof code === "string" ? code : "";
}

/** The database cannot be used; `message` is one sentence for the person who starts the product. */
export class DatabaseRefused extends Error {
  override name = "DatabaseRefused";
}

/** A write after the file was found damaged. */
export class DatabaseStopped extends Error {
  override name = "DatabaseStopped";
}
