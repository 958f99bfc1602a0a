import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { axeFindings } from "../support/axe.ts";
import { DESK, type Look, newBrowser, newPage, signIn } from "../support/browser.ts";
import { DEMO_CAMPAIGN, DEMO_PASSWORD, type Demo, emailOf, startedDemo } from "../support/demo.ts";

let demo: Demo;
let programme: string;

beforeAll(async () => {
  demo = await startedDemo();
  const visit = await demo.database.read
    .selectFrom("outreach_event")
    .select("id")
    .where("campaign_id", "=", DEMO_CAMPAIGN)
    .where("kind", "=", "delegation visit")
    .executeTakeFirstOrThrow();
  programme = `${demo.address}/c/${DEMO_CAMPAIGN}/events/${visit.id}/programme`;
});

async function opened(look: Look): Promise<{ page: Page; faults: string[] }> {
  const { page, faults } = await newPage(await newBrowser(look));
  await signIn(page, demo.address, emailOf("officer"), DEMO_PASSWORD);
  await page.goto(programme);
  return { page, faults };
}

/** The pages of a PDF: each is an object of the type Page. */
function pagesOf(pdf: Buffer): number {
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

test("the sample's visit prints on one page of A4 and of US Letter, with plan B and who printed it", {
  timeout: 300_000,
}, async () => {
  const { page, faults } = await opened(DESK);
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
  for (const format of ["A4", "Letter"]) {
    expect([format, pagesOf(await page.pdf({ format }))]).toEqual([format, 1]);
  }
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".pfoot").isVisible()).toBe(true);
  expect(await page.locator(".pfoot").innerText()).toContain("Printed by Jana Malá");
  expect(await page.locator("aside[aria-label=Deadlines]").isVisible()).toBe(false);
  const inks = await page.locator("main *").evaluateAll((all) => {
    const colours = all.map((one) => getComputedStyle(one).color);
    return [...new Set(colours)];
  });
  expect(inks).toEqual(["rgb(0, 0, 0)"]);
  expect(faults).toEqual([]);
});

const LOOKS: readonly Look[] = [
  DESK,
  { width: 390, javaScript: true, scheme: "light" },
  { width: 1440, javaScript: true, scheme: "dark" },
];

test.for(LOOKS)(
  "axe finds nothing on the programme and its forms ($width px, $scheme)",
  {
    timeout: 300_000,
  },
  async (look) => {
    const { page, faults } = await opened(look);
    for (const part of [
      "",
      "/items/new",
      "/who-goes",
      "/members",
      "/deadlines/new",
      "/copies",
      "/schedulers",
    ]) {
      await page.goto(`${programme}${part}`);
      expect([part, await axeFindings(page)]).toEqual([part, []]);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect([part, width <= look.width]).toEqual([part, true]);
    }
    expect(faults).toEqual([]);
  },
);

test("without a script a meeting is added, somebody is sent there, and Undo takes the last step back", {
  timeout: 300_000,
}, async () => {
  const { page, faults } = await opened({ width: 390, javaScript: false, scheme: "light" });
  await page.getByRole("link", { name: "Add an item" }).click();
  await page.getByLabel("Title").fill("Evening with Český spolek");
  await page.getByLabel("Begins").fill("16:00");
  await page.getByLabel("Ends Optional").fill("16:30");
  await page.getByLabel("Plan B Optional", { exact: true }).fill("None needed");
  await page.getByRole("button", { name: "Add it to the programme" }).click();
  await page.getByText("Added to the programme: Evening with Český spolek").waitFor();
  expect(await page.getByText("Evening with Český spolek has no speaker and no note-taker.").count()).toBe(1);
  await page.getByRole("link", { name: "Change who goes" }).click();
  await page.getByLabel("Jana Malá, 16:00 Evening with Český spolek").selectOption("speaks");
  await page.getByLabel("Eva Horáková, 16:00 Evening with Český spolek").selectOption("notes");
  await page.getByRole("button", { name: "Save who goes where" }).click();
  await page.getByText("Saved who goes where").waitFor();
  expect(await page.getByText("Every meeting has a speaker and a note-taker.").count()).toBe(1);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Undone: Saved who goes where").waitFor();
  await page.goto(programme);
  expect(await page.getByText("Evening with Český spolek has no speaker and no note-taker.").count()).toBe(1);
  expect(faults).toEqual([]);
});
