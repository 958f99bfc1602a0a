import { expect, test } from "vitest";
import { loadBuild } from "#app/server/build.ts";
import { newBrowser, newPage, signIn } from "../support/browser.ts";
import { DEMO_CAMPAIGN, DEMO_PASSWORD, emailOf, startedDemo } from "../support/demo.ts";
import { everyPage, PEOPLE, whoOpens } from "../support/every-page.ts";
import { readPdf } from "../support/read-pdf.ts";

const HERE = `/c/${DEMO_CAMPAIGN}`;

test("nothing of any page is printed under seven points", { timeout: 1_800_000 }, async () => {
  const demo = await startedDemo();
  const build = await loadBuild();
  if (build === null) throw new Error("The pages are not built: run npm run build first");
  const { read } = demo.database;
  const pages = [
    ...(await everyPage(build, read, DEMO_CAMPAIGN)),
    ...["week", "month", "agenda", "year"].map((view) => `${HERE}/calendar?view=${view}`),
    ...[1, 2, 3].map((number) => `${HERE}/messages/${number}`),
  ];
  for (const { id } of await read.selectFrom("talking_points").select("id").execute())
    pages.push(`${HERE}/talking-points/${id}`);
  for (const { id } of await read.selectFrom("review").select("id").execute())
    pages.push(`${HERE}/reports/reviews/${id}`);
  const { page } = await newPage(await newBrowser());
  const found: string[] = [];
  for (const person of PEOPLE) {
    await page.context().clearCookies();
    await signIn(page, demo.address, emailOf(person), DEMO_PASSWORD);
    for (const path of pages.filter((each) => whoOpens(each) === person)) {
      await page.goto(demo.address + path);
      const printed = await readPdf(await page.pdf({ format: "A4" }));
      const small = printed.pages.flatMap(({ tooSmall }) => tooSmall);
      if (small.length > 0) found.push(`${path} prints ${small[0]}, and ${small.length - 1} more`);
    }
  }
  expect(found).toEqual([]);
});
