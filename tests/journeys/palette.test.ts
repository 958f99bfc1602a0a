import { beforeAll, expect, test } from "vitest";
import { axeFindings } from "../support/axe.ts";
import { DESK, type Look, newBrowser, newPage, signIn } from "../support/browser.ts";
import { DEMO_CAMPAIGN, DEMO_PASSWORD, type Demo, emailOf, startedDemo } from "../support/demo.ts";

const PHONE: Look = { width: 390, javaScript: true, scheme: "dark" };

let demo: Demo;
let home: string;

beforeAll(async () => {
  demo = await startedDemo();
  home = `${demo.address}/c/${DEMO_CAMPAIGN}`;
});

test.for([DESK, PHONE])(
  "the palette finds, offers and opens by the keyboard alone, at $width px",
  { timeout: 300_000 },
  async (look) => {
    const { page, faults } = await newPage(await newBrowser(look));
    await signIn(page, demo.address, emailOf("clearer"), DEMO_PASSWORD);
    await page.goto(`${home}/calendar`);
    await page.keyboard.press("Control+k");
    const field = page.getByRole("combobox", { name: "Find or do anything" });
    await page.getByRole("option", { name: "Plan an event" }).waitFor();
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    await field.pressSequentially("hold nato");
    const hold = page.getByRole("option", { name: /^Hold message 2/ });
    await hold.waitFor();
    expect(await axeFindings(page)).toEqual([]);
    while ((await hold.getAttribute("aria-selected")) !== "true") await page.keyboard.press("ArrowDown");
    expect(await field.getAttribute("aria-activedescendant")).toBe(await hold.getAttribute("id"));
    await page.keyboard.press("Enter");
    await page.waitForURL(/messages\/2\/hold/);
    await page.keyboard.press("/");
    await field.waitFor();
    await page.keyboard.press("Escape");
    await field.waitFor({ state: "hidden" });
    expect(faults).toEqual([]);
  },
);

test("Enter right after the last key opens what these words find, never a result of words before", {
  timeout: 300_000,
}, async () => {
  const { page } = await newPage(await newBrowser(DESK));
  await signIn(page, demo.address, emailOf("clearer"), DEMO_PASSWORD);
  await page.goto(`${home}/calendar`);
  const typedAndEntered = async (words: string) => {
    await page.keyboard.press("Control+k");
    await page.getByRole("option", { name: "Plan an event" }).waitFor();
    await page.keyboard.insertText(words);
    await page.keyboard.press("Enter");
  };
  await typedAndEntered("hold nato");
  await page.waitForURL(/messages\/2\/hold/);
  await page.route("**/find/palette?q=hold*", (route) => route.abort());
  await typedAndEntered("hold nato");
  await page.waitForURL(/\/find\?q=hold/);
});
