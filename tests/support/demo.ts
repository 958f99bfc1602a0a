import { pino } from "pino";
import { startPost } from "#app/campaign/due-mail/post.server.ts";
import { DEMO_ACCOUNTS, prepareDemo } from "#app/cli/demo-database.ts";

import type { MailSettings } from "#app/http/mail-environment.ts";
import { type Database, openDatabase } from "#db/database.server.ts";
import { copyOf } from "./database.ts";
import { atEndOfFile } from "./end-of-file.ts";
import { startedServer } from "./server.ts";
import { cookieOf } from "./signed-in.ts";

/** Tuesday 10 November 2026, 10:40 in Washington: a Tuesday with both clocks six hours apart. */
export const DEMO_NOW = new Date("2026-11-10T15:40:00.000Z");
export const DEMO_PASSWORD = "a long sample password";
export const DEMO_CAMPAIGN = "european-strategic-autonomy";

export type Demo = { address: string; database: Database; setNow(now: Date): void };

const quiet = { origin: "https://demarche.example", log: pino({ level: "silent" }) };

/** A file of its own with the sample campaigns of 10 November 2026. */
export function demoPath(): Promise<string> {
  return copyOf("demo", async (path) => {
    const prepared = await prepareDemo(path, { isFresh: true, password: DEMO_PASSWORD, now: DEMO_NOW });
    if (!prepared.ok) throw new Error(prepared.sentence);
  });
}

/** The product with the sample campaigns of 10 November 2026 in a database of its own; its clock can be set, and mail be on. */
export async function startedDemo(mail: MailSettings | null = null): Promise<Demo> {
  const database = await openDatabase(await demoPath());
  let now = DEMO_NOW;
  const post = mail === null ? null : startPost({ ...quiet, database, mail, now: () => now });
  if (post !== null) atEndOfFile(() => post.stop());
  const { address } = await startedServer(database, { now: () => now, mail, post });
  return {
    address,
    database,
    setNow(later) {
      now = later;
    },
  };
}

export type Person =
  | "reader"
  | "officer"
  | "clearer"
  | "ministry"
  | "administrator"
  | "ambassador"
  | "defence"
  | "nato"
  | "eu"
  | "deputy";

/** The address of one of the people of the sample. */
export function emailOf(person: Person): string {
  const account = DEMO_ACCOUNTS.find(({ email }) => email.startsWith(`${person}@`));
  if (account === undefined) throw new Error(`The sample has no ${person}`);
  return account.email;
}

/** The session of one of the people of the sample, as a cookie. */
export async function demoCookie({ database, address }: Demo, person: Person): Promise<string> {
  const { id } = await database.read
    .selectFrom("account")
    .select("id")
    .where("email", "=", emailOf(person))
    .executeTakeFirstOrThrow();
  return cookieOf(database, address, id, DEMO_NOW);
}
