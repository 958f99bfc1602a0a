import "#app/server/node-version.js";
import { once } from "node:events";
import { createServer } from "node:net";
import { parseArgs } from "node:util";
import { normalisePassword } from "#app/campaign/accounts/account.ts";
import { readSettings, type Settings } from "#app/http/environment.ts";
import { lockOwnDatabase } from "#app/server/own-database.ts";
import { formatDayWithYear } from "#app/time/format.ts";
import { accountsWithPassword, DEMO_ACCOUNTS, DEMO_DATABASE_PATH, prepareDemo } from "./demo-database.ts";

/** Without DEMO_PASSWORD. The sample holds nothing worth hiding, and the demo listens on this machine only. */
const DEFAULT_PASSWORD = "sample-campaign";
const LONGEST_PASSWORD = 1000;
const WRONG_USE = 2;
const MAKE_ANEW = "To create it again: npm run demo -- --fresh";

const isFresh = readArguments();
const path = process.env.DATABASE_PATH || DEMO_DATABASE_PATH;
const read = readSettings({ ...process.env, DATABASE_PATH: path });
if (!read.ok) stop(read.sentence, 1);
if (!(await isPortFree(read.settings))) {
  const { host, port } = read.settings;
  stop(`HOST ${host} and PORT ${port} cannot be used: the demo may already be running there.`, 1);
}
const chosen = normalisePassword(process.env.DEMO_PASSWORD ?? "");
if (chosen.length > LONGEST_PASSWORD) {
  stop(`DEMO_PASSWORD takes a password of at most ${LONGEST_PASSWORD} characters.`, 1);
}
const password = chosen || DEFAULT_PASSWORD;

// A demo at another port may work on the same file, which is not to be made anew under it.
const locked = await lockOwnDatabase(path);
if (!locked.ok) stop(locked.sentence, 1);
const now = new Date();
const prepared = await prepareDemo(path, { isFresh, password, now });
if (!prepared.ok) stop(prepared.sentence, 1);
const having = await accountsWithPassword(path, password, { mustHave: chosen !== "", now });
if (!having.ok) stop(`${having.sentence} ${MAKE_ANEW}`, 1);
await locked.lock.release();

process.env.DATABASE_PATH = path;
await import("#app/server/start.ts");
console.log(`Sample data, created on ${formatDayWithYear(prepared.madeOn)}, in ${path}.`);
console.log(MAKE_ANEW);
console.log(`Sign in with the password ${password} as:`);
for (const account of DEMO_ACCOUNTS) {
  const elsewhere = having.accounts.includes(account) ? "" : " (with the password set for that account)";
  console.log(`  ${account.email.padEnd(32)}${account.name}, ${account.roles[0]?.role}${elsewhere}`);
}

function readArguments(): boolean {
  try {
    const { values } = parseArgs({ options: { fresh: { type: "boolean", default: false } } });
    return values.fresh;
  } catch {
    return stop(
      "npm run demo takes no argument except -- --fresh, which creates the sample again.",
      WRONG_USE,
    );
  }
}

function stop(sentence: string, code: number): never {
  console.error(sentence);
  process.exit(code);
}

/** Whether nobody listens where the product will: a demo that runs there keeps the database that it works on. */
async function isPortFree({ host, port }: Pick<Settings, "host" | "port">): Promise<boolean> {
  const server = createServer();
  const isFree = await once(server.listen(port, host), "listening").then(
    () => true,
    () => false,
  );
  if (isFree) await once(server.close(), "close");
  return isFree;
}
