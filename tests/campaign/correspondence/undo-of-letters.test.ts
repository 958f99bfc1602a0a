import { sql } from "kysely";
import { beforeEach, expect, test } from "vitest";
import { sendCable } from "#app/campaign/correspondence/clearing.server.ts";
import { findCorrespondence, listCorrespondence } from "#app/campaign/correspondence/lists.server.ts";
import { draftCorrespondence, saveCorrespondence } from "#app/campaign/correspondence/store.server.ts";
import { findDoneChange } from "#app/campaign/undo/done-change.server.ts";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import type { Change } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { addAccount } from "../../support/builders/campaign.ts";
import { SETTINGS } from "../../support/builders/clearance-round.ts";
import { addMeeting } from "../../support/builders/meeting.ts";
import { by, inCampaign } from "../../support/builders/started-paper.ts";
import { freshDatabase } from "../../support/database.ts";

const written = (text: string) => ({
  words: { subject: "November", to: "Ministry", reference: "", text },
  handling: "TLP:AMBER" as const,
});
let database: Database;
let id: string;

beforeEach(async () => {
  database = await freshDatabase();
  await addMeeting(database);
  await addAccount(database, "Ambassador", { esa: "embassy clearer" });
  id = await drafted("cable", { monthFrom: "2026-11-01" });
});

function act<T extends { ok: true } | { ok: false; reason: string }>(work: (change: Change) => Promise<T>) {
  return database.change(by("jana"), inCampaign, work);
}

async function drafted(kind: "cable" | "thank-you note", given: object) {
  const nothing = { monthFrom: null, daysTo: null, reviewId: null, eventId: null, contactId: null };
  const of = { campaignId: "esa", kind, about: { ...nothing, ...given } };
  const done = await act((change) => draftCorrespondence(change, of, written("Drafted.")));
  return done.ok && !done.replayed ? done.id : "";
}

const found = async () => {
  const letter = await findCorrespondence(database.read, "esa", id);
  if (letter === null) throw new Error("It is gone");
  return letter;
};

const lastChange = () =>
  database.read
    .selectFrom("change")
    .select("id")
    .orderBy(sql`rowid`, "desc")
    .executeTakeFirstOrThrow()
    .then((last) => last.id);

test("Undo takes away a draft that nobody has written in, and no version that somebody has: its text stands nowhere else", async () => {
  const ofDraft = await lastChange();
  const { version } = await found();
  const next = { ...written("Second."), reason: "" };
  await act((change) => saveCorrespondence(change, { campaignId: "esa", id }, next, version));
  const ofSaving = await lastChange();
  expect(await undoChange(database, by("jana"), ofSaving)).toEqual({ ok: false, reason: "cannot-be-undone" });
  expect(await findDoneChange(database.read, "jana", ofSaving)).toMatchObject({ canBeUndone: false });
  expect((await found()).versions.map(({ text }) => text)).toEqual(["Second.", "Drafted."]);
  expect((await undoChange(database, by("jana"), ofDraft)).ok).toBe(false);

  await drafted("thank-you note", { eventId: "meeting", contactId: "marcus" });
  const ofNote = await lastChange();
  expect((await undoChange(database, by("jana"), ofNote)).ok).toBe(true);
  expect(await listCorrespondence(database.read, "esa", "meeting")).toEqual([]);
  const ofUndo = await lastChange();
  expect(await undoChange(database, by("jana"), ofUndo)).toEqual({ ok: false, reason: "cannot-be-undone" });
  expect(await findDoneChange(database.read, "jana", ofUndo)).toMatchObject({ canBeUndone: false });
});

test("a draft that desks are asked about, or have cleared, is not taken from under them", async () => {
  const ofDraft = await lastChange();
  const settings = { ...SETTINGS, ownDraftMayBeCleared: false };
  await act((change) =>
    sendCable(change, { campaignId: "esa", id }, { shownWords: null, settings, chosen: null }),
  );
  expect(await undoChange(database, by("jana"), ofDraft)).toEqual({
    ok: false,
    reason: "something-depends-on-it",
  });
  expect((await found()).versions).toHaveLength(1);
});
