import { type DatabaseTrouble, troubleOf } from "#db/database-trouble.server.ts";

/** What is kept of a fault: its kind, place and code; the text of an error can quote what somebody typed. */
export function faultForTheLog(fault: unknown) {
  if (!(fault instanceof Error)) return { fault: typeof fault };
  const places = (fault.stack ?? "").split("\n").filter((line) => line.trim().startsWith("at "));
  return {
    fault: fault.name,
    code: "code" in fault ? String(fault.code) : null,
    places: places.slice(0, 12),
  };
}

/**
 * A refusal to throw: one sentence and its status. A page shows the sentence in its frame; a file that is refused answers
 * with it as it is, where Remix would put words of its own in the place of anything but a response.
 */
export function refusal(sentence: string, status: number, headers: Record<string, string> = {}): Response {
  return new Response(sentence, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", ...headers },
  });
}

export type NotAvailable = { status: number; sentence: string; retryAfter: number | null };

const NOT_AVAILABLE: Readonly<Record<DatabaseTrouble, NotAvailable>> = {
  busy: {
    status: 503,
    sentence: "The database is busy. Nothing was changed; try again in a minute.",
    retryAfter: 30,
  },
  "cannot write": {
    status: 503,
    sentence:
      "The database cannot be written to: its disk is full or read-only. Nothing was changed, and pages can still be read. Try again in a minute; if the problem continues, tell your administrator.",
    retryAfter: 30,
  },
  "cannot read": {
    status: 503,
    sentence:
      "The database cannot be read: its file or disk is not responding. Nothing was changed. Try again in a minute; if the problem continues, tell your administrator.",
    retryAfter: 30,
  },
  damaged: {
    status: 500,
    sentence:
      "The database file is damaged. Nothing was changed, and nothing more will be written, to prevent further damage. Tell your administrator to stop the server and restore the last backup.",
    retryAfter: null,
  },
};

/** What is said when a fault comes from the database file, by SQLite's code; null for any other fault. */
export function notAvailableBecause(fault: unknown): NotAvailable | null {
  const trouble = troubleOf(fault);
  return trouble === null ? null : NOT_AVAILABLE[trouble];
}
