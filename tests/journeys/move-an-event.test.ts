import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { formatDate } from "#app/time/format.ts";
import { axeFindings } from "../support/axe.ts";
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
/** Three weeks after the day of the sample, so that all of it lies ahead. */
const tuesday = "2026-12-01";
const wednesday = "2026-12-02";

beforeAll(async () => {
  demo = await startedDemo();
  home = `${demo.address}/c/${DEMO_CAMPAIGN}`;
});

const SLOW = { timeout: 300_000 };
const arrive = async (person: Person = "officer", look: Look = DESK) => {
  const arrived = await newPage(await newBrowser(look));
  await signIn(arrived.page, demo.address, emailOf(person), DEMO_PASSWORD);
  return arrived;
};

/** Plans an event by its form; what speaks against it is shown once, and it goes ahead all the same. */
async function plan(page: Page, title: string, start: string, repeat: Record<string, string> = {}) {
  await page.goto(`${home}/events/new`);
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Date", { exact: true }).fill(formatDate(tuesday));
  await page.getByLabel("Begins").fill(start);
  if (repeat.repeat !== undefined) {
    const fields = page.locator("details.repeat");
    if ((await fields.getAttribute("open")) === null) await fields.locator("summary").click();
    await page.getByLabel("How it repeats").selectOption(repeat.repeat);
    await page.getByLabel("Or number of times").fill(repeat.count ?? "");
  }
  for (let sent = 0; sent < 2 && page.url().includes("/events/new"); sent += 1) {
    await page.getByRole("button", { name: "Plan the event" }).click();
    await page.waitForLoadState();
  }
  const found = /\/events\/([^/?#]+)/.exec(page.url())?.[1] ?? "";
  expect(found).not.toBe("new");
  return found;
}

const weekOf = (page: Page, id: string) =>
  page.goto(`${home}/calendar?view=week&date=${tuesday}&event=${id}`);
const block = (page: Page, id: string) => page.locator(`.week-grid [data-event="${id}"]`);
/** What moves events is loaded after the page; it makes the blocks draggable. */
const untilMovable = (page: Page, id: string) =>
  page.locator(`.week-grid [data-event="${id}"][draggable="true"]`).waitFor();
const startOf = (page: Page, id: string) => block(page, id).getAttribute("data-start");
const idOfFocused = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest("[data-event]")?.getAttribute("data-event"));
/** The notice is emptied and filled once more, so that it is read out: what it says is waited for. */
const said = (page: Page) => page.locator("[data-done] span").filter({ hasText: /\S/ }).first().textContent();

async function undo(page: Page): Promise<void> {
  await page.keyboard.press("Control+z");
  await page
    .locator("[data-done]")
    .getByText(/^Undone:/)
    .waitFor();
}

test(
  "an event is dragged to another day and time, says where it stands, and Undo puts it back",
  SLOW,
  async () => {
    const { page, faults } = await arrive();
    const id = await plan(page, "Dragged", "10:00");
    await weekOf(page, id);
    await untilMovable(page, id);
    const from = await block(page, id).boundingBox();
    const to = await page.locator(`.week-grid [data-day="${wednesday}"]`).boundingBox();
    if (from === null || to === null) throw new Error("The week is not drawn.");
    await page.mouse.move(from.x + from.width / 2, from.y + 6);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width / 2, from.y + 30, { steps: 8 });
    await page.mouse.move(to.x + to.width / 2, from.y + 6 + 36, { steps: 4 });
    await page.locator(".shade").getByText("10:30").waitFor();
    await page.mouse.up();
    await page.locator("[data-done]").waitFor();
    expect(await said(page)).toMatch(/^Moved to Wednesday .*, 10:30 Washington, 16:30 Prague\. /);
    expect(await startOf(page, id)).toBe(`${wednesday}T10:30`);
    expect(
      await page.evaluate(() => document.activeElement?.closest("[data-event]")?.getAttribute("data-event")),
    ).toBe(id);
    expect(await page.locator("[role=status]").filter({ hasText: "Moved to" }).count()).toBe(1);
    await undo(page);
    await weekOf(page, id);
    expect(await startOf(page, id)).toBe(`${tuesday}T10:00`);
    expect(faults).toEqual([]);
  },
);

