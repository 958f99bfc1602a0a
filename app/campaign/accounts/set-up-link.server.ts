import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { Database } from "#db/database.server.ts";
import { findSetUpLinkHash, isSetUp, updateInstallation } from "#db/installation.server.ts";
import { SYSTEM_ACCOUNT } from "./store.server.ts";

/**
 * The path of a new one-time link to the set-up page, or null where the installation is set up. The link
 * before it stops working; only a digest is stored.
 */
export async function newSetUpPath(database: Database, now: Date): Promise<string | null> {
  if (await isSetUp(database.read)) return null;
  const link = randomBytes(24).toString("base64url");
  const author = { accountId: SYSTEM_ACCOUNT, channel: "command line", now } as const;
  await database.change(author, { submission: null, campaignId: null }, async (change) => {
    await updateInstallation(change, { set_up_link_hash: hashOf(link) });
    return change.describe({
      recordKind: "installation",
      recordId: "installation",
      action: "opened for setting up",
      summary: "Made a one-time link to set up the installation",
      location: "/sign-in",
    });
  });
  return `/set-up/${link}`;
}

/** Whether this is the one-time link that works now. */
export async function isSetUpLink(database: Database, link: string): Promise<boolean> {
  const expected = await findSetUpLinkHash(database.read);
  return expected !== null && timingSafeEqual(Buffer.from(expected), Buffer.from(hashOf(link)));
}

function hashOf(link: string): string {
  return createHash("sha256").update(link).digest("base64url");
}
