import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { loadBuild } from "#app/server/build.ts";
import { newBrowser, newPage, signIn } from "../support/browser.ts";
import { DEMO_CAMPAIGN, DEMO_PASSWORD, emailOf, startedDemo } from "../support/demo.ts";
import { everyPage } from "../support/every-page.ts";

const PEOPLE = ["clearer", "administrator"] as const;

test("no word of ordinary length is broken on any page, on the desk and on the phone", {
  timeout: 1_800_000,
}, async () => {
  const demo = await startedDemo();
  const build = await loadBuild();
  if (build === null) throw new Error("The pages are not built: run npm run build first");
  const home = `/c/${DEMO_CAMPAIGN}`;
  const views = ["week", "month", "agenda", "year"].map((view) => `${home}/calendar?view=${view}`);
  const pages = [...(await everyPage(build, demo.database.read, DEMO_CAMPAIGN)), ...views];
  const found: string[] = [];
  for (const width of [1440, 390] as const) {
    const { page } = await newPage(await newBrowser({ width, javaScript: true, scheme: "light" }));
    for (const person of PEOPLE) {
      await page.context().clearCookies();
      await signIn(page, demo.address, emailOf(person), DEMO_PASSWORD);
      const own = pages.filter((path) => path.startsWith("/admin") === (person === "administrator"));
      for (const path of own) {
        await page.goto(demo.address + path);
        found.push(...(await brokenWords(page)).map((word) => `${width} ${path} ${word}`));
      }
    }
  }
  expect(found).toEqual([]);
});

/** The words of up to twenty letters that stand on two lines with no hyphen of their own between. */
function brokenWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts = document.createTreeWalker(
      document.querySelector("main") ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    const found: string[] = [];
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      if (node.parentElement?.closest("textarea, select, pre, code, .vh")) continue;
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
