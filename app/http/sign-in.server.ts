import { type AppLoadContext, redirect } from "@remix-run/node";
import { z } from "zod";
import { insertKeptForm } from "./kept-forms.server.ts";
import { deviceCookie, deviceOf, isKnownDevice, noteDevice } from "./known-devices.server.ts";
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
