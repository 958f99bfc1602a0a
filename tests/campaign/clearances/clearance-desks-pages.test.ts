import { beforeEach, expect, test } from "vitest";
import { listDesks, listDesksEver } from "#app/campaign/clearances/desks.server.ts";
import { paperHash } from "#app/campaign/paper-text/paper.ts";
import type { Database } from "#db/database.server.ts";
import { now, system, unsent } from "../../support/author.ts";
import { addAccount } from "../../support/builders/campaign.ts";
import { placeHoldOn } from "../../support/builders/held-message.ts";
import { addPaper, addTeamAndLibrary, storedPaper } from "../../support/builders/started-paper.ts";
import { conflictOf } from "../../support/conflict-of.ts";
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
  await addAccount(database, "Lenka", { esa: "ministry clearer" });
  paperId = (await addPaper(database)).id;
  ({ address } = await startedServer(database, { now: () => now }));
  cookies = {};
  for (const who of ["jana", "petr", "tomas", "lenka", "alena"]) {
    cookies[who] = await cookieOf(database, address, who, now);
  }
});

const DESKS = "/c/esa/settings/desks";
const open = (who: string, path: string) => openPage(address, path, cookies[who] ?? null);
const post = (who: string, path: string, fields: Record<string, string>) =>
  sendForm(address, path, cookies[who] ?? null, fields);
const onPaper = (who: string, fields: Record<string, string>) =>
  post(who, `/c/esa/talking-points/${paperId}`, fields);
const paperOf = (who: string) => open(who, `/c/esa/talking-points/${paperId}`);

const NATO = {
  name: "Mission to NATO",
  side: "ministry",
  place: "Brussels",
  holder: "lenka",
  deputy: "tomas",
  asks: "not asked",
  isAskedForHoldingLines: "on",
};

test("a clearer adds a desk of the own side, changes it, and asks it no more; the rest of the team reads", async () => {
  expect((await post("tomas", `${DESKS}/new`, NATO)).status).toBe(303);
  const [, , nato] = await listDesks(database.read, "esa");
  expect(nato).toMatchObject({ name: "Mission to NATO", country: "BE", zone: "Europe/Brussels" });
  const page = `${DESKS}/${nato?.id}`;
  const away = { ...NATO, awayFrom: "9 Nov 2026", awayUntil: "13 Nov 2026", version: "1" };
  expect((await post("tomas", page, away)).status).toBe(303);
  expect((await open("alena", DESKS)).text).toContain("Tomas, deputy");
  expect((await open("alena", DESKS)).text).not.toContain("Asked once the embassy agrees");
  const stale = await post("tomas", page, {
    ...NATO,
    deputy: "",
    asks: "inform",
    awayFrom: "",
    version: "1",
  });
  expect(stale.status).toBe(409);
  expect(conflictOf(stale.text)).toEqual({
    Deputy: ["Tomas, clears for the ministry", "No one"],
    "Holder away from": ["9 Nov 2026", "Empty"],
    "Holder away until": ["13 Nov 2026", "Empty"],
    "Asked about papers": ["Not asked", "Gets a copy"],
  });
  const late = await post("tomas", page, { intent: "ask no more", version: "1" });
  expect(late.status).toBe(409);
  expect(late.text).toContain("Someone has changed this desk");
  expect(late.text).toContain('value="Mission to NATO"');
  expect((await post("tomas", page, { intent: "ask no more", version: "2" })).status).toBe(303);
  expect(await listDesks(database.read, "esa")).toHaveLength(2);
  expect(await listDesksEver(database.read, "esa")).toHaveLength(3);
  const read = (await open("tomas", page)).text;
  expect(read).toContain("Saved the desk “Mission to NATO”");
  expect(read).toContain("<dt>Holder away from</dt>");
});

