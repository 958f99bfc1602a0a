import { beforeEach, expect, test } from "vitest";
import { findClearanceStatus } from "#app/campaign/clearances/paper-standings.server.ts";
import { paperHash } from "#app/campaign/paper-text/paper.ts";
import type { Database } from "#db/database.server.ts";
import { now } from "../../support/author.ts";
import { addEvent } from "../../support/builders/outreach-event.ts";
import {
  addPaper,
  addTeamAndLibrary,
  by,
  inCampaign,
  storedPaper,
} from "../../support/builders/started-paper.ts";
import { freshDatabase } from "../../support/database.ts";
import { startedServer } from "../../support/server.ts";
import { cookieOf, openPage, sendForm } from "../../support/signed-in.ts";

let database: Database;
let address: string;
let paperId: string;
let cookies: Record<string, string>;

beforeEach(async () => {
  database = await freshDatabase();
  await addTeamAndLibrary(database);
  paperId = (await addPaper(database)).id;
  ({ address } = await startedServer(database, { now: () => now }));
  cookies = {};
  for (const who of ["jana", "petr", "tomas", "alena"]) {
    cookies[who] = await cookieOf(database, address, who, now);
  }
});

const open = (who: string, path = "") =>
  openPage(address, `/c/esa/talking-points/${paperId}${path}`, cookies[who] ?? null);
const send = (who: string, fields: Record<string, string>) =>
  sendForm(address, `/c/esa/talking-points/${paperId}`, cookies[who] ?? null, fields);
const paperNow = () => storedPaper(database, paperId);
const statusNow = async () => (await findClearanceStatus(database.read, await paperNow())).status;

async function firstBlock() {
  const { text, blockVersions } = await paperNow();
  const block = text.blocks[0];
  if (block === undefined) throw new Error("The paper has a block");
  return { block: block.id, text: block.text, version: String(blockVersions[block.id]) };
}

async function clearAs(who: string, given: Record<string, string> = {}) {
  const hash = paperHash((await paperNow()).text);
  return send(who, { intent: "clear", hash, handling: "TLP:AMBER", shownText: "", ...given });
}

test("a paper that came back stands in the list once, with whom it waits for; to others it is a draft", async () => {
  await send("jana", { intent: "send for clearance" });
  await send("petr", { intent: "return", reasons: "Needs a date." });
  const places = async (who: string) => {
    const { text } = await openPage(address, "/c/esa/talking-points", cookies[who] ?? null);
    return text.split(`href="/c/esa/talking-points/${paperId}"`).length - 1;
  };
  expect([await places("jana"), await places("alena")]).toEqual([1, 1]);
});

test("what was planned after its brief was due needs it when it begins, and is not logged before", async () => {
  const eventId = await addEvent(database, "esa", { title: "Roundtable" });
  const path = `/c/esa/events/${eventId}`;
  const started = await sendForm(address, `${path}/talking-points`, cookies.jana ?? "", {});
  const paper = await openPage(address, String(started.headers.location), cookies.jana ?? "");
  expect(paper.text.slice(paper.text.indexOf("Brief due"))).toMatch(/^[^,]*Thu 12 Nov, 14:00/);
  const event = (await openPage(address, path, cookies.jana ?? "")).text;
  expect(event).toContain("Before it begins");
  expect(event).not.toContain("Log outcome");
});

test("an event leads to its paper, and starts it once", async () => {
  const eventId = await addEvent(database, "esa", { title: "Roundtable" });
  const path = `/c/esa/events/${eventId}/talking-points`;
  expect((await openPage(address, path, cookies.jana ?? "")).text).toContain("Start talking points");
  const started = await sendForm(address, path, cookies.jana ?? "", { submission: "one" });
  expect(started.status).toBe(303);
  const again = await sendForm(address, path, cookies.jana ?? "", { submission: "two" });
  expect(String(started.headers.location)).toContain(String(again.headers.location));
  expect((await openPage(address, path, cookies.alena ?? "")).status).toBe(302);
});

test("an uncleared paper says so on its page and in its file", async () => {
  const page = await open("alena");
  expect(page.text).toContain("NOT CLEARED");
  expect(page.text).not.toContain("Send for clearance");
  const file = await open("alena", ".md");
  expect(file.headers["content-type"]).toBe("text/markdown; charset=utf-8");
  expect(file.text).toContain("TLP:AMBER");
  expect(file.text).toContain("**NOT CLEARED**");
  expect(file.text).toContain("Europeans can carry more, and want to.");
});

test("words are saved, sent twice they are saved once, and empty ones are refused with the rest kept", async () => {
  const { block, version } = await firstBlock();
  const edit = {
    intent: "save the wording",
    block,
    version,
    submission: "edit",
    text: "Line one\r\nline two",
  };
  const [first, second] = [await send("jana", edit), await send("jana", edit)];
  expect([first.status, second.status]).toEqual([303, 303]);
  expect(second.headers.location).toBe(first.headers.location);
  expect((await firstBlock()).text).toBe("Line one\nline two");
  const refused = await send("jana", {
    intent: "add own words",
    section: "if raised",
    heading: "Cost",
    text: "",
  });
  expect(refused.status).toBe(400);
  expect(refused.text).toContain("Write the words");
  expect(refused.text).toContain('value="Cost"');
});

