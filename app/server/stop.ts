import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { type Socket, Server as SocketServer } from "node:net";
import { setImmediate as passOfReading } from "node:timers/promises";
import type { Logger } from "pino";
import type { Post } from "#app/campaign/due-mail/post.server.ts";
import type { Refits } from "#app/campaign/effectiveness/fits/refits.server.ts";
import type { Database } from "#db/database.server.ts";
import type { Clockwork } from "./clockwork.ts";

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

/** Requests in hand get this long. */
const PATIENCE_MS = 8_000;

/** How long a request may have been on its way when the server was asked to end. */
const ON_ITS_WAY_MS = 1_000;

/** Takes no further connection, answers every request that was sent, and ends when all connections have. */
type EndConnections = () => Promise<void>;

/**
 * Follows the connections of a server, so that it can be ended without leaving a request unanswered. The server's own way
 * would cut each connection that waits for its next request, which may have been sent already: here each has a second
 * in which one arrives, and whatever is answered says that the connection closes.
 */
function followConnections(server: Server): EndConnections {
  const sockets = new Set<Socket>();
  const answers = new Set<ServerResponse>();
  let isEnding = false;
  let connected = 0;
  server.on("connection", (socket) => {
    connected += 1;
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.prependListener("request", (_request: IncomingMessage, response: ServerResponse) => {
    answers.add(response);
    if (isEnding) response.shouldKeepAlive = false;
    response.once("close", () => answers.delete(response));
  });
  const cutWhatWaits = () => {
    server.closeIdleConnections();
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
  };
  return async () => {
    isEnding = true;
    for (const answer of answers) answer.shouldKeepAlive = false;
    // A pass of reading takes over one connection that waits: passes go on until one brings none, within that second.
    const since = performance.now();
    for (let before = -1; connected > before && performance.now() - since < ON_ITS_WAY_MS; ) {
      before = connected;
      await passOfReading();
      await passOfReading();
    }
    const closed = new Promise<void>((resolve) => SocketServer.prototype.close.call(server, () => resolve()));
    const cut = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
    // Looked at right after a pass of reading, a connection that waits has nothing unread.
    const look = setInterval(() => {
      if (performance.now() - since > ON_ITS_WAY_MS) setImmediate(cutWhatWaits);
    }, 50);
    await closed;
    clearInterval(look);
    clearTimeout(cut);
  };
}
