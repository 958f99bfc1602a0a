import { beforeAll, expect, test } from "vitest";
import { loadBuild } from "#app/server/build.ts";
import { axeFindings, type Look, newBrowser, newPage, signIn } from "../support/browser.ts";
import { DEMO_CAMPAIGN, DEMO_PASSWORD, type Demo, emailOf, startedDemo } from "../support/demo.ts";
import { everyPage, PEOPLE, whoOpens } from "../support/every-page.ts";

let demo: Demo;
let pages: string[];

beforeAll(async () => {
  demo = await startedDemo();
  const build = await loadBuild();
  if (build === null) throw new Error("The pages are not built: run npm run build first");
  const views = ["week", "month", "agenda", "year"].map(
    (view) => `/c/${DEMO_CAMPAIGN}/calendar?view=${view}`,
  );
  pages = [...(await everyPage(build, demo.database.read, DEMO_CAMPAIGN)), ...views];
});

const LOOKS: Look[] = [
  { width: 1440, javaScript: true, scheme: "light" },
  { width: 1440, javaScript: true, scheme: "dark" },
  { width: 390, javaScript: true, scheme: "light" },
  { width: 390, javaScript: true, scheme: "dark" },
];

test.for(LOOKS)(
  "every page is sound, breaks no word of ordinary length, and axe finds nothing at $width px, $scheme",
  { timeout: 1_800_000 },
  async (look) => {
    const { page, faults } = await newPage(await newBrowser(look));
    await page.goto(`${demo.address}/sign-in`);
    const found = await looked(page, "/sign-in", 200, look);
    for (const person of PEOPLE) {
      await page.context().clearCookies();
      await signIn(page, demo.address, emailOf(person), DEMO_PASSWORD);
      for (const path of pages.filter((each) => whoOpens(each) === person)) {
        const answer = await page.goto(demo.address + path);
        found.push(...(await looked(page, path, answer?.status() ?? 0, look)));
      }
    }
    expect([...found, ...faults]).toEqual([]);
  },
);

type Page = Awaited<ReturnType<typeof newPage>>["page"];

/** What is wrong with a page: its status, its head, its width, its broken words, what axe says. */
async function looked(page: Page, path: string, status: number, look: Look): Promise<string[]> {
  // The dark colours stand on the same markup: only the contrast can differ.
  const findings = await axeFindings(page, look.scheme === "light" ? "everything" : "colours");
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (look.scheme === "light") findings.push(...(await brokenWords(page)).map((word) => `breaks ${word}`));
  if (status !== 200) findings.push(`answered ${status}`);
  if (wide > 0) findings.push(`is ${wide} px wider than the window`);
  if ((await page.locator("h1").count()) !== 1) findings.push("has not one first heading");
  if (!/ · Demarche$/.test(await page.title())) findings.push("has no title of its own");
  return findings.map((finding) => `${path} ${finding}`);
}

/** The words of up to twenty letters that stand on two lines with no hyphen of their own between. */
function brokenWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts = document.createTreeWalker(
      document.querySelector("main") ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    const found: string[] = [];
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      if (node.parentElement?.closest("textarea, select, pre, code, .visually-hidden")) continue;
      for (const { 0: word, index } of (node.textContent ?? "").matchAll(
        /(?<![\p{L}/@.])\p{L}{2,20}(?![\p{L}/@.])/gu,
      )) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1) found.push(`${word} in .${node.parentElement?.className}`);
      }
    }
    return found;
  });
}
