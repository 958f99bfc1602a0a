import { unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { loadBuild } from "#app/server/build.ts";
import { newBrowser } from "../support/browser.ts";
import { DEMO_CAMPAIGN, demoCookie, startedDemo } from "../support/demo.ts";
import { everyPage } from "../support/every-page.ts";
import { openPage } from "../support/signed-in.ts";

/** The proof points of the sample that are past their review date on 10 November 2026. */
const STALE = ["P17", "P21"];

test("wherever a page of the sample tells a stale claim, names it or leads to it, it says that it is stale", {
  timeout: 900_000,
}, async () => {
  const demo = await startedDemo();
  const { read } = demo.database;
  const build = await loadBuild();
  if (build === null) throw new Error("The pages are not built: run npm run build first");
  const browser = await (await newBrowser()).newPage();
  const cookie = await demoCookie(demo, "clearer");
  const home = `/c/${DEMO_CAMPAIGN}`;
  const points = await read
    .selectFrom("proof_point")
    .select(["code", "claim"])
    .where("campaign_id", "=", DEMO_CAMPAIGN)
    .where("code", "in", STALE)
    .execute();
  const papers = await read
    .selectFrom("talking_points as paper")
    .select(["paper.id", "outreach_event_id as event"])
    .where("campaign_id", "=", DEMO_CAMPAIGN)
    .execute();
  const objections = await read
    .selectFrom("objection")
    .select("code")
    .where("campaign_id", "=", DEMO_CAMPAIGN)
    .execute();
  const pages = [
    ...(await everyPage(build, read, DEMO_CAMPAIGN)),
    ...[1, 2, 3].flatMap((number) => [`${home}/messages/${number}`, `${home}/messages/${number}/edit`]),
    ...objections.flatMap(({ code }) => [`${home}/objections/${code}`, `${home}/objections/${code}/edit`]),
    ...STALE.map((code) => `${home}/proof-points/${code}`),
    ...papers.flatMap(({ id, event }) => [
      `${home}/talking-points/${id}`,
      ...(event === null ? [] : [`${home}/events/${event}`, `${home}/events/${event}/brief`]),
    ]),
    ...["arms", "76,000", "P17", "P21"].map((words) => `/find?q=${words}`),
  ];
  const unmarked: string[] = [];
  let places = 0;
  for (const path of new Set(pages)) {
    const { status, text } = await openPage(demo.address, path, cookie);
    if (status !== 200) continue;
    const found = await tellings(browser, text, points);
    places += found.length;
    unmarked.push(...found.filter(({ isMarked }) => !isMarked).map(({ words }) => `${path}: ${words}`));
  }
  expect(places).toBeGreaterThan(30);
  expect([...new Set(unmarked)]).toEqual([]);
});

test("each file of a paper and each export that tells a stale claim marks it", {
  timeout: 300_000,
}, async () => {
  const demo = await startedDemo();
  const cookie = await demoCookie(demo, "clearer");
  const { read } = demo.database;
  const papers = await read
    .selectFrom("talking_points")
    .select("id")
    .where("campaign_id", "=", DEMO_CAMPAIGN)
    .execute();
  const claims = await read
    .selectFrom("proof_point")
    .select("claim")
    .where("campaign_id", "=", DEMO_CAMPAIGN)
    .where("code", "in", STALE)
    .execute();
  let told = 0;
  for (const { id } of papers) {
    const path = `/c/${DEMO_CAMPAIGN}/talking-points/${id}.md`;
    const { text } = await openPage(demo.address, path, cookie);
    const lines = text.split("\n");
    for (const [at, line] of lines.entries()) {
      const tells = claims.some(({ claim }) => line.includes(claim.slice(0, 40)));
      const mark = /\*\*▲ stale since/;
      if (!tells) continue;
      told += 1;
      expect([line, lines[at + 1]].join("\n"), path).toMatch(mark);
      expect(lines.filter((one) => /^\[\^\d+\]:/.test(one)).join("\n"), path).toMatch(mark);
      expect(text, path).toMatch(/\]▲/);
    }
  }
  expect(told).toBeGreaterThan(0);
  const zip = await fetch(`${demo.address}/c/${DEMO_CAMPAIGN}/messages/files.zip`, {
    headers: { Cookie: cookie },
  });
  const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
  const readMe = new TextDecoder().decode(files["README.md"]);
  for (const code of STALE) expect(readMe).toMatch(new RegExp(`^- ${code} stale since .*Used by: `, "m"));
});

type Point = { code: string; claim: string };
type Telling = { words: string; isMarked: boolean };

/** Each place of a page that tells the claim of a proof point or leads to it, and whether the mark stands in the same line, row or section. */
function tellings(browser: Page, html: string, points: readonly Point[]): Promise<Telling[]> {
  return browser.evaluate(
    ({ html, points }) => {
      const page = new DOMParser().parseFromString(html, "text/html");
      for (const one of page.querySelectorAll("[aria-labelledby=history], script, style, head, nav"))
        one.remove();
      return points.flatMap(({ code, claim }) => {
        const start = claim.slice(0, 40);
        const all = [...page.querySelectorAll("main *")];
        const texts = all.filter(
          (one) =>
            one.textContent.includes(start) &&
            ![...one.children].some((child) => child.textContent.includes(start)),
        );
        const links = all.filter((one) => one.getAttribute("href")?.endsWith(`/proof-points/${code}`));
        return [...texts, ...links].map((one) => {
          const around = one.closest("li, tr, dd, label, option, section, article, main");
          const words = `${code} ${one.textContent.slice(0, 60)} | ${around?.tagName} ${around?.textContent.slice(0, 120)}`;
          return { words, isMarked: /stale|days? past/i.test(around?.textContent ?? "") };
        });
      });
    },
    { html, points },
  );
}
