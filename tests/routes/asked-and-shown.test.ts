import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { newBrowser } from "../support/browser.ts";
import { DEMO_CAMPAIGN, type Demo, demoCookie, startedDemo } from "../support/demo.ts";
import { recordsByName, withRecords } from "../support/every-page.ts";
import { errorAt, formsOf, type PageForm } from "../support/page-forms.ts";
import { openPage, sendForm } from "../support/signed-in.ts";

/** Each record's form, and the page on which the record is read. */
const RECORDS: readonly (readonly [form: string, page: string])[] = [
  ["events/:event/edit", "events/:event"],
  ["wishes/:wish/edit", "wishes/:wish"],
  ["audiences/:audience/edit", "audiences/:audience"],
  ["contacts/:contact/edit", "contacts/:contact"],
  ["messages/:number/edit", "messages/:number"],
  ["messages/:number/framings/:framing/edit", "messages/:number/framings/:framing"],
  ["proof-points/:code/edit", "proof-points/:code"],
  ["objections/:code/edit", "objections/:code"],
  ["instructions/:instruction/edit", "instructions/:instruction"],
  ["objectives/:objective", "objectives/:objective"],
  ["feedback/:feedback/edit", "feedback/:feedback"],
];

/** Why a change is made stands in the history of the record, which is left out here. */
const SAID_IN_HISTORY: readonly string[] = ["reason"];

/** A source that is added beside an objection is a record of its own. */
const OF_ANOTHER_RECORD: readonly string[] = ["newSourceTitle", "newSourceKind"].map(
  (name) => `objections/:code/edit ${name}`,
);

test("whatever a form asks for in words is shown on the record's page", { timeout: 900_000 }, async () => {
  const demo = await startedDemo();
  const names = await recordsByName(demo.database.read, DEMO_CAMPAIGN);
  const browser = await (await newBrowser()).newPage();
  const cookie = await demoCookie(demo, "officer");
  const clearer = await demoCookie(demo, "clearer");
  const unshown: string[] = [];
  for (const [form, page] of RECORDS) {
    const [from, to] = [form, page].map((path) => withRecords(`/c/${DEMO_CAMPAIGN}/${path}`, names));
    const opened = await openPage(demo.address, from ?? "", cookie);
    const who = opened.status === 200 ? cookie : clearer;
    const marked = await saveMarks(demo, browser, from ?? "", who);
    const shown = await shownOn(browser, (await openPage(demo.address, to ?? "", who)).text);
    unshown.push(...marked.filter(([, mark]) => !shown.includes(mark)).map(([name]) => `${form} ${name}`));
    expect(marked.length, form).toBeGreaterThan(0);
  }
  expect(unshown.filter((field) => !OF_ANOTHER_RECORD.includes(field))).toEqual([]);
});

/** Saves a word of its own in each field that takes words, and says which. */
async function saveMarks(demo: Demo, browser: Page, path: string, cookie: string) {
  const { text } = await openPage(demo.address, path, cookie);
  const forms = await formsOf(browser, text, path);
  const form = forms.toSorted((one, other) => other.typed.length - one.typed.length)[0];
  if (form === undefined) throw new Error(`No form at ${path}`);
  const names = form.typed.filter((name) => !SAID_IN_HISTORY.includes(name));
  const marks = new Map(names.map((name, at) => [name, `Mark${at}x`]));
  const asLinks = new Set<string>();
  for (let attempt = 0; attempt < 12; attempt += 1) {
    const answer = await sendForm(demo.address, form.action, cookie, withMarks(form, marks, asLinks));
    if (answer.status < 400) return [...marks].map(([name, mark]) => [name, mark] as const);
    const refused = await namesRefused(browser, answer.text, [...marks.keys()]);
    if (refused.length === 0)
      throw new Error(`${path} answered ${answer.status}: ${await shownOn(browser, answer.text)}`);
    for (const name of refused) {
      if (asLinks.has(name) || !/link|address|url/i.test(name)) marks.delete(name);
      asLinks.add(name);
    }
  }
  throw new Error(`${path} cannot be saved`);
}

async function namesRefused(browser: Page, html: string, names: readonly string[]): Promise<string[]> {
  const said = await Promise.all(
    names.map(async (name) => [name, await errorAt(browser, html, name)] as const),
  );
  return said.flatMap(([name, words]) => (words === null ? [] : [name]));
}

function withMarks({ entries }: PageForm, marks: ReadonlyMap<string, string>, asLinks: ReadonlySet<string>) {
  return entries.map(([name, old]) => {
    const mark = marks.get(name) ?? (SAID_IN_HISTORY.includes(name) ? "To test" : undefined);
    if (mark === undefined) return [name, old] as const;
    return [name, asLinks.has(name) ? `https://meet.example/${mark}` : `${old} ${mark}`.trim()] as const;
  });
}

/** The words of a page and where its links lead; without its history, which tells every change, and the lists to choose from. */
function shownOn(browser: Page, html: string): Promise<string> {
  return browser.evaluate((html) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    for (const one of page.querySelectorAll("[aria-labelledby=history], script, style, head")) one.remove();
    const typed = [...page.querySelectorAll("input[type=text], textarea")].map(
      (each) => each.getAttribute("value") ?? "",
    );
    const links = [...page.querySelectorAll("main a")].map((link) => link.getAttribute("href") ?? "");
    return [page.querySelector("main")?.textContent ?? "", ...links, ...typed].join("\n");
  }, html);
}
