import { once } from "node:events";
import { pino } from "pino";
import sqlite3 from "sqlite3";
import { startRefits } from "#app/campaign/effectiveness/fits/refits.server.ts";
import { BROWSER_FILES, loadBuild } from "#app/server/build.ts";
import { makeServer } from "#app/server/server.ts";
import { type Database, openDatabase } from "#db/database.server.ts";
import type { Bench } from "./bench-context.ts";
import { changeElsewhere } from "./processor.ts";
import { signIn } from "./servers.ts";

type Value = string | number | null;
export type Statement = { sql: string; values: Value[] };
type Rows = Record<string, Value>[];
type Slot = { statement: number; row: number; column: string };

/** A page as a plain server would answer it: the statements that it reads, and its HTML as text with slots for what was read. */
export type RecordedPage = { path: string; statements: Statement[]; pieces: string[]; slots: Slot[] };

const SHORTEST_SLOT = 4;

/** The product in this process, with somebody signed in. */
type Opened = { database: Database; ask(path: string): Promise<string>; close(): Promise<void> };

/** The pages as text alone, and with the statements that they need when something has changed. */
export type Recorded = { text: RecordedPage[]; read: RecordedPage[] };

/**
 * Asks the product for each page after a change, and keeps the HTML and every statement that reached the driver: each is
 * asked once, and the quick bench holds a page to as few as it needs.
 */
export async function recordPages(bench: Bench): Promise<Recorded> {
  const { ask, close } = await openedPages(bench);
  try {
    const recorded: Recorded = { text: [], read: [] };
    for (const { path } of bench.pages) {
      await ask(path);
      await changeElsewhere(bench.database);
      const { statements, rows, result } = await recording(() => ask(path));
      const isRead = statements.map(({ sql }) => sql !== "pragma data_version");
      const asked = statements.filter((_, at) => isRead[at]);
      const found = rows.filter((_, at) => isRead[at]);
      recorded.text.push({ path, statements: [], pieces: [result], slots: [] });
      recorded.read.push({ path, statements: asked, ...withSlots(result, found) });
    }
    return recorded;
  } finally {
    await close();
  }
}

export async function openedPages(bench: Bench): Promise<Opened> {
  const build = await loadBuild();
  if (build === null) throw new Error("The pages are not built: run npm run build first");
  const database = await openDatabase(bench.database);
  const log = pino({ level: "silent" });
  const now = () => new Date();
  const refits = startRefits({ database, log, now });
  const server = makeServer({
    settings: {
      port: 0,
      host: "127.0.0.1",
      databasePath: bench.database,
      origin: null,
      logLevel: "silent",
      trustedProxy: null,
      mail: null,
    },
    database,
    build,
    browserFiles: BROWSER_FILES,
    log,
    now,
    refits,
    post: () => null,
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const base = `http://127.0.0.1:${port}`;
  const cookie = await signIn(base, bench.email, bench.password);
  return {
    database,
    ask: async (path) => (await fetch(base + path, { headers: { Cookie: cookie } })).text(),
    async close() {
      server.closeAllConnections();
      server.close();
      await refits.close();
      await database.close();
    },
  };
}

/** Runs the work and keeps what went through the driver meanwhile. */
export async function recording<T>(
  work: () => Promise<T>,
): Promise<{ statements: Statement[]; rows: Rows[]; result: T }> {
  const statements: Statement[] = [];
  const rows: Rows[] = [];
  // The driver's own methods: whoever reads, by whatever way, comes through one of these two.
  const driver = sqlite3.Database.prototype;
  const { all, allSync } = driver;
  const keep = ([sql, values]: unknown[], found: Rows) => {
    statements.push({ sql: String(sql), values: Array.isArray(values) ? [...values] : [] });
    rows.push(found);
    return found;
  };
  Object.assign(driver, {
    allSync(this: unknown, ...given: unknown[]) {
      return keep(given, Reflect.apply(allSync, this, given));
    },
    async all(this: unknown, ...given: unknown[]) {
      return keep(given, await Reflect.apply(all, this, given));
    },
  });
  try {
    return { result: await work(), statements, rows };
  } finally {
    Object.assign(driver, { all, allSync });
  }
}

/** Cuts the HTML at everything that was read from the database. */
function withSlots(html: string, rows: readonly Rows[]): Pick<RecordedPage, "pieces" | "slots"> {
  const slotsByText = new Map<string, Slot>();
  rows.forEach((found, statement) => {
    found.forEach((values, row) => {
      for (const [column, value] of Object.entries(values)) {
        const text = typeof value === "string" ? escapeHtml(value) : "";
        if (text.length >= SHORTEST_SLOT && html.includes(text)) {
          if (!slotsByText.has(text)) slotsByText.set(text, { statement, row, column });
        }
      }
    });
  });
  const texts = [...slotsByText.keys()].sort((a, b) => b.length - a.length);
  if (texts.length === 0) return { pieces: [html], slots: [] };
  const pattern = new RegExp(`(${texts.map(literally).join("|")})`);
  const parts = html.split(pattern);
  return {
    pieces: parts.filter((_, index) => index % 2 === 0),
    slots: parts.filter((_, index) => index % 2 === 1).flatMap((text) => slotsByText.get(text) ?? []),
  };
}

/** A pattern that matches the text itself. */
function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;",
};

/** Text as it stands in HTML, as React writes it. */
export function escapeHtml(value: string): string {
  return value.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);
}