test("of a paper changed since, what was given is no longer valid; a desk that was never asked has given nothing", async () => {
  await onPaper("jana", { intent: "send for clearance" });
  const block = (await storedPaper(database, paperId)).text.blocks[0]?.id ?? "";
  expect((await onPaper("petr", { intent: "return", reasons: "Shorter" })).status).toBe(303);
  await onPaper("jana", { intent: "save the wording", block, version: "1", text: "Altered." });
  const { text } = await paperOf("jana");
  expect(text).toContain(", not asked");
  expect(text.match(/about an earlier version and is no longer valid/g)).toHaveLength(1);
});

test("who clears for no side sets no desk, and reads none of its forms", async () => {
  for (const who of ["jana", "alena"]) {
    expect((await open(who, DESKS)).status).toBe(200);
    expect((await open(who, `${DESKS}/new`)).status).toBe(403);
    expect((await post(who, `${DESKS}/new`, NATO)).status).toBe(403);
  }
  expect(await listDesks(database.read, "esa")).toHaveLength(2);
});

test("nobody sets a desk of the side for which others clear; an administrator of the campaign sets both", async () => {
  const [embassy, ministry] = await listDesks(database.read, "esa");
  const pageOf = { petr: `${DESKS}/${ministry?.id}`, tomas: `${DESKS}/${embassy?.id}` };
  const own = { petr: `${DESKS}/${embassy?.id}`, tomas: `${DESKS}/${ministry?.id}` };
  for (const [who, side] of [
    ["petr", "ministry"],
    ["tomas", "embassy"],
  ] as const) {
    const foreign = { name: "Ours", side, place: "Brussels", asks: "clear", version: "1" };
    expect((await open(who, pageOf[who])).status).toBe(403);
    expect((await post(who, pageOf[who], foreign)).status).toBe(403);
    expect((await post(who, pageOf[who], { intent: "ask no more", version: "1" })).status).toBe(403);
    const added = await post(who, `${DESKS}/new`, foreign);
    expect(added.status).toBe(400);
    expect(added.text).toContain(`clearer for the ${side} or an administrator can set up its desks`);
    expect(added.text).toContain("Ours");
    const moved = await post(who, own[who], foreign);
    expect(moved.status).toBe(400);
    expect(moved.text).toContain("Ours");
    expect((await open(who, DESKS)).text).not.toContain(pageOf[who]);
  }
  expect((await listDesks(database.read, "esa")).map(({ side }) => side)).toEqual(["embassy", "ministry"]);
  await makeAdministrator("alena");
  expect((await post("alena", `${DESKS}/new`, NATO)).status).toBe(303);
});

async function makeAdministrator(accountId: string): Promise<void> {
  await database.change(system, unsent, async (change) => {
    await change.update("account", accountId, { is_administrator: 1 }, null);
    const what = { recordKind: "account", recordId: accountId, action: "changed", summary: "Saved" } as const;
    change.describe({ ...what, location: "/" });
    return { ok: true };
  });
}

test("a desk that is asked keeps its side until it has answered: papers and lines are named, what was typed stays", async () => {
  await makeAdministrator("alena");
  await onPaper("jana", { intent: "send for clearance" });
  const hold = await placeHoldOn(database);
  const line = { text: "We talk.", handling: "TLP:GREEN", day: "11 Nov 2026", time: "18:00" };
  await post("jana", `/c/esa/holds/${hold}/line`, line);
  const sent = await post("jana", `/c/esa/holds/${hold}`, { intent: "send-line", answerBy: "13:00" });
  expect(sent.status).toBe(303);
  await post("alena", `${DESKS}/new`, NATO);
  const [embassy, ministry] = await listDesks(database.read, "esa");
  for (const [desk, side] of [
    [ministry, "embassy"],
    [embassy, "ministry"],
  ] as const) {
    const moved = { name: "Renamed", side, place: "Prague", asks: "clear", version: "1" };
    const refused = await post("alena", `${DESKS}/${desk?.id}`, moved);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("State, European bureau");
    expect(refused.text).toContain("the holding line on message 1");
    expect(refused.text).toContain("Renamed");
  }
  expect((await listDesks(database.read, "esa")).map(({ side }) => side)).toEqual([
    "embassy",
    "ministry",
    "ministry",
  ]);
});

