import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Database } from "#db/database.server.ts";

/**
 * Failed attempts in a quarter of an hour: for one account from browsers that it does not know, for it from each that it
 * does, and from one address (an embassy shares one).
 */
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

/** `device` is the browser where the account knows it: only what is typed there counts there. */
export type Attempt = { email: string; address: string; device: string | null };

/** Counts an attempt before the password is looked at. Refuses with a sentence that says how long to wait. */
export async function countAttempt(
  database: Database,
  attempt: Attempt,
): Promise<{ ok: true } | { ok: false; sentence: string; seconds: number }> {
  const { forAccount, fromAddress } = limits(database);
  try {
    if (attempt.device === null) await fromAddress.consume(attempt.address);
    await forAccount.consume(keyOf(attempt));
    return { ok: true };
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const minutes = Math.max(1, Math.ceil(refusal.msBeforeNext / 60_000));
    const wait = minutes === 1 ? "a minute" : `${minutes} minutes`;
    return { ok: false, sentence: `Too many attempts. Try again in ${wait}.`, seconds: minutes * 60 };
  }
}

/** A right password ends the count of its account, or of its browser, and does not count against its address. */
export async function forgetAttempt(database: Database, attempt: Attempt): Promise<void> {
  const { forAccount, fromAddress } = limits(database);
  await forAccount.delete(keyOf(attempt));
  if (attempt.device === null) await fromAddress.reward(attempt.address);
}

function keyOf({ email, device }: Attempt): string {
  return device === null ? email : `${email} ${device}`;
}
