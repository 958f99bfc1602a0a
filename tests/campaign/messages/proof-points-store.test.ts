import { beforeEach, expect, test } from "vitest";
import { listFiguresAlike, listWithOtherEditions } from "#app/campaign/messages/figure-editions.server.ts";
import { importLibrary, noteExport } from "#app/campaign/messages/library/import.server.ts";
import { readLibrary } from "#app/campaign/messages/library/store.server.ts";
import { findObjection } from "#app/campaign/messages/objections/list.server.ts";
import {
  checkProofPoint,
  deleteProofPoint,
  setProofPointUse,
} from "#app/campaign/messages/proof-points/acts.server.ts";
import { hasSeveralEditions, sideBySide } from "#app/campaign/messages/proof-points/citations.ts";
import {
  countProofPointsOn,
  findProofPoint,
  listProofPointsOn,
} from "#app/campaign/messages/proof-points/list.server.ts";
import type { ProofPoint } from "#app/campaign/messages/proof-points/row.server.ts";
import { listSources, saveSourcesIn } from "#app/campaign/messages/proof-points/sources.server.ts";
import { listChecks } from "#app/campaign/messages/proof-points/store.server.ts";
import { listLooseProofPoints } from "#app/campaign/talking-points/shelves/store.server.ts";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import type { Database } from "#db/database.server.ts";
import { system } from "../../support/author.ts";
import { addCampaign } from "../../support/builders/campaign.ts";
import {
  library,
  libraryMessage,
  libraryObjection,
  libraryProofPoint,
  librarySource,
  noOtherSource,
} from "../../support/builders/library.ts";
import { record } from "../../support/builders/outreach-campaign.ts";
import { addPaper, addTeamAndLibrary, by, inCampaign } from "../../support/builders/started-paper.ts";
import { freshDatabase } from "../../support/database.ts";

let database: Database;

beforeEach(async () => {
  database = await freshDatabase();
  await addTeamAndLibrary(database);
});

async function proofPoint(code: string): Promise<ProofPoint> {
  const found = await findProofPoint(database.read, "esa", code);
  if (found === null) throw new Error("The proof point is not there");
  return found;
}

async function act(use: "retired" | "in use", code: string) {
  const found = await proofPoint(code);
  return database.change(by("jana"), inCampaign, (change) => setProofPointUse(change, "esa", found, use));
}

async function remove(code: string) {
  const found = await proofPoint(code);
  return database.change(by("jana"), inCampaign, (change) => deleteProofPoint(change, "esa", found));
}

const view = { which: "in use", dueBy: "2027-01-09", words: "", ownerAccountId: null } as const;
const all = { offset: 0, limit: 50 };

async function check(code: string, version: number | null = null) {
  const found = await proofPoint(code);
  const source = found.sources[0]?.code ?? "";
  const checked = { on: "2026-11-10", source, reviewBy: "2027-11-10", note: "Same table, page 4" } as const;
  return database.change(by("jana"), inCampaign, (change) =>
    checkProofPoint(change, "esa", found, checked, version ?? found.version),
  );
}

test("a check keeps the day, the source that was looked at and who looked, and makes the proof point current", async () => {
  const checked = await check("P2");
  expect(checked).toMatchObject({ ok: true });
  const now = await proofPoint("P2");
  expect([now.checkedOn, now.reviewBy]).toEqual(["2026-11-10", "2027-11-10"]);
  expect((await listChecks(database.read, now.id)).rows).toMatchObject([
    {
      checkedOn: "2026-11-10",
      checkedBy: "Jana",
      sourceTitle: "NATO, August 2025",
      note: "Same table, page 4",
    },
  ]);
  if (checked.ok) await undoChange(database, by("jana"), checked.changeId);
  expect((await proofPoint("P2")).reviewBy).toBe("2026-03-31");
  expect((await listChecks(database.read, now.id)).rows).toEqual([]);
});

test("a check from a page that is out of date is refused", async () => {
  expect(await check("P2", 99)).toMatchObject({ reason: "changed-by-somebody-else" });
  expect((await listChecks(database.read, (await proofPoint("P2")).id)).rows).toEqual([]);
});

test("a proof point that something cites is not deleted, and everything that cites it is named", async () => {
  await addPaper(database);
  expect(await remove("P1")).toEqual({
    ok: false,
    reason: "cited",
    by: { messages: [1, 2], objections: ["O1"], papers: ["State, European bureau"] },
  });
  expect((await proofPoint("P1")).retiredAt).toBeNull();
});

