import { rename, rm, stat } from "node:fs/promises";
import { hashPassword, isPassword } from "#app/campaign/accounts/password-hash.server.ts";
import { findAccountByEmail, updateAccount } from "#app/campaign/accounts/store.server.ts";
import { parseLibrary } from "#app/campaign/messages/library/parse-library.ts";
import { makeSample } from "#app/campaign/sample-campaign/make-sample.ts";
import { readSampleMark } from "#app/campaign/sample-campaign/sample-mark.server.ts";
import { COLLEAGUES, type Colleague } from "#app/campaign/sample-campaign/who-is-who.ts";
import { writeSample } from "#app/campaign/sample-campaign/write-sample.server.ts";
import { openOwnDatabase } from "#app/server/own-database.ts";
import { type CalendarDate, dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.server.ts";
import { readLibraryFolder } from "./library-folder.ts";

/** Where the sample lies when DATABASE_PATH says nothing. */
export const DEMO_DATABASE_PATH = "data/demo.sqlite";

type Prepared = { ok: true; madeOn: CalendarDate } | { ok: false; sentence: string };

/**
 * Sees to it that the sample lies at the path: makes it in a new file, or leaves an earlier one as it is unless it
 * is wanted anew. Refuses a file that is anything else, and leaves that untouched.
 */
export async function prepareDemo(
  path: string,
  { isFresh, password, now }: { isFresh: boolean; password: string; now: Date },
): Promise<Prepared> {
  const mark = await readSampleMark(path);
  if (mark.kind === "other") {
    const sentence = `${path} is not a sample database: the demo needs a new file, or one that it created earlier.`;
    return { ok: false, sentence };
  }
  if (mark.kind === "sample" && !isFresh) return { ok: true, madeOn: mark.madeOn };
  return makeAnew(path, password, now);
}

/** Made beside the path and moved there when it is whole, so that a stop half-way leaves no half sample. */
async function makeAnew(path: string, password: string, now: Date): Promise<Prepared> {
  const unfinished = `${path}.unfinished`;
  await removeDatabase(unfinished);
  const written = await write(unfinished, password, now);
  if (!written.ok) return written;
  await removeDatabase(path);
  await rename(unfinished, path);
  return written;
}

async function write(path: string, password: string, now: Date): Promise<Prepared> {
  const files = await readLibraryFolder("messages");
  if (!files.ok) return files;
  const parsed = parseLibrary(files.files);
  if (!parsed.ok)
    return {
      ok: false,
      sentence: "There is a fault in the messages folder: run npm run demarche -- messages check.",
    };
  const opened = await openOwnDatabase(path);
  if (!opened.ok) return opened;
  const sample = makeSample(dateIn(now, WASHINGTON));
  const passwordHash = await hashPassword(password);
  await writeSample(opened.database, { sample, library: parsed.library, passwordHash });
  await opened.database.close();
  return { ok: true, madeOn: sample.days.today };
}

async function removeDatabase(path: string): Promise<void> {
  for (const file of [path, `${path}-wal`, `${path}-shm`]) {
    if (await stat(file).catch(() => null)) await rm(file);
  }
}

/** The colleagues of the sample who can sign in. */
export const DEMO_ACCOUNTS: readonly Colleague[] = COLLEAGUES.filter(({ signsIn }) => signsIn);

/** Which of the accounts have this password; given `mustHave`, those that do not get it first. */
export async function accountsWithPassword(
  path: string,
  password: string,
  { mustHave, now }: { mustHave: boolean; now: Date },
): Promise<{ ok: true; accounts: Colleague[] } | { ok: false; sentence: string }> {
  const opened = await openOwnDatabase(path);
  if (!opened.ok) return opened;
  const accounts: Colleague[] = [];
  for (const colleague of DEMO_ACCOUNTS) {
    if (await hasPassword(opened.database, colleague, password, { mustHave, now })) accounts.push(colleague);
  }
  await opened.database.close();
  return { ok: true, accounts };
}

async function hasPassword(
  database: Database,
  { email, name }: Colleague,
  password: string,
  { mustHave, now }: { mustHave: boolean; now: Date },
): Promise<boolean> {
  const account = await findAccountByEmail(database.read, email);
  if (account === null) return false;
  if (await isPassword(password, account.passwordHash)) return true;
  if (!mustHave) return false;
  const author = { accountId: "system", channel: "command line", now } as const;
  const passwordHash = await hashPassword(password);
  await database.change(author, { submission: null, campaignId: null }, async (change) => {
    await updateAccount(change, account.id, { password_hash: passwordHash }, null);
    const summary = `Set ${name}’s password`;
    const what = {
      recordKind: "account",
      recordId: account.id,
      action: "given a password",
      summary,
    } as const;
    return change.describe({ ...what, location: "/admin/accounts" });
  });
  return true;
}
