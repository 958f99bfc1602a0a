import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import sqlite3 from "sqlite3";
import { loadBuild } from "#app/server/build.ts";
import { openDatabase } from "#db/database.server.ts";
import { builtRoutes } from "../support/built-routes.ts";
import { recordsByName, withRecords } from "../support/every-page.ts";
import type { Bench } from "./bench-context.ts";
import { FULL_LIBRARY, fillLibrary } from "./fill-library.ts";
import { fillToFullSize } from "./fill-to-full-size.ts";
import { type Probe, startProbe, WAIT_UNIT } from "./longest-wait.ts";
import { compared, notMeasured, type Row, type Rows } from "./row.ts";
import { signIn, startServer } from "./servers.ts";
import { type Sent, UNLAWFUL } from "./unlawful.ts";

/** Nobody waits longer for /healthz than that, whatever somebody else asks for, in ms. */
const LIMIT = 200;
/** Nor longer than that while a document or a calendar file is written, or what the effectiveness is made of is asked. */
const LIMIT_OF_WORKERS = 50;
const BY_WORKERS = /^GET \S+(\.(docx|pdf|md|csv|ics|vcf)$|\/reports\/effectiveness)/;
/** A request that is not answered by then is given up, in ms. */
const PATIENCE = 30_000;

const ROLES = ["reader", "officer", "clearer", "ministry", "administrator"] as const;

/** What every page is asked with: the widest days and the longest words that it takes. */
const WIDEST = new URLSearchParams({
  ...{ from: "1900-01-01", to: "2199-12-31", date: "2199-12-31", on: "2199-12-31", since: "1900-01-01" },
  ...{ year: "2199", period: "", view: "month", page: "100000", skip: "999999", history: "all", show: "all" },
  q: "the strategic autonomy of Europe in defence ".repeat(4).trim(),
}).toString();

type Asking = { address: string; probe: Probe };

/**
 * The longest that /healthz waits while each route in turn is asked for by each role, bare and with its largest lawful
 * input, and while unlawful requests run; with 20,000 events, 500 messages and 5,000 proof points stored.
 */
export async function* healthzMeanwhile(bench: Bench): Rows {
  const path = await filled(bench);
  const routes = await routesOf(path, bench.campaign);
  const server = await startServer("app/server/start.ts", { DATABASE_PATH: path });
  const probe = startProbe(server.address);
  const measure = (name: string, sent: readonly Sent[]) =>
    rowOf(name, sent, { address: server.address, probe });
  try {
    const cookies: string[] = [];
    for (const role of ROLES)
      cookies.push(await signIn(server.address, `${role}@demarche.example`, bench.password));
    yield await measure("nothing else", [{ path: "/healthz" }]);
    for (const { path: asked, hasLoader, hasAction } of routes) {
      const each = (sent: Sent) => cookies.map((cookie) => ({ ...sent, cookie }));
      const gets = [{ path: asked }, { path: `${asked}?${WIDEST}` }].flatMap(each);
      if (hasLoader) yield await measure(`GET ${asked}`, gets);
      if (hasAction) yield await measure(`POST ${asked}`, each({ path: asked, form: largestForm() }));
    }
    const [, officer = ""] = cookies;
    for (const { name, sent } of UNLAWFUL(`/c/${bench.campaign}`))
      yield await measure(`unlawful: ${name}`, [{ cookie: officer, ...sent }]);
  } finally {
    await probe.stop();
    await server.stop();
  }
}

async function filled(bench: Bench): Promise<string> {
  const path = join(bench.folder, "healthz.sqlite");
  await copyFile(bench.database, path);
  const native = await sqlite3.open(path);
  await fillToFullSize(native, bench.campaign);
  await fillLibrary(native, bench.campaign, FULL_LIBRARY);
  await native.close();
  return path;
}

async function routesOf(path: string, campaign: string) {
  const build = await loadBuild();
  if (build === null) throw new Error("The pages are not built: run npm run build first");
  const database = await openDatabase(path);
  const names = await recordsByName(database.read, campaign);
  await database.close();
  return builtRoutes(build)
    .filter((route) => (route.loader ?? route.action) !== null && !route.path.startsWith("/sign-"))
    .map((route) => ({
      path: withRecords(route.path, names),
      hasLoader: route.loader !== null,
      hasAction: route.action !== null,
    }))
    .toSorted((a, b) => a.path.localeCompare(b.path));
}

/** Just under 1 MB in the names that forms here have. */
function largestForm(): [string, string][] {
  const names = ["title", "text", "statement", "date", "reply", "note", "name", "act", "intent", "reason"];
  const long = "Europe carries more of its own defence. ".repeat(2_000);
  return names.map((name) => [name, long]);
}

/** The longest wait over all of these requests, one after the other. */
async function rowOf(name: string, sent: readonly Sent[], { address, probe }: Asking): Promise<Row> {
  await probe.longest();
  for (const one of sent) {
    const fault = await send(address, one);
    if (fault !== null) return notMeasured(name, 1, "ms", fault);
  }
  return compared(name, {
    measured: await probe.longest(),
    reference: BY_WORKERS.test(name) ? LIMIT_OF_WORKERS : LIMIT,
    target: 1,
    unit: WAIT_UNIT,
    samples: sent.length,
  });
}

/** Null when it was answered, or refused while it was still being sent. */
async function send(
  address: string,
  { path, cookie, form, body, type, origin }: Sent,
): Promise<string | null> {
  const content = form === undefined ? body : new URLSearchParams(form.map(([name, value]) => [name, value]));
  const headers = new Headers({ Origin: origin ?? address });
  if (cookie !== undefined) headers.set("Cookie", cookie);
  if (type !== undefined) headers.set("Content-Type", type);
  const method = content === undefined ? "GET" : "POST";
  const signal = AbortSignal.timeout(PATIENCE);
  try {
    const options = { method, headers, redirect: "manual", signal } as const;
    const answer = await fetch(
      address + path,
      content === undefined ? options : { ...options, body: content },
    );
    await answer.arrayBuffer();
    return null;
  } catch (fault) {
    if (signal.aborted) return `no answer within ${PATIENCE / 1000} s`;
    return fault instanceof TypeError ? null : String(fault);
  }
}
