import { beforeAll, expect, test } from "vitest";
import { importLibrary } from "#app/campaign/messages/library/import.server.ts";
import { findKeyMessage } from "#app/campaign/messages/list.server.ts";
import { findObjection } from "#app/campaign/messages/objections/list.server.ts";
import { findProofPoint } from "#app/campaign/messages/proof-points/list.server.ts";
import type { Database } from "#db/database.server.ts";
import { now, system } from "../../support/author.ts";
import { addAccount, addCampaign } from "../../support/builders/campaign.ts";
import { library, libraryMessage, libraryProofPoint } from "../../support/builders/library.ts";
import { freshDatabase } from "../../support/database.ts";
import { fieldsIn, withField } from "../../support/form-fields.ts";
import { startedServer } from "../../support/server.ts";
import { cookieOf, openPage, sendForm } from "../../support/signed-in.ts";

let database: Database;
let address: string;
const cookies: Record<string, string> = {};

/** The library has a stale proof point, and a second message that stands on nothing. */
beforeAll(async () => {
  database = await freshDatabase();
  await addCampaign(database);
  await addCampaign(database, "cyber");
  const files = library({
    messages: [
      libraryMessage(),
      libraryMessage({ number: 2, title: "Alone", proofPoints: [], objections: [] }),
    ],
    proofPoints: [libraryProofPoint({ reviewBy: "2026-03-31" }), libraryProofPoint({ code: "P2" })],
  });
  await importLibrary(database, system, "esa", files);
  const clearers = { Petr: "embassy clearer", Hana: "embassy clearer" } as const;
  const roles = { Jana: "officer", ...clearers, Alena: "reader" } as const;
  ({ address } = await startedServer(database, { now: () => now }));
  for (const [name, role] of Object.entries(roles)) {
    const id = await addAccount(database, name, { esa: role });
    cookies[name] = await cookieOf(database, address, id, now);
  }
});

type Fields = Record<string, string> | [string, string][];

const open = (who: string, path: string) => openPage(address, `/c/esa/${path}`, cookies[who] ?? null);
const send = (who: string, path: string, fields: Fields) =>
  sendForm(address, `/c/esa/${path}`, cookies[who] ?? null, fields);
const here = (number: string) => findKeyMessage(database.read, "esa", number);

async function formOf(who: string, path: string): Promise<[string, string][]> {
  return fieldsIn((await open(who, path)).text);
}

test("a list of proof points that is empty says of which kind there are none", async () => {
  expect((await open("Alena", "proof-points?which=retired")).text).toContain("None is retired.");
  expect((await open("Alena", "proof-points?which=yours")).text).toContain(
    "None of yours is due for review.",
  );
});

test("the list shows each message with its number, statement and status, and names what is stale", async () => {
  const { status, text } = await open("Alena", "messages");
  expect(status).toBe(200);
  expect(text).toContain("Europeans should carry more.");
  expect(text).toContain("Draft, not cleared");
  expect(text).toContain(
    "No message is cleared for both sides in its present wording. One proof point is past its review date.",
  );
  expect(text).toContain("224 days overdue");
  expect(text).not.toContain("Add a message");
});

test("a proof point is edited with every list left at nothing chosen, as a browser sends it", async () => {
  const form = withField(await formOf("Jana", "proof-points/P2/edit"), "caveat", "One office alone says so.");
  expect(form.filter(([, value]) => value === "").map(([name]) => name)).toContain("otherSource");
  expect((await send("Jana", "proof-points/P2/edit", form)).status).toBe(303);
  expect((await findProofPoint(database.read, "esa", "P2"))?.caveat).toBe("One office alone says so.");
});

