import { troubleOf } from "./database-trouble.server.ts";
import type { Connection } from "./sqlite3-connection.server.ts";

/**
 * How the file is. cannot write: the last write failed, the next one is tried. cannot read: a read failed and has not
 * gone through since. damaged: it stays so until the server is started anew, and nothing is written.
 */
export type DatabaseCondition = "ready" | "cannot write" | "cannot read" | "damaged";

export type ConditionKeeper = {
  condition(): DatabaseCondition;
  /** As condition, after trying once more what could not be read. */
  lookAgain(): Promise<DatabaseCondition>;
  noteWrite(error: unknown): void;
  noteWritten(): void;
  /** The same connection, whose failures are noted. */
  watched(connection: Connection): Connection;
};

export function conditionKeeper(): ConditionKeeper {
  let isDamaged = false;
  let cannotWrite = false;
  let readAgain: (() => Promise<unknown>) | null = null;

  function condition(): DatabaseCondition {
    if (isDamaged) return "damaged";
    if (readAgain !== null) return "cannot read";
    return cannotWrite ? "cannot write" : "ready";
  }

  async function noting<T>(work: () => Promise<T>, again: () => Promise<unknown>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble === "damaged") isDamaged = true;
      if (trouble === "cannot read") readAgain = again;
      throw error;
    }
  }

  return {
    condition,
    async lookAgain() {
      const again = readAgain;
      if (again === null) return condition();
      try {
        await again();
        if (readAgain === again) readAgain = null;
      } catch (error) {
        if (troubleOf(error) === "damaged") isDamaged = true;
      }
      return condition();
    },
    noteWrite(error) {
      const trouble = troubleOf(error);
      if (trouble === "damaged") isDamaged = true;
      if (trouble === "cannot write") cannotWrite = true;
    },
    noteWritten() {
      cannotWrite = false;
    },
    watched(connection) {
      const readable = () => connection.all("select count(*) from sqlite_schema", []);
      return {
        ...connection,
        all(sql, parameters) {
          // A write with `returning` is not done a second time.
          const again = async () =>
            (await connection.isReading(sql)) ? connection.all(sql, parameters) : readable();
          return noting(() => connection.all(sql, parameters), again);
        },
        run: (sql, parameters) => noting(() => connection.run(sql, parameters), readable),
        execute: (script) => noting(() => connection.execute(script), readable),
      };
    },
  };
}
