import { beforeEach, expect, test } from "vitest";
import {
  actOnFraming,
  addFraming,
  editFraming,
} from "#app/campaign/messages/framings/framing-acts.server.ts";
import { type Framing, listFramingRevisions } from "#app/campaign/messages/framings/framing-list.server.ts";
import { listPapersOfFraming } from "#app/campaign/messages/framings/framing-uses.server.ts";
import { listEventsOfMessage, listPapersByWording } from "#app/campaign/messages/uses.server.ts";
import { readPlannedTime } from "#app/campaign/outreach-events/planned-time.ts";
import { startPaper } from "#app/campaign/talking-points/from-event/planned-paper.server.ts";
import { listClearedFramings } from "#app/campaign/talking-points/shelves/cleared-framings.server.ts";
import { listCurrentWordings } from "#app/campaign/talking-points/shelves/current-wordings.server.ts";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import { WASHINGTON } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.server.ts";
import {
  addAddressedAudience,
  clearFramingOf,
  framed,
  framingNow,
  keyMessage,
} from "../../support/builders/framing.ts";
import { record } from "../../support/builders/outreach-campaign.ts";
import { addEvent } from "../../support/builders/outreach-event.ts";
import { addTeamAndLibrary, by, inCampaign, storedPaper } from "../../support/builders/started-paper.ts";
import { freshDatabase } from "../../support/database.ts";

const ROADS = "Roads that move American troops as well.";
let database: Database;
let state: { id: string; name: string };

beforeEach(async () => {
  database = await freshDatabase();
  await addTeamAndLibrary(database);
  const name = "State, European bureau";
  state = { id: await addAddressedAudience(database, name), name };
});

async function edit(framing: Framing, text: string, version = framing.version) {
  const message = await keyMessage(database);
  return database.change(by("jana"), inCampaign, (change) =>
    editFraming(change, { campaignId: "esa", message }, framing, { text, reason: "Shorter", version }),
  );
}

async function act(framing: Framing, what: Parameters<typeof actOnFraming>[3]) {
  const message = await keyMessage(database);
  return database.change(by("jana"), inCampaign, (change) =>
    actOnFraming(change, { campaignId: "esa", message }, framing, what, framing.version),
  );
}

async function offered(audienceIds = [state.id]) {
  const message = await keyMessage(database);
  return listClearedFramings(database.read, [message.id], audienceIds);
}

async function paperFor(audienceIds: string[]) {
  const { id } = await keyMessage(database);
  const eventId = await addEvent(database, "esa", { messageIds: [id], audienceIds });
  const started = await database.change(by("jana"), inCampaign, (change) =>
    startPaper(change, { campaignId: "esa", eventId }),
  );
  if (!started.ok) throw new Error(started.reason);
  return storedPaper(database, started.location.split("/").at(-1) ?? "");
}

test("a framing begins as a draft and is offered once its exact text is cleared", async () => {
  const framing = await framed(database, state, ROADS);
  expect(framing.status).toEqual({ status: "draft" });
  expect(await offered()).toEqual([]);
  expect(await clearFramingOf(database, framing)).toMatchObject({ ok: true });
  expect((await framingNow(database, framing)).status).toMatchObject({ status: "cleared" });
  expect(await offered()).toMatchObject([{ audienceName: state.name, text: ROADS, number: 1 }]);
});

test("another wording is a draft again, while the cleared one stays in use", async () => {
  const framing = await framed(database, state, ROADS);
  await clearFramingOf(database, framing);
  await edit(framing, "Bridges too.");
  const now = await framingNow(database, framing);
  expect([now.newest.number, now.status.status]).toEqual([2, "draft"]);
  expect(await offered()).toMatchObject([{ text: ROADS }]);
  const revisions = await listFramingRevisions(database.read, framing.id);
  expect(revisions.map(({ number, reason, clearance }) => [number, reason, clearance !== null])).toEqual([
    [2, "Shorter", false],
    [1, "First wording", true],
  ]);
});

test("the history says which framing was saved, and whether its words are others", async () => {
  const framing = await framed(database, state, ROADS);
  const summary = async (text: string) => {
    const saved = await edit(framing, text, (await framingNow(database, framing)).version);
    if (!saved.ok) throw new Error(saved.reason);
    const { read } = database;
    const row = read.selectFrom("change").select("summary").where("id", "=", saved.changeId);
    return (await row.executeTakeFirst())?.summary;
  };
  const what = `The framing of message 1 for ${state.name}`;
  expect(await summary(ROADS)).toBe(`${what} is unchanged`);
  expect(await summary("Bridges too.")).toBe(`${what} has new wording, revision 2: Shorter`);
});

test("Undo takes no wording away that was cleared since", async () => {
  const framing = await framed(database, state, ROADS);
  const edited = await edit(framing, "Roads that carry American troops as well.");
  if (!edited.ok) throw new Error(edited.reason);
  await clearFramingOf(database, await framingNow(database, framing));
  const undone = await undoChange(database, by("jana"), edited.changeId);
  expect(undone).toEqual({ ok: false, reason: "something-depends-on-it" });
  expect((await framingNow(database, framing)).status).toMatchObject({ status: "cleared" });
});

test("a clearer clears what was shown and nothing else", async () => {
  const framing = await framed(database, state, ROADS);
  await edit(framing, "Bridges too.");
  expect(await clearFramingOf(database, framing)).toMatchObject({ reason: "text-is-another" });
  const invisible = `${ROADS}\u200b`;
  await edit(await framingNow(database, framing), invisible);
  expect(await clearFramingOf(database, framing)).toMatchObject({ reason: "text-is-another" });
});

