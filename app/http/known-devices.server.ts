import { createHash, randomBytes } from "node:crypto";
import { createCookie } from "@remix-run/node";
import type { Kysely } from "kysely";
import type { Database } from "#db/database.server.ts";
import type { Schema } from "#db/schema.ts";

/** A browser in which somebody has signed in lately is known for this long after. */
const DEVICE_KNOWN_DAYS = 180;
const DAY_MS = 86_400_000;

/** Only this digest of a device's id is stored: whoever reads the database cannot pass for it. */
function hashOfDevice(id: string): string {
  return createHash("sha256").update(id).digest("base64url");
}

/** Whether the account has signed in in the browser that carries this id. */
export async function isKnownDevice(
  read: Kysely<Schema>,
  device: { id: string; accountId: string },
  now: Date,
): Promise<boolean> {
  const row = await read
    .selectFrom("known_device")
    .select("id_hash")
    .where("id_hash", "=", hashOfDevice(device.id))
    .where("account_id", "=", device.accountId)
    .where("signed_in_at", ">", longAgo(now))
    .executeTakeFirst();
  return row !== undefined;
}

/** Notes that the account has signed in there, and answers with the id for the browser to carry: its own, or a new one. */
export async function noteDevice(
  database: Database,
  { id, accountId }: { id: string | null; accountId: string },
  now: Date,
): Promise<string> {
  const carried = id ?? randomBytes(32).toString("base64url");
  await database.writeUnrecorded(async (write) => {
    await write.deleteFrom("known_device").where("signed_in_at", "<=", longAgo(now)).execute();
    await write
      .insertInto("known_device")
      .values({ id_hash: hashOfDevice(carried), account_id: accountId, signed_in_at: now.toISOString() })
      .onConflict((one) =>
        one.columns(["id_hash", "account_id"]).doUpdateSet({ signed_in_at: now.toISOString() }),
      )
      .execute();
  });
  return carried;
}

function longAgo(now: Date): string {
  return new Date(now.getTime() - DEVICE_KNOWN_DAYS * DAY_MS).toISOString();
}

/**
 * Carries the id of a browser in which somebody has signed in, so that what others guess at the account does not lock its
 * owner out there. It opens nothing. Source: OWASP, Slow Down Online Guessing Attacks with Device Cookies.
 */
export function deviceCookie(origin: string) {
  const secure = origin.startsWith("https:");
  return createCookie(secure ? "__Host-demarche-device" : "demarche-device", {
    httpOnly: true,
    secure,
    sameSite: "lax",
    path: "/",
    maxAge: DEVICE_KNOWN_DAYS * 24 * 3_600,
  });
}

/** The id that the browser carries, if it is one of ours in form; null for anything else. */
export async function deviceOf(request: Request, origin: string): Promise<string | null> {
  const id: unknown = await deviceCookie(origin).parse(request.headers.get("Cookie"));
  return typeof id === "string" && /^[A-Za-z0-9_-]{43}$/.test(id) ? id : null;
}
