import { beforeEach, expect, test } from "vitest";
import type { Database } from "#db/database.server.ts";
import { now } from "../../support/author.ts";
import { record } from "../../support/builders/outreach-campaign.ts";
import { addPaper, addTeamAndLibrary, storedPaper } from "../../support/builders/started-paper.ts";
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
  for (const who of ["jana", "petr", "alena"]) cookies[who] = await cookieOf(database, address, who, now);
});

const list = "/c/esa/talking-points";
const open = (who: string, path = `/${paperId}`) => openPage(address, `${list}${path}`, cookies[who] ?? null);
const send = (who: string, fields: Record<string, string>, path = `/${paperId}`) =>
  sendForm(address, `${list}${path}`, cookies[who] ?? null, fields);

async function firstBlock() {
  const { text, blockVersions } = await storedPaper(database, paperId);
  const [block] = text.blocks;
  if (block === undefined) throw new Error("The paper has a block");
  return { block: block.id, text: block.text, version: String(blockVersions[block.id]) };
}

async function write(text: string) {
  const { block, version } = await firstBlock();
  return send("jana", { intent: "save the wording", block, version, text });
}

test("marks are read on the page, a link only where it may lead, a footnote under its number", async () => {
  await write(
    "Europe **can** carry *more*[^P2], see [NATO](https://nato.int) or [this](javascript:alert(1)).",
  );
  const { text } = await open("alena");
  expect(text).toContain("<strong>can</strong>");
  expect(text).toContain("<em>more</em>");
  expect(text).toContain('<a href="https://nato.int" rel="noreferrer">NATO</a>');
  expect(text).toContain("[this](javascript:alert(1))");
  expect(text).not.toContain('href="javascript');
  expect(text).toMatch(/<em>more<\/em><sup><a href="#f1"/);
});

test("a mark of no proof point is refused at the field, with what was typed", async () => {
  const refused = await write("Said.[^P99]");
  expect(refused.status).toBe(400);
  expect(refused.text).toContain("There is no proof point P99 in this campaign");
  expect(refused.text).toContain("Said.[^P99]</textarea>");
});

test("a page of Word comes in as plain text, to the character", async () => {
  const pasted = "“Šest let”\t2,1\u00a0%\nvlo\u00ADžil – vyjmul…\nBuňka 1\tBuňka 2\n☐ ’";
  expect((await write(pasted)).status).toBe(303);
  expect((await firstBlock()).text).toBe(pasted);
});

test("a control character is refused with its place, 200 KB with the limit, and the text is kept", async () => {
  const control = await write("One\nTwo\u000bThree");
  expect(control.status).toBe(400);
  expect(control.text).toContain("Remove the control character U+000B on line 2, at character 4");
  expect(control.text).toContain("Two\u000bThree</textarea>");
  const long = "věta ".repeat(40_000);
  const refused = await write(long);
  expect(refused.status).toBe(400);
  expect(refused.text).toContain("Use 6,000 characters at most");
  expect(refused.text).toContain(long);
  expect((await write("A\u0000B")).status).toBe(400);
  expect((await firstBlock()).text).toBe("Europeans can carry more, and want to.");
});

test("the checks stand beside the text, each leading to its block", async () => {
  await send("jana", {
    intent: "add own words",
    section: "points to make",
    text: "An exit costs 3.38 % of GDP.",
  });
  const { text } = await open("alena");
  const { text: words } = await storedPaper(database, paperId);
  const own = words.blocks.find((block) => block.text.startsWith("An exit"))?.id;
  for (const said of [
    "1 claim without a source",
    "“exit” should be avoided (message 1)",
    "1 block in the drafter’s own words",
  ]) {
    expect(text).toContain(said);
  }
  expect(text).toContain(`<a href="#${own}">An exit costs 3.38 % of GDP.</a>`);
  expect(text).toContain("Takes under a minute to read aloud, in a slot of 45 minutes");
});

