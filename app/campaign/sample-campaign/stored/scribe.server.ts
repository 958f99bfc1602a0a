import { createHash } from "node:crypto";
import type { Author, Change, RecordKind } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";

const LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

/** An identifier as every record has one, but the same each time for the same thing: 20 letters of base32. */
export function sampleId(kind: string, key: string): string {
  const digest = createHash("sha256").update(`${kind} ${key}`).digest();
  return [...digest.subarray(0, 20)].map((byte) => LETTERS.charAt(byte & 31)).join("");
}

/** The account of a colleague; null stays null. */
export function accountId(key: string): string {
  return sampleId("account", key);
}

/** A record of the sample as it enters the history: who wrote it, when, and what it was called. */
export type Entry = {
  by: string;
  at: Date;
  campaign: string | null;
  kind: RecordKind;
  id: string;
  action: string;
  summary: string;
  location: string;
};

/** Writes a part of the sample as the change of the colleague who would have made it, at that time. */
export async function writeEntry(
  database: Database,
  { by, at, campaign, kind, id, action, summary, location }: Entry,
  work: (change: Change) => Promise<void>,
): Promise<void> {
  const author: Author = { accountId: by, channel: by === "system" ? "command line" : "web", now: at };
  await database.change(author, { submission: null, campaignId: campaign }, async (change) => {
    await work(change);
    change.describe({ recordKind: kind, recordId: id, action, summary, location });
    return { ok: true };
  });
}

/** An instant of a day in Washington's winter time, for what has no clock time of its own. */
export function atNoon(date: string): Date {
  return new Date(`${date}T17:00:00.000Z`);
}
