import crypto from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import { newBrowser } from "../support/browser.ts";
import { builtRoutes } from "../support/built-routes.ts";
import { DEMO_CAMPAIGN, type Demo, demoCookie, type Person, startedDemo } from "../support/demo.ts";
import { recordsByName, withRecords } from "../support/every-page.ts";
import { startedProcess } from "../support/process.ts";
import { builtPages } from "../support/server.ts";
import { openPage } from "../support/signed-in.ts";
import { wordsOfAnswer } from "../support/words-of-answer.ts";

const FOLDER = process.env.ANSWERS_FOLDER ?? "";
const WIDTHS = process.env.ANSWERS_PICTURES === "none" ? [] : ([1440, 390] as const);
const PEOPLE: readonly (Person | null)[] = [
  "officer",
  "clearer",
  "ministry",
  "reader",
  "administrator",
  null,
];
const VIEWS = ["week", "month", "year", "agenda", "place"];

const COMMANDS: readonly (readonly string[])[] = [
  ...["", "account", "backup", "export", "import", "messages", "effectiveness", "report"].map((name) =>
    [name, "--help"].filter((word) => word !== ""),
  ),
  ["account", "list"],
  ["account", "list", "--json"],
  ["messages", "check", "messages"],
  ["report", "effectiveness", "--campaign", DEMO_CAMPAIGN, "--as-of", "2026-11-10"],
  ["report", "case", "--campaign", DEMO_CAMPAIGN, "--as-of", "2026-11-10"],
];

/** The same records have the same identifiers in each run. */
function drawTheSameEachTime(): void {
  let state = 1;
  crypto.randomFillSync = <T extends NodeJS.ArrayBufferView>(into: T): T => {
    const bytes = new Uint8Array(into.buffer, into.byteOffset, into.byteLength);
    for (let at = 0; at < bytes.length; at += 1) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      bytes[at] = state >>> 24;
    }
    return into;
  };
  syncBuiltinESMExports();
}

/** What differs from run to run, and what the build names by its bytes, is named by the order in which it comes. */
function steady(text: string, address: string): string {
  const ids = new Map<string, string>();
  return text
    .replaceAll(address, "ADDRESS")
    .replaceAll(new URL(address).host, "HOST")
    .replaceAll(/(W3CDTF">)[^<]+/g, "$1NOW")
    .replaceAll(/(<w:bookmark[^>]*w:id=")\d+/g, "$1N")
    .replaceAll(/\b[a-z2-7]{20}\b/g, (id) => {
      const name = ids.get(id) ?? `ID${ids.size + 1}`;
      ids.set(id, name);
      return name;
    })
    .replaceAll(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, "UUID")
    .replaceAll(/(\/assets\/[\w.-]+?)-[\w-]{8}\.(js|css|woff2)/g, "$1.$2")
    .replaceAll(/><(?=[a-z/])/g, ">\n<");
}

const keep = (name: string, content: string | Uint8Array) =>
  writeFile(join(FOLDER, name.replaceAll(/[^\w.:=?&-]+/g, "_")), content);

/** The path of every route and list of records, with the name under which its answer is kept. */
async function everyPath({
  database: { read },
}: Demo): Promise<{ name: string; path: string; isPage: boolean }[]> {
  const names = await recordsByName(read, DEMO_CAMPAIGN);
  const home = `/c/${DEMO_CAMPAIGN}`;
  const routes = builtRoutes(await builtPages())
    .filter(({ loader, path }) => loader !== null && path !== "/sign-out" && !path.startsWith("/set-up"))
    .map(({ path, isPage }) => ({ name: path, path: withRecords(path, names), isPage }));
  const events = await read
    .selectFrom("outreach_event")
    .select("id")
    .where("campaign_id", "=", DEMO_CAMPAIGN)
    .orderBy("day")
    .orderBy("title")
    .execute();
  const papers = await read
    .selectFrom("talking_points")
    .select("id")
    .where("campaign_id", "=", DEMO_CAMPAIGN)
    .orderBy("title")
    .execute();
  const records = [
    ...events.flatMap(({ id }, at) =>
      ["", "/brief"].map((page) => [`event ${at}${page}`, `/events/${id}${page}`]),
    ),
    ...papers.map(({ id }, at) => [`paper ${at}`, `/talking-points/${id}`]),
    ...VIEWS.map((view) => [`calendar ${view}`, `/calendar?view=${view}`]),
  ];
  return [
    ...routes,
    ...records.map(([name = "", path = ""]) => ({ name, path: home + path, isPage: true })),
    ...["nato", "senate", "zzz"].map((words) => ({
      name: `find ${words}`,
      path: `/find?q=${words}`,
      isPage: true,
    })),
  ];
}

test("what every page and file answers to each role", async () => {
  drawTheSameEachTime();
  await mkdir(FOLDER, { recursive: true });
  const demo = await startedDemo();
  const paths = await everyPath(demo);
  const cookies = new Map<Person | null, string | null>([[null, null]]);
  for (const person of PEOPLE) if (person !== null) cookies.set(person, await demoCookie(demo, person));
  for (const person of PEOPLE) {
    for (const { name, path } of paths) {
      const answer = await openPage(demo.address, path, cookies.get(person) ?? null);
      const type = String(answer.headers["content-type"] ?? "");
      const words = `${answer.status} ${type}\n${await wordsOfAnswer(answer)}`;
      await keep(`${person ?? "nobody"} ${name}.txt`, steady(words, demo.address));
    }
  }
  for (const width of WIDTHS) {
    const page = await (await newBrowser({ width, javaScript: false, scheme: "light" })).newPage();
    for (const person of ["clearer", "administrator"] as const) {
      await page.context().clearCookies();
      const cookie = cookies.get(person) ?? "";
      const [name, value] = [cookie.slice(0, cookie.indexOf("=")), cookie.slice(cookie.indexOf("=") + 1)];
      await page.context().addCookies([{ name, value, url: demo.address }]);
      for (const { name, path } of paths.filter(
        (one) => one.isPage && one.path.startsWith("/admin") === (person === "administrator"),
      )) {
        await page.goto(demo.address + path);
        await keep(`${width} ${name}.png`, await page.screenshot({ fullPage: true, animations: "disabled" }));
      }
    }
  }
  expect(paths.length).toBeGreaterThan(200);
});

test("what every command answers", async () => {
  const demo = await startedDemo();
  for (const args of COMMANDS) {
    const environment = { DATABASE_PATH: demo.database.path };
    const { code, output, errors } = await startedProcess("app/cli/demarche.ts", {
      args: [...args],
      environment,
    }).ended;
    const said = `${code}\n${output}\n${errors}`.replaceAll(demo.database.path, "DATABASE");
    await keep(`command ${args.join(" ")}.txt`, steady(said, demo.address));
  }
});
