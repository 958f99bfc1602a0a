import { beforeAll, expect, test } from "vitest";
import type { Titles } from "#app/campaign/feeds/feed.ts";

import { feedAddress } from "#app/campaign/feeds/feed.ts";
import { listFeeds, makeFeed, revokeFeed } from "#app/campaign/feeds/store.server.ts";
import type { Database } from "#db/database.server.ts";
import { now, system, unsent } from "../support/author.ts";
import { addAccount, addCampaign } from "../support/builders/campaign.ts";
import { addEvent, addPeopleAndMessages, timeOf } from "../support/builders/outreach-event.ts";
import { freshDatabase } from "../support/database.ts";
import { ask } from "../support/raw-http.ts";
import { startedServer } from "../support/server.ts";

let database: Database;
let address = "";
let today = now;

beforeAll(async () => {
  database = await freshDatabase();
  await addCampaign(database, "esa");
  await addCampaign(database, "cyber");
  await addPeopleAndMessages(database, "esa", { messages: ["m-1"] });
  await addAccount(database, "Jana", { esa: "officer", cyber: "officer" });
  await addEvent(database, "esa", { title: "Staff briefing; SFRC, majority", messageIds: ["m-1"] });
  await addEvent(database, "esa", { title: "Named people only", handling: "TLP:RED" });
  await addEvent(database, "esa", { title: "Jana's own", ownerAccountId: "jana" });
  await addEvent(database, "esa", { title: "Long ago", time: timeOf("1 Jul 2026", "10:00", "11:00") });
  await addEvent(database, "cyber", { title: "Elsewhere", ownerAccountId: "jana" });
  await asSystem((change) => change.remove("campaign_role", "jana-cyber"));
  ({ address } = await startedServer(database, { now: () => today }));
});

/** A feed of Jana's, with the path of its address. */
async function feed(given: { campaignId?: string | null; titles?: Titles; accountId?: string } = {}) {
  const wanted = { accountId: "jana", campaignId: "esa", titles: "shown", ...given } as const;
  const made = await database.change(system, unsent, (change) => makeFeed(change, wanted, "/"));
  if (!made.ok || made.replayed) throw new Error("No feed was made");
  return new URL(feedAddress(address, made.token)).pathname;
}

test("a feed has the events of its campaign, the lines ended as the standard says", async () => {
  const { status, headers, text } = await ask(address, await feed());
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    "content-type": "text/calendar; charset=utf-8",
    "cache-control": "private, no-cache",
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex",
    "x-content-type-options": "nosniff",
  });
  expect(headers).not.toHaveProperty("set-cookie");
  expect(text).toContain("SUMMARY:Staff briefing\\; SFRC\\, majority\r\n");
  expect(text).toContain("METHOD:PUBLISH\r\n");
  expect(text).toContain("REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n");
  expect(text).not.toMatch(/ATTENDEE|ORGANIZER|[^\r]\n/);
});

test("an event for named people only is in no feed, whatever the feed tells", async () => {
  for (const titles of ["shown", "busy only"] as const) {
    const { text } = await ask(address, await feed({ titles }));
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(text).not.toContain("Named people only");
  }
});

test("what ended more than 90 days ago is left out", async () => {
  expect((await ask(address, await feed())).text).not.toContain("Long ago");
});

test("busy only says when, and nothing else of an event, its place, its people or its campaign", async () => {
  const { text } = await ask(address, await feed({ titles: "busy only" }));
  expect(text).toContain("SUMMARY:Busy\r\n");
  expect(text).toContain("DTSTART;TZID=America/New_York:20261112T140000\r\n");
  // A UID is drawn at random, and may spell anything.
  const told = text.replace(/^UID:.*$/gm, "");
  expect(told).not.toMatch(/briefing|SFRC|Jana|Dirksen|esa|Campaign|TLP|LOCATION|DESCRIPTION|URL|http/i);
});

test("a person's feed has the own events of the campaigns where the person has a role", async () => {
  const { text } = await ask(address, await feed({ campaignId: null }));
  expect(text).toContain("SUMMARY:Jana's own\r\n");
  expect(text).not.toMatch(/Staff briefing|Elsewhere/);
});

test("a feed of a campaign ends when its person leaves it, and the own feed loses its events", async () => {
  await asSystem((change) =>
    change.insert("campaign_role", {
      id: "jana-again",
      campaign_id: "cyber",
      account_id: "jana",
      role: "officer",
    }),
  );
  const [all, mine] = [await feed({ campaignId: "cyber" }), await feed({ campaignId: null })];
  for (const path of [all, mine]) expect((await ask(address, path)).text).toContain("SUMMARY:Elsewhere");
  await asSystem((change) => change.remove("campaign_role", "jana-again"));
  expect((await ask(address, all)).status).toBe(410);
  const left = await ask(address, mine);
  expect(left.status).toBe(200);
  expect(left.text).not.toContain("Elsewhere");
  const listed = await listFeeds(database.read, "jana");
  expect(listed.filter(({ isOfOwnCampaign }) => !isOfOwnCampaign)).toMatchObject([{ campaignId: "cyber" }]);
});

test("an unchanged feed answers 304, a changed one anew", async () => {
  const path = await feed();
  const { headers } = await ask(address, path);
  const etag = String(headers.etag);
  const again = await ask(address, path, { headers: { "If-None-Match": etag } });
  expect({ status: again.status, text: again.text }).toEqual({ status: 304, text: "" });
  expect(again.headers.etag).toBe(etag);
  await addEvent(database, "esa", { title: "One more" });
  const changed = await ask(address, path, { headers: { "If-None-Match": etag } });
  expect(changed.status).toBe(200);
  expect(changed.text).toContain("SUMMARY:One more");
  expect(changed.headers.etag).not.toBe(etag);
});

