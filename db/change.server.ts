import type { Insertable, Kysely, Updateable } from "kysely";
import type { Catalogue } from "./catalogue.server.ts";
import { newId } from "./identifier.server.ts";
import { eraseRow, keepChange, type Rewrite } from "./kept-history.server.ts";
import { type RecordedRow, type RowWriter, rowWriterOver } from "./recorded-rows.server.ts";
import type { Schema } from "./schema.ts";
import type { Connection, Row } from "./sqlite3-connection.server.ts";
import type { Writer } from "./writer.server.ts";

/** What was to be changed is changed. */
export type Done = { ok: true };

/** What was to be changed is not there. */
export type Gone = { ok: false; reason: "not-found" };

/** What was to be changed is not as it was read. */
export type Stale = { ok: false; reason: "changed-by-somebody-else" };

/** Who makes a change, where and when. The command line uses the account `system`. */
export type Author = { accountId: string; channel: "web" | "command line"; now: Date };

/** The form that was sent: its number makes a second sending the same change. The campaign is null for what belongs to none. */
export type Submission = { submission: string | null; campaignId: string | null };

export type RecordKind =
  | "installation"
  | "account"
  | "campaign"
  | "key message"
  | "proof point"
  | "objection"
  | "source"
  | "library"
  | "public list"
  | "organisation"
  | "contact"
  | "audience"
  | "stance reading"
  | "objective"
  | "outreach event"
  | "event series"
  | "event to place"
  | "session days"
  | "calendar feed"
  | "calendar import"
  | "talking points"
  | "paper copy"
  | "outcome"
  | "feedback"
  | "reception"
  | "review"
  | "correspondence"
  | "parameters"
  | "follow-up"
  | "framing"
  | "clearance desk"
  | "hold"
  | "holding line"
  | "instruction"
  | "mail";

/** The tables whose rows have a version, and so a history. */
export type RecordedTable = {
  [Table in keyof Schema]: Schema[Table] extends { version: unknown } ? Table : never;
}[keyof Schema];
export type NewRow<Table extends RecordedTable> = Omit<Insertable<Schema[Table]>, "version">;
export type Patch<Table extends RecordedTable> = Omit<Updateable<Schema[Table]>, "id" | "version">;

/** `action` is a past participle ("planned", "moved"); `location` is the page where the browser goes afterwards. */
export type Description = {
  recordKind: RecordKind;
  recordId: string;
  action: string;
  summary: string;
  location: string;
};

export type Updated = Done | Gone | Stale;

/** One recorded change under way: state, history and search index are written together or not at all. */
export type Change = {
  id: string;
  author: Author;
  /** Reads what the change has written so far. */
  read: Kysely<Schema>;
  insert<Table extends RecordedTable>(table: Table, row: NewRow<Table>): Promise<void>;
  /** Puts many rows in at once; all with the same columns. */
  insertMany<Table extends RecordedTable>(table: Table, rows: readonly NewRow<Table>[]): Promise<void>;
  /** Writes nothing when the patch says what the row says already. A null version overwrites whatever is there. */
  update<Table extends RecordedTable>(
    table: Table,
    id: string,
    patch: Patch<Table>,
    expectedVersion: number | null,
  ): Promise<Updated>;
  /** As update, and the version counts on in any case: what hangs on the record is being changed. */
  renew<Table extends RecordedTable>(
    table: Table,
    id: string,
    patch: Patch<Table>,
    expectedVersion: number,
  ): Promise<Updated>;
  /** Puts a row in that is no part of the history, so that undoing does not ask for it: a letter in the queue. */
  insertUnrecorded(table: "mail", row: NewRow<"mail">): Promise<void>;
  /** Removes the row and the rows that go with it. A row that is not there is left in peace. */
  remove(table: RecordedTable, id: string): Promise<void>;
  /**
   * Rewrites a row and all that the history keeps of it, so that nothing of what stood there is left; where `rewrite` answers
   * null the row goes, and its history says nothing of it. Also for the summary of a change and what somebody had typed. No
   * Undo brings it back: the change is described as "erased". Source: DOMAIN.md, rule 8.
   */
  erase(table: RecordedTable | "change" | "kept_form", id: string, rewrite: Rewrite): Promise<void>;
  /** Says once what was done, which answers the act; without it a change cannot be kept. */
  describe(what: Description): Done;
};

