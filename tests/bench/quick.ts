import { readFile } from "node:fs/promises";
import { addAudience } from "../support/builders/audience.ts";
import type { Bench } from "./bench-context.ts";
import { firstVisit } from "./first-visit.ts";
import { htmlSizes } from "./html-size.ts";
import { openedPages, recording } from "./recorded-page.ts";
import { limited, type Row, type Rows } from "./row.ts";
import { signIn, startServer } from "./servers.ts";

const KILOBYTE = 1024;
const MEBIBYTE = 1024 ** 2;
const FONTS_LIMIT = 90 * KILOBYTE;
/** What a server holds that has answered nothing but a sign-in, and one that has answered each page some times. */
const AT_REST_LIMIT = 170 * MEBIBYTE;
const AFTER_PAGES_LIMIT = 220 * MEBIBYTE;
const TIMES = 40;

/** Statements that a page asks for when something has just been changed, and when nothing has; the look at SQLite's counter
 * of changes is none. */
const STATEMENTS: Readonly<Record<string, { changed: number; unchanged: number }>> = {
  overview: { changed: 25, unchanged: 0 },
  week: { changed: 16, unchanged: 0 },
  message: { changed: 34, unchanged: 0 },
  audience: { changed: 18, unchanged: 0 },
};

/** What must not grow, counted and not timed: statements a page, bytes of pages, scripts, styles and fonts, memory. */
export async function* quick(bench: Bench): Rows {
  yield* statementsOfPages(bench);
  yield* htmlSizes(bench);
  yield* firstVisit(bench);
  yield await fontsOfCalendar();
  yield* memory(bench);
}

async function* statementsOfPages(bench: Bench): Rows {
  const opened = await openedPages(bench);
  try {
    for (const { name, path } of bench.pages) {
      const limits = STATEMENTS[name];
      if (limits === undefined) throw new Error(`No limit is set for the ${name} page`);
      const asked = async () => {
        const { statements } = await recording(() => opened.ask(path));
        return statements.filter(({ sql }) => sql !== "pragma data_version").length;
      };
      await opened.ask(path);
      await addAudience(opened.database, `Beside the ${name} page`);
      yield limited(`${name} page, after a change`, await asked(), limits.changed, "statements");
      yield limited(`${name} page, after none`, await asked(), limits.unchanged, "statements");
    }
  } finally {
    await opened.close();
  }
}

/** The upright faces, which every page of the product needs; they are compressed as they are. */
async function fontsOfCalendar(): Promise<Row> {
  const faces = await Promise.all(["sans", "serif"].map((face) => readFile(`app/ui/fonts/${face}.woff2`)));
  const bytes = faces.reduce((sum, { length }) => sum + length, 0);
  return limited("calendar, fonts", bytes, FONTS_LIMIT);
}

async function* memory(bench: Bench): Rows {
  const start = () => startServer("app/server/start.ts", { DATABASE_PATH: bench.database });
  // The first start after an update compiles, and keeps what it compiled for those after it.
  await (await start()).stop();
  const product = await start();
  try {
    const cookie = await signIn(product.address, bench.email, bench.password);
    yield limited("memory at rest", await residentBytes(product.processId), AT_REST_LIMIT);
    for (let time = 0; time < TIMES; time += 1)
      for (const { path } of bench.pages)
        await (await fetch(product.address + path, { headers: { Cookie: cookie } })).text();
    const after = await residentBytes(product.processId);
    yield limited(`memory after ${TIMES * bench.pages.length} pages`, after, AFTER_PAGES_LIMIT);
  } finally {
    await product.stop();
  }
}

async function residentBytes(processId: number): Promise<number> {
  const status = await readFile(`/proc/${processId}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * KILOBYTE;
}
