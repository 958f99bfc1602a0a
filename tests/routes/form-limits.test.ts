import { expect, test } from "vitest";
import { loadBuild } from "#app/server/build.ts";
import { newBrowser } from "../support/browser.ts";
import { DEMO_CAMPAIGN, demoCookie, type Person, startedDemo } from "../support/demo.ts";
import { everyPage } from "../support/every-page.ts";
import { errorAt, formsOf, type PageForm } from "../support/page-forms.ts";
import { openPage, sendForm } from "../support/signed-in.ts";

const PEOPLE: readonly Person[] = ["clearer", "administrator"];
const TOO_LONG = "x".repeat(200_000);

/** What an empty form is sent with, so that it is read to its end. */
const FILLED: Readonly<Record<string, string>> = { title: "A title", date: "12 Nov 2026", start: "10:00" };

/** A record's own letters stand for any record, and one row of a list for every row. */
const anyRecord = (text: string) =>
  text
    .replaceAll(/\b[a-z2-7]{20}\b|(?<=proof-points\/)P\d+/g, ":id")
    .replaceAll(/\[\d+\]/g, "[…]")
    .replace(/^\/c\/[\w-]+/, "/c/:campaign");

const withField = ({ entries }: PageForm, name: string, value: string) =>
  entries.map(([field, old]) => [field, field === name ? value : old || (FILLED[field] ?? "")] as const);

test("what every field of every form says of too long a text, and of none", {
  timeout: 600_000,
}, async () => {
  const demo = await startedDemo();
  const build = await loadBuild();
  if (build === null) throw new Error("Run npm run build first");
  const browser = await (await newBrowser()).newPage();
  const found = new Map<string, string>();

  for (const person of PEOPLE) {
    const cookie = await demoCookie(demo, person);
    const answerTo = async (action: string, form: PageForm, name: string, value: string) => {
      const { status, text } = await sendForm(demo.address, action, cookie, withField(form, name, value));
      // What was typed stands in its field again, where no error is looked for.
      const page = text.replaceAll(TOO_LONG, "x");
      const said = (await errorAt(browser, page, name)) ?? (status < 400 ? "taken" : "");
      return { status, said: anyRecord(said) };
    };
    for (const path of await everyPage(build, demo.database.read, DEMO_CAMPAIGN)) {
      const { status, text } = await openPage(demo.address, path, cookie);
      if (status !== 200) continue;
      for (const form of await formsOf(browser, text, path)) {
        const { pathname, search } = new URL(form.action, `${demo.address}${path}`);
        for (const name of form.typed) {
          const field = anyRecord(`${pathname} ${name}`);
          if (found.has(field)) continue;
          found.set(field, "");
          const long = await answerTo(pathname + search, form, name, TOO_LONG);
          expect(long.status, field).toBeGreaterThanOrEqual(400);
          expect(long.status, field).toBeLessThan(500);
          expect(long.said, field).not.toMatch(/^(Too |Invalid)/);
          const none = await answerTo(pathname + search, form, name, "");
          expect(none.status, field).toBeLessThan(500);
          found.set(field, `${field} | ${long.said} | ${none.said}`);
        }
      }
    }
  }
  const lines = [...found.values()].sort();
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("./form-limits.txt");
});
