import { beforeEach, expect, test } from "vitest";
import { findClearanceStatus } from "#app/campaign/clearances/paper-standings.server.ts";
import { listRequests } from "#app/campaign/clearances/requests.server.ts";
import { saveProofPoint } from "#app/campaign/messages/proof-points/store.server.ts";
import { paperHash } from "#app/campaign/paper-text/paper.ts";
import type { StoredPaper } from "#app/campaign/paper-text/papers.server.ts";
import {
  addBlock,
  citeProofPoint,
  dropFootnote,
  editBlock,
  moveBlock,
  removeBlock,
} from "#app/campaign/talking-points/blocks.server.ts";
import {
  clearPaper,
  markPaperUsed,
  returnPaper,
  sendPaper,
} from "#app/campaign/talking-points/clearing/clearance.server.ts";
import { startPaper } from "#app/campaign/talking-points/from-event/planned-paper.server.ts";
import { listVersions } from "#app/campaign/talking-points/lists.server.ts";
import { listCurrentWordings } from "#app/campaign/talking-points/shelves/current-wordings.server.ts";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import type { Database } from "#db/database.server.ts";
import { addAccount } from "../../support/builders/campaign.ts";
import { SETTINGS } from "../../support/builders/clearance-round.ts";
import { libraryProofPoint } from "../../support/builders/library.ts";
import {
  addPaper,
  addTeamAndLibrary,
  by,
  inCampaign,
  storedPaper,
} from "../../support/builders/started-paper.ts";
import { freshDatabase } from "../../support/database.ts";

let database: Database;
let paper: StoredPaper;

beforeEach(async () => {
  database = await freshDatabase();
  await addTeamAndLibrary(database);
  paper = await addPaper(database);
});

const OWN = {
  section: "points to make",
  heading: "",
  text: "Ours.",
  origin: { kind: "own words" },
  footnotes: [],
} as const;
const target = () => ({ campaignId: "esa", paperId: paper.id });
const now = () => storedPaper(database, paper.id);
const statusNow = async () => (await findClearanceStatus(database.read, await now())).status;

function act<T extends { ok: true } | { ok: false; reason: string }>(
  who: string,
  work: (change: Parameters<Parameters<Database["change"]>[2]>[0]) => Promise<T>,
) {
  return database.change(by(who), inCampaign, work);
}

const send = (at = by("jana").now) =>
  database.change({ ...by("jana"), now: at }, inCampaign, (change) =>
    sendPaper(change, target(), { settings: SETTINGS, chosen: null, onlyDifference: false }),
  );

async function clear(who: string, shownHash: string | null = null) {
  const hash = shownHash ?? paperHash((await now()).text);
  return act(who, (change) =>
    clearPaper(change, target(), {
      requestId: null,
      shownHash: hash,
      shownHandling: "TLP:AMBER",
      settings: SETTINGS,
    }),
  );
}

async function firstBlock() {
  const stored = await now();
  const block = stored.text.blocks.find((one) => one.section === "points to make");
  if (block === undefined) throw new Error("The paper has a point to make");
  return { ...block, version: stored.blockVersions[block.id] ?? 0 };
}

async function editFirst(text: string, who = "jana") {
  const { id: blockId, version } = await firstBlock();
  return act(who, (change) =>
    editBlock(change, { ...target(), blockId }, { heading: "", text, origin: null }, version),
  );
}

test("a paper opens with the cleared talking point, the objection's reply, the avoid line and their sources", () => {
  const { title, blocks } = paper.text;
  expect(title).toBe("State, European bureau");
  expect(blocks.map((block) => [block.section, block.heading, block.text])).toEqual([
    ["points to make", "", "Europeans can carry more, and want to."],
    ["if raised", "Duplication", "It is done once, and shared."],
    ["avoid", "", "Never say exit."],
    [
      "background",
      "When and where",
      expect.stringContaining("14:00 to 14:45 in Washington, 20:00 to 20:45 in Prague"),
    ],
  ]);
  expect(blocks[0]?.footnotes).toMatchObject([{ code: "P1", sources: [{ title: "NATO, August 2025" }] }]);
  expect(paper.stage).toBe("drafting");
});

