import type { AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import { pino } from "pino";
import type { FormKind, FormRead } from "#app/http/load-context.ts";
import type { Database } from "#db/database.server.ts";
import { now } from "./author.ts";

export const HERE = "http://127.0.0.1:3000";

export type Arriving = {
  path?: string;
  campaign?: string | undefined;
  cookie?: string | null;
  /** What a form brings; null for a page that is opened. */
  form?: FormRead | null;
  origin?: string;
  at?: Date;
};

/** A form as it is read, of these fields. */
export function formOf(fields: readonly (readonly [string, string | File])[]): FormRead & { ok: true } {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return { ok: true, form };
}

/** What a loader or an action is called with, and as which kinds of form it read what was sent. */
export function arrivalAt(
  database: Database,
  { path = "/x", campaign, cookie = null, form = null, origin = HERE, at = now }: Arriving = {},
): LoaderFunctionArgs & { read: FormKind[]; logged: string[] } {
  const read: FormKind[] = [];
  const logged: string[] = [];
  const context = {
    database,
    ...{ origin, now: () => at, clientAddress: "192.0.2.1", reference: "ref" },
    log: pino({ level: "error" }, { write: (line) => void logged.push(line) }),
    receiveForm: async (kind: FormKind) => {
      read.push(kind);
      return form ?? formOf([]);
    },
  } as unknown as AppLoadContext;
  const headers: Record<string, string> = cookie === null ? {} : { Cookie: cookie };
  const request = new Request(HERE + path, { method: form === null ? "GET" : "POST", headers });
  return { request, params: campaign === undefined ? {} : { campaign }, context, read, logged } as never;
}
