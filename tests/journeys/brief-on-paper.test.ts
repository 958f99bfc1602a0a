import { beforeAll, expect, test } from "vitest";
import { DESK, newBrowser, newPage, signIn } from "../support/browser.ts";
import { DEMO_CAMPAIGN, DEMO_PASSWORD, type Demo, emailOf, startedDemo } from "../support/demo.ts";

let demo: Demo;
let events: string[];

beforeAll(async () => {
  demo = await startedDemo();
  const rows = await demo.database.read
    .selectFrom("outreach_event as event")
    .innerJoin("talking_points as paper", "paper.outreach_event_id", "event.id")
    .select("event.id")
    .where("event.campaign_id", "=", DEMO_CAMPAIGN)
    .where("event.day", ">", "2026-10-20")
    .execute();
  events = rows.map(({ id }) => id);
});

/** The pages of a PDF: each is an object of the type Page. */
function pagesOf(pdf: Buffer): number {
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

test("every brief with talking points prints on one page of A4 and of US Letter, nothing cut off", {
  timeout: 900_000,
}, async () => {
  const { page } = await newPage(await newBrowser(DESK));
  await signIn(page, demo.address, emailOf("officer"), DEMO_PASSWORD);
  expect(events.length).toBeGreaterThan(3);
  for (const id of events) {
    await page.goto(`${demo.address}/c/${DEMO_CAMPAIGN}/events/${id}/brief`);
    await page.evaluate(async () => {
      await document.fonts.ready;
    });
    for (const format of ["A4", "Letter"]) {
      expect([id, format, pagesOf(await page.pdf({ format }))]).toEqual([id, format, 1]);
    }
    // The paper's own size, less its margins, in the pixels of the screen.
    await page.setViewportSize({ width: 688, height: 1054 });
    await page.emulateMedia({ media: "print" });
    const end = await page.locator(".brief-foot").evaluate((foot) => foot.getBoundingClientRect().bottom);
    expect([id, end < 1054]).toEqual([id, true]);
    await page.emulateMedia({ media: null });
  }
});