test("a source that a form names gets a code of its first words, which no other source of the campaign has", async () => {
  const codes: string[] = [];
  await record(database, async (change) => {
    for (const title of [
      "Évaluation: NATO & Co.",
      "Evaluation, NATO; Co",
      "Ministerstvo zahraničních věcí",
      "白書",
    ])
      codes.push(
        ...(await saveSourcesIn(change, "esa", { ...noOtherSource, sources: [], newSourceTitle: title })),
      );
    codes.push(...(await saveSourcesIn(change, "esa", { ...noOtherSource, sources: [] })));
  });
  expect(codes).toEqual(["evaluation-nato-co", "evaluation-nato-co-2", "ministerstvo-zahranicnic", "source"]);
});

test("what ends in one campaign's library stands in another's under the same code", async () => {
  await addCampaign(database, "cyber");
  const files = library({ objections: [libraryObjection({ sources: ["nato"] })] });
  const nothing = library({ messages: [], objections: [], proofPoints: [], sources: [] });
  for (const campaign of ["esa", "cyber"]) await importLibrary(database, system, campaign, files);
  for (const [ends, stays] of [
    ["esa", "cyber"],
    ["cyber", "esa"],
  ] as const) {
    await importLibrary(database, system, ends, nothing);
    expect(await readLibrary(database.read, ends)).toEqual(nothing);
    expect(await readLibrary(database.read, stays)).toEqual(files);
    await importLibrary(database, system, ends, files);
  }
});

test("a source that the files drop goes, unless something that stays on record names it", async () => {
  const [first, other, checked] = [1, 2, 3].map((at) => ({ code: `P${at}`, claim: `Claim ${at}` }));
  const sources = ["a", "b", "c", "nato", "z"].map((code) => librarySource({ code, title: code }));
  const files = library({
    sources,
    proofPoints: [
      libraryProofPoint({ ...first, sources: ["nato", "z"] }),
      libraryProofPoint({ ...other, sources: ["a"] }),
      libraryProofPoint({ ...checked, sources: ["c"] }),
    ],
    objections: [libraryObjection(), libraryObjection({ code: "O2", sources: ["b"] })],
  });
  await addCampaign(database, "cyber");
  for (const campaign of ["esa", "cyber"]) await importLibrary(database, system, campaign, files);
  await check("P3");
  await noteExport(database, system, "esa");
  const checkedSince = { checkedOn: "2026-11-10", reviewBy: "2027-11-10" } as const;
  const fewer = library({
    sources: sources.slice(3, 4),
    proofPoints: [libraryProofPoint(first), libraryProofPoint({ ...checked, ...checkedSince })],
  });
  expect(await importLibrary(database, system, "esa", fewer)).toMatchObject({ ok: true });
  const codes = async (campaign: string) =>
    (await listSources(database.read, campaign)).map(({ code }) => code);
  expect(await codes("esa")).toEqual(["a", "b", "c", "nato"]);
  expect(await codes("cyber")).toEqual(["a", "b", "c", "nato", "z"]);
});

test("proof points of the campaign in use, under no message, are found beside a paper by their words", async () => {
  const proofPoints = [
    libraryProofPoint(),
    ...["P2", "P3", "P5"].map((code) => libraryProofPoint({ code, claim: `Bridges of ${code}` })),
    libraryProofPoint({ code: "P4", claim: "Other" }),
  ];
  const [message, objection] = [libraryMessage({ proofPoints: ["P1", "P3"] }), { name: "Bridges" }];
  const files = library({ messages: [message], objections: [libraryObjection(objection)], proofPoints });
  await addCampaign(database, "cyber");
  for (const campaign of ["esa", "cyber"]) await importLibrary(database, system, campaign, files);
  await act("retired", "P5");
  const { rows } = await listLooseProofPoints(database.read, "esa", "bridges");
  expect(rows).toEqual([(await proofPoint("P2")).id]);
});

test("each objection names its own evidence, and when that is to be reviewed", async () => {
  const [first, second] = [libraryProofPoint(), libraryProofPoint({ code: "P2", reviewBy: "2026-03-31" })];
  const late = libraryObjection({ code: "O2", name: "Too late", proofPoints: ["P2", "P1"] });
  const files = library({ proofPoints: [first, second], objections: [libraryObjection(), late] });
  const taken = await importLibrary(database, system, "esa", files);
  expect(taken.ok).toBe(true);
  const evidence = async (code: string) => (await findObjection(database.read, "esa", code))?.evidence;
  const current = { code: "P1", reviewBy: first.reviewBy };
  expect(await evidence("O1")).toEqual([current]);
  expect(await evidence("O2")).toEqual([{ code: "P2", reviewBy: "2026-03-31" }, current]);
});

