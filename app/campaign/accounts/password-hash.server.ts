import { hash, verify } from "@node-rs/argon2";
import { normalisePassword } from "./account.ts";

/** Argon2id with 19 MiB and two passes, as the OWASP password storage cheat sheet asks at least. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let nobody: Promise<string> | null = null;

/** What is stored of a password that `checkNewPassword` has taken. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** Whether this is the password; with no hash it takes as long and says no, so that time tells nothing. */
export async function isPassword(typed: string, passwordHash: string | null): Promise<boolean> {
  nobody ??= hash(crypto.randomUUID(), COST);
  const matches = await verify(passwordHash ?? (await nobody), normalisePassword(typed));
  return matches && passwordHash !== null;
}
