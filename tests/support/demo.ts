import { prepareDemo } from "#app/cli/demo-database.ts";
import { DEMO_ACCOUNTS } from "#app/cli/demo-password.ts";
import { type Database, openDatabase } from "#db/database.server.ts";
import { freshPath } from "./database.ts";
import { startedServer } from "./server.ts";

/** Tuesday 10 November 2026, 10:40 in Washington: a Tuesday with both clocks six hours apart. */
export const DEMO_NOW = new Date("2026-11-10T15:40:00.000Z");
export const DEMO_PASSWORD = "a long sample password";
export const DEMO_CAMPAIGN = "european-strategic-autonomy";

export type Demo = { address: string; database: Database; setNow(now: Date): void };

/** The product with the sample campaigns of 10 November 2026 in a database of its own; its clock can be set. */
export async function startedDemo(): Promise<Demo> {
  const path = await freshPath();
  const prepared = await prepareDemo(path, { isFresh: true, password: DEMO_PASSWORD, now: DEMO_NOW });
  if (!prepared.ok) throw new Error(prepared.sentence);
  const database = await openDatabase(path);
  let now = DEMO_NOW;
  const { address } = await startedServer(database, { now: () => now });
  return {
    address,
    database,
    setNow(later) {
      now = later;
    },
  };
}

export type Person = "reader" | "officer" | "clearer" | "ministry" | "administrator";

/** The address of one of the people of the sample. */
export function emailOf(person: Person): string {
  const account = DEMO_ACCOUNTS.find(({ email }) => email.startsWith(`${person}@`));
  if (account === undefined) throw new Error(`The sample has no ${person}`);
  return account.email;
}
