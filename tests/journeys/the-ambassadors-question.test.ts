import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
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
import { readPdf } from "../support/read-pdf.ts";

let demo: Demo;
let home: string;
let effectiveness: string;

beforeAll(async () => {
  demo = await startedDemo();
  home = `${demo.address}/c/${DEMO_CAMPAIGN}`;
  effectiveness = `${home}/reports/effectiveness`;
});

async function arrive(person: Person, look: Look = DESK) {
  const arrived = await newPage(await newBrowser(look));
  // The height of a small phone.
  if (look.width === 390) await arrived.page.setViewportSize({ width: 390, height: 844 });
  await signIn(arrived.page, demo.address, emailOf(person), DEMO_PASSWORD);
  return arrived;
}

/** The words of a page's main part, blanks made one. */
async function wordsOf(page: Page, part = "main"): Promise<string> {
  return ((await page.locator(part).first().textContent()) ?? "").replaceAll(/\s+/g, " ");
}

/** Whether the sentence at the head stands whole on the first screen, before anybody scrolls. */
async function isOnTheFirstScreen(page: Page): Promise<boolean> {
  const box = await page.locator("main :is(.overview-lede, .finding)").first().boundingBox();
  return box !== null && box.y >= 0 && box.y + box.height <= (page.viewportSize()?.height ?? 0);
}

const LOOKS: Look[] = [
  DESK,
  { width: 1440, javaScript: false, scheme: "dark" },
  { width: 390, javaScript: true, scheme: "dark" },
  { width: 390, javaScript: false, scheme: "light" },
];

test.for(LOOKS)(
  "is it working, with whom, since when, and how sure are we: on one screen at $width px, script $javaScript",
  { timeout: 300_000 },
  async (look) => {
    const { page, faults } = await arrive("ambassador", look);
    await page.goto(home);
    expect(await isOnTheFirstScreen(page)).toBe(true);
    const sentence = await wordsOf(page, "main :is(.overview-lede, .finding)");
    expect(sentence).toMatch(/Messages? 1.* (well|badly) received|Messages? 1.* mixed reception/);
    expect(sentence).toMatch(/Message 2, Autonomy and NATO work together, has a mixed reception/);
    expect(sentence).toMatch(/Message 3.*Defence reporters.*lower since \w+/);
    expect(sentence).toMatch(/There is not yet enough evidence on \d+ of 30 pairs/);
    await page.goto(effectiveness);
    expect(await isOnTheFirstScreen(page)).toBe(true);
    const finding = await wordsOf(page, "main :is(.overview-lede, .finding)");
    expect(finding).toMatch(
      /Since [A-Z]\w+(–[A-Z]\w+)?, message 3 has been less well received by Defence reporters \((over )?[\d.]+ %\)/,
    );
    await toTheWordsThatWereSaid(page);
    await lookAtAPastDay(page);
    expect(faults).toEqual([]);
  },
);

/** Two clicks: from a cell to the meetings behind it, and to one of them. */
async function toTheWordsThatWereSaid(page: Page): Promise<void> {
  await page.goto(home);
  await page
    .getByRole("cell")
    .getByRole("link", { name: /Badly received/ })
    .first()
    .click();
  await page.waitForURL(/\/outcomes\?audience=/);
  await page.locator("ul.outcomes h2 a").first().click();
  await page.waitForURL(/\/outcomes\/[a-z2-7]{20}/);
  const { said } = await demo.database.read
    .selectFrom("outcome")
    .select("said")
    .where("id", "=", page.url().split("/").at(-1) ?? "")
    .executeTakeFirstOrThrow();
  expect(said).not.toBe("");
  expect(await wordsOf(page)).toContain(said);
}

async function lookAtAPastDay(page: Page): Promise<void> {
  for (const known of ["What had happened by then", "What we knew by then"]) {
    await page.goto(effectiveness);
    await page.getByText("Look at a past day").click();
    await page.getByRole("textbox", { name: "Day" }).fill("12 Oct 2026");
    await page.getByRole("radio", { name: known }).check();
    await page.getByRole("button", { name: "Show that day" }).click();
    await page.waitForURL(/on=/);
    const words = await wordsOf(page);
    expect(words).toContain("1 July 2025 to 12 October 2026");
    expect(words.includes("as we knew it then")).toBe(known === "What we knew by then");
  }
  await page.getByText("As of Mon 12 Oct").click();
  await page.getByRole("link", { name: "Back to today" }).click();
  await page.getByText("Look at a past day").waitFor();
}

test("a change is looked at with a reason, without a script, and Undo brings its line back", {
  timeout: 300_000,
}, async () => {
  const { page, faults } = await arrive("ambassador", { width: 390, javaScript: false, scheme: "light" });
  await page.goto(effectiveness);
  const drop = page.locator(".changes li", { hasText: "by Defence reporters" });
  await drop.getByText("Mark as looked at").click();
  await drop.getByLabel("What you make of it").fill("Their new editor writes on budgets alone.");
  await drop.getByRole("button", { name: "Save" }).click();
  await page.getByRole("status").waitFor();
  expect(await drop.count()).toBe(0);
  expect(await wordsOf(page)).toContain("Their new editor writes on budgets alone.");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText(/^Undone: looked at a drop/).waitFor();
  await page.goto(effectiveness);
  expect(await drop.count()).toBe(1);
  expect(faults).toEqual([]);
});

const SHEET = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

