import type { Server } from "node:http";
import type { Logger } from "pino";
import type { Database } from "#db/database.server.ts";

/** Requests in hand get this long; with the database's closing the whole stays within 10 s. */
const PATIENCE_MS = 8_000;

/** Stops taking requests, finishes those in hand, and closes the database. */
export async function stopServer(server: Server, database: Database): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  const cut = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
  await closed;
  clearInterval(idle);
  clearTimeout(cut);
  await database.close();
}

/** Stops the server once when the process is asked to end; a second signal ends it at once. */
export function stopOnSignal(server: Server, database: Database, log: Logger): void {
  let isStopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (isStopping) process.exit(1);
    isStopping = true;
    log.info({ signal }, "stopping");
    stopServer(server, database).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}
