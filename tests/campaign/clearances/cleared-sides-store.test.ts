import { expect, test } from "vitest";
import type { ChosenDesk } from "#app/campaign/clearances/chosen-desks.ts";
import { listDesks } from "#app/campaign/clearances/desks.server.ts";
import { findClearanceStatus } from "#app/campaign/clearances/paper-standings.server.ts";
import { listRound } from "#app/campaign/clearances/requests.server.ts";
import { clearNewestRevision } from "#app/campaign/messages/acts.server.ts";
import { clearNewestFraming } from "#app/campaign/messages/framings/framing-acts.server.ts";
import { importLibrary } from "#app/campaign/messages/library/import.server.ts";
import { readLibrary } from "#app/campaign/messages/library/store.server.ts";
import { wordsToSayHash } from "#app/campaign/messages/message-words.ts";
import {
  addObjection,
  clearObjectionReply,
  editObjection,
} from "#app/campaign/messages/objections/acts.server.ts";
import { findObjection, linksOfObjection } from "#app/campaign/messages/objections/list.server.ts";
import { paperHash } from "#app/campaign/paper-text/paper.ts";
import type { StoredPaper } from "#app/campaign/paper-text/papers.server.ts";
import { clearPaper, sendPaper } from "#app/campaign/talking-points/clearing/clearance.server.ts";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import type { Database } from "#db/database.server.ts";
import { now } from "../../support/author.ts";
import { SETTINGS } from "../../support/builders/clearance-round.ts";
import { addAddressedAudience, framed, keyMessage } from "../../support/builders/framing.ts";
import { noOtherSource } from "../../support/builders/library.ts";
import {
  addPaper,
  addTeamAndLibrary,
  by,
  inCampaign,
  storedPaper,
} from "../../support/builders/started-paper.ts";
import { freshDatabase } from "../../support/database.ts";

async function withLibraryOf(side: "embassy" | "ministry"): Promise<Database> {
  const database = await freshDatabase();
  await addTeamAndLibrary(database, side);
  return database;
}

/** Sends the paper to the embassy only, and tells what came of it. */
async function sendToEmbassy(database: Database, paper: StoredPaper) {
  const desks = await listDesks(database.read, "esa");
  const chosen = desks.map(
    ({ id, side }): ChosenDesk => ({
      deskId: id,
      asks: side === "embassy" ? "clear" : "not asked",
      dueAt: null,
    }),
  );
  return database.change(by("jana"), inCampaign, (change) =>
    sendPaper(change, target(paper), { settings: SETTINGS, chosen, onlyDifference: false }),
  );
}

const target = ({ id }: StoredPaper) => ({ campaignId: "esa", paperId: id });

async function agree(database: Database, paper: StoredPaper, who: string) {
  const { text } = await storedPaper(database, paper.id);
  return database.change(by(who), inCampaign, (change) =>
    clearPaper(change, target(paper), {
      requestId: null,
      shownHash: paperHash(text),
      shownHandling: "TLP:AMBER",
      settings: SETTINGS,
    }),
  );
}

const status = async (database: Database, paper: StoredPaper) =>
  (await findClearanceStatus(database.read, await storedPaper(database, paper.id))).status;

const sides = { ok: false, reason: "cannot-be-asked", refusal: { reason: "ministry-must-be-asked" } };

test("a paper of wording that the embassy alone has cleared goes to the ministry too", async () => {
  const database = await withLibraryOf("embassy");
  const paper = await addPaper(database);
  expect(await sendToEmbassy(database, paper)).toEqual(sides);
  await database.close();
});

test("once the ministry has cleared every wording, the embassy clears the paper alone", async () => {
  const database = await withLibraryOf("embassy");
  const { newest } = await keyMessage(database);
  const own = { ownDraftMayBeCleared: true };
  const clearMessage = (who: string, authority: "embassy" | "ministry") =>
    database.change(by(who), inCampaign, (change) =>
      clearNewestRevision(
        change,
        { campaignId: "esa", number: "1" },
        { shownHash: newest.textHash, authority, ...own },
      ),
    );
  expect(await clearMessage("petr", "embassy")).toEqual({ ok: false, reason: "already-cleared" });
  expect(await clearMessage("tomas", "ministry")).toMatchObject({ ok: true });
  expect(await clearMessage("tomas", "ministry")).toEqual({ ok: false, reason: "already-cleared" });
  const paper = await addPaper(database);
  expect(await sendToEmbassy(database, paper)).toEqual(sides);
  const reply = await findObjection(database.read, "esa", "O1");
  const shownHash = reply === null ? "" : wordsToSayHash(reply);
  const cleared = await database.change(by("tomas"), inCampaign, (change) =>
    clearObjectionReply(
      change,
      { campaignId: "esa", code: "O1" },
      { shownHash, authority: "ministry", ...own },
    ),
  );
  expect(cleared).toMatchObject({ ok: true });
  expect(await sendToEmbassy(database, paper)).toMatchObject({ ok: true });
  expect(await agree(database, paper, "petr")).toMatchObject({ ok: true });
  expect(await status(database, paper)).toBe("cleared");
  await database.close();
});

