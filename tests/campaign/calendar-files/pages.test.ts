import { beforeAll, expect, test } from "vitest";
import { feedWindow } from "#app/campaign/feeds/feed.ts";

import { dateIn, startOfDay, WASHINGTON } from "#app/time/wall-time.ts";
import { READERS } from "../../support/calendar-readers.ts";
import { DEMO_CAMPAIGN, DEMO_NOW, type Demo, emailOf, type Person, startedDemo } from "../../support/demo.ts";
import { ask } from "../../support/raw-http.ts";
import { cookieOf, openPage, sendForm } from "../../support/signed-in.ts";

let demo: Demo;
const cookies = new Map<Person, string>();
const PAGE = `/c/${DEMO_CAMPAIGN}/calendar/feeds`;

beforeAll(async () => {
  demo = await startedDemo();
  for (const person of ["officer", "reader", "clearer"] as const) {
    const { id } = await demo.database.read
      .selectFrom("account")
      .select("id")
      .where("email", "=", emailOf(person))
      .executeTakeFirstOrThrow();
    cookies.set(person, await cookieOf(demo.database, demo.address, id, DEMO_NOW));
  }
});

const cookie = (person: Person) => cookies.get(person) ?? null;

async function make(person: Person, fields: Record<string, string> = {}) {
  const sent = { act: "make", of: "campaign", titles: "shown", ...fields };
  const answer = await sendForm(demo.address, PAGE, cookie(person), sent);
  const path = /\/calendar\/[\w-]{43}\.ics/.exec(answer.text)?.[0] ?? "";
  return { ...answer, path };
}

async function lastFeedOf(person: Person): Promise<string> {
  const { id } = await demo.database.read
    .selectFrom("calendar_feed as feed")
    .innerJoin("account", "account.id", "feed.account_id")
    .select("feed.id")
    .where("account.email", "=", emailOf(person))
    .where("feed.revoked_at", "is", null)
    .orderBy("feed.id")
    .executeTakeFirstOrThrow();
  return id;
}

test("three readers show of the sample's feed what the product's own calendar shows", async () => {
  const { path } = await make("officer");
  const { text } = await ask(demo.address, path);
  const { first, last } = feedWindow(dateIn(DEMO_NOW, WASHINGTON));
  const period = { from: startOfDay(first, WASHINGTON), to: startOfDay(last, WASHINGTON) };
  const rows = await demo.database.read
    .selectFrom("outreach_event")
    .selectAll()
    .where("campaign_id", "=", DEMO_CAMPAIGN)
    .where("handling", "!=", "TLP:RED")
    .where("starts_at", "<", period.to.toISOString())
    .where("ends_at", ">", period.from.toISOString())
    .execute();
  const own = rows
    .map((row) => ({
      start: row.is_all_day === 1 ? row.wall_start.slice(0, 10) : row.starts_at,
      end: row.is_all_day === 1 ? row.wall_end.slice(0, 10) : row.ends_at,
      title: row.title,
      isCancelled: row.schedule === "cancelled",
    }))
    .sort((a, b) => (`${a.start} ${a.end} ${a.title}` < `${b.start} ${b.end} ${b.title}` ? -1 : 1));
  expect(own.length).toBeGreaterThan(40);
  for (const [name, read] of Object.entries(READERS)) {
    const shown = read(text).filter(
      ({ start, end }) => new Date(end) > period.from && new Date(start) < period.to,
    );
    expect(shown, name).toEqual(own);
  }
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});

test("who has no address yet is not asked to create another", async () => {
  const { text } = await openPage(demo.address, "/account/feeds", cookie("clearer"));
  expect(text).toContain("You have no calendar address yet.");
  expect(text).toContain("<h2>Create an address</h2>");
});