test("each side must have one", async () => {
  await makeAdministrator("alena");
  const [embassy, ministry] = await listDesks(database.read, "esa");
  for (const [desk, side, other] of [
    [embassy, "embassy", "ministry"],
    [ministry, "ministry", "embassy"],
  ] as const) {
    const page = `${DESKS}/${desk?.id}`;
    const retired = await post("alena", page, { intent: "ask no more", version: "1" });
    expect(retired.status).toBe(409);
    expect(retired.text).toContain(`the only ${side} desk`);
    const moved = { name: "Renamed", side: other, place: "Prague", asks: "clear", version: "1" };
    const refused = await post("alena", page, moved);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain(`the only ${side} desk`);
    expect(refused.text).toContain("Renamed");
  }
  await post("alena", `${DESKS}/new`, NATO);
  const page = `${DESKS}/${ministry?.id}`;
  expect((await post("alena", page, { intent: "ask no more", version: "1" })).status).toBe(303);
});

test("undoing brings no desk to another side while it is asked, and takes no last desk away", async () => {
  await makeAdministrator("alena");
  await makeAdministrator("lenka");
  const done = async (who: string, path: string, fields: Record<string, string>) =>
    /done=(\w+)/.exec(String((await post(who, path, fields)).headers.location))?.[1] ?? "";
  const undo = (who: string, change: string) => post(who, "/c/esa/undo", { change });
  const added = await done("alena", `${DESKS}/new`, { ...NATO, holder: "", deputy: "", side: "embassy" });
  const nato = (await listDesks(database.read, "esa")).at(-1);
  const [, ministry] = await listDesks(database.read, "esa");
  const moved = await done("alena", `${DESKS}/${nato?.id}`, {
    ...{ ...NATO, holder: "", deputy: "", asks: "clear" },
    version: "1",
  });
  await done("lenka", `${DESKS}/${ministry?.id}`, { intent: "ask no more", version: "1" });
  const last = await undo("alena", moved);
  expect(last.status).toBe(409);
  expect(last.text).toContain("the only ministry desk");
  expect((await undo("alena", added)).status).toBe(409);
  expect((await onPaper("jana", { intent: "send for clearance" })).status).toBe(303);
  await done("lenka", `${DESKS}/${ministry?.id}`, { intent: "ask again", version: "2" });
  const asked = await undo("alena", moved);
  expect(asked.status).toBe(409);
  expect(asked.text).toContain("State, European bureau");
});

test("a desk takes nobody who does not clear for its side, no holder as deputy, and no end before its start", async () => {
  const refused = async (given: Record<string, string>, sentence: string) => {
    const answer = await post("tomas", `${DESKS}/new`, { ...NATO, ...given });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(sentence);
    expect(answer.text).toContain("Mission to NATO");
  };
  await refused({ holder: "petr" }, "Petr does not clear for the ministry");
  await refused({ deputy: "jana" }, "Jana does not clear for the ministry");
  await refused({ deputy: "lenka" }, "Choose a deputy other than the holder");
  await refused({ holder: "nobody-here" }, "Choose someone in this campaign");
  await refused({ awayFrom: "13 Nov 2026", awayUntil: "9 Nov 2026" }, "Enter a last day on or after");
  await refused({ awayUntil: "9 Nov 2026" }, "Enter the first day away");
  await refused({ place: "Atlantis" }, "Choose where the desk works");
});

test("the sender chooses who must agree, and a time that has passed is refused at its field", async () => {
  await post("tomas", `${DESKS}/new`, NATO);
  const desks = await listDesks(database.read, "esa");
  const form = (due: string) =>
    Object.fromEntries([
      ["intent", "send for clearance"],
      ...desks.flatMap((desk, index) => [
        [`desks[${index}].desk`, desk.id],
        [`desks[${index}].asks`, "clear"],
        [`desks[${index}].due`, due],
      ]),
    ]);
  const late = await onPaper("jana", form("9 Nov 2026, 12:00"));
  expect(late.status).toBe(400);
  expect(late.text).toContain("This time has passed. Choose a later one");
  expect((await onPaper("jana", form("12 Nov 2026, 9:00"))).status).toBe(303);
  const page = await paperOf("jana");
  expect(page.text).toContain("Due Thu 12 Nov, 09:00");
  expect(page.text).toContain("Mission to NATO");
});

