import { beforeAll, expect, test } from "vitest";
import { loadBuild } from "#app/server/build.ts";
import { axeFindings, type Look, newBrowser, newPage, signIn } from "../support/browser.ts";
import { DEMO_CAMPAIGN, DEMO_PASSWORD, type Demo, emailOf, startedDemo } from "../support/demo.ts";
import { everyPage } from "../support/every-page.ts";

let demo: Demo;
let pages: string[];

beforeAll(async () => {
  demo = await startedDemo();
  const build = await loadBuild();
  if (build === null) throw new Error("The pages are not built: run npm run build first");
  pages = await everyPage(build, demo.database.read, DEMO_CAMPAIGN);
});

const LOOKS: Look[] = [
  { width: 1440, javaScript: true, scheme: "light" },
  { width: 1440, javaScript: true, scheme: "dark" },
  { width: 390, javaScript: true, scheme: "light" },
  { width: 390, javaScript: true, scheme: "dark" },
];

test.for(LOOKS)(
  "every page is sound and axe finds nothing at $width px, $scheme",
  { timeout: 1_800_000 },
  async (look) => {
    const { page, faults } = await newPage(await newBrowser(look));
    await page.goto(`${demo.address}/sign-in`);
    const found = await looked(page, "/sign-in", 200, look);
    for (const person of ["ministry", "clearer", "officer", "administrator"] as const) {
      await page.context().clearCookies();
      await signIn(page, demo.address, emailOf(person), DEMO_PASSWORD);
      for (const path of pages.filter((each) => whoOpens(each) === person)) {
        const answer = await page.goto(demo.address + path);
        found.push(...(await looked(page, path, answer?.status() ?? 0, look)));
      }
    }
    expect([...found, ...faults]).toEqual([]);
  },
);

/** Somebody who may open the page: an outcome is changed by who logged it, desks by the embassy, the rest by the ministry too. */
function whoOpens(path: string): "ministry" | "clearer" | "officer" | "administrator" {
  if (path.startsWith("/admin")) return "administrator";
  if (path.includes("/settings/desks")) return "clearer";
  return path.includes("/outcomes/") ? "officer" : "ministry";
}

type Page = Awaited<ReturnType<typeof newPage>>["page"];

/** What is wrong with a page: its status, its head, its width, what axe says. */
async function looked(page: Page, path: string, status: number, look: Look): Promise<string[]> {
  // The dark colours stand on the same markup: only the contrast can differ.
  const findings = await axeFindings(page, look.scheme === "light" ? "everything" : "colours");
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (status !== 200) findings.push(`answered ${status}`);
  if (wide > 0) findings.push(`is ${wide} px wider than the window`);
  if ((await page.locator("h1").count()) !== 1) findings.push("has not one first heading");
  if (!/ · Demarche$/.test(await page.title())) findings.push("has no title of its own");
  return findings.map((finding) => `${path} ${finding}`);
}
