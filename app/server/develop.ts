import "./node-version.js";
import { once } from "node:events";
import { createServer } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import { createServer as createVite } from "vite";
import { type Post, startPost } from "#app/campaign/due-mail/post.server.ts";
import { startRefits } from "#app/campaign/effectiveness/fits/refits.server.ts";
import { readSettings } from "#app/http/environment.ts";
import { BROWSER_FILES } from "./build.ts";
import { everyMinute, startClockwork } from "./clockwork.ts";
import { openLog } from "./log.ts";
import { openForServer } from "./own-database.ts";
import { makeServer } from "./server.ts";
import { stopOnSignal } from "./stop.ts";

// `npm run dev`: the same server over the sources; Vite answers for scripts and styles, before the gate.
const read = readSettings(process.env);
if (!read.ok) throw new Error(read.sentence);
const { settings } = read;
const opened = await openForServer(settings.databasePath);
if (!opened.ok) throw new Error(opened.sentence);
const { database, lock } = opened;

const vite = await createVite({ server: { middlewareMode: true }, appType: "custom" });
const log = openLog(settings.logLevel);
const now = () => new Date();
const refits = startRefits({ database, log, now });
let post: Post | null = null;
const pages = makeServer({
  settings,
  database,
  build: loadSources,
  browserFiles: BROWSER_FILES,
  log,
  now,
  refits,
  post: () => post,
});
const server = createServer((request, response) => {
  vite.middlewares(request, response, () => pages.emit("request", request, response));
});
server.listen(settings.port, settings.host);
await once(server, "listening");
const origin = settings.origin ?? `http://${settings.host}:${settings.port}`;
await lock.sayAddress(origin);
if (settings.mail !== null) post = startPost({ database, mail: settings.mail, origin, log, now });
const clockwork = startClockwork({ database, settings, log, now }, everyMinute(refits));
stopOnSignal({ server, clockwork, refits, post, database }, log);
console.log(`Demarche, running from source, is at ${origin}`);

async function loadSources(): Promise<ServerBuild> {
  const sources = await vite.ssrLoadModule("virtual:remix/server-build");
  if (!isBuild(sources)) throw new Error("Vite did not return the pages.");
  return sources;
}

function isBuild(sources: object): sources is ServerBuild {
  return "routes" in sources && "entry" in sources && "assets" in sources;
}
