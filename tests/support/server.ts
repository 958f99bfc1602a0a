import { once } from "node:events";
import type { Server } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import { pino } from "pino";
import type { Post } from "#app/campaign/due-mail/post.server.ts";
import { startRefits } from "#app/campaign/effectiveness/fits/refits.server.ts";
import type { Settings } from "#app/http/environment.ts";
import { BROWSER_FILES, loadBuild } from "#app/server/build.ts";
import { CONNECTION_LIMITS, makeServer, type ServerParts } from "#app/server/server.ts";
import type { Database } from "#db/database.server.ts";
import { atEndOfFile } from "./end-of-file.ts";

/** The pages as they were built. */
export async function builtPages(): Promise<ServerBuild> {
  const build = await loadBuild();
  if (build === null) throw new Error("The pages are not built: run npm run build first");
  return build;
}

/** The product on a free port, as `npm start` runs it; `npm run build` comes first. The clock may be set. */
export async function startedServer(
  database: Database,
  given: Partial<Settings> & {
    now?: () => Date;
    headersTimeout?: number;
    requestTimeout?: number;
    post?: Post | null;
  } = {},
): Promise<{ address: string; server: Server }> {
  const build = await builtPages();
  const {
    now = () => new Date(),
    headersTimeout = CONNECTION_LIMITS.headersTimeout,
    requestTimeout = CONNECTION_LIMITS.requestTimeout,
    post = null,
    ...settings
  } = given;
  const timeouts = { headersTimeout: Math.min(headersTimeout, requestTimeout), requestTimeout };
  const limits = { ...CONNECTION_LIMITS, ...timeouts, connectionsCheckingInterval: 100 };
  const log = pino({ level: "silent" });
  const refits = startRefits({ database, log, now });
  atEndOfFile(() => refits.close());
  const parts: ServerParts = {
    settings: {
      port: 0,
      host: "127.0.0.1",
      databasePath: database.path,
      origin: null,
      logLevel: "silent",
      trustedProxy: null,
      mail: null,
      ...settings,
    },
    database,
    build,
    browserFiles: BROWSER_FILES,
    log,
    now,
    refits,
    post: () => post,
  };
  const server = makeServer(parts, limits);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  atEndOfFile(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The server has no port");
  return { address: `http://127.0.0.1:${address.port}`, server };
}
