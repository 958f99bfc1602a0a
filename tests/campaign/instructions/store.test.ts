import { beforeEach, expect, test } from "vitest";
import {
  findInstruction,
  listInstructionsOver,
  listRedLines,
} from "#app/campaign/instructions/lists.server.ts";
import {
  addInstruction,
  answerInstruction,
  attachInstruction,
  detachInstruction,
  editInstruction,
} from "#app/campaign/instructions/store.server.ts";
import type { StoredPaper } from "#app/campaign/paper-text/papers.server.ts";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.server.ts";
import { addPaper, addTeamAndLibrary, by, inCampaign } from "../../support/builders/started-paper.ts";
import { freshDatabase } from "../../support/database.ts";

const text = {
  issuer: "Ministry, Americas desk",
  reference: "MFA 4711/2026",
  text: "Raise complementarity with the committee.",
  redLines: "- Do not name a date\nNo figure for 2030",
  handling: "TLP:AMBER" as const,
  receivedOn: "2026-11-09",
  expiresOn: "2026-11-20",
} as const;
const jana = by("jana");
let database: Database;
let paper: StoredPaper;
let id: string;

beforeEach(async () => {
  database = await freshDatabase();
  await addTeamAndLibrary(database);
  paper = await addPaper(database);
  const added = await database.change(jana, inCampaign, (change) => addInstruction(change, "esa", text));
  if (!added.ok) throw new Error(added.reason);
  id = added.location.split("/").at(-1) ?? "";
});

const attach = (over: { kind: "event" | "paper"; id: string }) =>
  database.change(jana, inCampaign, (change) => attachInstruction(change, { campaignId: "esa", id }, over));
const linesOn = async (day: CalendarDate) =>
  (await listRedLines(database.read, paper, day)).map((line) => line.text);

test("an instruction over an event binds the event's paper until its last day", async () => {
  expect(await linesOn("2026-11-10")).toEqual([]);
  expect((await attach({ kind: "event", id: paper.eventId ?? "" })).ok).toBe(true);
  expect(await linesOn("2026-11-20")).toEqual(["Do not name a date", "No figure for 2030"]);
  expect(await linesOn("2026-11-21")).toEqual([]);
});

test("over an event and its paper it stands once, and not twice over the same", async () => {
  await attach({ kind: "event", id: paper.eventId ?? "" });
  await attach({ kind: "paper", id: paper.id });
  expect(await attach({ kind: "paper", id: paper.id })).toEqual({ ok: false, reason: "attached-already" });
  expect(await listInstructionsOver(database.read, paper)).toHaveLength(1);
  expect(await attach({ kind: "paper", id: "elsewhere" })).toEqual({ ok: false, reason: "not-found" });
});

test("an answer is recorded once and can be taken back; the red lines bind on", async () => {
  await attach({ kind: "paper", id: paper.id });
  const target = { campaignId: "esa", id };
  const answer = (words: string | null) =>
    database.change(jana, inCampaign, (change) => answerInstruction(change, target, words));
  expect(await answer("  ")).toEqual({ ok: false, reason: "no-answer-given" });
  expect((await answer("Cable 12 of 10 Nov")).ok).toBe(true);
  expect(await answer("Again")).toEqual({ ok: false, reason: "answered-already" });
  expect((await findInstruction(database.read, "esa", id))?.answered).toMatchObject({ by: "Jana" });
  expect(await linesOn("2026-11-12")).toHaveLength(2);
  expect((await answer(null)).ok).toBe(true);
  expect(await answer(null)).toEqual({ ok: false, reason: "not-answered" });
});

test("an edit from an old page is refused, and detaching can be undone", async () => {
  await attach({ kind: "paper", id: paper.id });
  const target = { campaignId: "esa", id };
  const edit = (version: number) =>
    database.change(jana, inCampaign, (change) =>
      editInstruction(change, target, { ...text, redLines: "One line" }, version),
    );
  expect((await edit(1)).ok).toBe(true);
  expect(await edit(1)).toEqual({ ok: false, reason: "changed-by-somebody-else" });
  const [tie] = (await findInstruction(database.read, "esa", id))?.targets ?? [];
  const gone = await database.change(jana, inCampaign, (change) =>
    detachInstruction(change, target, tie?.id ?? ""),
  );
  expect(await linesOn("2026-11-12")).toEqual([]);
  if (!gone.ok) throw new Error(gone.reason);
  expect((await undoChange(database, jana, gone.changeId)).ok).toBe(true);
  expect(await linesOn("2026-11-12")).toEqual(["One line"]);
});

test("another campaign's instruction is not there", async () => {
  expect(await findInstruction(database.read, "elsewhere", id)).toBeNull();
});