test("nobody who wrote some of the words to say clears them, whoever wrote the last of them or another's", async () => {
  const database = await withLibraryOf("embassy");
  const reply = (await findObjection(database.read, "esa", "O1"))!;
  const leansOn = { sources: [...reply.sources], proofPoints: [...reply.proofPoints], ...noOtherSource };
  const draft = { ...reply, ...leansOn, difficult: reply.isDifficultQuestion, wordsToSay: "It is shared." };
  const seen = { version: reply.version, links: linksOfObjection(reply) };
  await database.change(by("petr"), inCampaign, (change) => editObjection(change, "esa", "O1", draft, seen));
  const later = { ...by("jana"), now: new Date(now.getTime() + 60_000) };
  await database.change(later, inCampaign, (change) =>
    addObjection(change, "esa", { ...draft, name: "Another" }),
  );
  const clear = (wordsToSay: string) =>
    database.change(by("petr"), inCampaign, (change) =>
      clearObjectionReply(
        change,
        { campaignId: "esa", code: "O1" },
        {
          ...{ authority: "embassy", ownDraftMayBeCleared: false },
          shownHash: wordsToSayHash({ ...draft, wordsToSay }),
        },
      ),
    );
  expect(await clear("It is shared.")).toEqual({ ok: false, reason: "own-draft" });
  const now2 = (await findObjection(database.read, "esa", "O1"))!;
  const longer = { ...draft, wordsToSay: "It is shared. It grows." };
  const edited = await database.change(later, inCampaign, (change) =>
    editObjection(change, "esa", "O1", longer, { version: now2.version, links: linksOfObjection(now2) }),
  );
  expect(edited.ok).toBe(true);
  expect(await clear(longer.wordsToSay)).toEqual({ ok: false, reason: "own-draft" });
  await database.close();
});

/** The reply to O1 as this account clears it for the embassy at a later minute. */
async function clearReplyAs(database: Database, who: string, minute: number) {
  const present = (await findObjection(database.read, "esa", "O1"))!;
  return database.change(at(who, minute), inCampaign, (change) =>
    clearObjectionReply(
      change,
      { campaignId: "esa", code: "O1" },
      { shownHash: wordsToSayHash(present), authority: "embassy", ownDraftMayBeCleared: false },
    ),
  );
}

const at = (who: string, minute: number) => ({ ...by(who), now: new Date(now.getTime() + minute * 60_000) });

test("who brings words in with a library, or by an Undo, wrote them", async () => {
  const database = await withLibraryOf("embassy");
  const takeFile = async (who: string, minute: number, wordsToSay: string) => {
    const files = await readLibrary(database.read, "esa");
    const [objection] = files.objections;
    if (objection === undefined) throw new Error("There is no objection");
    const objections = [{ ...objection, wordsToSay, noteToSpeaker: `${minute}` }];
    return importLibrary(database, at(who, minute), "esa", { ...files, objections });
  };
  await takeFile("petr", 1, "It is shared.");
  expect(await clearReplyAs(database, "petr", 2)).toEqual({ ok: false, reason: "own-draft" });
  // A note to the speaker is no word to say.
  await takeFile("jana", 3, "It is shared.");
  expect(await clearReplyAs(database, "jana", 4)).toMatchObject({ ok: true });
  const brought = await takeFile("petr", 5, "It is shared, and grows.");
  expect(await clearReplyAs(database, "jana", 6)).toMatchObject({ ok: true });
  const changeId = brought.ok ? brought.changeId : "";
  expect(await undoChange(database, at("petr", 7), changeId)).toMatchObject({ ok: true });
  await takeFile("jana", 8, "It is shared, and cheap.");
  expect(await clearReplyAs(database, "petr", 9)).toEqual({ ok: false, reason: "own-draft" });
  await database.close();
});

test("a framing that the embassy alone has cleared is said, and takes the paper to the ministry", async () => {
  const database = await withLibraryOf("ministry");
  const audience = { id: await addAddressedAudience(database, "House staff"), name: "House staff" };
  const framing = await framed(database, audience, "Europe carries its share.");
  const where = { campaignId: "esa", number: "1", framingId: framing.id };
  const clear = (who: string, authority: "embassy" | "ministry") =>
    database.change(by(who), inCampaign, (change) =>
      clearNewestFraming(change, where, {
        ...{ shownHash: framing.newest.textHash, authority, ownDraftMayBeCleared: false },
      }),
    );
  await clear("petr", "embassy");
  const paper = await addPaper(database, [1], [audience.id]);
  expect(paper.text.blocks[0]?.text).toBe("Europe carries its share.");
  expect(await sendToEmbassy(database, paper)).toEqual(sides);
  await clear("tomas", "ministry");
  expect(await sendToEmbassy(database, paper)).toMatchObject({ ok: true });
  await database.close();
});

test("a request that lay open is worked out anew: the embassy's word no longer clears what it cleared alone", async () => {
  const database = await withLibraryOf("ministry");
  const paper = await addPaper(database);
  await sendToEmbassy(database, paper);
  await database.change(by("petr"), inCampaign, async (change) => {
    const given = await change.read.selectFrom("clearance").select("id").execute();
    for (const { id } of given) await change.update("clearance", id, { authority: "embassy" }, null);
    const what = { recordKind: "campaign", recordId: "esa", action: "changed", summary: "Saved" } as const;
    change.describe({ ...what, location: "/" });
    return { ok: true };
  });
  expect(await agree(database, paper, "petr")).toEqual({ ok: false, reason: "nobody-of-the-ministry-asked" });
  expect(await status(database, paper)).toBe("draft");
  const [request] = await listRound(database.read, { kind: "talking points", id: paper.id });
  expect(request?.answer).toBeNull();
  await database.close();
});
