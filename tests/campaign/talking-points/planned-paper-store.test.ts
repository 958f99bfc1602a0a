import { beforeEach, expect, test } from "vitest";
import { listCalendarEvents } from "#app/campaign/calendar/calendar.server.ts";
import { EVERYTHING } from "#app/campaign/calendar/calendar-filter.ts";
import { listEventsToSpeakAt } from "#app/campaign/due-mail/due.server.ts";
import { editFraming } from "#app/campaign/messages/framings/framing-acts.server.ts";
import { findPaperOfEvent } from "#app/campaign/outreach-events/paper-parts.server.ts";
import type { TalkingPoints } from "#app/campaign/paper-text/paper.ts";
import { findPaperIdOfEvent } from "#app/campaign/paper-text/paper-of-event.server.ts";
import { listPapersAsTold } from "#app/campaign/past-statements/meetings.server.ts";
import {
  listRaisedWithoutWords,
  startPaper,
} from "#app/campaign/talking-points/from-event/planned-paper.server.ts";
import { listCurrentWordings } from "#app/campaign/talking-points/shelves/current-wordings.server.ts";
import {
  isAllClearedByMinistry,
  wordingOf,
} from "#app/campaign/talking-points/shelves/wording-against-origin.ts";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import { findVisit } from "#app/campaign/visits/store.server.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { NewRow } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import {
  addAddressedAudience,
  clearFramingOf,
  framed,
  framingNow,
  keyMessage,
} from "../../support/builders/framing.ts";
import { addEvent } from "../../support/builders/outreach-event.ts";
import { addTeamAndLibrary, by, inCampaign, storedPaper } from "../../support/builders/started-paper.ts";
import { addItem, addVisit } from "../../support/builders/visit.ts";
import { freshDatabase } from "../../support/database.ts";

let database: Database;
let audience: { id: string; name: string };

beforeEach(async () => {
  database = await freshDatabase();
  await addTeamAndLibrary(database);
  audience = { id: await addAddressedAudience(database, "State"), name: "State" };
});

type Work = (change: Parameters<Parameters<Database["change"]>[2]>[0]) => Promise<void>;
function write(work: Work) {
  return database.change(by("jana"), inCampaign, async (change) => {
    await work(change);
    change.describe({
      recordKind: "library",
      recordId: "esa",
      action: "edited",
      summary: "Edited",
      location: "/",
    });
    return { ok: true } as const;
  });
}

function plan(day: string, contactIds: readonly string[] = []) {
  return keyMessage(database).then((message) =>
    addEvent(
      database,
      "esa",
      { title: day, audienceIds: [audience.id], messageIds: [message.id] },
      contactIds,
    ),
  );
}

async function start(eventId: string): Promise<TalkingPoints> {
  const started = await database.change(by("jana"), inCampaign, (change) =>
    startPaper(change, { campaignId: "esa", eventId }),
  );
  if (!started.ok) throw new Error(started.reason);
  return (await storedPaper(database, started.location.split("/").at(-1) ?? "")).text;
}

const textsUnder = (text: TalkingPoints, section: string) =>
  text.blocks.filter((block) => block.section === section).map((block) => block.text);

/** Writes down that an objection with this code was raised at a meeting with the audience on a day. */
async function raise(code: string, day: CalendarDate): Promise<void> {
  const eventId = await plan(day);
  await write(async (change) => {
    await change.update("outreach_event", eventId, { day, result: "held" }, null);
    const objection: NewRow<"objection"> = {
      id: `objection-${code}`,
      campaign_id: "esa",
      code,
      name: `Objection ${code}`,
      says: "They say.",
      words_to_say: `Reply to ${code}.`,
      note_to_speaker: "",
      retired_at: null,
    };
    await change.insert("objection", objection);
    await change.insert("outcome", {
      id: `outcome-${code}`,
      campaign_id: "esa",
      outreach_event_id: eventId,
      officer_account_id: "jana",
      ground_rule: "background",
      handling: "TLP:AMBER",
      logged_at: `${day}T20:00:00.000Z`,
    });
    await change.insert("outcome_objection", {
      id: `raised-${code}`,
      outcome_id: `outcome-${code}`,
      objection_id: objection.id,
      audience_id: null,
      contact_id: null,
    });
  });
}

test("a message is said in the words cleared for this audience; a newer one is offered and can be told apart", async () => {
  const framing = await framed(database, audience, "Roads carry troops.");
  await clearFramingOf(database, framing);
  const text = await start(await plan("now"));
  const [point] = text.blocks;
  expect(point).toMatchObject({
    text: "Roads carry troops.",
    origin: { kind: "framing", id: framing.id, messageId: framing.messageId },
    footnotes: [{ code: "P1" }],
  });
  expect(
    isAllClearedByMinistry(text.blocks.slice(0, 1), await listCurrentWordings(database.read, text.blocks)),
  ).toBe(true);
  const { id, number } = await keyMessage(database);
  await database.change(by("jana"), inCampaign, async (change) =>
    editFraming(change, { campaignId: "esa", message: { id, number } }, framing, {
      text: "Roads and bridges carry troops.",
      reason: "Bridges",
      version: framing.version,
    }),
  );
  await clearFramingOf(database, await framingNow(database, framing));
  const [now] = await listCurrentWordings(database.read, text.blocks);
  expect(point && wordingOf(point, now ?? null)).toMatchObject({
    wording: "changed at its origin",
    current: { text: "Roads and bridges carry troops." },
  });
});

