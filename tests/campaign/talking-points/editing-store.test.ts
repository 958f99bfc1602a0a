import { beforeEach, expect, test } from "vitest";
import { findClearanceStatus } from "#app/campaign/clearances/paper-standings.server.ts";
import { insertClearanceOfDesks } from "#app/campaign/clearances/store.server.ts";
import { listWriters } from "#app/campaign/clearances/writers.server.ts";
import { paperHash } from "#app/campaign/paper-text/paper.ts";
import type { StoredPaper } from "#app/campaign/paper-text/papers.server.ts";
import {
  addBlock,
  citeProofPoint,
  dropFootnote,
  editBlock,
  markAsJudgement,
  removeBlock,
} from "#app/campaign/talking-points/blocks.server.ts";
import { markPaperUsed } from "#app/campaign/talking-points/clearing/clearance.server.ts";
import {
  copyPaper,
  editHead,
  freezeVersion,
  restoreVersion,
} from "#app/campaign/talking-points/store.server.ts";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import type { Database } from "#db/database.server.ts";
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

const head = (title: string) => ({
  title,
  ask: "",
  speaker: "",
  objective: "",
  handling: "TLP:AMBER" as const,
});
const target = () => ({ campaignId: "esa", paperId: paper.id });
const now = () => storedPaper(database, paper.id);
const statusNow = async () => (await findClearanceStatus(database.read, await now())).status;

type Work<T> = (change: Parameters<Parameters<Database["change"]>[2]>[0]) => Promise<T>;
function act<T extends { ok: true } | { ok: false; reason: string }>(work: Work<T>, who = "jana") {
  return database.change(by(who), inCampaign, work);
}

async function first() {
  const { text, blockVersions } = await now();
  const [block] = text.blocks;
  if (block === undefined) throw new Error("The paper has a block");
  return { ...block, version: blockVersions[block.id] ?? 0, codes: block.footnotes.map(({ code }) => code) };
}

async function write(text: string) {
  const { id: blockId, version } = await first();
  return act((change) =>
    editBlock(change, { ...target(), blockId }, { heading: "", text, origin: null }, version),
  );
}

/** A clearance of the text as it stands, and a kept version of it. */
async function clearAsItStands() {
  const stored = await now();
  const { text } = stored;
  return act(async (change) => {
    const subject = { kind: "talking points", id: paper.id } as const;
    const clearance = { campaignId: "esa", subject, hash: paperHash(text), content: text };
    await insertClearanceOfDesks(change, {
      ...clearance,
      authority: "ministry",
      isOwnDraft: false,
      manner: "by a person",
      answers: [],
      handling: stored.handling,
    });
    await freezeVersion(change, stored, "cleared");
    change.describe({
      recordKind: "talking points",
      recordId: paper.id,
      action: "cleared",
      summary: "Cleared",
      location: "/",
    });
    return { ok: true } as const;
  }, "tomas");
}

test("a mark in the words cites its proof point where it stands, and goes with it", async () => {
  await write("A stale claim.[^P2] Another.");
  expect((await first()).codes).toEqual(["P2", "P1"]);
  await write("A stale claim. Another.");
  expect((await first()).codes).toEqual(["P1"]);
});

test("a source that was attached stays when its mark is taken out, and cannot be taken away while it stands", async () => {
  await write("Said.[^P1]");
  const { id: blockId, footnotes } = await first();
  const drop = () =>
    act((change) => dropFootnote(change, { ...target(), blockId }, footnotes[0]?.proofPointId ?? ""));
  expect(await drop()).toEqual({ ok: false, reason: "mark-in-text" });
  await write("Said.");
  expect((await first()).codes).toEqual(["P1"]);
  expect(await drop()).toMatchObject({ ok: true });
});

test("a mark that names nothing, or a retired proof point, is refused and nothing is written", async () => {
  const before = (await first()).text;
  expect(await write("Said.[^P99][^X1]")).toEqual({
    ok: false,
    reason: "code-unknown",
    codes: ["P99", "X1"],
  });
  await act(async (change) => {
    const { id } = await change.read
      .selectFrom("proof_point")
      .select("id")
      .where("code", "=", "P2")
      .executeTakeFirstOrThrow();
    await change.update("proof_point", id, { retired_at: "2026-11-01T00:00:00.000Z" }, null);
    change.describe({
      recordKind: "proof point",
      recordId: id,
      action: "retired",
      summary: "Retired",
      location: "/",
    });
    return { ok: true } as const;
  });
  expect(await write("Said.[^P2]")).toEqual({ ok: false, reason: "code-retired", codes: ["P2"] });
  expect((await first()).text).toBe(before);
});