test("a save from an old page shows both texts and keeps the typed one", async () => {
  const { block, version } = await firstBlock();
  await send("petr", { intent: "save the wording", block, version, text: "Petr's wording." });
  const refused = await send("jana", { intent: "save the wording", block, version, text: "Jana's wording." });
  expect(refused.status).toBe(409);
  expect(refused.text).toContain("Petr changed this while you were writing");
  expect(refused.text).toContain("Petr&#x27;s wording.");
  expect(refused.text).toContain("Jana&#x27;s wording.</textarea>");
  const renewed = (await firstBlock()).version;
  expect(refused.text).toContain(`name="version" value="${renewed}"`);
});

test("the paper goes its way: sent, cleared, changed, typed back", async () => {
  expect((await send("jana", { intent: "send for clearance" })).status).toBe(303);
  expect((await open("petr")).text).toContain("Clear for the Embassy");
  const waiting = (await open("alena")).text;
  expect(waiting).toContain(", not needed once the embassy has cleared");
  expect(waiting).toContain("The ministry has already cleared the wording of every block.");
  expect((await clearAs("petr")).status).toBe(303);
  expect(await statusNow()).toBe("cleared");
  expect((await open("alena", "")).text.replaceAll("<!-- -->", "")).toMatch(/Saved [^.]+ by Jana\./);
  expect((await open("alena")).text).toContain("Cleared by Petr for the Embassy");
  const { block, text, version } = await firstBlock();
  await send("jana", { intent: "save the wording", block, version, text: `${text}\u200b` });
  const changed = await open("alena");
  expect(changed.text).toContain("CHANGED SINCE CLEARANCE");
  expect(changed.text).toContain("U+200B");
  expect((await open("alena", ".md")).text).toContain("CHANGED SINCE CLEARANCE");
  await send("jana", { intent: "save the wording", block, version: (await firstBlock()).version, text });
  expect(await statusNow()).toBe("cleared");
});

test("of an answer that was never given it is not said that it no longer holds", async () => {
  const alter = async (text: string) => {
    const { block, version } = await firstBlock();
    await send("jana", { intent: "save the wording", block, version, text });
  };
  await alter("Another point.");
  await send("jana", { intent: "send for clearance" });
  expect((await open("alena")).text).toContain(", waiting for the embassy");
  await alter("A third point.");
  expect((await open("alena")).text).toContain("The text has been changed since it was sent.");
  expect((await open("alena")).text).not.toContain("This was about an earlier version");
  await send("jana", { intent: "send for clearance" });
  await clearAs("petr");
  await alter("A fourth point.");
  expect((await open("alena")).text).toContain("This was about an earlier version");
});

test("the checks ask for no clearance that was given, and call no retired proof point current", async () => {
  const { block, text, version } = await firstBlock();
  await send("jana", { intent: "save the wording", block, version, text: `${text} Still.` });
  await send("jana", { intent: "send for clearance" });
  const checks = async () => (await open("alena")).text.replaceAll("<!-- -->", "");
  expect(await checks()).toContain("1 block altered here: ministry clearance needed");
  expect(await checks()).toMatch(/proof points? (?:is|are) current/);
  for (const who of ["petr", "tomas"]) await clearAs(who);
  expect(await statusNow()).toBe("cleared");
  expect(await checks()).toContain("1 block altered here<");
  await database.change(by("jana"), inCampaign, async (change) => {
    const { id } = await change.read
      .selectFrom("proof_point")
      .select("id")
      .where("code", "=", "P1")
      .executeTakeFirstOrThrow();
    await change.update("proof_point", id, { retired_at: now.toISOString() }, null);
    change.describe({
      recordKind: "proof point",
      recordId: id,
      action: "retired",
      summary: "Retired",
      location: "/",
    });
    return { ok: true };
  });
  expect(await checks()).toContain("is retired");
  expect(await checks()).not.toMatch(/proof points? (?:is|are) current/);
});

test("a clearer who saw another text clears nothing and is shown both", async () => {
  await send("jana", { intent: "send for clearance" });
  const seen = paperHash((await paperNow()).text);
  const { block, version } = await firstBlock();
  await send("jana", { intent: "save the wording", block, version, text: "Another point." });
  const refused = await send("petr", {
    intent: "clear",
    hash: seen,
    handling: "TLP:AMBER",
    shownText: "What Petr saw.",
  });
  expect(refused.status).toBe(409);
  expect(refused.text).toContain("The text has changed since you opened it.");
  expect(refused.text).toMatch(/What Petr saw|<del>/);
  expect(await statusNow()).toBe("draft");
});