test("a new wording needs a reason, keeps what was typed, and is one new revision however often it is sent", async () => {
  const form = withField(await formOf("Jana", "messages/1/edit"), "statement", "Europeans can carry more.");
  const refused = await send("Jana", "messages/1/edit", form);
  expect(refused.status).toBe(400);
  expect(refused.text).toContain("Say why, for those who read the revisions later");
  expect(refused.text).toContain("Europeans can carry more.");
  const complete = withField(form, "reason", "“Should” was heard as a demand.");
  const [first, second] = [
    await send("Jana", "messages/1/edit", complete),
    await send("Jana", "messages/1/edit", complete),
  ];
  expect([first.status, second.status]).toEqual([303, 303]);
  expect(second.headers.location).toBe(first.headers.location);
  expect(await here("1")).toMatchObject({ newest: { number: 2, statement: "Europeans can carry more." } });
  const compared = await open("Alena", "messages/1/revisions?from=1&to=2");
  expect(compared.text).toContain("<del>should</del><ins>can</ins>");
});

test("a save from a page that is out of date is refused with both texts, and saving again keeps mine", async () => {
  const form = withField(await formOf("Jana", "messages/2/edit"), "reason", "Sharper");
  await send(
    "Petr",
    "messages/2/edit",
    withField(withField(form, "statement", "Theirs."), "submission", "petr-1"),
  );
  const refused = await send("Jana", "messages/2/edit", withField(form, "statement", "Mine."));
  expect(refused.status).toBe(409);
  expect(refused.text).toContain("Petr changed this while you were writing");
  expect(refused.text).toMatch(/Theirs\.[\s\S]*Mine\./);
  const again = withField(fieldsIn(refused.text), "reason", "Sharper");
  expect((await send("Jana", "messages/2/edit", again)).status).toBe(303);
  expect(await here("2")).toMatchObject({ newest: { statement: "Mine." } });
});

