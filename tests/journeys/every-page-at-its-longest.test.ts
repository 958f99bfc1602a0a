import { globSync, readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { loadBuild } from "#app/server/build.ts";
import { newBrowser, newPage, signIn } from "../support/browser.ts";
import { DEMO_CAMPAIGN, DEMO_NOW, DEMO_PASSWORD, type Demo, emailOf, startedDemo } from "../support/demo.ts";
import { everyPage, PEOPLE, whoOpens } from "../support/every-page.ts";
import { holdWithLine, lengthenEverything } from "../support/longest-words.ts";

const LINE =
  "We have no comment on the report of this morning: our commitment to the Alliance stands, as it did, and our " +
  "contribution grows from year to year. Nordatlantikvertragsorganisationsverteidigungsausgaben are public.";

let demo: Demo;
let pages: string[];
let messageId: string;

beforeAll(async () => {
  demo = await startedDemo();
  const { read } = demo.database;
  const build = await loadBuild();
  if (build === null) throw new Error("The pages are not built: run npm run build first");
  const message = await read
    .selectFrom("key_message")
    .select("id")
    .where("campaign_id", "=", DEMO_CAMPAIGN)
    .where("number", "=", 2)
    .executeTakeFirstOrThrow();
  messageId = message.id;
  await holdWithLine(demo.database, messageId, LINE, DEMO_NOW);
  const briefs = await read
    .selectFrom("outreach_event as event")
    .innerJoin("talking_points as paper", "paper.outreach_event_id", "event.id")
    .select("event.id")
    .where("event.campaign_id", "=", DEMO_CAMPAIGN)
    .where("event.day", ">=", "2026-11-10")
    .execute();
  const calendar = ["week", "month", "agenda", "year"].map(
    (view) => `/c/${DEMO_CAMPAIGN}/calendar?view=${view}`,
  );
  const found = ["a", "nato"].map((words) => `/find?q=${words}`);
  pages = [
    ...(await everyPage(build, read, DEMO_CAMPAIGN)),
    ...briefs.map(({ id }) => `/c/${DEMO_CAMPAIGN}/events/${id}/brief`),
    ...calendar,
    ...found,
  ];
});

type Page = Awaited<ReturnType<typeof newPage>>["page"];

test("no script asks how wide the window is: a page that was opened on a phone and widened is the page of a desk", () => {
  const scripts = globSync("app/**/*.{ts,tsx}").map((file) => readFileSync(file, "utf8"));
  expect(scripts.length).toBeGreaterThan(1000);
  const asking = /innerWidth|outerWidth|clientWidth|matchMedia|ResizeObserver|["']resize["']|onresize/;
  expect(scripts.filter((text) => asking.test(text))).toEqual([]);
});

test("no page is wider than a phone, names a thing twice, or is faulted by the browser, however long the words", {
  timeout: 1_800_000,
}, async () => {
  const lengthened = await lengthenEverything(demo.database, DEMO_NOW);
  expect(lengthened.length).toBeGreaterThan(40);
  const found: string[] = [];
  const { page, faults } = await newPage(await newBrowser({ width: 390, javaScript: true, scheme: "light" }));
  for (const person of PEOPLE) {
    await page.context().clearCookies();
    await signIn(page, demo.address, emailOf(person), DEMO_PASSWORD);
    for (const path of pages.filter((each) => whoOpens(each) === person)) {
      const answer = await page.goto(demo.address + path);
      if (answer?.status() !== 200) found.push(`${path} answered ${answer?.status()}`);
      for (const width of [390, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        found.push(...(await faultsOf(page)).map((fault) => `${width} ${path} ${fault}`));
      }
      await page.setViewportSize({ width: 390, height: 900 });
    }
  }
  found.push(...faults);
  expect(found).toEqual([]);
});

/** How much wider than the window a page is, with what sticks out, and which ids stand twice. */
function faultsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wide = document.documentElement.scrollWidth - innerWidth;
    const out = [...document.querySelectorAll("main *")]
      .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
      .map((each) => `${each.tagName.toLowerCase()}.${each.className}`)
      .slice(-3);
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    const twice = [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
    return [
      ...(wide > 0 ? [`is ${wide} px wider than the window: ${out.join(", ")}`] : []),
      ...twice.map((id) => `has #${id} twice`),
    ];
  });
}
