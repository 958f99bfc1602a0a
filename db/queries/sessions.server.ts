import { createHash } from "node:crypto";
import { isSessionOver, SESSION_SEEN_STEP_MS } from "#app/domain/accounts/session.ts";
import type { Database } from "#db/database.server.ts";

export type SignedInAccount = {
  id: string;
  name: string;
  email: string;
  position: string;
  zone: string;
  isAdministrator: boolean;
  /** The stored form of the session's id, which no cookie can be made from. */
  sessionHash: string;
};

/** Only this digest of a session's id is stored: whoever reads the database cannot sign in with it. */
export function hashOfSession(id: string): string {
  return createHash("sha256").update(id).digest("base64url");
}

/** The account of a session that is neither revoked nor over; being seen keeps the session from idling out. */
export async function findSignedInAccount(
  database: Database,
  sessionId: string,
  now: Date,
): Promise<SignedInAccount | null> {
  const sessionHash = hashOfSession(sessionId);
  const row = await database.read
    .selectFrom("session")
    .innerJoin("account", "account.id", "session.account_id")
    .select(["account.id", "account.name", "account.email", "account.position", "account.zone"])
    .select(["account.is_administrator", "session.created_at", "session.last_seen_at"])
    .where("session.id_hash", "=", sessionHash)
    .where("session.revoked_at", "is", null)
    .where("account.closed_at", "is", null)
    .executeTakeFirst();
  if (!row || isSessionOver(new Date(row.created_at), new Date(row.last_seen_at), now)) return null;
  if (now.getTime() - Date.parse(row.last_seen_at) > SESSION_SEEN_STEP_MS)
    await markSeen(database, sessionHash, now);
  const { id, name, email, position, zone, is_administrator } = row;
  return { id, name, email, position, zone, isAdministrator: is_administrator === 1, sessionHash };
}

async function markSeen(database: Database, sessionHash: string, now: Date): Promise<void> {
  await database.writeUnrecorded((write) =>
    write
      .updateTable("session")
      .set({ last_seen_at: now.toISOString() })
      .where("id_hash", "=", sessionHash)
      .execute(),
  );
}
