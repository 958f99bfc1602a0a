import type { Kysely } from "kysely";
import { installation } from "./installation.server.ts";
import type { Schema } from "./schema.ts";

/** So many answers of one rule are kept at most. */
const MOST_ANSWERS = 16;

/**
 * A rule over what is stored and what it is given, and over nothing else, whose answer is kept until something is written:
 * for what many ask of one day. What it is given has to say all of itself as JSON. Who asks the same shares one answer, so
 * nobody may change it. It is kept with a row that every page asks for and that is another one as soon as anything has been
 * written; of a handle that keeps no rows it is worked out each time.
 */
export function keptAnswer<Given extends readonly unknown[], Answer>(
  rule: (read: Kysely<Schema>, ...given: Given) => Promise<Answer>,
): typeof rule {
  const keptOf = new WeakMap<object, Map<string, Promise<Answer>>>();
  return async (read, ...given) => {
    const [row] = await installation(read, {});
    if (row === undefined) return rule(read, ...given);
    const kept = keptOf.get(row) ?? new Map<string, Promise<Answer>>();
    keptOf.set(row, kept);
    const key = JSON.stringify(given);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const answer = rule(read, ...given);
    kept.set(key, answer);
    answer.catch(() => kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > MOST_ANSWERS && oldest !== undefined) kept.delete(oldest);
    return answer;
  };
}