test("how sure we are of a proof point is kept as it was said", async () => {
  const said = ["high", "medium", "low", ""] as const;
  const proofPoints = said.map((confidence, at) => libraryProofPoint({ code: `P${at + 1}`, confidence }));
  await importLibrary(database, system, "esa", library({ proofPoints }));
  const kept = await Promise.all(proofPoints.map(({ code }) => proofPoint(code)));
  expect(kept.map(({ confidence }) => confidence)).toEqual(said);
});

test("one that nothing cites is deleted, and comes back when that is undone", async () => {
  const deleted = await remove("P2");
  expect(await findProofPoint(database.read, "esa", "P2")).toBeNull();
  if (!deleted.ok) throw new Error(deleted.reason);
  await undoChange(database, by("jana"), deleted.changeId);
  expect(await proofPoint("P2")).toMatchObject({ claim: "A stale claim.", sources: [{ code: "nato" }] });
});

test("a retired proof point stands in the list of the retired only, until it is taken back into use", async () => {
  const codes = async (which: "in use" | "retired") =>
    (await listProofPointsOn(database.read, "esa", { ...view, which }, all)).map(({ code }) => code);
  await act("retired", "P1");
  expect([await codes("in use"), await codes("retired")]).toEqual([["P2"], ["P1"]]);
  await act("in use", "P1");
  expect([await codes("in use"), await codes("retired")]).toEqual([["P1", "P2"], []]);
});

test("a list is cut to its page, by code as people count, and the due ones go by their date", async () => {
  const proofPoints = Array.from({ length: 12 }, (_, index) =>
    libraryProofPoint({ code: `P${index + 1}`, reviewBy: index === 9 ? "2026-01-01" : "2026-12-01" }),
  );
  await importLibrary(database, system, "esa", library({ proofPoints }));
  const shown = await listProofPointsOn(database.read, "esa", view, { offset: 8, limit: 3 });
  expect(shown.map(({ code }) => code)).toEqual(["P9", "P10", "P11"]);
  const due = { ...view, which: "due" } as const;
  expect(
    (await listProofPointsOn(database.read, "esa", due, { offset: 0, limit: 2 })).map(({ code }) => code),
  ).toEqual(["P10", "P1"]);
  expect(await countProofPointsOn(database.read, "esa", due)).toBe(12);
  expect(await countProofPointsOn(database.read, "esa", { ...view, words: "p1" })).toBe(4);
});

const share = (value: string, edition: string) => ({
  what: "United States, share of GDP, 2024",
  value,
  edition,
});

async function twoEditions() {
  const proofPoints = [
    libraryProofPoint({ figures: [share("3.38 %", "NATO, mid-2024")], asOf: "2024-06-17" }),
    libraryProofPoint({
      code: "P2",
      figures: [{ ...share("3.19 %", "NATO, April 2025"), what: "united states, share of GDP, 2024 " }],
      asOf: "2025-04-24",
    }),
    libraryProofPoint({ code: "P3", figures: [{ what: "Other", value: "1", edition: "NATO" }] }),
  ];
  await importLibrary(database, system, "esa", library({ proofPoints }));
}

test("two editions of one figure stand side by side, each with its proof point, the newest first", async () => {
  await twoEditions();
  const figures = await listFiguresAlike(database.read, "esa", (await proofPoint("P1")).id);
  const [one, another] = sideBySide(figures);
  expect(another).toBeUndefined();
  expect(one?.values.map(({ code, value, edition }) => [code, value, edition])).toEqual([
    ["P2", "3.19 %", "NATO, April 2025"],
    ["P1", "3.38 %", "NATO, mid-2024"],
  ]);
  expect(one && hasSeveralEditions(one)).toBe(true);
});

test("what has other editions follows every edit, retirement and return", async () => {
  await twoEditions();
  const ids = await Promise.all(["P1", "P2", "P3"].map(async (code) => (await proofPoint(code)).id));
  const several = async () => (await listWithOtherEditions(database.read, ids)).size;
  expect(await several()).toBe(2);
  await act("retired", "P2");
  expect(await several()).toBe(0);
  await act("in use", "P2");
  expect(await several()).toBe(2);
  await importLibrary(database, system, "esa", library());
  expect(await several()).toBe(0);
});
