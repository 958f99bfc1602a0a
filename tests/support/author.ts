import type { Author, Submission } from "#db/change.server.ts";

export const now = new Date("2026-11-10T17:00:00.000Z");

/** The account that every database has, writing at a fixed time. */
export const system: Author = { accountId: "system", channel: "command line", now };

/** A change that belongs to no campaign and came from no form. */
export const unsent: Submission = { submission: null, campaignId: null };
