import { CompiledQuery } from "kysely";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import type { Author, RecordedTable } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { primaryCodeOf } from "#db/database-trouble.server.ts";
import { system } from "./author.ts";
import type { Dice } from "./random-dice.ts";

/** Keys that a form of the product may set anew; every other key stays what it was. */
const KEYS_THAT_CHANGE = [
  "reception.key_message_id",
  "reception.audience_id",
  "feedback.key_message_id",
  "feedback.audience_id",
  "outcome_objection.objection_id",
  "outcome_objection.audience_id",
];

type Row = Record<string, string | number | null>;

/** Plays with a database at random, through the writer that every change of the product goes through. */
export type Player = {
  /** Edits each column of the table in a few rows. */
  editEachColumn(table: RecordedTable): Promise<string[]>;
  /** Edits, removes or undoes something of these tables. */
  play(tables: readonly RecordedTable[]): Promise<string>;
};

export function playerOf(database: Database, dice: Dice): Player {
  let now = system.now.getTime();
  const made: string[] = [];
  const author = (): Author => {
    now += 60_000;
    return { ...system, now: new Date(now) };
  };

  async function changed(what: string, work: Parameters<Database["change"]>[2]): Promise<string> {
    const answer = await database
      .change(author(), { submission: null, campaignId: null }, async (change) => {
        const done = await work(change);
        const record = { recordKind: "campaign", recordId: "any", action: "changed" } as const;
        change.describe({ ...record, summary: what, location: "/" });
        return done;
      })
      .catch(refusal);
    if (answer.ok && "changeId" in answer) made.push(answer.changeId);
    return `${what}${answer.ok ? "" : " (refused)"}`;
  }

  async function edited(table: RecordedTable, row: Row, column: string): Promise<string> {
    const value = await anotherValue(database, table, row, column, dice);
    const patch = { [column]: value };
    return changed(`${table} ${row.id}: ${JSON.stringify(patch)}`, (change) =>
      change.update(table, String(row.id), patch, null),
    );
  }

  async function undone(): Promise<string> {
    const changeId = dice.pick(made.slice(-6));
    const answer = await undoChange(database, author(), changeId).catch(refusal);
    if (answer.ok && "changeId" in answer) made.push(answer.changeId);
    return `undo ${changeId}${answer.ok ? "" : " (refused)"}`;
  }

  return {
    async editEachColumn(table) {
      const done: string[] = [];
      for (let times = 0; times < 3; times += 1) {
        const row = await anyRow(database, table, dice);
        if (row !== undefined)
          for (const column of columnsOf(table, row)) done.push(await edited(table, row, column));
      }
      return done;
    },
    async play(tables) {
      if (made.length > 0 && dice.chance(0.25)) return undone();
      const table = dice.pick(tables);
      const row = await anyRow(database, table, dice);
      if (row === undefined) return `${table} is empty`;
      const columns = columnsOf(table, row);
      if (columns.length > 0 && dice.chance(0.7)) return edited(table, row, dice.pick(columns));
      return changed(`remove ${table} ${row.id}`, async (change) => {
        await change.remove(table, String(row.id));
        return { ok: true };
      });
    },
  };
}

/** What the records do not allow is refused by the file itself, and leaves nothing behind. */
function refusal(error: unknown): { ok: false } {
  if (primaryCodeOf(error) === "SQLITE_CONSTRAINT") return { ok: false };
  throw error;
}

async function anyRow(database: Database, table: string, { dice }: Dice): Promise<Row | undefined> {
  const { rows } = await database.read.executeQuery<Row>(
    CompiledQuery.raw(
      `select * from "${table}" order by rowid limit 1 offset (select ? % max(1, count(*)) from "${table}")`,
      [dice(1_000_000)],
    ),
  );
  return rows[0];
}

function columnsOf(table: string, row: Row): string[] {
  return Object.keys(row).filter((column) => {
    const isKey = column === "id" || column === "version" || column.endsWith("_id");
    return !isKey || KEYS_THAT_CHANGE.includes(`${table}.${column}`);
  });
}

/** Another row's value, or other words where it is text. */
async function anotherValue(database: Database, table: string, row: Row, column: string, dice: Dice) {
  const isWords =
    typeof row[column] === "string" && !/^\d{4}-|_json$|_hash$|zone$/.test(`${row[column]}${column}`);
  if (isWords && dice.chance(0.6)) return `${row[column]} anew${dice.dice(1000)}`;
  const other = await anyRow(database, table, dice);
  return other?.[column] ?? null;
}
