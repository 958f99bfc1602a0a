import sqlite3 from "sqlite3";
import { DatabaseRefused } from "./database-trouble.server.ts";
import { isTurnShort, mayRunInline, type Paces, rememberPace } from "./statement-pace.server.ts";

export type Row = Record<string, unknown>;

export type Connection = {
  /** Rows of a statement; also of a write with `returning`. */
  all(sql: string, parameters: readonly unknown[]): Promise<Row[]>;
  /** Runs a write and says how many rows it changed. */
  run(sql: string, parameters: readonly unknown[]): Promise<number>;
  /** Runs a script of several statements without parameters. */
  execute(script: string): Promise<void>;
  /** Whether the statement leaves the file as it is. */
  isReading(sql: string): Promise<boolean>;
  /** How many statements are under way. */
  load(): number;
  close(): Promise<void>;
};

/**
 * inspecting: reads a file that may be of another kind, and changes nothing in it. copy: writes to a copy that nobody
 * else has, and that is thrown away if that fails; what is deleted leaves no bytes. lock: a file that holds nothing, waited
 * for as long as a server takes to stop after its last answer. model: a schema in memory.
 */
type Purpose = "writing" | "reading" | "inspecting" | "copy" | "lock" | "model";

const oldestGoodVersion = 3_053_002;
const cachedStatements = 256;
const pragmas = [
  ["busy_timeout", "5000", 5000],
  ["journal_mode", "WAL", "wal"],
  ["synchronous", "FULL", 2],
  ["foreign_keys", "ON", 1],
  ["trusted_schema", "OFF", 0],
  ["secure_delete", "ON", 1],
  ["cell_size_check", "ON", 1],
] as const;

/** Opens one connection to a file, with the house's settings set and read back. */
export async function openConnection(path: string, purpose: Purpose, paces: Paces): Promise<Connection> {
  refuseOldSqlite();
  const native = await sqlite3.open(path, modeOf(purpose));
  try {
    await applySettings(native, purpose);
  } catch (error) {
    await native.close();
    throw error;
  }
  native.cacheStatements(cachedStatements);
  return connectionOver(native, paces);
}

function modeOf(purpose: Purpose): number {
  const isReading = purpose === "reading" || purpose === "inspecting";
  return isReading ? sqlite3.OPEN_READONLY : sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE;
}

function refuseOldSqlite(): void {
  if (sqlite3.VERSION_NUMBER < oldestGoodVersion)
    throw new DatabaseRefused(`SQLite ${sqlite3.VERSION} is too old: 3.53.2 or newer is needed.`);
}

type Native = InstanceType<typeof sqlite3.Database>;

async function applySettings(native: Native, purpose: Purpose): Promise<void> {
  if (purpose === "lock") return native.exec("pragma busy_timeout = 1000");
  if (purpose === "copy") return native.exec("pragma journal_mode = OFF; pragma secure_delete = ON");
  if (purpose === "inspecting" || purpose === "model") return native.exec("pragma busy_timeout = 5000");
  for (const [name, value, expected] of pragmas) {
    if (name !== "journal_mode" || purpose === "writing") await native.exec(`pragma ${name} = ${value}`);
    const found = Object.values((await native.all(`pragma ${name}`))[0] ?? {})[0];
    if (found !== expected) throw new Error(`SQLite keeps ${name} at ${found}, not at ${expected}`);
  }
  if (purpose === "reading") await native.exec("pragma query_only = ON");
}

/** The driver may still be putting a statement away that has answered already; then it takes no call on this thread. */
const NOT_IDLE_YET = "sync methods require a fully idle database";

function inlineUnlessBusy<T>(inline: () => T): { answer: T } | null {
  try {
    return { answer: inline() };
  } catch (error) {
    if (error instanceof Error && error.message.includes(NOT_IDLE_YET)) return null;
    throw error;
  }
}

function connectionOver(native: Native, paces: Paces): Connection {
  let underWay = 0;
  const reading = new Map<string, boolean>();

  // A statement that was quick the last time runs on this thread: a round trip to a worker costs four times as much.
  async function perform<T>(sql: string, inline: () => T, worker: () => Promise<T>): Promise<T> {
    const start = performance.now();
    const isQuick = mayRunInline(paces, sql);
    const isInline = isQuick && underWay === 0 && isTurnShort(start);
    underWay += 1;
    try {
      // Nothing is awaited here: what is asked in the same breath finds this one done.
      const done = isInline ? inlineUnlessBusy(inline) : null;
      return done === null ? await worker() : done.answer;
    } finally {
      underWay -= 1;
      // What is quick and only gave way says nothing of its pace: it may have waited.
      if (isInline || !isQuick) rememberPace(paces, sql, performance.now() - start, isInline);
    }
  }

  return {
    all(sql, parameters) {
      const values = guardBoundValues(parameters);
      return perform(
        sql,
        () => native.allSync(sql, values),
        () => native.all(sql, values),
      );
    },
    run(sql, parameters) {
      const values = guardBoundValues(parameters);
      return perform(
        sql,
        () => native.runSync(sql, values).changes,
        async () => (await native.run(sql, values)).changes,
      );
    },
    execute: (script) => native.exec(script),
    load: () => underWay,
    async isReading(sql) {
      const known = reading.get(sql);
      if (known !== undefined) return known;
      const statement = await native.prepare(sql);
      const answer = statement.readonly === true;
      await statement.finalize();
      reading.set(sql, answer);
      return answer;
    },
    close: () => native.close(),
  };
}

export type BoundValue = string | number | null | Uint8Array;

/**
 * Refuses what the driver would store as something else: NaN and undefined become NULL, a Date a float,
 * true 1, and a NUL byte hides the rest of a text. A refusal is a bug of the caller, so it throws.
 */
export function guardBoundValues(values: readonly unknown[]): BoundValue[] {
  return values.map(guardBoundValue);
}

function guardBoundValue(value: unknown, position: number): BoundValue {
  if (value === null || value instanceof Uint8Array) return value;
  if (typeof value === "string" && !value.includes("\0")) return value;
  if (typeof value === "number" && isExact(value)) return value;
  throw new TypeError(`Value ${position + 1} of the statement cannot be stored: ${nameOf(value)}`);
}

function isExact(value: number): boolean {
  return Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value);
}

function nameOf(value: unknown): string {
  if (typeof value === "string") return "a text with a NUL character";
  if (typeof value === "number") return `the number ${value}`;
  if (value instanceof Date) return "a Date; give its ISO text";
  return typeof value;
}
