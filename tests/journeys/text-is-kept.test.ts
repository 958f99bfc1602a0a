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
import { planIt } from "../support/plan-it.ts";

let demo: Demo;
let home: string;

beforeAll(async () => {
  demo = await startedDemo();
  home = `${demo.address}/c/${DEMO_CAMPAIGN}`;
});

const WITHOUT_SCRIPT: Look = { ...DESK, javaScript: false };
const BOTH = [DESK, WITHOUT_SCRIPT];

async function arrive(person: Person, look: Look): Promise<Page> {
  const { page } = await newPage(await newBrowser(look));
  await signIn(page, demo.address, emailOf(person), DEMO_PASSWORD);
  return page;
}

async function planEvent(page: Page, title: string): Promise<string> {
  await page.goto(`${home}/events/new`);
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Date", { exact: true }).fill("19 Nov 2026");
  await page.getByLabel("Begins").fill("14:00");
  await planIt(page);
  return page.url().replace(/\?.*/, "");
}

test.for(BOTH)(
  "what was typed when a session ran out comes back after signing in (script: $javaScript)",
  async (look) => {
    const page = await arrive("officer", look);
    await page.goto(`${home}/events/new`);
    await page.getByLabel("Title").fill("Briefing that outlives its session");
    await page.getByLabel("Begins").fill("15:30");
    await page.context().clearCookies();
    await page.getByRole("button", { name: "Plan the event" }).click();
    await page.getByRole("heading", { name: "Sign in again" }).waitFor();
    await page.getByLabel("E-mail").fill(emailOf("officer"));
    await page.getByLabel("Password").fill(DEMO_PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL(/\/events\/new/);
    expect(await page.getByLabel("Title").inputValue()).toBe("Briefing that outlives its session");
    expect(await page.getByLabel("Begins").inputValue()).toBe("15:30");
  },
);

test.for(BOTH)(
  "of two people who edit one event the second sees both texts and may keep either (script: $javaScript)",
  async (look) => {
    const first = await arrive("officer", look);
    const second = await arrive("clearer", look);
    const event = await planEvent(first, "Roundtable");
    for (const page of [first, second]) await page.goto(`${event}/edit`);
    await first.getByLabel("Title").fill("Roundtable with the think tanks");
    await first.getByRole("button", { name: /^Save/ }).click();
    await first.waitForURL(/done=/);
    await second.getByLabel("Title").fill("Roundtable in the embassy");
    await second.getByRole("button", { name: /^Save/ }).click();
    const conflict = second.getByRole("alert");
    expect(await conflict.textContent()).toContain("Roundtable with the think tanks");
    expect(await conflict.textContent()).toContain("Roundtable in the embassy");
    expect(await second.title()).toMatch(/^Error: /);
    expect(await second.getByLabel("Title").inputValue()).toBe("Roundtable in the embassy");
    await second.getByRole("button", { name: /^Save/ }).click();
    await second.waitForURL(/done=/);
    expect(await second.getByRole("heading", { level: 1 }).textContent()).toContain(
      "Roundtable in the embassy",
    );
  },
);

test("a form sent twice makes one event, and the second answer leads to the same", async () => {
  const page = await arrive("officer", WITHOUT_SCRIPT);
  await page.goto(`${home}/events/new`);
  const form = await page.locator("main form").evaluate((element) => {
    const fields: [string, string][] = [];
    if (element instanceof HTMLFormElement) {
      for (const [name, value] of new FormData(element)) fields.push([name, String(value)]);
    }
    return fields;
  });
  const reason = "Asked for";
  const typed = { title: "Sent twice", date: "20 Nov 2026", start: "10:00", goingAheadReason: reason };
  const body = new URLSearchParams(form);
  for (const [name, value] of Object.entries(typed)) body.set(name, value);
  const send = () =>
    page.request.post(`${home}/events/new`, {
      data: body.toString(),
      headers: { "Content-Type": "application/x-www-form-urlencoded", Origin: demo.address },
      maxRedirects: 0,
    });
  const answers = [await send(), await send()];
  expect(answers.map((answer) => answer.status())).toEqual([303, 303]);
  expect(answers[0]?.headers().location).toBe(answers[1]?.headers().location);
  const events = await demo.database.read
    .selectFrom("outreach_event")
    .select("id")
    .where("title", "=", typed.title)
    .execute();
  expect(events).toHaveLength(1);
});

test.for(BOTH)("Undo takes back what was just planned (script: $javaScript)", async (look) => {
  const page = await arrive("officer", look);
  const event = await planEvent(page, "Planned by mistake");
  await page.getByRole("button", { name: "Undo" }).click();
  await page
    .getByRole("status")
    .getByText(/^Undone/)
    .waitFor();
  expect((await page.goto(event))?.status()).toBe(404);
});

test("Ctrl Z presses Undo, but not while somebody types", async () => {
  const page = await arrive("officer", DESK);
  const event = await planEvent(page, "Taken back by a key");
  const find = page.locator("[data-find]:visible");
  await find.fill("abc");
  await find.press("Control+z");
  expect(page.url()).toContain(event);
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("Control+z");
  await page
    .getByRole("status")
    .getByText(/^Undone/)
    .waitFor();
});

test("a draft comes back to the same person and goes once it is saved", async () => {
  const page = await arrive("officer", DESK);
  await page.goto(`${home}/events/new`);
  await page.getByLabel("Title").fill("Half an idea");
  await page.goto(`${home}/events/new`);
  await page.getByText("What you typed here earlier has been restored").waitFor();
  expect(await page.getByLabel("Title").inputValue()).toBe("Half an idea");
  await planEvent(page, "A whole idea");
  await page.goto(`${home}/events/new`);
  expect(await page.getByLabel("Title").inputValue()).toBe("");
});

test("a draft that was cancelled does not come back", async () => {
  const page = await arrive("officer", DESK);
  await page.goto(`${home}/events/new`);
  await page.getByLabel("In one line").fill("Half an idea");
  await page.getByRole("link", { name: "Cancel", exact: true }).click();
  await page.waitForURL(/calendar/);
  await page.goto(`${home}/events/new`);
  expect(await page.getByLabel("In one line").inputValue()).toBe("");
});

test("a line of 2,000 characters that is pasted is kept whole, and refused", async () => {
  const page = await arrive("officer", DESK);
  await page.goto(`${home}/events/new`);
  const line = page.getByLabel("In one line");
  await line.focus();
  const pasted = "Briefing with the whole delegation ".repeat(60).slice(0, 2_000);
  await page.keyboard.insertText(pasted);
  await page.getByText("The line is longer than 500 characters").waitFor();
  await page.keyboard.insertText("s");
  await page.getByText("The line is longer than 500 characters").waitFor();
  expect(await line.inputValue()).toBe(`${pasted}s`);
});

test("a log comes back with its ratings and objections, and not once it was cancelled", async () => {
  const page = await arrive("officer", DESK);
  await page.goto(`${home}/outcomes`);
  await page.locator("main a.button[href*='/events/'][href$='/log']").first().click();
  const said = page.getByLabel("What was said");
  await said.fill("Half a sentence");
  const endorsed = page.getByRole("radio", { name: "Endorsed" }).first();
  const objection = page.locator("input[name=objections]").first();
  // The marks lie under their labels.
  await endorsed.check({ force: true });
  await objection.check({ force: true });
  const log = page.url();
  await page.goto(log);
  await page.getByText("What you typed here earlier has been restored").waitFor();
  expect([await endorsed.isChecked(), await objection.isChecked()]).toEqual([true, true]);
  await page.getByRole("link", { name: "Cancel", exact: true }).click();
  await page.waitForURL((url) => url.href !== log);
  await page.goto(log);
  expect([await said.inputValue(), await endorsed.isChecked()]).toEqual(["", false]);
});

test("drafts are gone from the device after signing out", async () => {
  const page = await arrive("officer", DESK);
  await page.goto(`${home}/events/new`);
  await page.getByLabel("Title").fill("For nobody else");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(/sign-in/);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test("keys lead to the places of a campaign, to Find and to Help, and are letters in a field", async () => {
  const page = await arrive("officer", DESK);
  await page.goto(`${home}/calendar`);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("gm");
  expect(await page.getByRole("combobox", { name: "Find or do anything" }).inputValue()).toBe("gm");
  await page.keyboard.press("Escape");
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("g");
  await page.keyboard.press("t");
  await page.waitForURL(/talking-points$/);
  await page.keyboard.press("?");
  await page.waitForURL(/\/help$/);
});