test("a claim is marked as judgement and needs no source then", async () => {
  await send("jana", { intent: "add own words", section: "points to make", text: "We think so." });
  const block =
    (await storedPaper(database, paperId)).text.blocks.find((one) => one.text === "We think so.")?.id ?? "";
  expect((await open("jana")).text).toContain("Mark as judgement");
  expect((await send("jana", { intent: "mark as judgement", block })).status).toBe(303);
  const judged = (await open("alena")).text;
  expect(judged).toContain("Our judgement");
  expect(judged).not.toContain("without a source");
});

test("a paper is started from nothing, and not by a reader or without a title", async () => {
  expect((await open("jana", "")).text).toContain("New talking points");
  expect((await open("alena", "/new")).status).toBe(403);
  const head = { title: "Šachová partie", speaker: "Jana", ask: "", objective: "", handling: "TLP:GREEN" };
  const empty = await send("jana", { ...head, title: "" }, "/new");
  expect(empty.status).toBe(400);
  expect(empty.text).toContain("Enter a title");
  const started = await send("jana", { ...head, submission: "one" }, "/new");
  expect(started.status).toBe(303);
  const page = await openPage(address, String(started.headers.location), cookies.alena ?? null);
  expect(page.text).toContain("Talking points: Šachová partie");
  expect(page.text).toContain("TLP:GREEN");
});

test("a used paper offers a new version of itself and takes no other words", async () => {
  await send("jana", { intent: "mark as used" });
  const refused = await write("Afterwards.");
  expect(refused.status).toBe(409);
  expect(refused.text).toContain("The paper has been used, so its words can no longer be changed");
  const page = (await open("jana")).text;
  expect(page).not.toContain("Edit wording");
  expect(page).toContain("Start a new version");
  const copied = await send("jana", { intent: "start a new version" });
  expect(String(copied.headers.location)).not.toContain(paperId);
  expect((await openPage(address, String(copied.headers.location), cookies.jana ?? null)).text).toContain(
    "Edit wording",
  );
});

test("a kept version is restored from where it is compared", async () => {
  await send("jana", { intent: "send for clearance" });
  await write("Meanwhile.");
  const compared = (await open("jana", `/${paperId}/compare?from=1&to=now`)).text;
  const hash = /name="hash" value="([0-9a-f]{64})"/.exec(compared)?.[1] ?? "";
  expect(compared).toContain("Restore this version");
  expect((await open("alena", `/${paperId}/compare?from=1&to=now`)).text).not.toContain(
    "Restore this version",
  );
  expect((await send("jana", { intent: "restore", number: "1", hash })).status).toBe(303);
  expect((await firstBlock()).text).toBe("Europeans can carry more, and want to.");
  expect((await send("jana", { intent: "restore", number: "1", hash })).status).toBe(409);
});

test("the library is searched by the beginnings of words, without their accents", async () => {
  const offered = async (wanted: string) => {
    const { text } = await open("jana", `/${paperId}?library=${encodeURIComponent(wanted)}`);
    return [...text.slice(text.indexOf('id="library"')).matchAll(/<span class="shelf-title">([^<]*)</g)].map(
      ([, title]) => title,
    );
  };
  expect(await offered("TWENTY allies")).toContain("P1. Twenty-two allies reached the mark.");
  expect(await offered("twenty")).not.toContain("Duplication");
  expect(await offered("wenty")).toEqual([]);
  expect((await open("jana", `/${paperId}?library=wenty`)).text).toContain("Nothing found.");
  await record(database, async (change) => {
    const retired_at = now.toISOString();
    for (const table of ["key_message", "proof_point"] as const)
      for (const { id } of await change.read.selectFrom(table).select("id").execute())
        await change.update(table, id, { retired_at }, null);
  });
  const { text } = await open("jana");
  expect(text).toContain("The campaign has no messages in use.");
  expect(text).not.toContain("Nothing found.");
});
