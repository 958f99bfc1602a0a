import type { Connection, Row } from "./sqlite3-connection.server.ts";

/** Rows of a read, for whoever asks the same again before anything is written. */
export type RowKeeper = {
  /** The same connection, whose reads are answered from what is kept. It must only read. */
  over(connection: Connection): Connection;
  /** Something has been written here: what is kept is asked for anew. */
  forget(): void;
};

/** So many values are kept at most, and of one read; text, of a key as well, counts as one for each hundred letters. */
const MOST_VALUES = 200_000;
const MOST_OF_ONE = 20_000;
const LETTERS_OF_A_VALUE = 100;
const MOST_STATEMENTS = 5_000;

type Kept = { rows: Promise<readonly Row[]>; values: number };

/**
 * Keeps the rows of reads until a change is committed, by this process or another. SQLite counts the commits that others
 * made to a file (`pragma data_version`), and `counter`, a connection for that alone, is asked once a turn of the event
 * loop before anything kept is handed out: whoever asks sees what had been committed when it asked, as without this. A read
 * that was under way when something was written is not kept. Rows are frozen, since many share them.
 */
export function rowKeeper(counter: Connection): RowKeeper {
  const reads = boundedReads();
  const commits = commitWatch(counter, reads.forget);
  return {
    over: (connection) => ({
      ...connection,
      async all(sql, parameters) {
        const values = textOf(parameters);
        if (values === null) return connection.all(sql, parameters);
        await commits.lookOnceATurn();
        const key = reads.keyOf(sql, values);
        const rows = reads.find(key) ?? reads.keep(key, connection.all(sql, parameters));
        return [...(await rows)];
      },
    }),
    forget() {
      reads.forget();
      commits.lookAnew();
    },
  };
}

/** Calls `written` where the file has been written to by another connection since the last look. */
function commitWatch(counter: Connection, written: () => void) {
  let version: unknown = null;
  let looked: Promise<void> | null = null;

  async function look(): Promise<void> {
    const [row] = await counter.all("pragma data_version", []);
    if (row?.data_version !== version) written();
    version = row?.data_version;
  }

  function lookAnew(): void {
    looked = null;
  }

  function lookOnceATurn(): Promise<void> {
    if (looked === null) {
      looked = look();
      setImmediate(lookAnew);
    }
    return looked;
  }

  return { lookOnceATurn, lookAnew };
}

/** Reads by what they ask; those that were asked for longest ago go first when there are too many. */
function boundedReads() {
  const kept = new Map<string, Kept>();
  const numbers = new Map<string, number>();
  let total = 0;

  function drop(key: string, entry: Kept): void {
    if (kept.get(key) !== entry) return;
    kept.delete(key);
    total -= entry.values;
  }

  function settle(key: string, entry: Kept, values: number): void {
    if (kept.get(key) !== entry) return;
    entry.values += values;
    total += values;
    if (values > MOST_OF_ONE) drop(key, entry);
    for (const [oldest, other] of kept) {
      if (total <= MOST_VALUES) return;
      drop(oldest, other);
    }
  }

  function forget(): void {
    kept.clear();
    numbers.clear();
    total = 0;
  }

  return {
    forget,
    /** The statement by a number: its text is long, and would be read through each time that the key is looked up. */
    keyOf(sql: string, values: string): string {
      if (numbers.size >= MOST_STATEMENTS) forget();
      const number = numbers.get(sql) ?? numbers.size;
      numbers.set(sql, number);
      return `${number} ${values}`;
    },
    find(key: string): Promise<readonly Row[]> | null {
      const found = kept.get(key);
      if (found === undefined) return null;
      kept.delete(key);
      kept.set(key, found);
      return found.rows;
    },
    keep(key: string, reading: Promise<Row[]>): Promise<readonly Row[]> {
      const entry: Kept = { rows: reading.then(frozen), values: Math.ceil(key.length / LETTERS_OF_A_VALUE) };
      kept.set(key, entry);
      total += entry.values;
      entry.rows.then(
        (rows) => settle(key, entry, valuesIn(rows)),
        () => drop(key, entry),
      );
      return entry.rows;
    },
  };
}

/** The values of a read, or null where one is none that text can stand for. */
function textOf(parameters: readonly unknown[]): string | null {
  const isPlain = parameters.every(
    (value) => value === null || typeof value === "string" || typeof value === "number",
  );
  return isPlain ? JSON.stringify(parameters) : null;
}

function frozen(rows: Row[]): readonly Row[] {
  for (const row of rows) Object.freeze(row);
  return rows;
}

/** Counted no further than to more than is kept of one read. */
function valuesIn(rows: readonly Row[]): number {
  let values = 0;
  for (const row of rows)
    for (const value of values > MOST_OF_ONE ? [] : Object.values(row))
      values += typeof value === "string" ? 1 + Math.floor(value.length / LETTERS_OF_A_VALUE) : 1;
  return values;
}
