import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { axeFindings } from "../support/axe.ts";
import { DESK, type Look, newBrowser, newPage, signIn } from "../support/browser.ts";
import { DEMO_CAMPAIGN, DEMO_PASSWORD, type Demo, emailOf, startedDemo } from "../support/demo.ts";

let demo: Demo;
let home: string;

beforeAll(async () => {
  demo = await startedDemo();
  home = `${demo.address}/c/${DEMO_CAMPAIGN}`;
});

const PHONE: Look = { width: 390, javaScript: true, scheme: "light" };
const LINE = "SFRC majority staff, tue 14:00, 45 min, msg 2 3, @jana";
const PLANNED = /\/events\/[a-z2-7]{20}/;

async function arrive(look: Look): Promise<{ page: Page; faults: string[] }> {
  const arrived = await newPage(await newBrowser(look));
  await signIn(arrived.page, demo.address, emailOf("officer"), DEMO_PASSWORD);
  return arrived;
}

/** Waits until the page says so under the line. */
const whenOf = (page: Page, words: string) => page.locator(".plan-day").getByText(words).waitFor();

test.for([DESK, PHONE])(
  "an event is planned over the page by E, one line and Enter, and one is back where one was, at $width px",
  { timeout: 300_000 },
  async (look) => {
    const { page, faults } = await arrive(look);
    await page.goto(`${home}/calendar`);
    await page.keyboard.press("e");
    const over = page.getByRole("dialog", { name: "Plan an event" });
    await over.locator("[name=line]:focus").waitFor();
    await page.keyboard.type("This is dropped");
    await page.keyboard.press("Escape");
    await page.keyboard.press("e");
    await over.locator("[name=line]:focus").waitFor();
    expect(await over.getByLabel("In one line").inputValue()).toBe("");
    await page.keyboard.type(LINE, { delay: 30 });
    await whenOf(page, "Tuesday 10 November, 14:00 to 14:45 in Washington");
    await page.locator("[data-said]").getByText("messages 2 and 3").waitFor({ state: "attached" });
    expect(await page.getByLabel("Title").inputValue()).toBe("SFRC majority staff");
    expect(await page.getByLabel("Ends").inputValue()).toBe("14:45");
    expect(await page.getByRole("checkbox", { name: "Senate Foreign Relations, majority" }).isChecked()).toBe(
      true,
    );
    expect(await page.getByRole("checkbox", { name: /^2 / }).isChecked()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await over.getByLabel("Handling").focus();
    await page.keyboard.press("Shift+Tab");
    expect(await over.locator(":focus").count()).toBe(1);
    await over.getByLabel("In one line").press("Enter");
    await page.getByRole("status").getByText("Planned for").waitFor();
    expect(page.url()).toContain(`${home}/calendar?done=`);
    await page.getByRole("link", { name: "Open it" }).click();
    await page.waitForURL(PLANNED);
    expect(faults).toEqual([]);
  },
);

test("what is typed before the form is there stands in its line, and presses nothing on the page", async () => {
  const { page, faults } = await arrive(DESK);
  await page.goto(`${home}/calendar`);
  let answer: () => void = () => {};
  const isAnswered = new Promise<void>((go) => {
    answer = go;
  });
  await page.route("**/events/new", async (route) => {
    await isAnswered;
    await route.continue();
  });
  const asked = page.waitForRequest("**/events/new");
  await page.keyboard.press("e");
  await asked;
  // On the page an L would open the log, a second E the form once more.
  await page.keyboard.type("Lunch, Lee, txe");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  answer();
  const line = page.getByRole("dialog", { name: "Plan an event" }).locator("[name=line]:focus");
  await line.waitFor();
  await page.keyboard.type("hu 12:00");
  expect(await line.inputValue()).toBe("Lunch, Lee, thu 12:00");
  await whenOf(page, "Thursday 12 November, 12:00");
  expect(await page.getByRole("dialog").count()).toBe(1);
  expect(faults).toEqual([]);
});

test.for([
  { ...DESK, javaScript: false },
  { ...PHONE, javaScript: false },
])(
  "without a script the same page reads the line by its button, at $width px",
  { timeout: 300_000 },
  async (look) => {
    const { page } = await arrive(look);
    await page.goto(`${home}/events/new`);
    await page.getByLabel("In one line").fill("SFRC staff, fri 09:00, 45 min, msg 2 3, @petr");
    await page.getByRole("button", { name: "Fill in the form" }).click();
    await page.getByRole("button", { name: "Senate Foreign Relations, minority staff" }).click();
    expect(await page.getByLabel("Date", { exact: true }).inputValue()).toBe("13 Nov 2026");
    await page.getByLabel("Title").fill("Coffee, minority staff");
    await page.getByLabel("In one line").fill("SFRC minority staff, fri 09:30, 45 min, msg 2 3, @petr");
    await page.getByRole("button", { name: "Fill in the form" }).click();
    expect(await page.getByLabel("Title").inputValue()).toBe("Coffee, minority staff");
    expect(await page.getByLabel("Begins").inputValue()).toBe("09:30");
    await page.getByRole("button", { name: "Plan the event" }).click();
    // What speaks against it was on the page already: it is planned at once.
    await page.waitForURL(PLANNED);
    await page.getByRole("heading", { level: 1, name: "Coffee, minority staff" }).waitFor();
  },
);

test("a rhythm in the line fills how it repeats, and plans all of its times", async () => {
  const { page } = await arrive({ ...DESK, javaScript: false });
  await page.goto(`${home}/events/new`);
  await page.getByLabel("In one line").fill("Coffee with HASC, every second thu 9-9.30, 3 times");
  await page.getByRole("button", { name: "Fill in the form" }).click();
  expect(await page.getByLabel("How it repeats").inputValue()).toBe("weekly");
  expect(await page.locator("[name=repeatEvery]").inputValue()).toBe("2");
  expect(await page.locator("[name=repeatCount]").inputValue()).toBe("3");
  await page.locator(".plan-reading").getByText("every second Thursday, 3 times").waitFor();
  await page.getByRole("button", { name: "Plan the event" }).click();
  const again = page.getByRole("button", { name: "Plan the event" });
  if ((await again.count()) > 0) await again.click();
  await page.waitForURL(PLANNED);
  const planned = await demo.database.read
    .selectFrom("outreach_event")
    .select(["day", "kind"])
    .where("title", "=", "Coffee with HASC")
    .orderBy("day")
    .execute();
  expect(planned).toEqual(
    ["2026-11-12", "2026-11-26", "2026-12-10"].map((day) => ({ day, kind: "office call" })),
  );
});

test("in doubt, Enter plans nothing; a choice settles it; what was typed by hand wins", {
  timeout: 300_000,
}, async () => {
  const { page } = await arrive(DESK);
  await page.goto(`${home}/events/new`);
  await page.keyboard.type("SFRC staff, thu 10:00, 45 min, msg 1, xyz");
  await page.keyboard.press("Enter");
  const said = page.locator("[data-said]");
  await said.getByText("Not planned yet").waitFor();
  expect((await said.boundingBox())?.height).toBeGreaterThan(10);
  await page.getByRole("button", { name: "Senate Foreign Relations, majority staff" }).click();
  await page.locator(".doubt").waitFor({ state: "detached" });
  expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("line");
  await page.getByLabel("Begins").fill("11:00");
  await whenOf(page, "11:00 to 11:45 in Washington");
  await page
    .getByLabel("In one line")
    .fill("Senate Foreign Relations majority staff, thu 12:00, 45 min, msg 1");
  await page.locator(".plan-reading").getByText("Kept as you set it").waitFor();
  expect(await page.getByLabel("Begins").inputValue()).toBe("11:00");
  await page.getByLabel("In one line").press("Enter");
  await page.waitForURL(PLANNED);
});

test("without a day it is kept to be placed, and placed from there; Undo takes both back", {
  timeout: 300_000,
}, async () => {
  const { page } = await arrive(DESK);
  await page.goto(`${home}/events/new`);
  await page.keyboard.type("Lunch with the wires, 45 min, best by 20 nov");
  await page.getByRole("button", { name: "Keep it unscheduled" }).click();
  await page.getByText("ideally by Fri 20 Nov").first().waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole("link", { name: "Find a slot" }).click();
  expect(await axeFindings(page)).toEqual([]);
  const slots = page.getByRole("button", { name: "in Prague;" });
  expect(await slots.count()).toBe(3);
  await slots.first().click();
  await page.waitForURL(PLANNED);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.goto(`${home}/calendar?view=to-place`);
  await page.getByText("Lunch with the wires").first().waitFor();
});
