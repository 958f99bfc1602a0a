import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { type Look, newBrowser, newPage, signIn } from "../support/browser.ts";
import {
  DEMO_CAMPAIGN,
  DEMO_PASSWORD,
  type Demo,
  emailOf,
  type Person,
  startedDemo,
} from "../support/demo.ts";

const AUDIENCE = "Senate NATO Observer Group";
const MESSAGE = "Autonomy and NATO work together";

let demo: Demo;
let home: string;

beforeAll(async () => {
  demo = await startedDemo();
  home = `${demo.address}/c/${DEMO_CAMPAIGN}`;
});

const LOOKS: Look[] = [
  { width: 1440, javaScript: true, scheme: "light" },
  { width: 1440, javaScript: false, scheme: "dark" },
  { width: 390, javaScript: true, scheme: "dark" },
  { width: 390, javaScript: false, scheme: "light" },
];

test.for(LOOKS)(
  "once around the loop at $width px, script $javaScript, $scheme",
  { timeout: 600_000 },
  async (look) => {
    const { page, faults } = await arrive("officer", look);
    const title = `Briefing at ${look.width} px, ${look.scheme}`;
    const before = await receptionsCounted(page);
    await readTheMessage(page);
    await readTheAudience(page);
    const event = await planTheEvent(page, title);
    const paper = await draftTheTalkingPoints(page, event);
    await clearThem(paper, look);
    await readTheBrief(page, event, title);
    await logTheOutcome(page, event);
    expect(await receptionsCounted(page)).toBe(before + 1);
    await findWhatWasSaid(page, look, title);
    expect(faults).toEqual([]);
  },
);

async function arrive(person: Person, look: Look) {
  const arrived = await newPage(await newBrowser(look));
  await signIn(arrived.page, demo.address, emailOf(person), DEMO_PASSWORD);
  return arrived;
}

/** How many ratings of the message by the audience the overview counts. */
async function receptionsCounted(page: Page): Promise<number> {
  await page.goto(home);
  const row = page.getByRole("row").filter({ hasText: AUDIENCE });
  const cell = await row.getByRole("cell").nth(1).textContent();
  return Number(/(\d+) ratings?/.exec(cell ?? "")?.[1] ?? 0);
}

async function readTheMessage(page: Page): Promise<void> {
  await page.goto(`${home}/messages`);
  await page.getByRole("link", { name: MESSAGE }).first().click();
  await page.getByRole("heading", { level: 1, name: MESSAGE }).waitFor();
  expect(await page.getByRole("main").textContent()).toContain("Joint declaration");
}

async function readTheAudience(page: Page): Promise<void> {
  await page.goto(`${home}/audiences`);
  await page.getByRole("link", { name: AUDIENCE }).first().click();
  await page.getByRole("heading", { level: 1, name: AUDIENCE }).waitFor();
}

async function planTheEvent(page: Page, title: string): Promise<string> {
  await page.goto(`${home}/calendar`);
  await page.getByRole("link", { name: "Plan an event" }).first().click();
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Date", { exact: true }).fill("10 Nov 2026");
  await page.getByLabel("Begins").fill("09:00");
  await page.getByRole("checkbox", { name: AUDIENCE }).check();
  await page.getByRole("checkbox", { name: MESSAGE }).check();
  await page.getByRole("button", { name: "Plan the event" }).click();
  await page.getByRole("status").getByText("Planned for").waitFor();
  // With the script it was planned over the calendar, to which saving leads back.
  const saved = page.getByRole("link", { name: "Open it" });
  if ((await saved.count()) > 0) await saved.click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  // Both clocks, Washington first.
  expect(await page.getByRole("main").textContent()).toMatch(
    /09:00 to 09:45 in Washington · 15:00 to 15:45 in Prague/,
  );
  return page.url().replace(/\?.*/, "");
}

async function draftTheTalkingPoints(page: Page, event: string): Promise<string> {
  await page.goto(event);
  await page.getByRole("button", { name: "Start talking points" }).click();
  await page.waitForURL(/talking-points\/[a-z2-7]{20}/);
  const paper = page.url().replace(/\?.*/, "");
  const text = await page.getByRole("main").textContent();
  expect(text).toContain("Points to make");
  expect(text).toContain("NOT CLEARED");
  await page.getByRole("button", { name: "Send for clearance" }).click();
  await page.waitForURL(/done=/);
  return paper;
}

/** Cleared texts used unaltered: the embassy may clear alone. */
async function clearThem(paper: string, look: Look): Promise<void> {
  const { page } = await arrive("clearer", look);
  await page.goto(paper);
  await page.getByRole("button", { name: /^Clear for the/ }).click();
  await page.waitForURL(/done=/);
  expect(await page.getByRole("main").textContent()).toMatch(/Cleared by/);
}

async function readTheBrief(page: Page, event: string, title: string): Promise<void> {
  await page.goto(`${event}/brief`);
  const text = await page.getByRole("main").textContent();
  expect(text).toContain(title);
  expect(text).toContain("If raised");
  expect(text).not.toContain("NOT CLEARED");
}

async function logTheOutcome(page: Page, event: string): Promise<void> {
  await page.goto(`${event}/log`);
  await page.getByRole("radio", { name: "+1 Receptive" }).first().check();
  await page.getByRole("checkbox", { name: "Duplication" }).first().check();
  await page.getByRole("textbox", { name: /^What was said/ }).fill("Finally a čerstvý number, they said.");
  await page.getByLabel("We will").first().fill("Send the budget sheet");
  await page.getByLabel("By", { exact: true }).first().fill("18 Nov 2026");
  await page.getByRole("button", { name: "Save outcome" }).last().click();
  await page.getByRole("status").waitFor();
}

async function findWhatWasSaid(page: Page, look: Look, title: string): Promise<void> {
  await page.goto(home);
  if (look.width === 390) await page.getByText("Menu", { exact: true }).click();
  const box = page.locator("input[name=q]:visible");
  await box.fill("cerstvy");
  await box.press("Enter");
  await page.waitForURL(/\/find\?q=/);
  expect(await page.getByRole("main").textContent()).toContain(title);
}
