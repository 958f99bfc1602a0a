import { beforeAll, expect, test } from "vitest";
import { DEMO_CAMPAIGN, DEMO_NOW, type Demo, emailOf, type Person, startedDemo } from "../../support/demo.ts";
import { cookieOf, openPage } from "../../support/signed-in.ts";

let demo: Demo;

beforeAll(async () => {
  demo = await startedDemo();
});

async function palette(person: Person, typed: string, campaign = DEMO_CAMPAIGN) {
  const { id } = await demo.database.read
    .selectFrom("account")
    .select("id")
    .where("email", "=", emailOf(person))
    .executeTakeFirstOrThrow();
  const cookie = await cookieOf(demo.database, demo.address, id, DEMO_NOW);
  const asked = new URLSearchParams({ q: typed, campaign });
  const { status, text } = await openPage(demo.address, `/find/palette?${asked}`, cookie);
  const links = [...text.matchAll(/<a href="([^"]+)" role="option"/g)].map((match) =>
    (match[1] ?? "").replaceAll("&amp;", "&"),
  );
  return { status, text, links, cookie };
}

test("everything that the palette offers can be opened, by whom it is offered", async () => {
  for (const person of ["officer", "clearer", "reader"] as const) {
    for (const typed of ["", "armed", "hold message 2", "plan", "add", "log", "dvorak"]) {
      const { links, cookie } = await palette(person, typed);
      for (const link of links)
        expect((await openPage(demo.address, link, cookie)).status, `${person}: ${link}`).toBeOneOf([
          200, 302,
        ]);
    }
  }
});

test("people stand before acts, and acts before the rest", async () => {
  const { text } = await palette("officer", "armed services");
  const names = [...text.matchAll(/role="group" aria-label="([^"]+)"/g)].map((match) => match[1]);
  expect(names.slice(0, 2)).toEqual(["Audiences and people", "Do"]);
  expect(names).toContain("Events");
  expect(text).toContain("<mark>Armed</mark>");
  expect(text).toContain("/events/new?audience=");
});

test("an act stands open to whoever may do it", async () => {
  const hold = `/c/${DEMO_CAMPAIGN}/messages/2/hold`;
  expect((await palette("clearer", "hold message 2")).links).toContain(hold);
  expect((await palette("officer", "hold message 2")).links).not.toContain(hold);
  expect((await palette("reader", "plan")).links.filter((link) => link.endsWith("/events/new"))).toEqual([]);
});

test("before anything is typed it lists what the reader changed last, and nobody else's work", async () => {
  const own = await palette("officer", "");
  expect(own.text).toContain("Recently changed by you");
  expect(own.links.some((link) => /\/(events|outcomes|talking-points)\//.test(link))).toBe(true);
  expect((await palette("reader", "")).text).not.toContain("Recently changed by you");
});

test("a reader finds nothing of a campaign that is not his or hers, though it be named as the open one", async () => {
  const other = await palette("officer", "cyber", "joint-cyber-defence");
  expect(other.status).toBe(200);
  expect(other.text).not.toContain("/c/joint-cyber-defence");
});

test.each([" ", "%", '"', "a".repeat(2_000), "<script>alert(1)</script>", "🦓"])(
  "%j is looked for without a fault, and stands there as text",
  async (typed) => {
    const answer = await palette("officer", typed);
    expect(answer.status).toBe(200);
    expect(answer.text).not.toContain("<script>alert");
  },
);

test("the find page of a campaign keeps its navigation", async () => {
  const { cookie } = await palette("officer", "");
  const page = await openPage(demo.address, `/c/${DEMO_CAMPAIGN}/find?q=armed`, cookie);
  expect(page.status).toBe(200);
  expect(page.text).toContain(`href="/c/${DEMO_CAMPAIGN}/calendar"`);
  expect(page.text).toContain(`action="/c/${DEMO_CAMPAIGN}/find"`);
});
