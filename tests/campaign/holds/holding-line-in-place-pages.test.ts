import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { now } from "../../support/author.ts";
import { newBrowser } from "../../support/browser.ts";
import { libraryMessage } from "../../support/builders/library.ts";
import { cleared, database, setLineScene } from "../../support/holding-line-scene.ts";
import { readPdf } from "../../support/read-pdf.ts";
import { wordParts, wordText } from "../../support/read-word.ts";
import { startedServer } from "../../support/server.ts";
import { cookieOf } from "../../support/signed-in.ts";

const HELD = libraryMessage().talkingPoint;
const LINE = "We talk to our American partners.";

let address: string;
let paper: string;
let event: string;
let page: Page;

beforeAll(async () => {
  await setLineScene();
  const { id, outreach_event_id } = await database.read
    .selectFrom("talking_points")
    .select(["id", "outreach_event_id"])
    .executeTakeFirstOrThrow();
  ({ address } = await startedServer(database, { now: () => now }));
  paper = `${address}/c/esa/talking-points/${id}`;
  event = `${address}/c/esa/events/${outreach_event_id}`;
  const context = await newBrowser();
  const [name = "", value = ""] = (await cookieOf(database, address, "jana", now)).split("=");
  await context.addCookies([{ name, value, url: address }]);
  page = await context.newPage();
});

test("in each file, on the brief and in print the holding line is said in the place of the held words", async () => {
  for (const [where, words] of await everyCopy()) expect(words, where).toContain(HELD);
  await cleared(LINE);
  for (const [where, words] of await everyCopy()) {
    expect(words, where).toContain(LINE);
    expect(words, where).toContain("ON HOLD: message 1");
    expect(words, where).not.toContain(HELD);
  }
});

test("the pages that keep the held words strike them out, with the line that is said instead, in print too", async () => {
  await cleared(LINE).catch(() => undefined);
  for (const address of [event, paper]) {
    await page.goto(address);
    const words = page.locator(".withheld").filter({ hasText: HELD }).first();
    expect(await words.evaluate((it) => getComputedStyle(it).textDecorationLine), address).toBe(
      "line-through",
    );
    const around = await words.locator("xpath=..").innerText();
    expect(around.indexOf(`Say instead: ${LINE}`), address).toBeGreaterThanOrEqual(0);
    expect(around.indexOf(LINE), address).toBeLessThan(around.indexOf(HELD));
    expect(around, address).toContain("Message 1 on hold: not to be said");
    const unmarked = await page
      .locator("main li, main dd, main p")
      .filter({ hasText: HELD })
      .filter({ hasNot: page.locator(".withheld") })
      .evaluateAll(
        (all) => all.filter((one) => one.closest(".withheld, textarea, form, details") === null).length,
      );
    expect(unmarked, address).toBe(0);
    // A paper prints as its copies are: the line alone, which says what it stands in for.
    const onPaper = closeSet(await printed());
    const said = address === paper ? "Holding line in its place" : `Say instead: ${LINE}`;
    expect(onPaper, address).toContain(closeSet(said));
    expect(onPaper, address).toContain(closeSet(LINE));
    if (address === paper) expect(onPaper).not.toContain(closeSet(HELD));
  }
});

async function everyCopy(): Promise<[string, string][]> {
  const parts = wordParts(await fetched(".docx"));
  const { pages } = await readPdf(await fetched(".pdf"));
  await page.goto(`${paper}/e-mail`);
  const mail = await page.getByRole("main").getByRole("textbox").inputValue();
  await page.goto(`${event}/brief`);
  return [
    ["Word", wordText(parts["word/document.xml"] ?? "")],
    ["PDF", pages.map(({ body }) => body).join(" ")],
    ["Markdown", (await fetched(".md")).toString()],
    ["e-mail text", mail],
    ["brief", await page.getByRole("main").innerText()],
    ["brief in print", await printed()],
  ];
}

async function fetched(ending: string): Promise<Buffer> {
  const answer = await page.request.get(paper + ending);
  expect(answer.status(), ending).toBe(200);
  return answer.body();
}

/** A line that is broken in print ends without a blank. */
const closeSet = (words: string) => words.replaceAll(/\s/g, "");

/** The page that is open, as it comes out of the printer. */
async function printed(): Promise<string> {
  const { pages } = await readPdf(await page.pdf({ format: "A4" }));
  return pages.map(({ body, edges }) => `${body} ${edges}`).join(" ");
}
