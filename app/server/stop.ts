import type { Server } from "node:http";
import type { Logger } from "pino";
import type { Refits } from "#app/campaign/effectiveness/fits/refits.server.ts";
import type { Post } from "#app/campaign/mail/post.server.ts";
import type { Database } from "#db/database.server.ts";
import type { Clockwork } from "./clockwork.ts";
import { type EndConnections, followConnections } from "./end-connections.ts";

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
 * way, and closes the database, all within 10 s.
 */
async function stop({ clockwork, refits, post, database }: Running, endConnections: EndConnections) {
  await Promise.all([endConnections(), clockwork.stop(), refits.close(), post?.stop()]);
  await database.close();
}

/** Stops the server once when the process is asked to end; a second signal ends it at once. */
export function stopOnSignal(running: Running, log: Logger): void {
  const endConnections = followConnections(running.server);
  let isStopping = false;
  const stopOnce = (signal: NodeJS.Signals) => {
    if (isStopping) process.exit(1);
    isStopping = true;
    log.info({ signal }, "stopping");
    stop(running, endConnections).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGTERM", stopOnce);
  process.on("SIGINT", stopOnce);
}