test("a review is saved with a remark, held against today, drafted as a cable and taken as files", {
  timeout: 300_000,
}, async () => {
  const { page, faults } = await arrive("officer");
  await page.goto(home);
  await page.getByText("Save this review").first().click();
  await page.getByLabel("What we make of it").fill("Lead with message 1 until the hearing.");
  await page.getByRole("button", { name: "Save this review" }).click();
  await page.waitForURL(/\/reports\/reviews\/[a-z2-7]{20}/);
  const review = page.url().replace(/\?.*/, "");
  expect(await wordsOf(page)).toContain("Lead with message 1 until the hearing.");
  await page.getByLabel("Compare with").selectOption("live");
  await page.getByRole("button", { name: "Compare" }).click();
  await page.waitForURL(/compare\?with=live/);
  expect(await wordsOf(page)).toContain("Every figure is the same.");
  await page.goto(review);
  await page.getByRole("button", { name: "Write the monthly cable" }).click();
  await page.waitForURL(/\/correspondence\/[a-z2-7]{20}/);
  const cable = page.url().replace(/\?.*/, "");
  expect(await page.getByLabel("Text").inputValue()).toContain("until the hearing.");
  const pdf = await fileAt(page, `${review}.pdf`, "application/pdf");
  expect((await readPdf(pdf)).pages.length).toBe(2);
  await fileAt(page, `${review}.docx`, SHEET);
  await fileAt(page, `${cable}.docx`, SHEET);
  const figures = await fileAt(page, `${review}.csv`, "text/csv");
  expect(figures.toString()).toContain("Lead with message 1 until the hearing.");
  expect(faults).toEqual([]);
});

async function fileAt(page: Page, address: string, type: string): Promise<Buffer> {
  const answer = await page.request.get(address);
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toContain(type);
  const file = await answer.body();
  expect(file.length).toBeGreaterThan(1000);
  return file;
}

/** Overview, effectiveness, and the sample's review. */
async function pagesToShow(): Promise<string[]> {
  const { id } = await demo.database.read
    .selectFrom("review")
    .select("id")
    .where("campaign_id", "=", DEMO_CAMPAIGN)
    .orderBy("saved_at")
    .executeTakeFirstOrThrow();
  return [home, effectiveness, `${home}/reports/reviews/${id}`];
}

test("what the ambassador reads prints on two pages at most, of A4 or Letter, without buttons and hints", {
  timeout: 300_000,
}, async () => {
  const { page, faults } = await arrive("ambassador");
  const event = await demo.database.read
    .selectFrom("outcome")
    .innerJoin("outreach_event as event", "event.id", "outcome.outreach_event_id")
    .select("event.id")
    .where("event.campaign_id", "=", DEMO_CAMPAIGN)
    .orderBy("event.day", "desc")
    .executeTakeFirstOrThrow();
  const others = ["messages/2", "audiences", "calendar?view=year", `events/${event.id}`];
  for (const address of [...(await pagesToShow()), ...others.map((one) => `${home}/${one}`)]) {
    await page.goto(address);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    for (const format of ["A4", "Letter"]) {
      const { pages } = await readPdf(await page.pdf({ format }));
      expect([address, format, pages.length <= 2]).toEqual([address, format, true]);
      const text = pages.map(({ body }) => body).join(" ");
      expect([address, text]).toEqual([address, expect.stringMatching(/TLP:AMBER.*Printed by/s)]);
      expect([address, text]).toEqual([
        address,
        expect.not.stringMatching(/For staff, we record|Plan an event/),
      ]);
    }
  }
  const visit = await demo.database.read
    .selectFrom("outreach_event")
    .select("day")
    .where("kind", "=", "delegation visit")
    .executeTakeFirstOrThrow();
  await page.goto(`${home}/calendar?view=week&date=${visit.day}`);
  await page.emulateMedia({ media: "print" });
  const dayOfVisit = await page.locator(".spans .band-day").first().boundingBox();
  expect(dayOfVisit?.width).toBeGreaterThan(50);
  expect(faults).toEqual([]);
});

test.for<Look>([
  DESK,
  { width: 390, javaScript: true, scheme: "light" },
  { width: 1440, javaScript: true, scheme: "dark" },
])(
  "axe finds nothing on what the ambassador reads ($width px, $scheme)",
  {
    timeout: 300_000,
  },
  async (look) => {
    const { page, faults } = await arrive("ambassador", look);
    for (const address of await pagesToShow()) {
      await page.goto(address);
      // The dark colours stand on the same markup: only the contrast can differ.
      const findings = await axeFindings(page, look.scheme === "light" ? "everything" : "colours");
      expect([address, findings]).toEqual([address, []]);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect([address, width <= look.width]).toEqual([address, true]);
    }
    expect(faults).toEqual([]);
  },
);

test("what they were told is on the paper too, and an event prints no heading with nothing under it", async () => {
  const { page } = await arrive("ambassador");
  const { id } = await demo.database.read
    .selectFrom("outreach_event")
    .select("id")
    .where("title", "=", "Call on Tom Rusk: duplication")
    .executeTakeFirstOrThrow();
  await page.emulateMedia({ media: "print" });
  await page.goto(`${home}/events/${id}/told`);
  expect(await page.locator(".occasions > li").first().isVisible()).toBe(true);
  await page.goto(`${home}/events/${id}`);
  const [heading, more] = [page.getByText("Check before speaking"), page.getByText(/\d+ more before/)];
  expect(await more.isVisible()).toBe(false);
  const isSaid = await page.locator(".before .difference, .before > .state").first().isVisible();
  expect(await heading.first().isVisible()).toBe(isSaid);
});
