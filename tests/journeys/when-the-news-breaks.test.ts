import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { doWhatIsDueAboutHolds } from "#app/campaign/holds/due-about-holds.server.ts";
import { axeFindings } from "../support/axe.ts";
import { newBrowser, newPage, signIn } from "../support/browser.ts";
import {
  DEMO_CAMPAIGN,
  DEMO_PASSWORD,
  type Demo,
  emailOf,
  type Person,
  startedDemo,
} from "../support/demo.ts";

const LINE =
  "Czech commitment to the Alliance has not changed. European allies are doing more inside NATO. We do not comment on remarks; we talk to our American partners.";
const NEW_LINE = LINE.replace("inside NATO", "inside NATO, as all allies agreed");
const BRIEFING = "Staff briefing, Senate Foreign Relations Committee";

let demo: Demo;
let home: string;

beforeAll(async () => {
  demo = await startedDemo();
  home = `${demo.address}/c/${DEMO_CAMPAIGN}`;
});

/** A clock in Washington on Tuesday 10 November 2026. */
function at(time: string): void {
  demo.setNow(new Date(`2026-11-10T${time}:00.000-05:00`));
}

test("a remark about NATO at 09:00: hold, line, clearance in parallel, release, expiry, lifting", {
  timeout: 600_000,
}, async () => {
  at("08:50");
  const faults: string[] = [];
  const arrive = async (person: Person) => {
    const arrived = await newPage(await newBrowser());
    await signIn(arrived.page, demo.address, emailOf(person), DEMO_PASSWORD);
    arrived.page.on("close", () => faults.push(...arrived.faults));
    return arrived.page;
  };
  const [officer, clearer, ministry, ambassador] = await Promise.all(
    (["officer", "clearer", "ministry", "ambassador"] as const).map(arrive),
  );
  if (!officer || !clearer || !ministry || !ambassador) throw new Error("Four people walk through the day");

  const paper = await paperOf(officer, BRIEFING);
  expect(await exported(officer, paper)).not.toContain("ON HOLD");

  at("09:05");
  const hold = await placeTheHold(clearer);
  at("09:11");
  await seeWhatIsMarked(officer, paper);

  at("09:20");
  await writeTheLine(officer, hold, LINE);
  await askTheDesks(officer);
  at("09:30");
  await object(ministry, hold);
  at("09:38");
  await writeTheLine(officer, hold, NEW_LINE);
  await askTheDesks(officer);
  expect(await officer.locator("main").innerText()).toContain("answers so far: 0 of 5");
  await officer.getByRole("button", { name: "Send the new line to Marcus Bell" }).click();
  expect(await officer.locator("main").innerText()).toContain("To be sent once cleared");

  at("09:39");
  await clearFor(clearer, hold, "Embassy");
  at("09:41");
  await clearFor(ministry, hold, "Ministry desk");
  await officer.goto(hold);
  expect(await officer.locator("main").innerText()).toContain("answers so far: 2 of 5");
  expect(await axeFindings(officer)).toEqual([]);
  await officer.getByRole("button", { name: "Ask for release" }).click();

  at("09:50");
  await ambassador.goto(hold);
  await ambassador.getByRole("button", { name: "Release it now" }).click();
  await readTheLineEverywhere(officer, hold, paper);
  await officer.goto(hold);
  await officer.getByRole("button", { name: "Mark as sent to Marcus Bell" }).click();
  expect(await officer.locator("main").innerText()).toContain("Sent version 2");

  demo.setNow(new Date("2026-11-12T14:00:00.000Z"));
  await doWhatIsDueAboutHolds(demo.database, new Date("2026-11-12T14:00:00.000Z"));
  // Two days later: everybody signs in anew.
  await signIn(ambassador, demo.address, emailOf("ambassador"), DEMO_PASSWORD);
  await signIn(officer, demo.address, emailOf("officer"), DEMO_PASSWORD);
  await askedAgain(ambassador, hold);
  await lift(ambassador, hold);
  await officer.goto(home);
  expect(await officer.getByText("Message 2 on hold").count()).toBe(0);
  expect(await exported(officer, paper)).not.toContain("ON HOLD");
  for (const page of [officer, clearer, ministry, ambassador]) await page.close();
  expect(faults).toEqual([]);
});

