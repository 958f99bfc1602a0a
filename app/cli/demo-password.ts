import { hashPassword, isPassword } from "#app/campaign/accounts/password-hash.server.ts";
import { findAccountByEmail, updateAccount } from "#app/campaign/accounts/store.server.ts";
import { COLLEAGUES, type Colleague } from "#app/campaign/sample-campaign/who-is-who.ts";
import { openOwnDatabase } from "#app/server/own-database.ts";
import type { Database } from "#db/database.server.ts";

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
    const summary = `Set the password of ${name}`;
    const what = {
      recordKind: "account",
      recordId: account.id,
      action: "given a password",
      summary,
    } as const;
    change.describe({ ...what, location: "/admin/accounts" });
    return { ok: true };
  });
  return true;
}