test("an address is shown the once, and nowhere after", async () => {
  const { status, text, path } = await make("reader", { of: "mine", titles: "busy only" });
  expect(status).toBe(200);
  expect(text).toContain(demo.address + path);
  expect(text).toContain(`webcal://${new URL(demo.address).host}${path}`);
  expect((await ask(demo.address, path)).status).toBe(200);
  for (const page of [PAGE, "/account/feeds"]) {
    const later = await openPage(demo.address, page, cookie("reader"));
    expect(later.text).not.toContain(path);
    expect(later.text).toContain("Your events in all your campaigns");
  }
});

test("a form sent twice makes one feed, and says that the address was shown then", async () => {
  const submission = crypto.randomUUID();
  expect((await make("clearer", { submission })).status).toBe(200);
  const again = await make("clearer", { submission });
  expect(again.status).toBe(409);
  expect(again.text).toContain("already created and shown");
  const page = await openPage(demo.address, PAGE, cookie("clearer"));
  expect(page.text.match(/name="feed"/g)).toHaveLength(1);
});

test("what is not chosen is asked for again", async () => {
  const answer = await make("officer", { titles: "everything" });
  expect(answer.status).toBe(400);
  expect(answer.text).toContain("Choose how much it shows");
});

test("a feed is revoked by whose it is, for good, and by nobody else", async () => {
  const { path } = await make("officer");
  const feed = await lastFeedOf("officer");
  const fields = { act: "revoke", feed };
  expect((await sendForm(demo.address, PAGE, cookie("reader"), fields)).status).toBe(404);
  let own = feed;
  for (let count = 0; count < 10 && own !== ""; count += 1) {
    const revoked = await sendForm(demo.address, "/account/feeds", cookie("officer"), {
      act: "revoke",
      feed: own,
    });
    expect(revoked.status).toBe(303);
    const after = await openPage(demo.address, String(revoked.headers.location), cookie("officer"));
    expect(after.text).toContain("Revoked Tue 10 Nov");
    expect(after.text).not.toContain(">Undo<");
    own = await lastFeedOf("officer").catch(() => "");
  }
  expect((await ask(demo.address, path)).status).toBe(410);
});

test("one event is taken along as a file of its own", async () => {
  const event = await demo.database.read
    .selectFrom("outreach_event")
    .select(["id", "title", "version"])
    .where("campaign_id", "=", DEMO_CAMPAIGN)
    .where("handling", "!=", "TLP:RED")
    .where("event_series_id", "is", null)
    .executeTakeFirstOrThrow();
  const path = `/c/${DEMO_CAMPAIGN}/events/${event.id}.ics`;
  const { status, headers, text } = await openPage(demo.address, path, cookie("reader"));
  expect(status).toBe(200);
  expect(headers["content-type"]).toBe("text/calendar; charset=utf-8");
  expect(headers["content-disposition"]).toContain("attachment");
  expect(text).toContain(`UID:${event.id}@demarche\r\n`);
  expect(text).toContain(`SEQUENCE:${event.version - 1}\r\n`);
  for (const read of Object.values(READERS))
    expect(read(text).map(({ title }) => title)).toEqual([event.title]);
  expect(
    (await openPage(demo.address, `/c/joint-cyber-defence/events/${event.id}.ics`, cookie("clearer"))).status,
  ).toBe(404);
});

test("an event for named people only is refused in words", async () => {
  const { id } = await demo.database.read
    .selectFrom("outreach_event")
    .select("id")
    .where("campaign_id", "=", DEMO_CAMPAIGN)
    .executeTakeFirstOrThrow();
  const system = { accountId: "system", channel: "command line", now: DEMO_NOW } as const;
  await demo.database.change(system, { submission: null, campaignId: DEMO_CAMPAIGN }, async (change) => {
    await change.update("outreach_event", id, { handling: "TLP:RED" }, null);
    const what = {
      recordKind: "outreach event",
      recordId: id,
      action: "edited",
      summary: "Saved",
      location: "/",
    } as const;
    change.describe(what);
    return { ok: true };
  });
  const { status, text } = await openPage(
    demo.address,
    `/c/${DEMO_CAMPAIGN}/events/${id}.ics`,
    cookie("officer"),
  );
  expect(status).toBe(403);
  expect(text).toContain("TLP:RED");
});