/** The address of the talking points of an event of the calendar. */
async function paperOf(page: Page, title: string): Promise<string> {
  await page.goto(`${home}/talking-points`);
  const row = page.getByRole("row").filter({ hasText: title }).first();
  const to = await row.getByRole("link").first().getAttribute("href");
  return `${demo.address}${to}`;
}

async function exported(page: Page, paper: string): Promise<string> {
  const answer = await page.request.get(`${paper}.md`);
  expect(answer.status()).toBe(200);
  return answer.text();
}

async function placeTheHold(page: Page): Promise<string> {
  await page.goto(`${home}/messages/2`);
  await page.getByRole("link", { name: "Place a hold" }).click();
  await page.getByRole("button", { name: "Place the hold" }).click();
  expect(await page.getByRole("alert").innerText()).toContain("Write the reason");
  await page.getByLabel("Reason").fill("A remark about NATO in a broadcast interview at 09:00.");
  await page.getByRole("button", { name: "Place the hold" }).click();
  await page.waitForURL(/\/holds\//);
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Message 2 is on hold");
  return page.url().split("?")[0] ?? "";
}

async function seeWhatIsMarked(page: Page, paper: string): Promise<void> {
  for (const path of ["", "/calendar", "/talking-points", "/messages", "/find?q=Alliance"]) {
    await page.goto(path.startsWith("/find") ? `${demo.address}${path}` : `${home}${path}`);
    expect(await page.locator("main").innerText(), path).toContain("On hold");
  }
  await page.goto(home);
  expect(await page.getByRole("complementary", { name: "Holds" }).innerText()).toContain(
    "say nothing on message 2",
  );
  await page.goto(paper);
  expect(await page.locator("main").innerText()).toContain("ON HOLD");
  expect(await exported(page, paper)).toContain("ON HOLD");
}

async function writeTheLine(page: Page, hold: string, text: string): Promise<void> {
  await page.goto(`${hold}/line`);
  await page.getByLabel("Words").fill(text);
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL((url) => !url.pathname.endsWith("/line"));
}

async function askTheDesks(page: Page): Promise<void> {
  await page.getByLabel("Answer by").fill("10:45");
  await page.getByRole("button", { name: "Send to the desks" }).click();
  expect(await page.locator("main").innerText()).toContain("NOT CLEARED, sent for clearance");
}

async function object(page: Page, hold: string): Promise<void> {
  await page.goto(`${home}/talking-points`);
  await page
    .getByRole("paragraph")
    .filter({ hasText: "Holding line on message 2" })
    .getByRole("link")
    .click();
  expect(page.url()).toBe(hold);
  await page.getByText("Object with reasons").click();
  await page.getByLabel("What should change").fill("Say that all allies agreed.");
  await page.getByRole("button", { name: "Object", exact: true }).click();
  expect(await page.locator("main").innerText()).toContain("a desk has objected");
}

async function clearFor(page: Page, hold: string, desk: string): Promise<void> {
  await page.goto(hold);
  await page.getByRole("button", { name: `Clear version 2 for the ${desk}` }).click();
  expect(await page.locator("main").innerText()).toContain("Cleared");
}

async function readTheLineEverywhere(page: Page, hold: string, paper: string): Promise<void> {
  const released = "Released by the head of mission, to be reported afterwards";
  for (const path of [hold, paper, `${home}/messages/2`]) {
    await page.goto(path);
    const text = await page.locator("main").innerText();
    expect(text, path).toContain(NEW_LINE);
    expect(text, path).toContain(released);
  }
  await page.goto(home);
  expect(await page.getByRole("complementary", { name: "Holds" }).innerText()).toContain(NEW_LINE);
  const file = await exported(page, paper);
  expect(file).toContain("ON HOLD");
  expect(file).toContain("as all allies agreed");
}

async function askedAgain(page: Page, hold: string): Promise<void> {
  await page.goto(home);
  await page
    .getByRole("listitem")
    .filter({ hasText: "its holding line has expired" })
    .getByRole("link")
    .click();
  expect(page.url()).toBe(hold);
  expect(await page.locator("main").innerText()).toMatch(
    /The holding line was valid until .* and has expired\./,
  );
  await page.goto(`${home}/messages/2`);
  expect(await page.locator("main").innerText()).not.toContain(NEW_LINE);
}

async function lift(page: Page, hold: string): Promise<void> {
  await page.goto(hold);
  await page.getByLabel("Why it can be lifted").fill("The remark was withdrawn.");
  await page.getByRole("button", { name: "Lift the hold" }).click();
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("The hold on message 2 was lifted");
}