test("the same events have the same tag the day after, and from a server that was started again", async () => {
  const path = await feed();
  const tagAt = async (server: string) =>
    (await ask(server, path, { headers: { Host: "demarche.example" } })).headers.etag;
  const first = await startedServer(database, { now: () => today, origin: "https://demarche.example" });
  const etag = await tagAt(first.address);
  today = new Date("2026-11-11T17:00:00Z");
  const second = await startedServer(database, { now: () => today, origin: "https://demarche.example" });
  expect([await tagAt(first.address), await tagAt(second.address)]).toEqual([etag, etag]);
  today = now;
});

test("HEAD answers as GET does, without the body", async () => {
  const path = await feed();
  const got = await ask(address, path);
  const head = await ask(address, path, { method: "HEAD" });
  expect(head).toMatchObject({ status: 200, text: "" });
  expect(head.headers["content-length"]).toBe(got.headers["content-length"]);
  expect(head.headers.etag).toBe(got.headers.etag);
});

test("it is compressed for who takes that", async () => {
  const path = await feed();
  const fetched = await fetch(address + path, { headers: { "Accept-Encoding": "gzip" } });
  expect(fetched.headers.get("content-encoding")).toBe("gzip");
  expect(await fetched.text()).toBe((await ask(address, path)).text);
});

test("a feed is only read", async () => {
  const path = await feed();
  expect((await ask(address, path, { method: "DELETE" })).status).toBe(405);
  const headers = { Origin: address, "Content-Type": "application/x-www-form-urlencoded" };
  const posted = await ask(address, path, { method: "POST", headers, body: "a=b" });
  expect(posted.status).toBe(405);
  expect(posted.headers.allow).toBe("GET, HEAD");
});

test("a revoked address answers 410 and nothing of the calendar", async () => {
  const path = await feed();
  const own = await database.read
    .selectFrom("calendar_feed")
    .select("id")
    .orderBy("made_at", "desc")
    .execute();
  for (const { id } of own) {
    await database.change(system, unsent, (change) =>
      revokeFeed(change, { feedId: id, accountId: "jana", location: "/" }),
    );
  }
  const { status, text, headers } = await ask(address, path);
  expect(status).toBe(410);
  expect(text).not.toMatch(/VCALENDAR|briefing|revoked|closed|role/i);
  expect(headers).not.toHaveProperty("etag");
  expect((await ask(address, path, { headers: { "If-None-Match": "*" } })).status).toBe(410);
});

test("feeds end with the account, and with its role in the campaign", async () => {
  await addAccount(database, "Petr", { esa: "reader" });
  const ofCampaign = await feed({ accountId: "petr" });
  const own = await feed({ accountId: "petr", campaignId: null });
  expect((await ask(address, ofCampaign)).status).toBe(200);
  await asSystem((change) => change.remove("campaign_role", "petr-esa"));
  expect((await ask(address, ofCampaign)).status).toBe(410);
  expect((await ask(address, own)).status).toBe(200);
  await asSystem(async (change) => {
    await change.update("account", "petr", { closed_at: now.toISOString() }, null);
  });
  expect((await ask(address, own)).status).toBe(410);
});

test("an address that never was one answers 404 and is told nothing", async () => {
  for (const guess of ["A".repeat(43), "x", "", "../account", "a%2Fb", `${"A".repeat(43)}.ics`]) {
    const { status, text } = await ask(address, `/calendar/${guess}.ics`);
    expect(status, guess).toBe(404);
    expect(text).not.toContain("VCALENDAR");
  }
});

test("who guesses too often is asked to wait, while those with an address go on reading", async () => {
  const guessed = await startedServer(database, { now: () => now });
  const statuses = new Set<number>();
  for (let count = 0; count < 110; count += 1) {
    statuses.add((await ask(guessed.address, `/calendar/${"B".repeat(43)}.ics`)).status);
  }
  expect([...statuses]).toEqual([404, 429]);
  const path = await feed();
  expect((await ask(guessed.address, path)).status).toBe(200);
});

test("another host's name is not answered", async () => {
  const path = await feed();
  expect((await ask(address, path, { headers: { Host: "demarche.example" } })).status).toBe(421);
});

test("two who ask at once for a feed that is not built are given the same", async () => {
  await addEvent(database, "esa", { title: "Asked at once" });
  const path = await feed();
  const answers = await Promise.all([1, 2, 3, 4].map(() => ask(address, path)));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(answers[0]?.text).toContain("Asked at once");
});

test("the token is nowhere in the database, in its history neither", async () => {
  const path = await feed();
  const token = /\/calendar\/(.+)\.ics/.exec(path)?.[1] ?? "";
  const feeds = await database.read.selectFrom("calendar_feed").selectAll().execute();
  const rows = await database.read.selectFrom("change_row").selectAll().execute();
  const changes = await database.read.selectFrom("change").selectAll().execute();
  const hashes = feeds.map(({ token_hash }) => token_hash);
  expect(JSON.stringify([feeds, rows, changes])).not.toContain(token);
  for (const hash of hashes) expect(JSON.stringify([rows, changes])).not.toContain(hash);
});

async function asSystem(work: (change: Parameters<Parameters<Database["change"]>[2]>[0]) => Promise<void>) {
  await database.change(system, unsent, async (change) => {
    await work(change);
    change.describe({
      recordKind: "account",
      recordId: "petr",
      action: "changed",
      summary: "Changed",
      location: "/",
    });
    return { ok: true };
  });
}