test("a framing saved from a page that is out of date is refused", async () => {
  const framing = await framed(database, state, ROADS);
  await edit(framing, "Bridges too.");
  expect(await edit(framing, "Mine.", framing.version)).toMatchObject({ reason: "changed-by-somebody-else" });
});

test("whoever wrote an earlier wording of a framing does not clear the newest, until one of them is cleared", async () => {
  await record(database, async (change) => {
    await change.update("campaign_role", "jana-esa", { role: "ministry clearer" }, null);
  });
  const framing = await framed(database, state, ROADS);
  const message = await keyMessage(database);
  const lengthened = async (words: string) => {
    const { version } = await framingNow(database, framing);
    await database.change(by("petr"), inCampaign, (change) =>
      editFraming(change, { campaignId: "esa", message }, framing, {
        ...{ text: `${ROADS} ${words}`, reason: "Longer", version },
      }),
    );
    return framingNow(database, framing);
  };
  const newest = await lengthened("Bridges too.");
  expect(await clearFramingOf(database, newest, newest.newest.textHash, "jana")).toEqual({
    ok: false,
    reason: "own-draft",
  });
  expect(await clearFramingOf(database, newest)).toMatchObject({ ok: true });
  // Whose words were cleared since has written nothing of what is to be cleared now.
  const later = await lengthened("Bridges and ports too.");
  expect(await clearFramingOf(database, later, later.newest.textHash, "jana")).toMatchObject({ ok: true });
});

test("a framing is not sent for review where its writer is the only one who clears", async () => {
  const framing = await framed(database, state, ROADS);
  expect(await act(framing, "send for review")).toMatchObject({ ok: true });
  await edit(await framingNow(database, framing), "Bridges too.");
  await record(database, async (change) => {
    await change.update("campaign_role", "petr-esa", { role: "officer" }, null);
    await change.update("campaign_role", "tomas-esa", { role: "officer" }, null);
    await change.update("campaign_role", "jana-esa", { role: "embassy clearer" }, null);
  });
  expect(await act(await framingNow(database, framing), "send for review")).toMatchObject({
    reason: "no-other-clearer",
  });
});

test("a message has one framing for an audience", async () => {
  await framed(database, state, ROADS);
  const message = await keyMessage(database);
  const again = await database.change(by("jana"), inCampaign, (change) =>
    addFraming(change, { campaignId: "esa", message }, { audience: state, text: "Other." }),
  );
  expect(again).toEqual({ ok: false, reason: "framed-already" });
});

test("a retired framing is offered no longer, comes back, and every step is undone", async () => {
  const framing = await framed(database, state, ROADS);
  await clearFramingOf(database, framing);
  const retired = await act(framing, "retire");
  expect(await offered()).toEqual([]);
  if (!retired.ok) throw new Error(retired.reason);
  expect(await undoChange(database, by("jana"), retired.changeId)).toMatchObject({ ok: true });
  expect(await offered()).toHaveLength(1);
});

test("a paper starts in the cleared framing for its audience, which still counts as the message's words", async () => {
  const framing = await framed(database, state, ROADS);
  await clearFramingOf(database, framing);
  const paper = await paperFor([state.id]);
  const [point] = paper.text.blocks;
  expect(point?.text).toBe(ROADS);
  expect(point?.origin).toMatchObject({ kind: "framing", id: framing.id, messageId: framing.messageId });
  expect(await listCurrentWordings(database.read, paper.text.blocks.slice(0, 1))).toMatchObject([
    { text: ROADS, clearedFor: "both sides" },
  ]);
  expect((await listPapersOfFraming(database.read, framing.id)).rows).toMatchObject([{ id: paper.id }]);
  expect((await listPapersByWording(database.read, framing.messageId)).rows).toContainEqual(
    expect.objectContaining({ id: paper.id, framedFor: state.name, number: 1 }),
  );
});

test("two framings for one room, or none, leave the message in its own words", async () => {
  const other = await addAddressedAudience(database, "Think tanks");
  for (const audience of [state, { id: other, name: "Think tanks" }])
    await clearFramingOf(database, await framed(database, audience, `For ${audience.name}.`));
  const own = "Europeans can carry more, and want to.";
  expect((await paperFor([state.id, other])).text.blocks[0]?.text).toBe(own);
  expect((await paperFor([])).text.blocks[0]?.text).toBe(own);
  expect((await paperFor([other])).text.blocks[0]?.text).toBe("For Think tanks.");
});

test("a framing is found by its words, under the name of its audience", async () => {
  const framing = await framed(database, state, ROADS);
  const found = () =>
    database.read.selectFrom("search_entry").selectAll().where("kind", "=", "framing").execute();
  expect(await found()).toMatchObject([{ title: `Message 1 for ${state.name}`, body: ROADS }]);
  await edit(framing, "Bridges too.");
  expect(await found()).toMatchObject([{ body: "Bridges too." }]);
});

test("an event of whole days is used on its day, not at midnight", async () => {
  const { id } = await keyMessage(database);
  const whole = { date: "12 Nov 2026", start: "", end: "", lastDate: "", occurrence: null, isAllDay: true };
  const read = readPlannedTime(whole, WASHINGTON, 45, "2026-11-10");
  if (!read.ok) throw new Error(read.faults[0]?.reason);
  await addEvent(database, "esa", { time: read.time, messageIds: [id] });
  await addEvent(database, "esa", { messageIds: [id] });
  const events = await listEventsOfMessage(database.read, id, { offset: 0, limit: 9, count: 2 });
  expect(events.map(({ wholeDay }) => wholeDay).toSorted()).toEqual(["2026-11-12", null]);
});
