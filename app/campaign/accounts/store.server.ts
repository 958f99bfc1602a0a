import { listRoles, type RoleChoice, setRoles } from "#app/http/campaigns-of-account.server.ts";
import { foldText } from "#app/text/search-words.ts";
import type { Zone } from "#app/time/wall-time.ts";
import type { Change, Done, Updated } from "#db/change.server.ts";
import { isAnybodyAdministrator } from "#db/installation.server.ts";
import type { Queries } from "#db/schema.ts";
import type { AccountRefusal } from "./account.ts";
import type { WrittenAccount } from "./record.ts";

/** The account that the command line and the server itself act as; nobody can sign in with it. */
export const SYSTEM_ACCOUNT = "system";

export type Account = Awaited<ReturnType<typeof listAccounts>>[number];

/** Every account of a person, with its roles, by name. */
export async function listAccounts(read: Queries) {
  const rows = await read
    .selectFrom("account")
    .selectAll()
    .where("id", "!=", SYSTEM_ACCOUNT)
    .orderBy("sort_name")
    .orderBy("id")
    .execute();
  const roles = await listRoles(read);
  return rows.map((row) => ({
    id: row.id,
    email: row.email,
    name: row.name,
    position: row.position,
    zone: row.zone,
    isAdministrator: row.is_administrator === 1,
    hasPassword: row.password_hash !== null,
    closedAt: row.closed_at,
    wantsDigest: row.wants_digest === 1,
    wantsMailAtOnce: row.wants_mail_at_once === 1,
    version: row.version,
    roles: roles.filter((role) => role.accountId === row.id),
  }));
}

/** One account of a person with its roles, or null. */
export async function findAccount(read: Queries, id: string): Promise<Account | null> {
  return (await listAccounts(read)).find((account) => account.id === id) ?? null;
}

/** What a sign-in needs: the open account of an address with its stored password, or null. */
export async function findAccountByEmail(
  read: Queries,
  email: string,
): Promise<{ id: string; passwordHash: string | null } | null> {
  const row = await read
    .selectFrom("account")
    .select(["id", "password_hash"])
    .where("email", "=", email)
    .where("closed_at", "is", null)
    .where("id", "!=", SYSTEM_ACCOUNT)
    .executeTakeFirst();
  return row ? { id: row.id, passwordHash: row.password_hash } : null;
}

export async function findPasswordHash(read: Queries, id: string): Promise<string | null> {
  const row = await read
    .selectFrom("account")
    .select("password_hash")
    .where("id", "=", id)
    .executeTakeFirst();
  return row?.password_hash ?? null;
}

export type NewAccount = {
  id: string;
  email: string;
  name: string;
  position: string;
  zone: Zone;
  passwordHash: string | null;
  isAdministrator: boolean;
  roles: readonly RoleChoice[];
};

/** Puts an account in, with its roles. Refused where the address names another account. */
export async function insertAccount(
  change: Change,
  account: NewAccount,
): Promise<{ ok: true } | { ok: false; reason: "email-taken" | "no-such-campaign" }> {
  if (await isEmailTaken(change.read, account.email, account.id)) return { ok: false, reason: "email-taken" };
  await change.insert("account", {
    id: account.id,
    email: account.email,
    name: account.name,
    sort_name: foldText(account.name),
    position: account.position,
    zone: account.zone,
    password_hash: account.passwordHash,
    is_administrator: account.isAdministrator ? 1 : 0,
    closed_at: null,
  });
  return setRoles(change, account.id, account.roles);
}

export type AccountPatch = Partial<{
  email: string;
  name: string;
  position: string;
  zone: Zone;
  password_hash: string;
  is_administrator: 0 | 1;
  closed_at: string | null;
  wants_digest: 0 | 1;
  wants_mail_at_once: 0 | 1;
}>;

/** Changes an account. Refused where nobody would be left who administers, or its address names another. */
export async function updateAccount(
  change: Change,
  id: string,
  patch: AccountPatch,
  expectedVersion: number | null,
): Promise<{ ok: true } | { ok: false; reason: AccountRefusal }> {
  if (patch.email !== undefined && (await isEmailTaken(change.read, patch.email, id)))
    return { ok: false, reason: "email-taken" };
  const named = patch.name === undefined ? {} : { sort_name: foldText(patch.name) };
  const updated = await change.update("account", id, { ...patch, ...named }, expectedVersion);
  if (!updated.ok) return updated;
  const takesPower = patch.is_administrator === 0 || (patch.closed_at ?? null) !== null;
  if (takesPower && !(await isAnybodyAdministrator(change.read)))
    return { ok: false, reason: "last-administrator" };
  return { ok: true };
}

/** What an administrator wrote of an account, with one role or none for each campaign that was on the form. */
export async function saveAccount(
  change: Change,
  id: string,
  { name, email, position, isAdministrator, roles }: WrittenAccount,
  version: number,
): Promise<{ ok: true } | { ok: false; reason: AccountRefusal }> {
  const is_administrator = isAdministrator ? 1 : 0;
  const saved = await updateAccount(change, id, { name, email, position, is_administrator }, version);
  return saved.ok ? setRoles(change, id, rolesOf(roles)) : saved;
}

/** The roles as they were chosen on a form; "none" takes one away. */
export function rolesOf(roles: WrittenAccount["roles"]): RoleChoice[] {
  return roles.map(({ campaign, role }) => ({ campaignId: campaign, role: role === "none" ? null : role }));
}

/** Gives an account a new password. The history says that it was done; Undo cannot bring the old one back. */
export async function setPassword(
  change: Change,
  {
    id,
    passwordHash,
    summary,
    location,
  }: { id: string; passwordHash: string; summary: string; location: string },
): Promise<Updated> {
  describeAccount(change, id, "given a new password", summary, location);
  return change.update("account", id, { password_hash: passwordHash }, null);
}

/** Says what was done with an account; the browser goes to its page among those of an administrator, or to the one given. */
export function describeAccount(
  change: Change,
  id: string,
  action: string,
  summary: string,
  location = `/admin/accounts/${id}`,
): Done {
  return change.describe({ recordKind: "account", recordId: id, action, summary, location });
}

async function isEmailTaken(read: Queries, email: string, exceptId: string): Promise<boolean> {
  const row = await read
    .selectFrom("account")
    .select("id")
    .where("email", "=", email)
    .where("id", "!=", exceptId)
    .executeTakeFirst();
  return row !== undefined;
}
