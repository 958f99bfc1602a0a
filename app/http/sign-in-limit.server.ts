import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Database } from "#db/database.server.ts";

/** Failed attempts in a quarter of an hour: for one account, and from one address (an embassy shares one). */
const MOST_FOR_ACCOUNT = 10;
const MOST_FROM_ADDRESS = 100;
const QUARTER_OF_AN_HOUR = 900;

type Limits = { forAccount: RateLimiterMemory; fromAddress: RateLimiterMemory };

/** Kept in the memory of the one process that serves a database: a restart forgives, a log has nothing of it. */
const limitsOf = new WeakMap<Database, Limits>();

function limits(database: Database): Limits {
  const known = limitsOf.get(database) ?? {
    forAccount: new RateLimiterMemory({ points: MOST_FOR_ACCOUNT, duration: QUARTER_OF_AN_HOUR }),
    fromAddress: new RateLimiterMemory({ points: MOST_FROM_ADDRESS, duration: QUARTER_OF_AN_HOUR }),
  };
  limitsOf.set(database, known);
  return known;
}

export type Attempt = { email: string; address: string };

/** Counts an attempt before the password is looked at. Refuses with a sentence that says how long to wait. */
export async function countAttempt(
  database: Database,
  { email, address }: Attempt,
): Promise<{ ok: true } | { ok: false; sentence: string }> {
  const { forAccount, fromAddress } = limits(database);
  try {
    await fromAddress.consume(address);
    await forAccount.consume(email);
    return { ok: true };
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const minutes = Math.max(1, Math.ceil(refusal.msBeforeNext / 60_000));
    const wait = minutes === 1 ? "a minute" : `${minutes} minutes`;
    return { ok: false, sentence: `Too many attempts. Try again in ${wait}.` };
  }
}

/** A right password ends the count of its account, and does not count against its address. */
export async function forgetAttempt(database: Database, { email, address }: Attempt): Promise<void> {
  const { forAccount, fromAddress } = limits(database);
  await forAccount.delete(email);
  await fromAddress.reward(address);
}
