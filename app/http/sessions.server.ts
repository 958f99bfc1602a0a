import { createHash, randomBytes } from "node:crypto";
import { type AppLoadContext, createCookie } from "@remix-run/node";
import { isZone, WASHINGTON, type Zone } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.server.ts";
import { troubleOf } from "#db/database-trouble.server.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";

export type SignedInAccount = {
  id: string;
  name: string;
  email: string;
  position: string;
  zone: Zone;
  isAdministrator: boolean;
  /** The stored form of the session's id, which no cookie can be made from. */
  sessionHash: string;
};

/** Only this digest of a session's id is stored: whoever reads the database cannot sign in with it. */
export function hashOfSession(id: string): string {
  return createHash("sha256").update(id).digest("base64url");
}

/** The account of a session that is neither revoked nor over; being seen keeps the session from idling out. */
async function findSignedInAccount(
  database: Database,
  sessionId: string,
  now: Date,
): Promise<SignedInAccount | null> {
  const sessionHash = hashOfSession(sessionId);
  const [row] = await openSession(database.read, { session: sessionHash });
  if (!row || isSessionOver(new Date(row.created_at), new Date(row.last_seen_at), now)) return null;
  if (now.getTime() - Date.parse(row.last_seen_at) > SESSION_SEEN_STEP_MS)
    await markSeen(database, sessionHash, now);
  const { id, name, email, position, is_administrator } = row;
  // A zone may have come from a machine that knows more of them.
  const zone = isZone(row.zone) ? row.zone : WASHINGTON;
  return { id, name, email, position, zone, isAdministrator: is_administrator === 1, sessionHash };
}

const openSession = keptQuery((read, place: Place<"session">) =>
  read
    .selectFrom("session")
    .innerJoin("account", "account.id", "session.account_id")
    .select(["account.id", "account.name", "account.email", "account.position", "account.zone"])
    .select(["account.is_administrator", "session.created_at", "session.last_seen_at"])
    .where("session.id_hash", "=", place("session"))
    .where("session.revoked_at", "is", null)
    .where("account.closed_at", "is", null),
);

/** A page is answered all the same while the file takes no writes: its disk is full, or another process is at work on it. */
async function markSeen(database: Database, sessionHash: string, now: Date): Promise<void> {
  const seen = database.writeUnrecorded((write) =>
    write
      .updateTable("session")
      .set({ last_seen_at: now.toISOString() })
      .where("id_hash", "=", sessionHash)
      .execute(),
  );
  await seen.catch((fault: unknown) => {
    if (troubleOf(fault) === null) throw fault;
  });
}

/** Begins a session and answers with its id, which is nowhere stored. Sessions long over are cleared away. */
export async function insertSession(database: Database, accountId: string, now: Date): Promise<string> {
  const id = randomBytes(32).toString("base64url");
  const at = now.toISOString();
  const longOver = new Date(now.getTime() - 2 * SESSION_WHOLE_MS).toISOString();
  await database.writeUnrecorded(async (write) => {
    await write.deleteFrom("session").where("created_at", "<", longOver).execute();
    await write
      .insertInto("session")
      .values({ id_hash: hashOfSession(id), account_id: accountId, created_at: at, last_seen_at: at })
      .execute();
  });
  return id;
}

/** Ends the session of a cookie, if it is one. */
export async function revokeSession(database: Database, sessionId: string, now: Date): Promise<void> {
  await database.writeUnrecorded((write) =>
    write
      .updateTable("session")
      .set({ revoked_at: now.toISOString() })
      .where("id_hash", "=", hashOfSession(sessionId))
      .where("revoked_at", "is", null)
      .execute(),
  );
}

/** Ends sessions of an account: the one named by its stored form, or all but the one given. */
export async function revokeSessionsOf(
  database: Database,
  accountId: string,
  which: { only: string } | { allBut: string | null },
  now: Date,
): Promise<void> {
  await database.writeUnrecorded((write) => {
    const ending = write
      .updateTable("session")
      .set({ revoked_at: now.toISOString() })
      .where("account_id", "=", accountId)
      .where("revoked_at", "is", null);
    if ("only" in which) return ending.where("id_hash", "=", which.only).execute();
    return which.allBut === null ? ending.execute() : ending.where("id_hash", "!=", which.allBut).execute();
  });
}

export type OpenSession = { sessionHash: string; createdAt: string; lastSeenAt: string };

/** The sessions of an account that are alive, the last used first. */
export async function listOpenSessions(read: Queries, accountId: string, now: Date): Promise<OpenSession[]> {
  const rows = await read
    .selectFrom("session")
    .select(["id_hash", "created_at", "last_seen_at"])
    .where("account_id", "=", accountId)
    .where("revoked_at", "is", null)
    .orderBy("last_seen_at", "desc")
    .orderBy("id_hash")
    .execute();
  return rows
    .filter((row) => !isSessionOver(new Date(row.created_at), new Date(row.last_seen_at), now))
    .map((row) => ({ sessionHash: row.id_hash, createdAt: row.created_at, lastSeenAt: row.last_seen_at }));
}

const HOUR_MS = 3_600_000;

/** How long a session lives without use, and in all, in milliseconds. */
export const SESSION_IDLE_MS = 12 * HOUR_MS;
export const SESSION_WHOLE_MS = 7 * 24 * HOUR_MS;

/** Being seen is noted at most this often, in milliseconds: a page view need not be a write. */
const SESSION_SEEN_STEP_MS = 5 * 60_000;

/**
 * Whether a session is over: 12 hours without use, or 7 days after its start. `now` before `startedAt` counts as over,
 * since the clock cannot be believed.
 */
export function isSessionOver(startedAt: Date, lastSeenAt: Date, now: Date): boolean {
  const sinceStart = now.getTime() - startedAt.getTime();
  const sinceSeen = now.getTime() - lastSeenAt.getTime();
  return sinceStart < 0 || sinceStart > SESSION_WHOLE_MS || sinceSeen > SESSION_IDLE_MS;
}

const SEVEN_DAYS_IN_SECONDS = 7 * 24 * 3_600;

/** Carries the session's id alone, a long random one; over https the `__Host-` prefix ties it to this host. */
export function sessionCookie(origin: string) {
  const secure = origin.startsWith("https:");
  return createCookie(secure ? "__Host-demarche" : "demarche", {
    httpOnly: true,
    secure,
    sameSite: "lax",
    path: "/",
    maxAge: SEVEN_DAYS_IN_SECONDS,
  });
}

const known = new WeakMap<AppLoadContext, Promise<SignedInAccount | null>>();

/** The account whose session the request carries; looked up once a request, however many loaders ask. */
export function signedInAccount(request: Request, context: AppLoadContext): Promise<SignedInAccount | null> {
  const asked = known.get(context) ?? lookUp(request, context);
  known.set(context, asked);
  return asked;
}

async function lookUp(request: Request, context: AppLoadContext): Promise<SignedInAccount | null> {
  const id: unknown = await sessionCookie(context.origin).parse(request.headers.get("Cookie"));
  return typeof id === "string" ? findSignedInAccount(context.database, id, context.now()) : null;
}
