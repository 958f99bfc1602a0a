import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import type { Connection } from "./sqlite3-connection.server.ts";

/** Several connections to one file, each with its own statements. */
class SeveralConnectionsAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

/** What a handle may do: asked before each connection is taken, and before each statement. Both throw to refuse. */
export type Permission = {
  enter(): void;
  statement(connection: Connection, query: CompiledQuery): Promise<void>;
};

/** A Kysely dialect over connections that stay open; transactions are the writer's business. */
export function sqlite3Dialect(connections: readonly Connection[], permission: Permission): Dialect {
  return {
    createAdapter: () => new SeveralConnectionsAdapter(),
    createDriver: () => driverOver(connections, permission),
    createIntrospector: (kysely) => new SqliteIntrospector(kysely),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** Lets only statements through that leave the file as it is. */
export async function refuseWriting(connection: Connection, query: CompiledQuery): Promise<void> {
  if (query.query.kind === "SelectQueryNode") return;
  if (query.query.kind === "RawNode" && (await connection.isReading(query.sql))) return;
  throw new Error("This handle reads only: write with database.change");
}

function driverOver(connections: readonly Connection[], permission: Permission): Driver {
  const pool = connections.map((connection) => ({
    connection,
    kysely: kyselyConnection(connection, permission),
  }));
  return {
    init: async () => undefined,
    async acquireConnection() {
      permission.enter();
      const least = pool.reduce((best, next) =>
        next.connection.load() < best.connection.load() ? next : best,
      );
      return least.kysely;
    },
    releaseConnection: async () => undefined,
    beginTransaction: refuseTransaction,
    commitTransaction: refuseTransaction,
    rollbackTransaction: refuseTransaction,
    destroy: async () => undefined,
  };
}

async function refuseTransaction(): Promise<never> {
  throw new Error("A transaction is begun by database.change only");
}

function kyselyConnection(connection: Connection, permission: Permission): DatabaseConnection {
  return {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      await permission.statement(connection, query);
      if (!returnsRows(query))
        return { rows: [], numAffectedRows: BigInt(await connection.run(query.sql, query.parameters)) };
      // Kysely leaves the row type to the caller; the rows are what SQLite returned.
      return { rows: (await connection.all(query.sql, query.parameters)) as R[] };
    },
    // biome-ignore lint/correctness/useYield: refuses instead of yielding.
    async *streamQuery() {
      throw new Error("Rows are read at once: page the query instead of streaming it");
    },
  };
}

function returnsRows({ query }: CompiledQuery): boolean {
  return (
    query.kind === "SelectQueryNode" ||
    query.kind === "RawNode" ||
    ("returning" in query && query.returning !== undefined)
  );
}