test("a new block cites what its words mark; undone, nothing of it is left", async () => {
  const words = {
    section: "background",
    heading: "",
    text: "As seen.[^P2]",
    origin: { kind: "own words" },
    footnotes: [],
  } as const;
  const added = await act((change) => addBlock(change, target(), words));
  expect((await now()).text.blocks.at(-1)?.footnotes.map(({ code }) => code)).toEqual(["P2"]);
  await undoChange(database, by("jana"), added.ok ? added.changeId : "");
  expect((await now()).text.blocks).toHaveLength(paper.text.blocks.length);
  const cited = await database.read
    .selectFrom("talking_points_footnote")
    .select("id")
    .where("is_by_mark", "=", 1)
    .execute();
  expect(cited).toEqual([]);
});

test("marks typed into a cleared text change it, and typed back it is cleared again", async () => {
  await clearAsItStands();
  const { text } = await first();
  for (const other of [`${text}[^P2]`, `${text}[^P1]`, `**${text}**`, `${text}\u200b`]) {
    await write(other);
    expect(await statusNow()).toBe("changed since clearance");
    await write(text);
    expect(await statusNow()).toBe("cleared");
  }
});

test("a judgement is marked and unmarked, and the text stays cleared", async () => {
  await clearAsItStands();
  const { id: blockId } = await first();
  await act((change) => markAsJudgement(change, { ...target(), blockId }, true));
  expect((await first()).isJudgement).toBe(true);
  expect(await statusNow()).toBe("cleared");
  await act((change) => markAsJudgement(change, { ...target(), blockId }, false));
  expect((await first()).isJudgement).toBe(false);
});

test("a restored version is cleared when its text was, whatever was done since", async () => {
  await write("First.[^P2]");
  await clearAsItStands();
  const { id: blockId, version } = await first();
  await act((change) => removeBlock(change, { ...target(), blockId }, version));
  await act((change) => editHead(change, target(), head("Another"), paper.version));
  await act((change) =>
    citeProofPoint(change, { ...target(), blockId: paper.text.blocks[1]?.id ?? "" }, "P2"),
  );
  expect(await statusNow()).toBe("changed since clearance");
  const shownHash = paperHash((await now()).text);
  const restored = await act((change) => restoreVersion(change, target(), { number: 1, shownHash }));
  expect(restored).toMatchObject({ ok: true });
  expect(await statusNow()).toBe("cleared");
  expect((await first()).id).toBe(blockId);
  await undoChange(database, by("jana"), restored.ok ? restored.changeId : "");
  expect(await statusNow()).toBe("changed since clearance");
});

test("a version is not restored over a text that the page did not show, nor one that was never kept", async () => {
  await clearAsItStands();
  await write("Meanwhile.");
  const restore = (number: number, shownHash: string) =>
    act((change) => restoreVersion(change, target(), { number, shownHash }));
  expect(await restore(1, paperHash(paper.text))).toEqual({ ok: false, reason: "text-is-another" });
  expect(await restore(9, paperHash((await now()).text))).toEqual({ ok: false, reason: "not-found" });
});

test("the words of a used paper stay: no edit, no restoring, no undoing of one or of its source; a copy can be changed", async () => {
  const edit = await write("As it was said.");
  const { id: blockId } = await first();
  const cited = await act((change) => citeProofPoint(change, { ...target(), blockId }, "P2"));
  await act((change) => markPaperUsed(change, target()));
  expect(await write("Afterwards.")).toEqual({ ok: false, reason: "used-is-frozen" });
  expect(await act((change) => editHead(change, target(), head("Afterwards"), paper.version))).toEqual({
    ok: false,
    reason: "used-is-frozen",
  });
  for (const done of [cited, edit])
    expect(await undoChange(database, by("jana"), done.ok ? done.changeId : "")).toEqual({
      ok: false,
      reason: "used-is-frozen",
    });
  expect(await first()).toMatchObject({ text: "As it was said.", codes: ["P1", "P2"] });
  const copied = await act((change) => copyPaper(change, target()));
  const copy = await storedPaper(database, copied.ok ? (copied.location.split("/").at(-1) ?? "") : "");
  expect(copy).toMatchObject({ stage: "drafting", eventId: null });
  expect(paperHash(copy.text)).toBe(paperHash((await now()).text));
});

test("whoever wrote a paper wrote its copies, and the copies of these; what is written there afterwards is not theirs", async () => {
  const copyBy = async (who: string, paperId: string) => {
    const made = await act((change) => copyPaper(change, { ...target(), paperId }), who);
    return made.ok ? (made.location.split("/").at(-1) ?? "") : "";
  };
  const writers = async (id: string) =>
    (await listWriters(database.read, { kind: "talking points", id })).toSorted();
  const copy = await copyBy("petr", paper.id);
  const second = await copyBy("petr", copy);
  expect(await writers(copy)).toEqual(["jana", "petr"]);
  expect(await writers(second)).toEqual(["jana", "petr"]);
  const { id: blockId, version } = await first();
  const text = { heading: "", text: "After the copies were made.", origin: null };
  const later = { ...by("tomas"), now: new Date(by("tomas").now.getTime() + 1000) };
  await database.change(later, inCampaign, (change) =>
    editBlock(change, { ...target(), blockId }, text, version),
  );
  expect(await writers(paper.id)).toContain("tomas");
  expect(await writers(second)).not.toContain("tomas");
});
