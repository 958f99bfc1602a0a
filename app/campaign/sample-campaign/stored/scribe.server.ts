import type { Change } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { partOfChange } from "#db/part-of-change.server.ts";
import type { Sample } from "../make-sample.ts";

/** The sample on its way into a database, and which record each thing of its files has become. */
export type Scribe = {
  database: Database;
  sample: Sample;
  /** The record of a thing, by its key in the files; asking for one that is not there yet throws. */
  idOf(kind: Kind, key: string): string;
  keep(kind: Kind, key: string, id: string): void;
};

type Kind =
  | ("account" | "organisation" | "audience" | "contact" | "objective" | "event")
  | ("message" | "objection");

export function scribeOf(database: Database, sample: Sample): Scribe {
  const ids = new Map<string, string>();
  return {
    database,
    sample,
    idOf(kind, key) {
      const id = ids.get(`${kind} ${key}`);
      if (id === undefined) throw new Error(`The sample names the ${kind} ${key}, which it lacks`);
      return id;
    },
    keep(kind, key, id) {
      ids.set(`${kind} ${key}`, id);
    },
  };
}

/** Who acts (the key of a colleague, or the product itself), when, and in which campaign. */
export type Moment = { by: string; at: Date; campaign: string | null };

/** What an act answers. */
export type Answer = { ok: true } | { ok: false; reason: string };

/** What the product itself does. */
export const SYSTEM = "system";

/** Does what a colleague would have done at that time, by the product's own acts, and answers with the record of it. */
export async function act(
  scribe: Scribe,
  { by, at, campaign }: Moment,
  work: (change: Change) => Promise<Answer>,
): Promise<string> {
  const isSystem = by === SYSTEM;
  const author = {
    accountId: isSystem ? SYSTEM : scribe.idOf("account", by),
    channel: isSystem ? "command line" : "web",
    now: at,
  } as const;
  let id = "";
  const done = await scribe.database.change(
    author,
    { submission: null, campaignId: campaign },
    async (change) => {
      const { part, described } = partOfChange(change);
      const answer = await work(part);
      const said = described();
      if (said !== null) change.describe(said);
      id = said?.recordId ?? "";
      return answer;
    },
  );
  if (!done.ok)
    throw new Error(`The sample cannot act for ${by} at ${at.toISOString()}: ${JSON.stringify(done)}`);
  return id;
}

/** An instant of a day in Washington's winter time, for what has no clock time of its own. */
export function atNoon(date: string): Date {
  return new Date(`${date}T17:00:00.000Z`);
}
