import { expect, test } from "vitest";
import { system, unsent } from "../support/author.ts";
import { DESK, newBrowser, newPage, signIn } from "../support/browser.ts";
import { DEMO_CAMPAIGN, DEMO_PASSWORD, emailOf, startedDemo } from "../support/demo.ts";

const LONG =
  "a title as long as any that the form takes, with Verteidigungsausgaben and what comes of them ".repeat(3);

test("the opening of the overview takes three lines at most beside what needs the reader, however long titles and names are", {
  timeout: 120_000,
}, async () => {
  const { address, database } = await startedDemo();
  const { page } = await newPage(await newBrowser(DESK));
  await signIn(page, address, emailOf("officer"), DEMO_PASSWORD);
  const linesAt = async () => {
    await page.goto(`${address}/c/${DEMO_CAMPAIGN}`);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    return page.locator(".overview-lede").evaluate((lede) => {
      const style = getComputedStyle(lede);
      return Math.round(lede.getBoundingClientRect().height / Number.parseFloat(style.lineHeight));
    });
  };
  expect(await linesAt()).toBeLessThanOrEqual(3);
  await database.change(system, unsent, async (change) => {
    const revisions = await change.read.selectFrom("message_revision").select("id").execute();
    for (const { id } of revisions)
      await change.update("message_revision", id, { title: LONG.slice(0, 200) }, null);
    const audiences = await change.read.selectFrom("audience").select("id").execute();
    for (const [at, { id }] of audiences.entries())
      await change.update("audience", id, { name: `${at} ${LONG}`.slice(0, 200) }, null);
    change.describe({ recordKind: "campaign", recordId: "x", action: "x", summary: "x", location: "/" });
    return { ok: true };
  });
  expect(await linesAt()).toBeLessThanOrEqual(3);
  expect(await page.locator(".overview-lede b").innerText()).toContain("…");
  await page.getByText("The rest of the summary").click();
  expect(await page.locator(".worked-out").first().innerText()).toContain(
    "Verteidigungsausgaben and what comes of them",
  );
});