test("a clearer clears the wording that was shown and no other, an officer does not, and it cannot be undone", async () => {
  const shownHash = (await here("1"))?.newest.textHash ?? "";
  expect((await send("Jana", "messages/1/clear", { shownHash })).status).toBe(403);
  expect((await send("Petr", "messages/1/clear", { shownHash: "of another text" })).status).toBe(409);
  const cleared = await send("Petr", "messages/1/clear", { shownHash });
  expect(cleared.status).toBe(303);
  expect(await here("1")).toMatchObject({ status: { status: "cleared", clearance: { clearedBy: "Petr" } } });
  const done = /done=([^&#]+)/.exec(String(cleared.headers.location))?.[1] ?? "";
  expect((await send("Petr", "undo", { change: done })).status).toBe(409);
});

test("a message without a proof point cannot be cleared, and nobody clears their own draft", async () => {
  const lonely = await send("Petr", "messages/2/clear", {
    shownHash: (await here("2"))?.newest.textHash ?? "",
  });
  expect(lonely.status).toBe(409);
  expect(lonely.text).toContain("A message without a proof point cannot be cleared");
  const form = withField(await formOf("Petr", "messages/1/edit"), "title", "Petr’s title");
  await send("Petr", "messages/1/edit", withField(form, "reason", "Shorter"));
  const own = await send("Petr", "messages/1/clear", { shownHash: (await here("1"))?.newest.textHash ?? "" });
  expect(own.status).toBe(409);
  expect(own.text).toContain("You wrote this wording, so someone else must clear it");
  expect((await open("Jana", "messages/1")).text).toContain("Until this wording is cleared, papers use");
});

test("a message is sent for review, retired and put back, each with Undo", async () => {
  const version = String((await here("2"))?.version);
  const sent = await send("Jana", "messages/2", { act: "send for review", version });
  expect(sent.status).toBe(303);
  expect(await here("2")).toMatchObject({ status: { status: "in review" } });
  expect((await send("Jana", "messages/2", { act: "retire", version })).status).toBe(409);
  const done = /done=([^&#]+)/.exec(String(sent.headers.location))?.[1] ?? "";
  expect((await send("Jana", "undo", { change: done })).status).toBe(303);
  expect(await here("2")).toMatchObject({ status: { status: "draft" } });
});

test("of a retired message it is not said which revision papers use until it is cleared", async () => {
  const version = String((await here("1"))?.version);
  expect((await send("Jana", "messages/1", { act: "retire", version })).status).toBe(303);
  expect((await open("Jana", "messages/1")).text).not.toContain("Until this wording is cleared");
});

test("still true asks which source was looked at, and keeps the date and the next review", async () => {
  const version = "1";
  const refused = await send("Jana", "proof-points/P1", {
    act: "still true",
    version,
    source: "",
    reviewBy: "12 Nov 2027",
  });
  expect(refused.status).toBe(400);
  expect(refused.text).toContain("Choose the source you checked");
  expect(refused.text).toContain('value="12 Nov 2027"');
  const past = await send("Jana", "proof-points/P1", {
    act: "still true",
    version,
    source: "nato",
    reviewBy: "9 Nov 2026",
  });
  expect(past.text).toContain("Enter a day after today");
  const kept = await send("Jana", "proof-points/P1", {
    act: "still true",
    version,
    source: "nato",
    reviewBy: "12 Nov 2027",
  });
  expect(kept.status).toBe(303);
  expect(await findProofPoint(database.read, "esa", "P1")).toMatchObject({
    checkedOn: "2026-11-10",
    reviewBy: "2027-11-12",
  });
});

const fact = { claim: "A fact.", asOf: "Aug 2025", disclosure: "free to use" };

test("a proof point without a source or a date, or with an address that is none, is refused at the field", async () => {
  const bare = await send("Jana", "proof-points/new", { ...fact, asOf: "" });
  expect(bare.status).toBe(400);
  expect(bare.text).toContain("Choose a source, or add one: every proof point needs one");
  expect(bare.text).toContain("Enter when this was true, like 28 Aug 2025, Aug 2025 or 2025");
  const source = { newSourceTitle: "A paper", newSourceAddress: "javascript:alert(1)" };
  const hostile = await send("Jana", "proof-points/new", {
    ...fact,
    ...source,
    asOf: "30 Feb 2025",
    figures: "64 %",
  });
  expect(hostile.text).toContain("Enter an address that begins with https:// or http://");
  expect(hostile.text).toContain("Enter a day, a month or a year");
  expect(hostile.text).toContain("figure = value (edition)");
});

test("a proof point comes with a new source, keeps its editions apart, and hostile text stays text", async () => {
  const claim = "<script>alert(1)</script> =cmd() \u202eabc \u{1f600}";
  const figures = "Share = 3.38 % (mid-2024)\nShare = 3.19 % (April 2025)";
  const added = await send("Jana", "proof-points/new", {
    ...fact,
    claim,
    figures,
    newSourceTitle: "A paper on paper",
  });
  expect(added.status).toBe(303);
  expect(await findProofPoint(database.read, "esa", "P3")).toMatchObject({
    claim,
    asOf: "2025-08",
    sources: [{ code: "a-paper-on-paper", address: null }],
    figures: [{ value: "3.38 %", edition: "mid-2024" }, { value: "3.19 %" }],
  });
  const { text } = await open("Alena", "proof-points/P3");
  expect(text).toContain("&lt;script&gt;");
  expect(text).not.toContain("<script>alert");
});

test("words to say are cleared as they read; other words have to be cleared again, another note to the speaker not", async () => {
  const { text } = await open("Petr", "objections/O1");
  const shownHash = /name="shownHash" value="([^"]+)"/.exec(text)?.[1] ?? "";
  expect((await send("Petr", "objections/O1", { act: "clear", shownHash })).status).toBe(303);
  expect((await findObjection(database.read, "esa", "O1"))?.clearance).toMatchObject({ clearedBy: "Petr" });
  const edit = async (field: string, text: string) => {
    const form = withField(await formOf("Jana", "objections/O1/edit"), field, text);
    expect((await send("Jana", "objections/O1/edit", form)).status).toBe(303);
  };
  await edit("noteToSpeaker", "Another note.");
  expect((await findObjection(database.read, "esa", "O1"))?.clearance).toMatchObject({ clearedBy: "Petr" });
  await edit("wordsToSay", "Another reply.");
  expect((await findObjection(database.read, "esa", "O1"))?.clearance).toBeNull();
});

/** The words of what differs, as the page tells both texts: the label, theirs and mine. */
function conflictIn(text: string): string {
  const both = /<div class="both-texts">(.*?)<\/form>/s.exec(text)?.[1] ?? "";
  const end = both.indexOf("<form");
  const words = both.slice(0, end === -1 ? undefined : end).replaceAll(/<[^>]*>/g, " ");
  return words.replaceAll(/\s+/g, " ").trim();
}

async function stale(path: string, theirs: Fields, mine: [string, string]): Promise<string> {
  const form = await formOf("Jana", path);
  const changed = Object.entries(theirs).reduce(
    (fields, [name, value]) => withField(fields, name, value),
    form,
  );
  expect((await send("Petr", path, withField(changed, "submission", `petr ${path} ${mine}`))).status).toBe(
    303,
  );
  const refused = await send("Jana", path, withField(form, ...mine));
  expect(refused.status).toBe(409);
  const again = withField(fieldsIn(refused.text), ...mine);
  expect((await send("Jana", path, again)).status).toBe(303);
  return conflictIn(refused.text);
}

test("who saved first is told in words, field by field, and saving again keeps mine", async () => {
  const owner = await addAccount(database, "Tomas", { esa: "officer" });
  const point = await stale("proof-points/P2/edit", { owner, confidence: "high" }, ["asOf", "Aug 2024"]);
  expect(point).toBe(
    "As of Theirs 28 Aug 2025 Yours Aug 2024 Confidence Theirs high Yours Not stated Owner Theirs Tomas Yours No one yet",
  );
  expect(await findProofPoint(database.read, "esa", "P2")).toMatchObject({
    asOf: "2024-08",
    ownerName: null,
  });
  const reply = await stale("objections/O1/edit", { difficult: "on", proofPoints: "P2" }, ["says", "No."]);
  expect(reply).toMatch(
    /^What is said against us Theirs .* Yours No\. Difficult question Theirs Awkward for our own side: .* Yours Empty Proof points for the reply Theirs P2 .* Yours P1 /,
  );
  const [path, mine] = ["messages/1/edit", ["effectiveUntil", "1 May 2027"]] as const;
  const wording = await stale(path, { effectiveFrom: "2026-02-02", objections: "O1" }, [...mine]);
  expect(wording).toMatch(
    /^Effective from Theirs 2 Feb 2026 Yours Empty Effective until Theirs Empty Yours 1 May 2027$/,
  );
});

test("a source that somebody added meanwhile makes the page of a proof point stale", async () => {
  const theirs = { newSourceTitle: "A third paper" };
  expect(await stale("proof-points/P2/edit", theirs, ["caveat", "Mine."])).toMatch(
    /^Sources Theirs .*, A third paper Yours .* Caveat Theirs .* Yours Mine\.$/,
  );
});

test("the history calls each field by its name on the form", async () => {
  expect((await open("Alena", "objections/O1")).text).toContain("<dt>What is said against us</dt>");
  expect((await open("Alena", "messages/1?history=all")).text).toContain(
    "<dt>Why the wording is changing</dt>",
  );
  expect((await open("Alena", "proof-points/P2")).text).not.toContain("owner_account_id");
});

test("what another campaign has cannot be ticked", async () => {
  const wording = { title: "T", statement: "S", talkingPoint: "P", proofPoints: "P77" };
  const refused = await send("Jana", "messages/new", wording);
  expect(refused.status).toBe(400);
  expect(refused.text).toContain("Choose from this campaign’s list");
  const added = await send("Jana", "messages/new", { ...wording, proofPoints: "P2" });
  expect(added.headers.location).toContain("/c/esa/messages/3?done=");
  expect((await send("Jana", "objections/new", { name: "N", says: "S", proofPoints: "P77" })).status).toBe(
    400,
  );
});

test("a reader changes nothing, and another campaign's records are not there", async () => {
  expect((await send("Alena", "messages/1", { act: "retire", version: "1" })).status).toBe(403);
  expect((await open("Alena", "messages/1/edit")).status).toBe(403);
  for (const path of ["messages/1", "proof-points/P1", "objections/O1", "messages/0", "messages/nobody"]) {
    expect((await openPage(address, `/c/cyber/${path}`, cookies.Jana ?? null)).status).toBe(404);
  }
  expect((await open("Jana", "messages/999")).status).toBe(404);
});
