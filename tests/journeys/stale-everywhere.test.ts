import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { queueDueLetters } from "#app/campaign/due-mail/due-letters.server.ts";
import { newBrowser, newPage, signIn } from "../support/browser.ts";
import {
  DEMO_CAMPAIGN,
  DEMO_NOW,
  DEMO_PASSWORD,
  type Demo,
  emailOf,
  type Person,
  startedDemo,
} from "../support/demo.ts";
import { type MailServer, startedMailServer } from "../support/mail-server.ts";
import { readPdf } from "../support/read-pdf.ts";
import { wordParts, wordText } from "../support/read-word.ts";

/** A proof point of message 2, whose review is due in January 2027, and two papers that cite it: a cleared one and a draft. */
const CODE = "P10";
const BRIEFING = "Staff briefing, Senate Foreign Relations Committee";
const DRAFT = "Senate NATO Observer Group: before the session ends";

/** How a page, a file or a mail says that it is stale, and no other. */
const IS_STALE = /stale since Tue ?10 ?Nov|P10 since Tue 10 Nov 2026|Stale, 1 day overdue/i;

let demo: Demo;
let server: MailServer;
let home: string;

beforeAll(async () => {
  server = await startedMailServer();
  demo = await startedDemo(server.mail);
  home = `${demo.address}/c/${DEMO_CAMPAIGN}`;
});

type Places = { paper: string; event: string };

test("a proof point made stale today is stale wherever it shows, in print, files and mail too", async () => {
  const { page, faults } = await newPage(await newBrowser());
  await signIn(page, demo.address, emailOf("officer"), DEMO_PASSWORD);
  const places = await placesOf(page, BRIEFING);
  for (const [where, words] of await everywhere(page, places)) expect(words, where).not.toMatch(IS_STALE);
  await makeStale(page);
  for (const [where, words] of await everywhere(page, places)) expect(words, where).toMatch(IS_STALE);

  // The morning's mail names it, and so does the mail about a paper that cites it.
  await queueDueLetters(demo.database, DEMO_NOW);
  await page.goto((await placesOf(page, DRAFT)).paper);
  await page.getByRole("button", { name: /^Send/ }).first().click();
  await page.waitForURL(/done=/);
  await expect.poll(() => mailTo("officer", / for you, /)).toContain(`${CODE} since Tue 10 Nov`);
  await expect.poll(() => mailTo("clearer", /^Clearance requested/)).toMatch(IS_STALE);
  expect(faults).toEqual([]);
});

/** The addresses of the talking points of an event, and of the event. */
async function placesOf(page: Page, title: string): Promise<Places> {
  await page.goto(`${home}/talking-points`);
  await page.getByRole("link", { name: title }).first().click();
  const event = await page.locator(".paper-head").getByRole("link", { name: title }).getAttribute("href");
  return { paper: page.url().replace(/[?#].*/, ""), event: `${demo.address}${event}` };
}

async function makeStale(page: Page): Promise<void> {
  await page.goto(`${home}/proof-points/${CODE}`);
  await page.getByRole("link", { name: "Edit" }).first().click();
  await page.getByLabel("Review by").fill("9 Nov 2026");
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL(/done=/);
}

/** What is said about the proof point in each place where it shows. */
async function everywhere(page: Page, { paper, event }: Places): Promise<[string, string][]> {
  return [
    ["its own page", await read(page, `${home}/proof-points/${CODE}`)],
    ["the list of proof points", await rowIn(page, `${home}/proof-points`)],
    ["the message", await rowIn(page, `${home}/messages/2`)],
    ["the list that a message chooses from", await read(page, `${home}/messages/2/edit`)],
    ["the list that an objection chooses from", await read(page, `${home}/objections/new`)],
    ["the event", await read(page, event)],
    ["the paper", await read(page, paper)],
    ["the brief", await read(page, `${event}/brief`)],
    ["the brief in print", await printed(page)],
    ["the copy for e-mail", await emailCopy(page, paper)],
    ...(await files(page, paper)),
  ];
}

async function read(page: Page, address: string): Promise<string> {
  await page.goto(address);
  return page.getByRole("main").innerText();
}

async function rowIn(page: Page, address: string): Promise<string> {
  await page.goto(address);
  const its = page.getByRole("link", { name: CODE, exact: true });
  return page.getByRole("row").filter({ has: its }).first().innerText();
}

/** The page that is open, as it comes out of the printer. */
async function printed(page: Page): Promise<string> {
  const { pages } = await readPdf(await page.pdf({ format: "A4" }));
  return pages.map(({ body, edges }) => `${body} ${edges}`).join(" ");
}

async function emailCopy(page: Page, paper: string): Promise<string> {
  await page.goto(`${paper}/e-mail`);
  return page.getByRole("main").getByRole("textbox").inputValue();
}

async function files(page: Page, paper: string): Promise<[string, string][]> {
  const parts = wordParts(await fetched(page, `${paper}.docx`));
  const { pages } = await readPdf(await fetched(page, `${paper}.pdf`));
  return [
    ["Word", wordText(parts["word/document.xml"] ?? "")],
    ["the page of the PDF in the hand", pages[0]?.body ?? ""],
    [
      "the annex of the PDF",
      pages
        .slice(1)
        .map(({ body }) => body)
        .join(" "),
    ],
    ["Markdown", (await fetched(page, `${paper}.md`)).toString()],
  ];
}

async function fetched(page: Page, address: string): Promise<Buffer> {
  const answer = await page.request.get(address);
  expect(answer.status(), address).toBe(200);
  return answer.body();
}

function mailTo(person: Person, subject: RegExp): string {
  const its = server.taken.find(
    ({ to, mail }) => to.includes(emailOf(person)) && subject.test(mail.subject ?? ""),
  );
  return its?.mail.text ?? "";
}
