import type { Kysely } from "kysely";
import type { AccountRefusal } from "#app/domain/accounts/account.ts";
import type { Role } from "#app/domain/accounts/permission.ts";
import type { Change } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import type { Schema } from "#db/schema.ts";

/** The account that the command line and the server itself act as; nobody can sign in with it. */
export const SYSTEM_ACCOUNT = "system";

export type Account = {
  id: string;
  email: string;
  name: string;
  position: string;
  zone: string;
  isAdministrator: boolean;
  hasPassword: boolean;
  closedAt: string | null;
  version: number;
  roles: readonly CampaignRole[];
};

export type CampaignRole = { campaignId: string; campaignName: string; role: Role };

/** Every account of a person, with its roles, by name. */
export async function listAccounts(read: Kysely<Schema>): Promise<Account[]> {
  const rows = await read
    .selectFrom("account")
    .selectAll()
    .where("id", "!=", SYSTEM_ACCOUNT)
    .orderBy("name")
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
    version: row.version,
    roles: roles.filter((role) => role.accountId === row.id),
  }));
}

/** One account of a person with its roles, or null. */
export async function findAccount(read: Kysely<Schema>, id: string): Promise<Account | null> {
  const accounts = await listAccounts(read);
  return accounts.find((account) => account.id === id) ?? null;
}

async function listRoles(read: Kysely<Schema>): Promise<(CampaignRole & { accountId: string })[]> {
  const rows = await read
    .selectFrom("campaign_role")
    .innerJoin("campaign", "campaign.id", "campaign_role.campaign_id")
    .select(["campaign_role.account_id", "campaign_role.role", "campaign.id", "campaign.name"])
    .orderBy("campaign.position")
    .orderBy("campaign.name")
    .execute();
  return rows.map((row) => ({
    accountId: row.account_id,
    campaignId: row.id,
    campaignName: row.name,
    role: row.role,
  }));
}

/** What a sign-in needs: the open account of an address with its stored password, or null. */
export async function findAccountByEmail(
  read: Kysely<Schema>,
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

export async function findPasswordHash(read: Kysely<Schema>, id: string): Promise<string | null> {
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
  zone: string;
  passwordHash: string | null;
  isAdministrator: boolean;
  roles: readonly { campaignId: string; role: Role }[];
};

/** Puts an account in, with its roles. Refused where the address names another account. */
export async function insertAccount(
  change: Change,
  account: NewAccount,
): Promise<{ ok: true } | { ok: false; reason: "email-taken" }> {
  if (await isEmailTaken(change.read, account.email, account.id)) return { ok: false, reason: "email-taken" };
  await change.insert("account", {
    id: account.id,
    email: account.email,
    name: account.name,
    position: account.position,
    zone: account.zone,
    password_hash: account.passwordHash,
    is_administrator: account.isAdministrator ? 1 : 0,
    closed_at: null,
  });
  for (const { campaignId, role } of account.roles) await setRole(change, account.id, campaignId, role);
  return { ok: true };
}

export type AccountPatch = Partial<{
  email: string;
  name: string;
  position: string;
  zone: string;
  password_hash: string;
  is_administrator: 0 | 1;
  closed_at: string | null;
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
  const updated = await change.update("account", id, patch, expectedVersion);
  if (!updated.ok) return updated;
  const takesPower = patch.is_administrator === 0 || (patch.closed_at ?? null) !== null;
  if (takesPower && !(await isAnybodyAdministrator(change.read)))
    return { ok: false, reason: "last-administrator" };
  return { ok: true };
}

/** Gives an account a role in a campaign, another one, or with null none. */
export async function setRole(
  change: Change,
  accountId: string,
  campaignId: string,
  role: Role | null,
): Promise<void> {
  const row = await change.read
    .selectFrom("campaign_role")
    .select("id")
    .where("account_id", "=", accountId)
    .where("campaign_id", "=", campaignId)
    .executeTakeFirst();
  if (row === undefined && role !== null)
    await change.insert("campaign_role", {
      id: newId(),
      campaign_id: campaignId,
      account_id: accountId,
      role,
    });
  else if (row !== undefined && role !== null) await change.update("campaign_role", row.id, { role }, null);
  else if (row !== undefined) await change.remove("campaign_role", row.id);
}

/** Whether an open account administers the installation. */
export async function isAnybodyAdministrator(read: Kysely<Schema>): Promise<boolean> {
  const row = await read
    .selectFrom("account")
    .select("id")
    .where("is_administrator", "=", 1)
    .where("closed_at", "is", null)
    .executeTakeFirst();
  return row !== undefined;
}

async function isEmailTaken(read: Kysely<Schema>, email: string, exceptId: string): Promise<boolean> {
  const row = await read
    .selectFrom("account")
    .select("id")
    .where("email", "=", email)
    .where("id", "!=", exceptId)
    .executeTakeFirst();
  return row !== undefined;
}