test("a paper is cleared desk by desk, and each page says what it waits for", async () => {
  const { blocks } = (await storedPaper(database, paperId)).text;
  const block = blocks[0]?.id ?? "";
  await onPaper("jana", { intent: "save the wording", block, version: "1", text: "Altered." });
  await onPaper("jana", { intent: "send for clearance" });
  const hash = paperHash((await storedPaper(database, paperId)).text);
  const clear = { intent: "clear", hash, handling: "TLP:AMBER", shownText: "" };
  expect((await paperOf("tomas")).text).not.toContain("Clear for the Ministry desk");
  expect((await onPaper("tomas", clear)).text).toContain(
    "The embassy has not agreed yet. The other desks will be asked once it has.",
  );
  expect((await onPaper("petr", clear)).status).toBe(303);
  expect((await paperOf("tomas")).text).toContain("Clear for the Ministry desk");
  expect((await onPaper("tomas", { ...clear, request: "forged" })).status).toBe(409);
  expect((await onPaper("tomas", { ...clear, hash: "0".repeat(64) })).status).toBe(409);
  expect((await onPaper("tomas", clear)).status).toBe(303);
  const told = await onPaper("lenka", clear);
  expect(told.status).toBe(409);
  expect(told.text).toContain("This text is already cleared");
  expect((await paperOf("alena")).text).toContain(
    "Cleared by Petr for the Embassy and Tomas for the Ministry desk",
  );
});

test("a comment is made, replied to, resolved and opened again; a reader makes none", async () => {
  const block = (await storedPaper(database, paperId)).text.blocks[0]?.id ?? "";
  expect((await onPaper("alena", { intent: "comment", text: "No." })).status).toBe(403);
  const empty = await onPaper("tomas", { intent: "comment", block, text: " " });
  expect(empty.status).toBe(400);
  expect(empty.text).toContain("Write the comment");
  expect((await onPaper("tomas", { intent: "comment", block, text: "Chybí číslo." })).status).toBe(303);
  expect((await onPaper("tomas", { intent: "comment", block: "elsewhere", text: "No." })).status).toBe(404);
  const page = await paperOf("jana");
  expect(page.text).toContain("Chybí číslo.");
  expect(page.text).toContain("on point 1");
  expect(page.text).toContain("Answer 1 comment");
  const comment = /id="comment-(\w{20})"/.exec(page.text)?.[1] ?? "";
  expect((await onPaper("jana", { intent: "reply", comment, text: "22 allies." })).status).toBe(303);
  const refused = await onPaper("jana", { intent: "resolve", comment });
  expect(refused.status).toBe(409);
  expect(refused.text).toContain("A comment can be resolved by its author");
  expect((await onPaper("tomas", { intent: "resolve", comment })).status).toBe(303);
  const resolved = await paperOf("jana");
  expect(resolved.text).toContain("Resolved by Tomas");
  expect(resolved.text).not.toContain("Answer 1 comment");
  expect((await onPaper("jana", { intent: "open again", comment })).status).toBe(303);
  expect((await paperOf("jana")).text).toContain("Answer 1 comment");
  expect((await onPaper("jana", { intent: "resolve", comment: "forged" })).status).toBe(404);
});

test("the ministry's clearers begin where something waits for them", async () => {
  await onPaper("jana", { intent: "send for clearance" });
  const home = await open("tomas", "/");
  expect(String(home.headers.location)).toBe("/c/esa/talking-points?show=waiting");
  expect(String((await open("petr", "/")).headers.location)).toBe("/c/esa");
  expect((await open("tomas", "/c/esa/talking-points?show=waiting")).text).toContain(
    "No paper is waiting for you.",
  );
  expect((await open("petr", "/c/esa/talking-points?show=waiting")).text).toContain("For the Embassy");
});
