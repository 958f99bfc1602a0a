import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { DESK, type Look, newBrowser, newPage, signIn } from "../support/browser.ts";
import {
  DEMO_CAMPAIGN,
  DEMO_PASSWORD,
  type Demo,
  emailOf,
  type Person,
  startedDemo,
} from "../support/demo.ts";

let demo: Demo;
let home: string;

beforeAll(async () => {
  demo = await startedDemo();
  home = `${demo.address}/c/${DEMO_CAMPAIGN}`;
});

const SLOW = { timeout: 300_000 };
async function arrive(look: Look = DESK, person: Person = "officer"): Promise<Page> {
  const { page } = await newPage(await newBrowser(look));
  await signIn(page, demo.address, emailOf(person), DEMO_PASSWORD);
  return page;
}

test("a change that a form has saved is put into a live region after the page has opened", SLOW, async () => {
  const page = await arrive();
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) {
        const isIn = (target instanceof Element ? target : target.parentElement)?.closest("[role=status]");
        // What the server wrote comes with its region; only what comes into it later is spoken.
        if (isIn && document.readyState !== "loading")
          heard.push(...[...addedNodes].map((node) => `${node.textContent}`));
      }
    }).observe(document, { subtree: true, childList: true });
  });
  await page.goto(`${demo.address}/account`);
  await page.getByLabel("Position").fill("Public diplomacy, Washington");
  await page.getByRole("button", { name: "Save" }).click();
  await page.locator("[data-done]").waitFor();
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { heard: string[] }).heard.join(" ")))
    .toMatch(/\w.*\./);
  expect(await page.evaluate(() => document.activeElement?.hasAttribute("data-done"))).toBe(true);
});

test(
  "on a phone the stance chart keeps the names of its levels, however far it is scrolled",
  SLOW,
  async () => {
    const { audience_id: audience } = await demo.database.read
      .selectFrom("stance_reading")
      .select("audience_id")
      .where("campaign_id", "=", DEMO_CAMPAIGN)
      .where("contact_id", "is", null)
      .executeTakeFirstOrThrow();
    const page = await arrive({ width: 390, javaScript: true, scheme: "light" });
    await page.goto(`${home}/audiences/${audience}`);
    const chart = page.locator("figure.timeline");
    const names = () =>
      chart.locator("text", { hasText: /^[1-5] \w/ }).evaluateAll((all) =>
        all.map((name) => {
          const { left, right } = name.getBoundingClientRect();
          return left >= 0 && right <= innerWidth;
        }),
      );
    const scrolledTo = (to: number) =>
      chart.evaluate((figure, x) => {
        figure.scrollTo(x, 0);
        return figure.scrollLeft;
      }, to);
    expect(await scrolledTo(0)).toBe(0);
    expect(await names()).toEqual([true, true, true, true, true]);
    // It opens at its latest end, the right one: earlier is to the left.
    expect(await scrolledTo(-1000)).toBeLessThan(-100);
    expect(await names()).toEqual([true, true, true, true, true]);
  },
);

test("the page of a hold folds its lists on a phone, and a command keeps to one line", SLOW, async () => {
  demo.setNow(new Date("2026-11-10T14:00:00.000Z"));
  const clearer = await arrive(DESK, "clearer");
  await clearer.goto(`${home}/messages/2/hold`);
  await clearer.getByLabel("Reason").fill("A remark");
  await clearer.getByRole("button", { name: "Place the hold" }).click();
  await clearer.waitForURL(/holds/);
  const affected = (page: Page) => page.getByRole("table", { name: /^Papers, events/ }).isVisible();
  expect(await affected(clearer)).toBe(true);
  const phone = await arrive({ width: 390, javaScript: false, scheme: "light" });
  await phone.goto(clearer.url());
  expect(await affected(phone)).toBe(false);
  expect(await phone.getByRole("link", { name: /^Marcus/ }).isVisible()).toBe(false);
  await phone
    .getByText(/^\d+ papers?(, | and )\d+ events?/)
    .last()
    .click();
  expect(await affected(phone)).toBe(true);
  expect((await phone.locator("aside.sample code").boundingBox())?.height).toBeLessThan(22);
});

test("the figures of the activity report are read on a phone without scrolling sideways", SLOW, async () => {
  const phone = await arrive({ width: 390, javaScript: false, scheme: "light" });
  await phone.goto(`${home}/reports/activity`);
  const wider = await phone
    .locator(".report-scroll, .report-scroll *")
    .evaluateAll(
      (all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1).length,
    );
  expect(await phone.locator(".report-scroll").count()).toBeGreaterThan(1);
  expect(wider).toBe(0);
  expect(await phone.getByRole("row", { name: /^August 2025 \d+ planned/ }).count()).toBe(1);
});

test(
  "between a phone and a desk nothing stands out of the page, and a title is cut after a whole word",
  SLOW,
  async () => {
    const page = await arrive();
    await page.setViewportSize({ width: 900, height: 900 });
    await page.goto(`${home}/calendar?view=week&date=2026-11-10`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(900);
    const words = page.locator(".calendar-event .whole-word");
    expect(await words.count()).toBeGreaterThan(5);
    expect(
      await words.evaluateAll((all) => all.filter((word) => word.getClientRects().length > 1).length),
    ).toBe(0);
  },
);

test("in forced colours marks are told by ground, line and shape", SLOW, async () => {
  const page = await arrive();
  await page.emulateMedia({ forcedColors: "active" });
  const styles = (selector: string, property: string, before?: "::before") =>
    page.evaluate(
      ([of, name, part]) =>
        [...document.querySelectorAll(of ?? "")].map((one) =>
          getComputedStyle(one, part).getPropertyValue(name ?? ""),
        ),
      [selector, property, before],
    );
  await page.goto(home);
  const [canvas] = await styles("body", "background-color");
  for (const mark of [".progress-value", ".progress-expected"]) {
    expect(await styles(mark, "background-color"), mark).not.toContain(canvas);
  }
  expect(await styles(".state-bad", "background-color", "::before")).not.toContain(canvas);
  expect(new Set(await styles(".heat td.reception-mx", "outline-style"))).toEqual(new Set(["double"]));
  expect(new Set(await styles(".heat td.reception-nu", "outline-style"))).toEqual(new Set(["dotted"]));
  await page.goto(`${home}/messages/2`);
  expect(await styles(".range-dot", "background-color")).not.toContain(canvas);
  const lines = await styles(".tabs a", "border-bottom-width");
  expect(lines.filter((width) => width !== "0px")).toEqual(["3px"]);
  await page.goto(`${home}/calendar?view=year`);
  expect(await styles(".year-unknown", "background-image")).not.toContain("none");
  expect(await styles("td.this-year-week", "outline-color")).not.toContain(canvas);
});