test(
  "Shift and the arrows move the focused event, several keys as one move; M opens the panel, Escape leaves it",
  SLOW,
  async () => {
    const { page, faults } = await arrive();
    const id = await plan(page, "By keys", "13:00");
    await weekOf(page, id);
    await untilMovable(page, id);
    await block(page, id).locator("a").focus();
    for (const key of ["ArrowRight", "ArrowDown", "ArrowDown"]) await page.keyboard.press(`Shift+${key}`);
    await page.locator("[data-done]").waitFor();
    expect(await said(page)).toMatch(/^Moved to Wednesday .*, 13:30 Washington/);
    expect(await idOfFocused(page)).toBe(id);
    await page.keyboard.press("m");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("move");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Escape");
    expect(await idOfFocused(page)).toBe(id);
    await undo(page);
    await weekOf(page, id);
    expect(await startOf(page, id)).toBe(`${tuesday}T13:00`);
    expect(faults).toEqual([]);
  },
);

test.for([
  { ...DESK, javaScript: false },
  { width: 390, javaScript: true, scheme: "dark" },
] satisfies Look[])("the panel moves an event at $width px, script $javaScript", SLOW, async (look) => {
  const { page, faults } = await arrive("officer", look);
  const id = await plan(page, `By the panel at ${look.width}`, "15:00");
  await weekOf(page, id);
  const panel = page.getByRole("complementary", { name: "Selected event" });
  if (look.javaScript) expect(await axeFindings(page)).toEqual([]);
  await panel.getByLabel("Date", { exact: true }).fill(formatDate(wednesday));
  await panel.getByLabel("Washington").fill("16:15");
  await panel.getByRole("button", { name: "Move event" }).click();
  await page.locator("[data-done]").waitFor();
  expect(await said(page)).toMatch(/^Moved to Wednesday .*, 16:15 Washington/);
  await page.getByRole("button", { name: "Undo" }).click();
  await page
    .locator("[data-done]")
    .getByText(/^Undone:/)
    .waitFor();
  const isWithin = () => document.documentElement.scrollWidth <= innerWidth;
  if (look.javaScript) expect(await page.evaluate(isWithin)).toBe(true);
  expect(faults).toEqual([]);
});

test("of two who move one event, one wins and the other sees both times", SLOW, async () => {
  const mine = await arrive();
  const theirs = await arrive("clearer");
  const id = await plan(mine.page, "Two at once", "11:00");
  await weekOf(mine.page, id);
  await weekOf(theirs.page, id);
  await block(theirs.page, id).locator("a").focus();
  await theirs.page.keyboard.press("Shift+ArrowRight");
  await theirs.page.locator("[data-done]").waitFor();
  await block(mine.page, id).locator("a").focus();
  await mine.page.keyboard.press("Shift+ArrowDown");
  const conflict = mine.page.getByRole("alert");
  await conflict.waitFor();
  expect(await conflict.textContent()).toContain(formatDate(wednesday));
  expect(await conflict.textContent()).toContain("11:15");
  await mine.page.getByRole("button", { name: "Move event" }).click();
  await mine.page.locator("[data-done]").waitFor();
  expect(await said(mine.page)).toMatch(/, 11:15 Washington/);
});

test("a time of a series moves by itself, with the following, or with all", SLOW, async () => {
  const { page, faults } = await arrive();
  const id = await plan(page, "Weekly coffee", "08:30", { repeat: "weekly", count: "4" });
  expect(await said(page)).toMatch(/^Planned 4 dates/);
  await page.goto(`${home}/events/${id}`);
  const repeats = page.getByRole("region", { name: "Repeats" });
  expect(await repeats.textContent()).toContain("Every Tuesday, 4 times; this is number 1 of 4.");
  await repeats.getByRole("link", { name: /^Next/ }).click();
  await page.getByRole("link", { name: "Move", exact: true }).click();
  await page.getByLabel("Washington").fill("09:15");
  await page.getByLabel("This and following").check();
  await page.getByRole("button", { name: "Move event" }).click();
  await page.locator("[data-done]").waitFor();
  expect(await said(page)).toContain("2 more dates moved with it");
  expect(await page.getByRole("region", { name: "Repeats" }).textContent()).toContain(
    "this is number 1 of 3",
  );
  await undo(page);
  await page.goto(`${home}/events/${id}`);
  expect(await page.getByRole("region", { name: "Repeats" }).textContent()).toContain(
    "this is number 1 of 4",
  );
  await page.getByText("Cancel event", { exact: true }).first().click();
  await page.getByLabel("Why it is cancelled").fill("Recess");
  await page.getByLabel("All", { exact: true }).check();
  await page.getByRole("button", { name: "Cancel event" }).click();
  await page.locator("[data-done]").waitFor();
  expect(await said(page)).toContain("Cancelled 4 dates");
  expect(await axeFindings(page)).toEqual([]);
  expect(faults).toEqual([]);
});