test("a message without a cleared wording gives no point", async () => {
  const both = await addPaper(database, [1, 2]);
  expect(both.text.blocks.filter((block) => block.section === "points to make")).toHaveLength(1);
});

test("an event has one paper", async () => {
  const again = await act("jana", (change) =>
    startPaper(change, { campaignId: "esa", eventId: paper.eventId ?? "" }),
  );
  expect(again).toEqual({ ok: false, reason: "started-already" });
});

test("the embassy clears alone what is cleared wording throughout; the clearance is bound to that text", async () => {
  await send();
  expect(await clear("petr")).toMatchObject({ ok: true });
  expect(await statusNow()).toBe("cleared");
  const { text } = await firstBlock();
  await editFirst(`${text} Today.`);
  expect(await findClearanceStatus(database.read, await now())).toMatchObject({
    status: "changed since clearance",
    changes: [{ place: "points to make", after: expect.stringContaining("Today.") }],
  });
  await editFirst(text);
  expect(await statusNow()).toBe("cleared");
});

test("a proof point that changes in the library changes the paper that cites it", async () => {
  await send();
  await clear("petr");
  const { id } = await database.read
    .selectFrom("proof_point")
    .select("id")
    .where("code", "=", "P1")
    .executeTakeFirstOrThrow();
  await act("jana", async (change) => {
    await change.update("proof_point", id, { edition: "August 2026" }, null);
    change.describe({
      recordKind: "proof point",
      recordId: id,
      action: "edited",
      summary: "Edited",
      location: "/",
    });
    return { ok: true };
  });
  expect(await findClearanceStatus(database.read, await now())).toMatchObject({
    status: "changed since clearance",
    changes: [{ part: "footnote" }, { part: "footnote" }],
  });
});

test("own words go on to the ministry, which clears them", async () => {
  await act("jana", (change) => addBlock(change, target(), OWN));
  await send();
  await clear("petr");
  expect(await statusNow()).toBe("draft");
  const requests = await listRequests(database.read, { kind: "talking points", id: paper.id });
  expect(requests.map(({ side, answer, answeredBy }) => [side, answer, answeredBy])).toEqual([
    ["embassy", "cleared", "Petr"],
    ["ministry", null, null],
  ]);
  expect(await clear("tomas")).toMatchObject({ ok: true });
  expect(await findClearanceStatus(database.read, await now())).toMatchObject({
    status: "cleared",
    clearance: { clearedBy: "Tomas", authority: "ministry" },
  });
});

test("whoever wrote a word of the text does not clear it", async () => {
  await addAccount(database, "Hana", { esa: "embassy clearer" });
  await editFirst("Petr's words.", "petr");
  await send();
  expect(await clear("petr")).toEqual({ ok: false, reason: "own-draft" });
});

test("a text that changed since the clearer saw it is not cleared", async () => {
  await send();
  const seen = paperHash((await now()).text);
  await editFirst("Another text.");
  expect(await clear("petr", seen)).toEqual({ ok: false, reason: "text-is-another" });
});

test("clearance is due by the calendar of the clearer's country, at noon in Washington", async () => {
  await send(new Date("2026-11-04T15:00:00.000Z"));
  const [request] = await listRequests(database.read, { kind: "talking points", id: paper.id });
  expect(request?.dueAt?.toISOString()).toBe("2026-11-06T17:00:00.000Z");
});

test("a returned paper carries the reasons, and is sent again", async () => {
  await send();
  await act("petr", (change) => returnPaper(change, target(), { requestId: null, reasons: "Needs a date." }));
  expect(await now()).toMatchObject({ stage: "returned", stageReason: "Needs a date." });
  expect(await send()).toMatchObject({ ok: true });
});

test("a version is kept at each sending and clearing, once for one text", async () => {
  await send();
  await clear("petr");
  await editFirst("A newer text.");
  await send();
  const versions = await listVersions(database.read, paper.id);
  expect(versions.map(({ number, reason }) => [number, reason])).toEqual([
    [2, "sent for clearance"],
    [1, "sent for clearance"],
  ]);
});

