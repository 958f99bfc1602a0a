import type { Locator, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { newBrowser, newPage, signIn } from "../support/browser.ts";
import {
  DEMO_CAMPAIGN,
  DEMO_PASSWORD,
  type Demo,
  emailOf,
  type Person,
  startedDemo,
} from "../support/demo.ts";
import { type MailServer, startedMailServer } from "../support/mail-server.ts";

const MOST_CLICKS = 12;
/** Two events of the sample without a paper, for which everything planned is cleared, and how many weeks ahead. */
const EVENING = { title: "Evening with the restraint school", weeksAhead: 0 };
const LETTER = { title: "Senate Foreign Relations, minority: a draft letter", weeksAhead: 2 };

const ALTERED = "A sentence that nobody has cleared before.";

let demo: Demo;
let server: MailServer;
let home: string;

beforeAll(async () => {
  server = await startedMailServer();
  demo = await startedDemo(server.mail);
  home = `${demo.address}/c/${DEMO_CAMPAIGN}`;
});

/** Somebody at the overview, where the day begins; `faults` is what went wrong on the pages. */
async function arrive(person: Person, faults: string[]): Promise<Page> {
  const arrived = await newPage(await newBrowser());
  arrived.page.on("close", () => faults.push(...arrived.faults));
  await signIn(arrived.page, demo.address, emailOf(person), DEMO_PASSWORD);
  await arrived.page.goto(home);
  return arrived.page;
}

type Hand = { clicked: string[]; click(target: Locator): Promise<void> };

/** A hand that counts its clicks, each on the one thing that is there to click. */
function countingHand(): Hand {
  const clicked: string[] = [];
  return {
    clicked,
    async click(target) {
      clicked.push((await target.innerText()).split("\n")[0] ?? "");
      await target.click();
    },
  };
}

test("cleared wording used unaltered goes from the event to cleared in at most twelve clicks of two people", async () => {
  const faults: string[] = [];
  const [officer, clearer] = [await arrive("officer", faults), await arrive("clearer", faults)];
  const hand = countingHand();
  const paper = await startFromTheCalendar(officer, hand, EVENING);
  expect(await exported(officer, paper)).toContain("NOT CLEARED");
  await send(officer, hand);
  await clearFromTheOverview(clearer, hand, EVENING);
  expect(await clearanceShown(clearer)).toMatch(/Cleared by .+ for the Embassy, Tue 10 Nov,/);
  expect(hand.clicked.length, hand.clicked.join(" > ")).toBeLessThanOrEqual(MOST_CLICKS);
  const file = await exported(officer, paper);
  expect(file).toContain("for the Embassy");
  expect(file).not.toContain("NOT CLEARED");
  await expect.poll(() => askedByMail("clearer").length).toBe(1);
  expect(askedByMail("ministry")).toEqual([]);
  for (const page of [officer, clearer]) await page.close();
  expect(faults).toEqual([]);
});

test("one altered sentence needs the ministry, and each desk is asked by mail in its turn", async () => {
  const faults: string[] = [];
  const [officer, clearer] = [await arrive("officer", faults), await arrive("clearer", faults)];
  const ministry = await arrive("ministry", faults);
  const hand = countingHand();
  const before = askedByMail("clearer").length;
  const paper = await startFromTheCalendar(officer, hand, LETTER);
  await alterTheFirstPoint(officer, hand);
  await send(officer, hand);
  await expect.poll(() => askedByMail("clearer").length).toBe(before + 1);
  expect(askedByMail("ministry")).toEqual([]);

  await clearFromTheOverview(clearer, hand, LETTER);
  expect(await clearanceShown(clearer)).toContain("Not cleared yet");
  expect(await exported(officer, paper)).toContain("NOT CLEARED");

  await expect.poll(() => askedByMail("ministry").length).toBe(1);
  await openFromTheMail(ministry, askedByMail("ministry")[0] ?? "");
  expect(ministry.url()).toBe(paper);
  expect(await ministry.getByRole("main").innerText()).toContain(ALTERED);
  await hand.click(ministry.getByRole("button", { name: "Clear for the Ministry desk" }));
  await ministry.waitForURL(/done=/);
  expect(await clearanceShown(ministry)).toMatch(
    /Cleared by .+ for the Embassy and .+ for the Ministry desk/,
  );
  expect(await exported(officer, paper)).not.toContain("NOT CLEARED");
  expect(hand.clicked.length, hand.clicked.join(" > ")).toBeLessThanOrEqual(MOST_CLICKS);
  for (const { raw } of server.taken) expect(raw).not.toContain(ALTERED);
  for (const page of [officer, clearer, ministry]) await page.close();
  expect(faults).toEqual([]);
});

/** From the overview over the calendar to the event, and to its new paper; gives the paper's address. */
async function startFromTheCalendar(page: Page, hand: Hand, event: typeof LETTER): Promise<string> {
  await hand.click(page.getByRole("navigation").getByRole("link", { name: "Calendar", exact: true }));
  for (let week = 0; week < event.weeksAhead; week++) {
    await hand.click(page.getByRole("link", { name: "Next week" }));
  }
  await hand.click(page.getByRole("link", { name: event.title }).first());
  await hand.click(page.getByRole("link", { name: "Open the event" }));
  await page.getByRole("heading", { level: 1, name: event.title }).waitFor();
  await hand.click(page.getByRole("button", { name: "Start talking points" }));
  await page.waitForURL(/talking-points\/[a-z2-7]{20}/);
  expect(await page.getByRole("main").innerText()).not.toContain("Not cleared in the library");
  return page.url().replace(/[?#].*/, "");
}

async function alterTheFirstPoint(page: Page, hand: Hand): Promise<void> {
  const block = page.locator(".paper-block").first();
  await hand.click(block.getByText("Edit wording"));
  const words = block.getByLabel("Words");
  await words.fill(`${await words.inputValue()} ${ALTERED}`);
  await block.getByText(/^Saved/).waitFor();
}

async function send(page: Page, hand: Hand): Promise<void> {
  await hand.click(page.getByRole("button", { name: "Send for clearance" }).first());
  await page.waitForURL(/done=/);
}

/** The embassy's clearer finds the paper under what waits, and agrees with it. */
async function clearFromTheOverview(page: Page, hand: Hand, { title }: typeof LETTER): Promise<void> {
  await page.goto(home);
  const need = page.getByRole("listitem").filter({ hasText: `${title}, for the Embassy` });
  await hand.click(need.getByRole("link", { name: "Open" }));
  await hand.click(page.getByRole("button", { name: "Clear for the Embassy" }));
  await page.waitForURL(/done=/);
}

function clearanceShown(page: Page): Promise<string> {
  return page.getByRole("region", { name: "Clearance", exact: true }).innerText();
}

async function exported(page: Page, paper: string): Promise<string> {
  const answer = await page.request.get(`${paper}.md`);
  expect(answer.status()).toBe(200);
  return answer.text();
}

/** The texts in which somebody was asked by mail to clear something. */
function askedByMail(person: Person): string[] {
  return server.taken
    .filter(({ to, mail }) => to.includes(emailOf(person)) && mail.subject === "Clearance requested")
    .map(({ mail }) => mail.text ?? "");
}

/** Follows the one link to a paper in a mail, at the address where the product stands here. */
async function openFromTheMail(page: Page, text: string): Promise<void> {
  const path = /\/c\/\S+\/talking-points\/\S+/.exec(text)?.[0];
  await page.goto(`${demo.address}${path}`);
}
