import type { Server } from "node:http";
import type { Logger } from "pino";
import type { Refits } from "#app/effectiveness-fits/refits.ts";
import type { Post } from "#app/mail/post.ts";
import type { Database } from "#db/database.server.ts";
import type { Clockwork } from "./clockwork.ts";

/** Requests in hand get this long; with the database's closing the whole stays within 10 s. */
const PATIENCE_MS = 8_000;

/** What has to end with the server. */
type Running = {
  server: Server;
  clockwork: Clockwork;
  refits: Refits;
  post: Post | null;
  database: Database;
};

/**
 * Stops taking requests, finishes those in hand, the work of the minute and the letter in hand, gives up an estimate under
 * way, and closes the database.
 */
export async function stopServer({ server, clockwork, refits, post, database }: Running): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  const cut = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
  await Promise.all([closed, clockwork.stop(), refits.close(), post?.stop()]);
  clearInterval(idle);
  clearTimeout(cut);
  await database.close();
}

/** Stops the server once when the process is asked to end; a second signal ends it at once. */
export function stopOnSignal(running: Running, log: Logger): void {
  let isStopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (isStopping) process.exit(1);
    isStopping = true;
    log.info({ signal }, "stopping");
    stopServer(running).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}
