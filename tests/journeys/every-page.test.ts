import { beforeAll, expect, test } from "vitest";
import { loadBuild } from "#app/server/build.ts";
import { axeFindings } from "../support/axe.ts";
import { newBrowser, newPage, signIn } from "../support/browser.ts";
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

test("every page is sound at 1440 px and at 390, and axe finds nothing with every fold open; at 1440 px in dark and forced colours too", {
  timeout: 1_800_000,
}, async () => {
  const { page, faults } = await newPage(await newBrowser());
  await page.goto(`${demo.address}/sign-in`);
  const found = await looked(page, "/sign-in", 200);
  for (const person of PEOPLE) {
    await page.context().clearCookies();
    await signIn(page, demo.address, emailOf(person), DEMO_PASSWORD);
    for (const path of pages.filter((each) => whoOpens(each) === person)) {
      const answer = await page.goto(demo.address + path);
      found.push(...(await looked(page, path, answer?.status() ?? 0)));
    }
  }
  expect([...found, ...faults]).toEqual([]);
});

test("the menu of a phone is sound when it is open: nothing from axe, no small target, nothing wider than the window", {
  timeout: 300_000,
}, async () => {
  const { page, faults } = await newPage(await newBrowser({ width: 390, javaScript: true, scheme: "light" }));
  await signIn(page, demo.address, emailOf("administrator"), DEMO_PASSWORD);
  const found: string[] = [];
  for (const path of [`/c/${DEMO_CAMPAIGN}`, "/account"]) {
    await page.goto(demo.address + path);
    await page.locator("header summary", { hasText: "Menu" }).click();
    await page.getByRole("navigation", { name: "Menu" }).waitFor();
    found.push(...(await tooWide(page)), ...(await smallTargets(page, ".menu :is(a, button, summary)")));
    for (const look of [{ colorScheme: "light" }, { colorScheme: "dark" }] as const) {
      await page.emulateMedia(look);
      found.push(...(await axeFindings(page)));
    }
  }
  expect([...found, ...faults]).toEqual([]);
});

type Page = Awaited<ReturnType<typeof newPage>>["page"];

/** What is wrong with a page: its status, its head, and what is at a desk and on a phone. */
async function looked(page: Page, path: string, status: number): Promise<string[]> {
  const findings = status === 200 ? [] : [`answered ${status}`];
  if (!/ · Demarche$/.test(await page.title())) findings.push("has no title of its own");
  if ((await page.locator("h1").count()) !== 1) findings.push("has not one first heading");
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    findings.push(...(await lookedAtWidth(page)).map((finding) => `at ${width} px ${finding}`));
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  return findings.map((finding) => `${path} ${finding}`);
}

/** Its width, its broken words, its small targets, what axe says. */
async function lookedAtWidth(page: Page): Promise<string[]> {
  const findings = (await brokenWords(page)).map((word) => `breaks ${word}`);
  findings.push(...(await tooWide(page)));
  findings.push(...(await smallTargets(page)).map((target) => `has a target under 24 px: ${target}`));
  findings.push(...(await axeFindings(page)));
  // Other colours stand on the same markup: only the contrast can differ, and a phone has the same.
  const others = [{ colorScheme: "dark" }, { forcedColors: "active" }] as const;
  for (const look of page.viewportSize()?.width === 390 ? [] : others) {
    await page.emulateMedia(look);
    const inLook = await axeFindings(page, "colours");
    findings.push(...inLook.map((finding) => `${Object.values(look)[0]} ${finding}`));
    await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
  }
  return findings;
}

/**
 * With its folds as they come and with each of them open, as which they stay; narrowed to 320 px too where it is a
 * phone's. Source: WCAG 2.2, SC 1.4.10.
 */
async function tooWide(page: Page): Promise<string[]> {
  const size = page.viewportSize() ?? { width: 0, height: 0 };
  const found: string[] = [];
  for (const width of size.width === 390 ? [320, 390] : [size.width]) {
    await page.setViewportSize({ ...size, width });
    const wide = await page.evaluate(() => {
      const folds = document.querySelectorAll<HTMLDetailsElement>(
        "main details:is(:not([open]), [data-folded])",
      );
      const excess = (isOpen: boolean) => {
        for (const fold of folds) fold.toggleAttribute("data-folded", true);
        for (const fold of folds) fold.open = isOpen;
        return document.documentElement.scrollWidth - innerWidth;
      };
      return Math.max(excess(false), excess(true));
    });
    if (wide > 0) found.push(`is ${wide} px wider than a window of ${width}`);
  }
  return found;
}

/** The lines of folds and the marks that lead somewhere: these have no room of their own about them. Source: WCAG 2.2, SC 2.5.8. */
function smallTargets(
  page: Page,
  targets = "main summary, main a:has(.message-number, .reception), main button",
): Promise<string[]> {
  return page.evaluate(
    (selector) =>
      [...document.querySelectorAll(selector)]
        .filter((target) => target.checkVisibility({ visibilityProperty: true }))
        .filter((target) => target.closest(".visually-hidden") === null)
        .flatMap((target) => {
          // A mark in a line of text is higher than the line.
          const parts = [target, ...target.children].map((part) => part.getBoundingClientRect());
          const width = Math.max(...parts.map((part) => part.width));
          const height = Math.max(...parts.map((part) => part.height));
          const size = `${Math.round(width)} x ${Math.round(height)}`;
          return Math.min(width, height) < 24 ? [`${target.textContent?.trim()} is ${size}`] : [];
        }),
    targets,
  );
}

/** With its folds as they come, the words of up to twenty letters that stand on two lines with no hyphen of their own between. */
function brokenWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>("[data-folded]")) fold.open = false;
    const texts = document.createTreeWalker(
      document.querySelector("main") ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    const found: string[] = [];
    const range = document.createRange();
    const isOnOneLine = () =>
      new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size <= 1;
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      // What a closed fold holds is drawn nowhere, and has no lines of its own.
      if (!node.parentElement?.checkVisibility()) continue;
      range.selectNodeContents(node);
      if (isOnOneLine()) continue;
      if (node.parentElement?.closest("textarea, select, pre, code, .visually-hidden")) continue;
      for (const { 0: word, index } of (node.textContent ?? "").matchAll(
        /(?<![\p{L}/@.])\p{L}{2,20}(?![\p{L}/@.])/gu,
      )) {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        if (!isOnOneLine()) found.push(`${word} in .${node.parentElement?.className}`);
      }
    }
    return found;
  });
}
