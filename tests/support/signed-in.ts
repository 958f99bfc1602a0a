import { insertSession, sessionCookie } from "#app/http/sessions.server.ts";

import type { Database } from "#db/database.server.ts";
import { ask, type RawAnswer } from "./raw-http.ts";

/** The cookie of a new session of an account at the server of that address. */
export async function cookieOf(
  database: Database,
  address: string,
  accountId: string,
  now: Date,
): Promise<string> {
  const id = await insertSession(database, accountId, now);
  const cookie = await sessionCookie(address).serialize(id);
  return cookie.split(";")[0] ?? "";
}

/** What a browser sends that opens a page. */
export function openPage(address: string, path: string, cookie: string | null): Promise<RawAnswer> {
  return ask(address, path, { headers: cookie === null ? {} : { Cookie: cookie } });
}

/** What a browser sends with a form of our own pages. */
export function sendForm(
  address: string,
  path: string,
  cookie: string | null,
  fields: Readonly<Record<string, string>> | readonly (readonly [string, string])[] = {},
): Promise<RawAnswer> {
  const entries = Array.isArray(fields) ? fields : Object.entries(fields);
  const body = new URLSearchParams(entries.map(([name, value]) => [name, value])).toString();
  return ask(address, path, {
    method: "POST",
    headers: {
      Origin: address,
      "Content-Type": "application/x-www-form-urlencoded",
      ...(cookie === null ? {} : { Cookie: cookie }),
    },
    body,
  });
}