test("sending, using and every edit can be undone, a clearance cannot", async () => {
  const sent = await send();
  expect(await undoChange(database, by("jana"), sent.ok ? sent.changeId : "")).toMatchObject({ ok: true });
  expect((await now()).stage).toBe("drafting");
  await send();
  const cleared = await clear("petr");
  expect(await undoChange(database, by("petr"), cleared.ok ? cleared.changeId : "")).toEqual({
    ok: false,
    reason: "cannot-be-undone",
  });
  const used = await act("jana", (change) => markPaperUsed(change, target()));
  expect((await now()).stage).toBe("used");
  expect(await undoChange(database, by("jana"), used.ok ? used.changeId : "")).toMatchObject({ ok: true });
});

test("blocks are moved within their section, and a removal that is undone comes back in its place with its source", async () => {
  await act("jana", (change) => addBlock(change, target(), OWN));
  const before = (await now()).text.blocks.filter((block) => block.section === "points to make");
  await act("jana", (change) => moveBlock(change, { ...target(), blockId: before[1]?.id ?? "" }, "up"));
  const moved = (await now()).text.blocks.filter((block) => block.section === "points to make");
  expect(moved.map((block) => block.id)).toEqual([before[1]?.id, before[0]?.id]);
  const hash = paperHash((await now()).text);
  const { id: blockId } = before[0] ?? { id: "" };
  const version = (await now()).blockVersions[blockId] ?? 0;
  const removed = await act("jana", (change) => removeBlock(change, { ...target(), blockId }, version));
  expect((await now()).text.blocks).toHaveLength(4);
  await undoChange(database, by("jana"), removed.ok ? removed.changeId : "");
  expect(paperHash((await now()).text)).toBe(hash);
});

test("a source is cited once, and taken away again", async () => {
  const { id: blockId } = await firstBlock();
  const codes = async () => (await firstBlock()).footnotes.map((footnote) => footnote.code);
  for (let times = 0; times < 2; times += 1) {
    await act("jana", (change) => citeProofPoint(change, { ...target(), blockId }, "P2"));
  }
  expect(await codes()).toEqual(["P1", "P2"]);
  const stale = (await firstBlock()).footnotes[1]?.proofPointId ?? "";
  await act("jana", (change) => dropFootnote(change, { ...target(), blockId }, stale));
  expect(await codes()).toEqual(["P1"]);
});

test("a source that is internal is cited as one", async () => {
  const { id: blockId } = await firstBlock();
  await act("jana", async (change) => {
    await saveProofPoint(change, "esa", libraryProofPoint({ code: "P3", disclosure: "internal" }), null);
    return citeProofPoint(change, { ...target(), blockId }, "P3");
  });
  const cited = (await firstBlock()).footnotes.map(({ code, isInternal }) => [code, isInternal]);
  expect(cited).toEqual([
    ["P1", false],
    ["P3", true],
  ]);
});

test("a proof point that the campaign does not have cannot be cited", async () => {
  const { id: blockId } = await firstBlock();
  const answer = await act("jana", (change) => citeProofPoint(change, { ...target(), blockId }, "P99"));
  expect(answer).toEqual({ ok: false, reason: "code-unknown", codes: ["P99"] });
});

test("two people who edit one block from the same page do not overwrite each other", async () => {
  const { id: blockId, version } = await firstBlock();
  const edit = (who: string, text: string) =>
    act(who, (change) =>
      editBlock(change, { ...target(), blockId }, { heading: "", text, origin: null }, version),
    );
  expect(await edit("jana", "Jana's.")).toMatchObject({ ok: true });
  expect(await edit("petr", "Petr's.")).toEqual({ ok: false, reason: "changed-by-somebody-else" });
});

test("the wording of an origin is that of the newest cleared revision, not of a draft", async () => {
  const block = await firstBlock();
  const [wording] = await listCurrentWordings(database.read, [block]);
  expect(wording).toMatchObject({ text: block.text, clearedFor: "both sides" });
});
