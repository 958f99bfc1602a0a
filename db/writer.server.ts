import { AsyncLocalStorage } from "node:async_hooks";
import type { ConditionKeeper } from "./condition.server.ts";
import { DatabaseStopped } from "./database-trouble.server.ts";
import type { Connection } from "./sqlite3-connection.server.ts";

export type Writer = {
  /** Runs the work between BEGIN IMMEDIATE and COMMIT, one at a time, in order of asking. A result that is not ok leaves nothing behind. */
  transaction<T extends { ok: boolean }>(work: (connection: Connection) => Promise<T>): Promise<T>;
  /** Runs what cannot run inside a transaction, in its turn between them. */
  between(work: (connection: Connection) => Promise<void>): Promise<void>;
  /** Resolves when all that was asked for has ended. */
  finish(): Promise<void>;
};

const writing = new AsyncLocalStorage<{ open: boolean }>();

/** Whether the caller runs inside a transaction that is still open. */
export function isInsideTransaction(): boolean {
  return writing.getStore()?.open === true;
}

/** `written` is done after each change; that it fails is no fault of the change. */
export function writerOver(
  connection: Connection,
  keeper: ConditionKeeper,
  written: () => Promise<void>,
): Writer {
  let last: Promise<unknown> = Promise.resolve();

  async function attempt<T extends { ok: boolean }>(
    work: (connection: Connection) => Promise<T>,
  ): Promise<T> {
    if (keeper.condition() === "damaged")
      throw new DatabaseStopped("The database file is damaged: writing has stopped");
    try {
      const result = await perform(connection, work);
      keeper.noteWritten();
      await written().catch(keeper.noteWrite);
      return result;
    } catch (error) {
      keeper.noteWrite(error);
      throw error;
    }
  }

  return {
    transaction(work) {
      if (isInsideTransaction())
        throw new Error("A change cannot begin inside another change: pass it on instead");
      const mine = last.then(() => attempt(work));
      last = mine.catch(() => undefined);
      return mine;
    },
    between(work) {
      const mine = last.then(() => work(connection)).then(written);
      last = mine.catch(() => undefined);
      return mine;
    },
    finish: async () => {
      await last;
    },
  };
}

async function perform<T extends { ok: boolean }>(
  connection: Connection,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  await connection.execute("begin immediate");
  const scope = { open: true };
  try {
    const result = await writing.run(scope, () => work(within(connection, scope)));
    scope.open = false;
    await connection.execute(result.ok ? "commit" : "rollback");
    return result;
  } catch (error) {
    scope.open = false;
    await rollBack(connection);
    throw error;
  }
}

/** The connection for as long as the transaction is open: afterwards a forgotten promise cannot write into another's. */
function within(connection: Connection, scope: { open: boolean }): Connection {
  const refuseLate = () => {
    if (!scope.open) throw new Error("This change has ended");
  };
  return {
    ...connection,
    async all(sql, parameters) {
      refuseLate();
      return connection.all(sql, parameters);
    },
    async run(sql, parameters) {
      refuseLate();
      return connection.run(sql, parameters);
    },
  };
}

// SQLite rolls back by itself on a full disk or a broken commit; that second rollback is the one error to swallow.
async function rollBack(connection: Connection): Promise<void> {
  try {
    await connection.execute("rollback");
  } catch (error) {
    if (!(error instanceof Error && error.message.includes("no transaction is active"))) throw error;
  }
}
