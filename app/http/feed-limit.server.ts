import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Database } from "#db/database.server.ts";

/** Addresses that are none, in a quarter of an hour from one place: an embassy shares one, and an old link is asked for each hour. */
const MOST_MISSES = 100;
const QUARTER_OF_AN_HOUR = 900;

/** Kept in the memory of the one process that serves a database, as for signing in. */
const limiters = new WeakMap<Database, RateLimiterMemory>();

/** Counts that somebody at this network address asked for a feed that there never was; false when it was too often. */
export async function countMiss(database: Database, clientAddress: string): Promise<boolean> {
  const limiter =
    limiters.get(database) ?? new RateLimiterMemory({ points: MOST_MISSES, duration: QUARTER_OF_AN_HOUR });
  limiters.set(database, limiter);
  try {
    await limiter.consume(clientAddress);
    return true;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return false;
    throw refusal;
  }
}