test("a framing that is not cleared is not used", async () => {
  await framed(database, audience, "A draft.");
  expect(textsUnder(await start(await plan("now")), "points to make")).toEqual([
    "Europeans can carry more, and want to.",
  ]);
});

test("if raised holds what this audience has raised, the most recent first, and nothing it has not", async () => {
  expect(textsUnder(await start(await plan("first")), "if raised")).toEqual(["It is done once, and shared."]);
  await raise("O5", "2026-03-02");
  await raise("O7", "2026-10-07");
  expect(textsUnder(await start(await plan("now")), "if raised")).toEqual(["Reply to O7.", "Reply to O5."]);
});

test("the background says when, who takes part and what we owe them, and knows when the record has moved on", async () => {
  await write(async (change) => {
    const contact = {
      id: "ellen",
      name: "Ellen Voss",
      sort_name: "voss",
      title: "Deputy Assistant Secretary",
    };
    await change.insert("contact", { ...contact, purpose: "mapping", source: "card" });
    await change.insert("campaign_contact", { id: "esa-ellen", campaign_id: "esa", contact_id: "ellen" });
    await change.insert("follow_up", {
      id: "promise",
      campaign_id: "esa",
      outreach_event_id: null,
      outcome_id: null,
      text: "Send the declaration",
      promised_by: "us",
      owner_account_id: "petr",
      contact_id: "ellen",
      due_on: "2026-11-18",
      done_at: null,
      done_by: null,
    });
  });
  const eventId = await plan("now", ["ellen"]);
  const text = await start(eventId);
  expect(textsUnder(text, "background")).toEqual([
    "Thursday 12 November, 14:00 to 14:45 in Washington, 20:00 to 20:45 in Prague. Briefing, Dirksen Building.",
    "Ellen Voss, Deputy Assistant Secretary",
    "Send the declaration (to Ellen Voss, due Wed 18 Nov, Petr)",
  ]);
  expect(isAllClearedByMinistry(text.blocks, await listCurrentWordings(database.read, text.blocks))).toBe(
    true,
  );
  await write((change) =>
    change.update("outreach_event", eventId, { place: "Hart Building" }, null).then(() => undefined),
  );
  const facts = text.blocks.filter((block) => block.section === "background");
  const wordings = await listCurrentWordings(database.read, facts);
  const told = facts.map(
    (fact) => wordingOf(fact, wordings.find((one) => one.blockId === fact.id) ?? null).wording,
  );
  expect(told).toEqual(["changed at its origin", "facts of the record", "facts of the record"]);
});

test("what was raised and has no words to say yet is known, with its note, and stays out of the paper", async () => {
  await raise("O7", "2026-10-07");
  await write(async (change) => {
    const wordless = { words_to_say: "", note_to_speaker: "Wait for the capital." };
    await change.update("objection", "objection-O7", wordless, null);
  });
  const open = await listRaisedWithoutWords(database.read, "esa", [audience.id]);
  expect(open).toMatchObject([{ id: "objection-O7", noteToSpeaker: "Wait for the capital." }]);
  expect(await listRaisedWithoutWords(database.read, "esa", [])).toEqual([]);
  expect(textsUnder(await start(await plan("now")), "if raised").join()).not.toContain("O7");
});

/** What every place that shows the paper of an item of a visit means by it. */
async function papersMeant(visitId: string, eventId: string) {
  const { read } = database;
  const on = { campaignIds: ["esa"], first: "2026-11-12", last: "2026-11-12", now: by("jana").now } as const;
  const [shown] = await listCalendarEvents(read, on, EVERYTHING, { limit: 1 });
  const toSpeakAt = await listEventsToSpeakAt(read, new Date("2026-11-12"), new Date("2026-11-13"));
  const told = await listPapersAsTold(read, [eventId]);
  return {
    link: await findPaperIdOfEvent(read, eventId),
    event: (await findPaperOfEvent(read, eventId))?.paper.id,
    calendar: shown?.paperId,
    programme: (await findVisit(read, "esa", visitId))?.items.map(({ paper }) => paper?.id),
    mail: toSpeakAt.map(({ paperId }) => paperId),
    told: told.get(eventId)?.text.title,
  };
}

test("of two papers of an event, one of which an undoing brought back, the one begun last is meant everywhere", async () => {
  const visitId = await addVisit(database, "esa");
  const { eventId } = await addItem(database, { campaignId: "esa", eventId: visitId }, {});
  const begin = async (at: string) => {
    const author = { ...by("jana"), now: new Date(at) };
    const begun = await database.change(author, inCampaign, (change) =>
      startPaper(change, { campaignId: "esa", eventId }),
    );
    if (!begun.ok) throw new Error(begun.reason);
    return { changeId: begun.changeId, id: begun.location.split("/").at(-1) ?? "" };
  };
  const first = await begin("2026-11-10T18:00:00.000Z");
  const undone = await undoChange(database, by("jana"), first.changeId);
  const second = await begin("2026-11-10T19:00:00.000Z");
  await undoChange(database, by("jana"), undone.ok ? undone.changeId : "");
  await write(async (change) => {
    for (const { id } of [first, second]) await change.update("talking_points", id, { title: id }, null);
  });
  const meant = (id: string) => ({
    link: id,
    event: id,
    calendar: id,
    programme: [id],
    mail: [id],
    told: id,
  });
  expect(await papersMeant(visitId, eventId)).toEqual(meant(second.id));
});
