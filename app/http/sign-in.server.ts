import { createHash, randomBytes } from "node:crypto";
import { type AppLoadContext, createCookie, redirect } from "@remix-run/node";
import { z } from "zod";
import type { Database } from "#db/database.server.ts";
import type { Queries } from "#db/schema.ts";
import { insertKeptForm } from "./forms-over-sign-in.server.ts";
import { insertSession, revokeSession, sessionCookie } from "./sessions.server.ts";

const keptValues = z.record(z.string().max(200), z.array(z.string()));

/** What was typed when the session ran out, as the sign-in form carries it; null for anything else. */
export function readKept(json: string | undefined): z.infer<typeof keptValues> | null {
  if (json === undefined) return null;
  try {
    const read = keptValues.safeParse(JSON.parse(json));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

type Arrival = { request: Request; context: AppLoadContext; now: Date };

/** The id of the browser, where the account has signed in in it before. */
export async function knownDevice({ request, context, now }: Arrival, accountId: string | null) {
  const id = await deviceOf(request, context.origin);
  if (id === null || accountId === null) return null;
  return (await isKnownDevice(context.database.read, { id, accountId }, now)) ? id : null;
}

/**
 * Begins a session under a new id, ends the one that the browser had, and goes on to the page that was
 * wanted; what was typed there before comes back in its form.
 */
export async function beginSession(
  { request, context, now }: Arrival,
  accountId: string,
  wanted: { to: string; kept: z.infer<typeof keptValues> | null },
): Promise<Response> {
  const { database } = context;
  const cookie = sessionCookie(context.origin);
  const earlier: unknown = await cookie.parse(request.headers.get("Cookie"));
  if (typeof earlier === "string") await revokeSession(database, earlier, now);
  const to = new URL(safePath(wanted.to), context.origin);
  if (wanted.kept !== null) {
    const form = { path: to.pathname, values: wanted.kept };
    to.searchParams.set("kept", await insertKeptForm(database, accountId, form, now));
  }
  const id = await insertSession(database, accountId, now);
  const carried = { id: await deviceOf(request, context.origin), accountId };
  const device = await noteDevice(database, carried, now);
  const answer = redirect(to.pathname + to.search, {
    status: 303,
    headers: { "Set-Cookie": await cookie.serialize(id) },
  });
  answer.headers.append("Set-Cookie", await deviceCookie(context.origin).serialize(device));
  return answer;
}

/** Ends the session that the browser has, if any, and takes its cookie back. */
export async function endSession({ request, context, now }: Arrival): Promise<Response> {
  const cookie = sessionCookie(context.origin);
  const id: unknown = await cookie.parse(request.headers.get("Cookie"));
  if (typeof id === "string") await revokeSession(context.database, id, now);
  const headers = { "Set-Cookie": await cookie.serialize("", { maxAge: 0 }) };
  return redirect("/sign-in", { status: 303, headers });
}

const HERE = "http://here.invalid";

/**
 * A path of this product that came from outside (a form, a query), as a browser reads it: dots resolved. "/" for anything
 * else: another host in any spelling (`//`, `/\\`, `/..//`, a scheme), control characters, too long.
 */
export function safePath(path: string | null | undefined): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  if (!path?.startsWith("/") || path.length > 2_000 || /[\u0000-\u001f\u007f\\]/.test(path)) return "/";
  const url = URL.parse(path, HERE);
  if (url?.origin !== HERE || url.pathname.startsWith("//")) return "/";
  return url.pathname + url.search + url.hash;
}

/** A browser in which somebody has signed in lately is known for this long after. */
const DEVICE_KNOWN_DAYS = 180;
const DAY_MS = 86_400_000;

/** Only this digest of a device's id is stored: whoever reads the database cannot pass for it. */
function hashOfDevice(id: string): string {
  return createHash("sha256").update(id).digest("base64url");
}

/** Whether the account has signed in in the browser that carries this id. */
async function isKnownDevice(
  read: Queries,
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
async function noteDevice(
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
