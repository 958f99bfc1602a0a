import { type DatabaseTrouble, troubleOf } from "#db/database-trouble.server.ts";

export type NotAvailable = { status: number; sentence: string; retryAfter: number | null };

const NOT_AVAILABLE: Readonly<Record<DatabaseTrouble, NotAvailable>> = {
  busy: {
    status: 503,
    sentence: "The database is busy with other writing. Nothing was changed; try again in a minute.",
    retryAfter: 30,
  },
  "cannot write": {
    status: 503,
    sentence:
      "The database cannot be written: its disk is full, or closed to writing. Nothing was changed, and pages can be read. Try again in a minute; if it stays so, tell your administrator.",
    retryAfter: 30,
  },
  "cannot read": {
    status: 503,
    sentence:
      "The database cannot be read: its file or disk does not answer. Nothing was changed. Try again in a minute; if it stays so, tell your administrator.",
    retryAfter: 30,
  },
  damaged: {
    status: 500,
    sentence:
      "The database file is damaged. Nothing was changed, and nothing is written any more, so that it gets no worse. Tell your administrator to stop the server and restore the last backup.",
    retryAfter: null,
  },
};

/** What is said when a fault comes from the database file, by SQLite's code; null for any other fault. */
export function notAvailableBecause(fault: unknown): NotAvailable | null {
  const trouble = troubleOf(fault);
  return trouble === null ? null : NOT_AVAILABLE[trouble];
}
