import { readFile } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";
import { readReceptionReport } from "#app/campaign/effectiveness/reception-report.server.ts";
import { levelInDigits } from "#app/method/figure.ts";
import { freshPath } from "../support/database.ts";
import { DEMO_CAMPAIGN, type Demo, demoCookie, startedDemo } from "../support/demo.ts";
import { startedProcess } from "../support/process.ts";
import { openPage } from "../support/signed-in.ts";

const DAY = "2026-11-10";
const PAGE = `/c/${DEMO_CAMPAIGN}/reports/effectiveness`;
let demo: Demo;
let cookie: string;

beforeAll(async () => {
  demo = await startedDemo();
  cookie = await demoCookie(demo, "officer");
});

function demarche(...args: string[]) {
  const environment = { DATABASE_PATH: demo.database.path };
  return startedProcess("app/cli/demarche.ts", { args, environment }).ended;
}

const asked = ["--campaign", DEMO_CAMPAIGN, "--on", DAY];
const report = () =>
  readReceptionReport(demo.database.read, { id: DEMO_CAMPAIGN, startsOn: "2025-07-01" }, DAY);

/** The largest difference of two lists of figures, key by key. */
function difference(shown: readonly object[], given: readonly object[]): number {
  const each = shown.flatMap((figure, at) =>
    Object.entries(figure).map(([key, value]) =>
      typeof value === "number" ? Math.abs(value - Number(Reflect.get(given[at] ?? {}, key))) : 0,
    ),
  );
  return Math.max(...each, shown.length === given.length ? 0 : Number.POSITIVE_INFINITY);
}

test("page, CSV, command line and case file give the same figures", async () => {
  const { rows, byMessage, ...rest } = await report();
  const page = (await openPage(demo.address, PAGE, cookie)).text;
  for (const figure of [...byMessage, ...rows].flatMap((row) => ("figure" in row ? row.figure : row.figures)))
    if (figure.notes > 0) expect(page).toContain(levelInDigits(figure.mean));

  const printed = await demarche("report", "effectiveness", ...asked);
  expect(printed.code).toBe(0);
  const { opened } = JSON.parse(printed.output);
  expect(opened.file).toBe(demo.database.path);
  expect(JSON.parse(printed.output)).toEqual(
    JSON.parse(JSON.stringify({ opened, campaign: DEMO_CAMPAIGN, rows, byMessage, ...rest })),
  );

  const csv = await openPage(demo.address, `${PAGE}.csv`, cookie);
  const sameCsv = await demarche("report", "effectiveness", ...asked, "--csv");
  expect(sameCsv.output).toBe(csv.text);
  const levels = csv.text.split("\r\n").slice(1, -1);
  expect(levels.filter((line) => !line.endsWith(",TLP:AMBER"))).toEqual([]);
  expect(levels).toHaveLength(byMessage.length + rows.flatMap(({ figures }) => figures).length);
  for (const { figure } of byMessage)
    expect(levels.some((line) => line.includes(`,${figure.mean},`))).toBe(true);
});

test("the notes as a case give the page's figures to 1e-9 by the published method", async () => {
  const file = await freshPath();
  const written = await demarche("report", "case", ...asked, file, "--json");
  expect(JSON.parse(written.output)).toMatchObject({ campaign: DEMO_CAMPAIGN, day: DAY, file });
  const text = await readFile(file, "utf8");
  expect((await openPage(demo.address, `${PAGE}.json`, cookie)).text).toBe(text);
  expect(text).not.toMatch(/demarche\.example/);
  for (const { name } of await demo.database.read.selectFrom("account").select("name").execute())
    expect(text).not.toContain(name);

  const [given] = JSON.parse(text).cases;
  const [answer] = JSON.parse((await demarche("effectiveness", file)).output).cases;
  expect(difference(given.expected.cells, answer.result.cells)).toBeLessThan(1e-9);
  expect(difference(given.expected.rollUps, answer.result.rollUps)).toBeLessThan(1e-9);
  const { rows, byMessage } = await report();
  expect(given.expected.cells.map(({ mean }: { mean: number }) => mean)).toEqual(
    rows.flatMap(({ figures }) => figures.map(({ mean }) => mean)),
  );
  expect(given.expected.rollUps.map(({ mean }: { mean: number }) => mean)).toEqual(
    byMessage.map(({ figure }) => figure.mean),
  );
});

test("a report of a campaign or day that there is none of is refused in one sentence", async () => {
  const refused = async (...args: string[]) =>
    (await demarche("report", "effectiveness", ...args)).errors.trim().split("\n").slice(1).join("\n");
  expect(await refused("--campaign", "nowhere", "--csv")).toBe('There is no campaign called "nowhere".');
  expect(await refused("--campaign", DEMO_CAMPAIGN, "--on", "31 Feb 2026", "--csv")).toContain(
    "not in the calendar",
  );
  expect(await refused("--campaign", DEMO_CAMPAIGN, "--on", "1 Jan 2099", "--csv")).toContain(
    "there are no later figures",
  );
  expect((await demarche("report", "effectiveness")).code).toBe(2);
  expect((await demarche("report", "case", "--campaign", DEMO_CAMPAIGN, "/nowhere/x.json")).errors).toContain(
    "ENOENT",
  );
});
