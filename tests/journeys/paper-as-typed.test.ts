import type { Locator, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { axeFindings } from "../support/axe.ts";
import { DESK, newBrowser, newPage, signIn } from "../support/browser.ts";
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
  home = `${demo.address}/c/${DEMO_CAMPAIGN}/talking-points`;
});

async function arrive(person: Person): Promise<Page> {
  const { page } = await newPage(await newBrowser(DESK));
  await signIn(page, demo.address, emailOf(person), DEMO_PASSWORD);
  return page;
}

/** A new paper with one point in own words; gives its address. */
async function startPaper(page: Page, words: string): Promise<string> {
  await page.goto(`${home}/new`);
  await page.getByLabel("Title").fill("A paper that is typed");
  await page.getByRole("button", { name: "Start" }).click();
  await page.getByText("Add your own words under Points to make").click();
  const form = page.locator("#add-own-words-points-to-make");
  await form.getByLabel("Words").fill(words);
  await form.getByRole("button", { name: "Add" }).click();
  await page.locator(".paper-block .block-words").waitFor();
  return page.url().replace(/[?#].*/, "");
}

async function openWords(page: Page, paper: string): Promise<Locator> {
  await page.goto(paper);
  const block = page.locator(".paper-block").first();
  await block.getByText("Edit wording").click();
  return block;
}

test("what is typed is saved without a click, shown in the paper, and can be put back", async () => {
  const page = await arrive("officer");
  const paper = await startPaper(page, "As it was.");
  const block = await openWords(page, paper);
  const words = block.getByLabel("Words");
  await words.fill("As it is now");
  await block.getByText(/^Saved \d\d:\d\d\./).waitFor();
  await block.locator(".block-words").filter({ hasText: "As it is now" }).waitFor();
  await words.selectText();
  await words.press("Control+b");
  await block.locator(".block-words strong").waitFor();
  expect(await words.inputValue()).toBe("**As it is now**");
  await block.getByLabel("Proof point").selectOption("P2");
  await block.getByRole("button", { name: "Footnote" }).click();
  await block.locator(".block-words sup").waitFor();
  await page.locator(".paper-footnotes").getByText("P2.").waitFor({ state: "attached" });
  expect(await axeFindings(page)).toEqual([]);
  await block.getByRole("button", { name: "Restore the earlier text" }).click();
  await block.locator(".block-words").filter({ hasText: "As it was." }).waitFor();
  await page.reload();
  expect(await page.locator(".paper-block .block-words").textContent()).toBe("As it was.");
  expect(await page.getByText("What you typed here earlier has been restored").count()).toBe(0);
  await block.getByText("Edit wording").click();
  await words.fill("Not needed.");
  await block.getByText(/^Saved/).waitFor();
  await block.getByRole("button", { name: "Remove" }).click();
  await page.getByRole("status").getByText("Removed from").waitFor();
});

test("of two people who type in one block the second is told, and nobody's words are lost", async () => {
  const [jana, petr] = [await arrive("officer"), await arrive("clearer")];
  const paper = await startPaper(jana, "As it was.");
  const [hers, his] = [await openWords(jana, paper), await openWords(petr, paper)];
  await his.getByLabel("Words").fill("Petr's words.");
  await his.getByText(/^Saved/).waitFor();
  await hers.getByLabel("Words").fill("Jana's words.");
  await hers.getByText("Not saved: someone else changed this.").waitFor();
  expect(await hers.locator(".conflict").textContent()).toContain("Petr's words.");
  expect(await hers.getByLabel("Words").inputValue()).toBe("Jana's words.");
  await petr.reload();
  expect(await petr.locator(".paper-block .block-words").textContent()).toBe("Petr's words.");
  await hers.getByRole("button", { name: "Save" }).click();
  await jana.locator(".paper-block .block-words").filter({ hasText: "Jana's words." }).waitFor();
});

test("without a connection what is typed stays, and is saved when there is one", async () => {
  const page = await arrive("officer");
  const block = await openWords(page, await startPaper(page, "As it was."));
  await page.context().setOffline(true);
  await block.getByLabel("Words").fill("Typed in the car.");
  await block.getByText("No connection. What you typed is kept on this device.").waitFor();
  await page.context().setOffline(false);
  await block.getByText(/^Saved/).waitFor();
  await block.locator(".block-words").filter({ hasText: "Typed in the car." }).waitFor();
});

test("what cannot be saved says why, and is saved once it can be", async () => {
  const page = await arrive("officer");
  const block = await openWords(page, await startPaper(page, "As it was."));
  const words = block.getByLabel("Words");
  await words.fill("Said.[^P999]");
  await block.getByText("There is no proof point P999 in this campaign").waitFor();
  expect(await words.inputValue()).toBe("Said.[^P999]");
  await words.fill("Said.");
  await block.locator(".block-words").filter({ hasText: "Said." }).waitFor();
});

test("a paper that is sent at once after the last key is sent with it", async () => {
  const page = await arrive("officer");
  const paper = await startPaper(page, "As it was.");
  const block = await openWords(page, paper);
  await block.getByLabel("Words").fill("As it is sent.");
  await page.getByRole("button", { name: "Send for clearance" }).first().click();
  await page.waitForURL(/done=/);
  await page.goto(`${paper}/compare?from=1&to=1`);
  expect(await page.getByRole("main").textContent()).toContain("As it is sent.");
});