export type Answer = { ok: true } | { ok: false; reason: string };
export type Refused<T extends Answer> = Extract<T, { ok: false }>;
export type Made<T extends Answer> = Extract<T, { ok: true }> & {
  replayed: false;
  changeId: string;
  location: string;
};
/** The form had been sent before: the change that it made then. */
export type Replayed = { ok: true; replayed: true; changeId: string; location: string };

/** What undoing needs beside a change: the rows as they are, and what is being undone. */
export type RecordedWork = { change: Change; rows: RowWriter; record(rows: readonly RecordedRow[]): void };

type Surroundings = { writer: Writer; catalogue: Catalogue; read: Kysely<Schema> };

/** Runs one change in a transaction of its own and records it. A result that is not ok leaves nothing behind. */
export function makeChange<T extends Answer>(
  { writer, catalogue, read }: Surroundings,
  author: Author,
  submission: Submission & { undoes: string | null },
  work: (under: RecordedWork) => Promise<T>,
): Promise<Refused<T> | Made<T> | Replayed> {
  return writer.transaction(async (connection) => {
    const earlier = await findChangeOfSubmission(connection, author, submission.submission);
    if (earlier !== null) return earlier;
    const rows = rowWriterOver(connection, catalogue);
    const recorded: RecordedRow[] = [];
    const record = (more: readonly RecordedRow[]) => {
      for (const row of more) recorded.push(row);
    };
    const described: Description[] = [];
    const erase = eraseRow.bind(null, { connection, catalogue, rows, record });
    const change = changeOver({ author, read, rows, record, described, erase });
    const result = await work({ change, rows, record });
    // TypeScript does not narrow a type parameter by its discriminant: both branches are what `ok` says.
    if (!result.ok) return result as Refused<T>;
    const [description] = described;
    if (description === undefined) throw new Error("A change must be described before it is kept");
    const { accountId, channel, now } = author;
    const kept = {
      id: change.id,
      madeAt: now.toISOString(),
      accountId,
      channel,
      ...submission,
      ...description,
    };
    await keepChange(connection, kept, recorded);
    return { ...result, replayed: false, changeId: change.id, location: description.location } as Made<T>;
  });
}

async function findChangeOfSubmission(
  connection: Connection,
  author: Author,
  submission: string | null,
): Promise<Replayed | null> {
  if (submission === null) return null;
  const [row] = await connection.all(
    "select id, location from change where account_id = ? and submission = ?",
    [author.accountId, submission],
  );
  return row === undefined
    ? null
    : { ok: true, replayed: true, changeId: String(row.id), location: String(row.location) };
}

type Parts = {
  author: Author;
  read: Kysely<Schema>;
  rows: RowWriter;
  record(rows: readonly RecordedRow[]): void;
  described: Description[];
  erase: Change["erase"];
};

function changeOver({ author, read, rows, record, described, erase }: Parts): Change {
  return {
    id: newId(),
    author,
    read,
    insert: async (table, row) => record([await rows.insert(table, { ...row })]),
    insertMany: async (table, many) => record(await rows.insertMany(table, [...many])),
    async update(table, id, patch, expectedVersion) {
      const before = await rows.find(table, id);
      if (before === null) return { ok: false, reason: "not-found" };
      if (isStale(before, expectedVersion)) return { ok: false, reason: "changed-by-somebody-else" };
      const differing = differences(before, { ...patch });
      if (Object.keys(differing).length > 0) record([await rows.update(table, before, differing)]);
      return { ok: true };
    },
    async renew(table, id, patch, expectedVersion) {
      const before = await rows.find(table, id);
      if (before === null) return { ok: false, reason: "not-found" };
      if (isStale(before, expectedVersion)) return { ok: false, reason: "changed-by-somebody-else" };
      record([await rows.update(table, before, differences(before, { ...patch }))]);
      return { ok: true };
    },
    insertUnrecorded: async (table, row) => {
      await rows.insert(table, { ...row });
    },
    async remove(table, id) {
      const before = await rows.find(table, id);
      if (before !== null) record(await rows.remove(table, before));
    },
    erase,
    describe(what) {
      if (described.length > 0) throw new Error("A change is described once");
      described.push(what);
      return { ok: true };
    },
  };
}

function isStale(before: Row, expectedVersion: number | null): boolean {
  return expectedVersion !== null && before.version !== expectedVersion;
}

function differences(before: Row, patch: Row): Row {
  return Object.fromEntries(Object.entries(patch).filter(([column, value]) => before[column] !== value));
}
