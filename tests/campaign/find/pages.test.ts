import { beforeAll, expect, test } from "vitest";
import { DEMO_NOW, type Demo, emailOf, type Person, startedDemo } from "../../support/demo.ts";
import { cookieOf, openPage } from "../../support/signed-in.ts";

let demo: Demo;

beforeAll(async () => {
  demo = await startedDemo();
});

async function find(person: Person, typed: string, more = "") {
  const { id } = await demo.database.read
    .selectFrom("account")
    .select("id")
    .where("email", "=", emailOf(person))
    .executeTakeFirstOrThrow();
  const cookie = await cookieOf(demo.database, demo.address, id, DEMO_NOW);
  const page = await openPage(demo.address, `/find?q=${encodeURIComponent(typed)}${more}`, cookie);
  const found = page.text.slice(page.text.indexOf('class="found"'));
  const links = [...found.matchAll(/<a href="(\/c\/[^"]+)"/g)].map((match) =>
    (match[1] ?? "").replaceAll("&amp;", "&"),
  );
  return { ...page, links, cookie };
}

test("everything that is found can be opened, of every kind", async () => {
  const kinds = new Set<string>();
  for (const typed of ["armed", "defence", "nato", "autonomy", "send", "czech", "senate"]) {
    const { links, cookie } = await find("clearer", typed);
    for (const link of links) {
      kinds.add(link.split("/")[3]?.split("?")[0] ?? "");
      expect((await openPage(demo.address, link, cookie)).status, link).toBe(200);
    }
  }
  expect([...kinds]).toEqual(
    expect.arrayContaining([
      "audiences",
      "organisations",
      "events",
      "messages",
      "proof-points",
      "objections",
      "outcomes",
    ]),
  );
});

test("a reader finds nothing of a campaign that is not his or hers", async () => {
  expect((await find("clearer", "cyber")).text).toContain("/c/joint-cyber-defence/");
  expect((await find("officer", "cyber")).text).not.toContain("/c/joint-cyber-defence/");
});

test("what is not found may be planned as an event, by who may plan", async () => {
  const officer = await find("officer", "Reception at <home>");
  expect(officer.text).toContain("Nothing found for “Reception at &lt;home&gt;”");
  expect(officer.text).toContain("/events/new?title=Reception%20at%20%3Chome%3E");
  expect((await find("reader", "Reception at <home>")).text).not.toContain("Plan an event with that title?");
});

test("a group shows its first eight and all on demand", async () => {
  const few = await find("officer", "armed");
  const all = await find("officer", "armed", "&all=Events");
  expect(few.text).toMatch(/All \d+<\/a>/);
  expect(all.links.length).toBeGreaterThan(few.links.length);
});

test.each(["", " ", "%", '"', "a".repeat(2_000), "<script>alert(1)</script>"])(
  "%j is looked for without a fault, and stands on the page as text",
  async (typed) => {
    const page = await find("officer", typed);
    expect(page.status).toBe(200);
    expect(page.text).not.toContain("<script>alert");
  },
);

test("a NUL, which no record can hold, is refused in words", async () => {
  expect((await find("officer", "\u0000")).status).toBe(400);
});
