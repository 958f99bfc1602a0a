import "./node-version.js";
import { once } from "node:events";
import { newSetUpPath } from "#app/campaign/accounts/set-up-link.server.ts";
import type { Post } from "#app/campaign/due-mail/post.server.ts";
import { startRefits } from "#app/campaign/effectiveness/fits/refits.server.ts";
import { readSettings } from "#app/http/environment.ts";
import { datesOutsideInWords, listDatesOutside } from "#db/dates-outside.server.ts";
import { BROWSER_FILES, loadBuild } from "./build.ts";
import { everyMinute, startClockwork } from "./clockwork.ts";
import { openLog } from "./log.ts";
import { openForServer } from "./own-database.ts";
import { makeServer } from "./server.ts";
import { stopOnSignal } from "./stop.ts";

function refuseToStart(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

const read = readSettings(process.env);
if (!read.ok) refuseToStart(read.sentence);
const { settings } = read;

const build = await loadBuild();
if (build === null) refuseToStart("The pages are not built yet: run npm run build, or start with npm start.");

const opened = await openForServer(settings.databasePath);
if (!opened.ok) refuseToStart(opened.sentence);
const { database, lock } = opened;

const log = openLog(settings.logLevel);
const now = () => new Date();
const refits = startRefits({ database, log, now });
let post: Post | null = null;
const server = makeServer({
  settings,
  database,
  build,
  browserFiles: BROWSER_FILES,
  log,
  now,
  refits,
  post: () => post,
});

server.on("error", (fault: NodeJS.ErrnoException) => {
  refuseToStart(
    `Demarche cannot listen on HOST ${settings.host} and PORT ${settings.port} (${fault.code ?? fault.name}).`,
  );
});
const outside = await listDatesOutside(database.read);
const setUpPath = await newSetUpPath(database, now());
server.listen(settings.port, settings.host);
await once(server, "listening");

const address = server.address();
const port = typeof address === "object" && address !== null ? address.port : settings.port;
const host = settings.host.includes(":") ? `[${settings.host}]` : settings.host;
const origin = settings.origin ?? `http://${host}:${port}`;
await lock.sayAddress(origin);
if (settings.mail !== null) {
  // What speaks SMTP stays out of the memory of a server without mail.
  const { startPost } = await import("#app/campaign/due-mail/post.server.ts");
  post = startPost({ database, mail: settings.mail, origin, log, now });
}
const clockwork = startClockwork({ database, settings, log, now }, everyMinute(refits));
stopOnSignal({ server, clockwork, refits, post, database }, log);
console.log(`Demarche is at ${origin}`);
for (const dates of outside) console.log(datesOutsideInWords(dates));
if (setUpPath !== null)
  console.log(`The database is new. Set it up with this one-time link: ${origin}${setUpPath}`);