test("a paper that nobody cleared is offered to be marked as used once its event has begun", async () => {
  expect((await open("jana")).text).not.toContain("Mark as used");
  const begun = new Date("2026-11-12T19:00:00.000Z");
  const later = await startedServer(database, { now: () => begun });
  const cookie = await cookieOf(database, later.address, "jana", begun);
  const paper = `/c/esa/talking-points/${paperId}`;
  expect((await openPage(later.address, paper, cookie)).text).toContain("Mark as used");
  await send("jana", { intent: "send for clearance" });
  await clearAs("petr");
  await clearAs("tomas");
  expect((await open("jana")).text).toContain("Mark as used");
  expect((await open("alena")).text).not.toContain("Mark as used");
});

test("only clearers clear and return; readers change nothing", async () => {
  await send("jana", { intent: "send for clearance" });
  expect((await clearAs("jana")).status).toBe(403);
  expect((await send("jana", { intent: "return", reasons: "No." })).status).toBe(403);
  expect((await send("alena", { intent: "mark as used" })).status).toBe(403);
  const empty = await send("petr", { intent: "return", reasons: "" });
  expect(empty.status).toBe(400);
  expect((await send("petr", { intent: "return", reasons: "Needs a date." })).status).toBe(303);
  expect((await open("jana")).text).toContain("Needs a date.");
});

test("what the library offers is added with its sources, and marked as added", async () => {
  const stale = await database.read
    .selectFrom("proof_point")
    .select("id")
    .where("code", "=", "P2")
    .executeTakeFirstOrThrow();
  const add = { intent: "add from the library", kind: "proof point", id: stale.id, part: "claim" };
  expect((await send("jana", { ...add, id: "stranger" })).status).toBe(404);
  const objection = await database.read.selectFrom("objection").select("id").executeTakeFirstOrThrow();
  const reply = { intent: "add from the library", kind: "objection", id: objection.id, part: "words to say" };
  expect((await send("jana", reply)).status).toBe(303);
  const { text } = await paperNow();
  expect(text.blocks.filter((block) => block.section === "if raised")).toHaveLength(2);
});

test("two versions stand side by side, word by word", async () => {
  await send("jana", { intent: "send for clearance" });
  const { block, version } = await firstBlock();
  await send("jana", {
    intent: "save the wording",
    block,
    version,
    text: "Europeans can carry less, and want to.",
  });
  const compared = await open("alena", "/compare?from=1&to=now");
  expect(compared.text).toContain("<del>more</del>");
  expect(compared.text).toContain("<ins>less</ins>");
  // Where a phone sets one text below the other, each says which it is.
  const names = [...compared.text.matchAll(/class="version-name">([^<]+)</g)].map(([, name]) => name);
  expect(names.slice(0, 2)).toEqual(["Version 1", "Current text"]);
  expect((await open("alena", "/compare?from=7&to=now")).status).toBe(404);
  expect((await open("alena", "/compare?from=one&to=now")).status).toBe(404);
});

test("the list shows a clearer what waits, and everybody what is where", async () => {
  await send("jana", { intent: "send for clearance" });
  const list = async (who: string) =>
    (await openPage(address, "/c/esa/talking-points", cookies[who] ?? "")).text;
  expect(await list("tomas")).toContain("No paper is waiting for you.");
  expect((await list("tomas")).replaceAll("<!-- -->", "")).toContain(
    "Message 2 has wording that is not cleared.",
  );
  for (const who of ["petr", "jana"]) expect(await list(who)).not.toContain("not cleared.");
  const { id } = await database.read.selectFrom("outreach_event").select("id").executeTakeFirstOrThrow();
  const event = async (who: string) =>
    (await openPage(address, `/c/esa/events/${id}`, cookies[who] ?? "")).text;
  expect(await event("petr")).toContain(">Read and clear</a>");
  expect(await event("tomas")).toContain(">Edit points</a>");
  const waiting = await list("petr");
  expect(waiting).not.toContain("is waiting for you.");
  expect(waiting).toContain("With the clearers");
});

test("markup, a formula, right-to-left text and emoji come out as they were typed", async () => {
  const { block, version } = await firstBlock();
  const text = "<script>alert(1)</script> =cmd() שלום 👩‍💻";
  await send("jana", { intent: "save the wording", block, version, text });
  expect((await firstBlock()).text).toBe(text);
  const page = await open("alena");
  expect(page.text).not.toContain("<script>alert");
  expect(page.text).toContain("&lt;script&gt;alert(1)&lt;/script&gt; =cmd() שלום 👩‍💻");
  expect((await open("alena", ".md")).text).toContain(
    String.raw`\<script\>alert(1)\</script\> =cmd() שלום 👩‍💻`,
  );
});

test("an unknown intent and too long a text are refused in words", async () => {
  const { block, version } = await firstBlock();
  expect((await send("jana", { intent: "explode" })).status).toBe(400);
  const long = await send("jana", { intent: "save the wording", block, version, text: "a".repeat(6001) });
  expect(long.status).toBe(400);
  expect(long.text).toContain("Use 6,000 characters at most");
});
