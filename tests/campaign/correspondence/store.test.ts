import { beforeEach, expect, test } from "vitest";
import { needInWords } from "#app/campaign/campaigns/need-in-words.ts";
import { listAskedOf, listRound } from "#app/campaign/clearances/requests.server.ts";
import {
  clearanceLine,
  clearCable,
  listCableStates,
  returnCable,
  sendCable,
  standingOfCable,
} from "#app/campaign/correspondence/clearing.server.ts";
import { findCorrespondence, listCorrespondence } from "#app/campaign/correspondence/lists.server.ts";
import { findMeeting } from "#app/campaign/correspondence/meeting/meetings.server.ts";
import {
  draftCorrespondence,
  eraseFromCorrespondence,
  saveCorrespondence,
} from "#app/campaign/correspondence/store.server.ts";
import { countWaiting } from "#app/campaign/frame/waiting.server.ts";
import { listNeeds } from "#app/campaign/overview/needs-you.server.ts";
import type { Role } from "#app/http/permission.ts";
import type { Change } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { now, system, unsent } from "../../support/author.ts";
import { addAccount } from "../../support/builders/campaign.ts";
import { SETTINGS } from "../../support/builders/clearance-round.ts";
import { addMeeting } from "../../support/builders/meeting.ts";
import { by, inCampaign } from "../../support/builders/started-paper.ts";
import { freshDatabase } from "../../support/database.ts";

const settings = { ...SETTINGS, ownDraftMayBeCleared: false };
const words = (text: string) => ({ subject: "November", to: "Ministry", reference: "", text });
let database: Database;
let id: string;

beforeEach(async () => {
  database = await freshDatabase();
  await addMeeting(database);
  await addAccount(database, "Ambassador", { esa: "embassy clearer" });
  id = await drafted("cable", { monthFrom: "2026-11-01" });
});

function act<T extends { ok: true } | { ok: false; reason: string }>(
  who: string,
  work: (change: Change) => Promise<T>,
) {
  return database.change(by(who), inCampaign, work);
}

async function drafted(kind: "cable" | "thank-you note", about: object, text = "Claire Hadley said yes.") {
  const nothing = { monthFrom: null, daysTo: null, reviewId: null, eventId: null, contactId: null };
  const done = await act("jana", (change) =>
    draftCorrespondence(
      change,
      { campaignId: "esa", kind, about: { ...nothing, ...about } },
      { words: words(text), handling: "TLP:AMBER" as const },
    ),
  );
  return done.ok && !done.replayed ? done.id : "";
}

const target = () => ({ campaignId: "esa", id });
const askedOf = (accountId: string) => listAskedOf(database.read, { campaignId: "esa", accountId, now });
const found = async () => {
  const letter = await findCorrespondence(database.read, "esa", id);
  if (letter === null) throw new Error("It is gone");
  return letter;
};
const save = async (text: string, who = "jana", seen?: number) => {
  const version = seen ?? (await found()).version;
  return act(who, (change) =>
    saveCorrespondence(
      change,
      target(),
      { words: words(text), handling: "TLP:AMBER" as const, reason: "" },
      version,
    ),
  );
};
const line = async () =>
  clearanceLine(await standingOfCable(database.read, await found()), "Europe/Prague", "2026-11-10");

test("each saving is a version; of two who saw the same one the second is told, and nothing is lost", async () => {
  const { version: seen } = await found();
  expect((await save("Petr’s.", "petr", seen)).ok).toBe(true);
  expect(await save("Jana’s.", "jana", seen)).toMatchObject({
    ok: false,
    reason: "changed-by-somebody-else",
  });
  const { versions } = await found();
  expect(versions.map(({ number, text, madeBy }) => [number, text, madeBy.name])).toEqual([
    [2, "Petr’s.", "Petr"],
    [1, "Claire Hadley said yes.", "Jana"],
  ]);
});

test("a month has one cable and a person one note of thanks for a meeting: a second is the first", async () => {
  expect(await drafted("cable", { monthFrom: "2026-11-01" })).toBe("");
  expect(await drafted("cable", { monthFrom: "2026-12-01" })).not.toBe("");
  const thanks = { eventId: "meeting", contactId: "claire" };
  expect(await drafted("thank-you note", thanks)).not.toBe("");
  expect(await drafted("thank-you note", thanks)).toBe("");
  expect(await drafted("thank-you note", { ...thanks, contactId: "marcus" })).not.toBe("");
  expect(await listCorrespondence(database.read, "esa")).toHaveLength(4);
  expect(await listCorrespondence(database.read, "esa", "meeting")).toHaveLength(2);
});

test("another campaign’s correspondence is not found, and cannot be saved", async () => {
  expect(await findCorrespondence(database.read, "other", id)).toBeNull();
  const there = { campaignId: "other", id };
  const written = { words: words("Theirs."), handling: "TLP:AMBER" as const, reason: "" };
  expect(await act("jana", (change) => saveCorrespondence(change, there, written, 1))).toMatchObject({
    reason: "not-found",
  });
});

test("a cable is cleared by who did not write it, for its very words: typed back they are cleared again", async () => {
  await act("jana", (change) => sendCable(change, target(), { shownWords: null, settings, chosen: null }));
  const [request] = await listRound(database.read, { kind: "cable", id });
  const shown = (await found()).versions[0].wordsId;
  const reader = { campaignId: "esa", accountId: "ambassador", role: "embassy clearer", now } as const;
  const needs = await listNeeds(database.read, reader, []);
  expect(needs).toMatchObject([{ need: "clearance", title: "Cable: November" }]);
  const clear = (who: string, shownWords = shown) =>
    act(who, (change) =>
      clearCable(change, target(), { requestId: request?.id ?? "", shownWords, settings }),
    );
  expect(await clear("ambassador", "other")).toMatchObject({ reason: "text-is-another" });
  expect((await clear("ambassador")).ok).toBe(true);
  expect(await line()).toMatch(/^Cleared by Ambassador for the /);
  await save("Other words.");
  expect(await line()).toBe("CHANGED SINCE CLEARANCE");
  await save("Claire Hadley said yes.");
  expect(await line()).toMatch(/^Cleared by Ambassador/);
});

test("a clearer who wrote part of a cable is not asked about it", async () => {
  await addAccount(database, "Deputy", { esa: "embassy clearer" });
  await act("ambassador", (change) =>
    saveCorrespondence(
      change,
      target(),
      { words: words("Their words."), handling: "TLP:AMBER", reason: "" },
      1,
    ),
  );
  await act("jana", (change) => sendCable(change, target(), { shownWords: null, settings, chosen: null }));
  expect(await askedOf("ambassador")).toEqual([]);
  expect(await askedOf("deputy")).toHaveLength(1);
});

test("a new version withdraws what was asked; a desk returns a cable with reasons", async () => {
  const ask = () =>
    act("jana", (change) => sendCable(change, target(), { shownWords: null, settings, chosen: null }));
  await ask();
  await save("Better.");
  expect((await listRound(database.read, { kind: "cable", id })).map(({ answer }) => answer)).toEqual([
    "withdrawn",
  ]);
  await ask();
  const [request] = await listRound(database.read, { kind: "cable", id });
  const back = { requestId: request?.id ?? "", reasons: "Say less." };
  expect((await act("ambassador", (change) => returnCable(change, target(), back))).ok).toBe(true);
  expect(await line()).toBe("NOT CLEARED");
});

test("a cable that came back waits for who drafted it, until it is saved anew or sent again, and the list says so", async () => {
  const ask = () =>
    act("jana", (change) => sendCable(change, target(), { shownWords: null, settings, chosen: null }));
  const giveBack = async () => {
    const [request] = await listRound(database.read, { kind: "cable", id });
    const back = { requestId: request?.id ?? "", reasons: "Say less." };
    return act("ambassador", (change) => returnCable(change, target(), back));
  };
  const seen = async (accountId: string, role: Role) => {
    const reader = { campaignId: "esa", accountId, role, now };
    const needs = await listNeeds(database.read, reader, []);
    const { reports } = await countWaiting(database.read, { ...reader, today: "2026-11-10" });
    const said = needs.map((need) => needInWords(need, { ...reader, homeZone: "Europe/Prague" }));
    return [reports, ...said.map(({ head, place }) => `${head}: ${place.replace(id, "it")}`)];
  };
  const drafter = () => seen("jana", "officer");
  const state = async () =>
    (await listCableStates(database.read, "esa", await listCorrespondence(database.read, "esa"))).get(id)
      ?.words;
  const returned = [1, "Cable returned: /c/esa/correspondence/it"];
  expect([await drafter(), await state()]).toEqual([[0], "Draft"]);
  await ask();
  expect([await drafter(), await state()]).toEqual([[0], "With the clearers"]);
  const asked = [1, "Clearance requested: /c/esa/correspondence/it"];
  expect(await seen("ambassador", "embassy clearer")).toEqual(asked);
  await giveBack();
  expect([await drafter(), await state()]).toEqual([returned, "Returned to its drafter"]);
  expect(await seen("ambassador", "embassy clearer")).toEqual([0]);
  await ask();
  expect([await drafter(), await state()]).toEqual([[0], "With the clearers"]);
  await giveBack();
  await save("Less.");
  expect([await drafter(), await state()]).toEqual([[0], "Draft"]);
});

test("an erased name stands nowhere: not in a version, in Find, in the history, nor by a seal; and it is said", async () => {
  await save("Claire Hadley said no.");
  const person = { id: "claire", kind: "contact", name: "Claire Hadley" } as const;
  await act("jana", async (change) => {
    expect(await eraseFromCorrespondence(change, person, "2026-12-01")).toBe(1);
    change.describe({
      recordKind: "contact",
      recordId: "claire",
      action: "erased",
      summary: "Erased",
      location: "/",
    });
    return { ok: true };
  });
  const letter = await found();
  expect(letter.versions.map(({ text }) => text)).toEqual([
    "erased person said no.",
    "erased person said yes.",
  ]);
  expect(letter.erasedOn).toBe("2026-12-01");
  const everywhere = await Promise.all([
    database.read.selectFrom("change_row").selectAll().execute(),
    database.read.selectFrom("search_entry").selectAll().execute(),
    database.read.selectFrom("correspondence_version").selectAll().execute(),
  ]);
  expect(JSON.stringify(everywhere)).not.toContain("Hadley");
});

test("of a note of thanks to somebody erased the salutation goes too, not of one to another", async () => {
  const to = async (contactId: string | null) => {
    const about = { monthFrom: null, daysTo: null, reviewId: null, eventId: "meeting", contactId };
    const text = { subject: "Note", to: "", reference: "", text: "Dear Ms Hadley:\n\nThank you." };
    const of = { campaignId: "esa", kind: "thank-you note", about } as const;
    const done = await act("jana", (change) =>
      draftCorrespondence(change, of, { words: text, handling: "TLP:AMBER" }),
    );
    return "id" in done ? done.id : expect.fail("It was not drafted");
  };
  const [hers, nobodys] = [await to("claire"), await to(null)];
  await act("jana", async (change) => {
    const person = { id: "claire", kind: "contact", name: "Claire Hadley" } as const;
    await eraseFromCorrespondence(change, person, "2026-12-01");
    const about = { recordKind: "contact", recordId: "claire", action: "erased" } as const;
    change.describe({ ...about, summary: "Erased", location: "/" });
    return { ok: true };
  });
  const textOf = async (which: string) =>
    (await findCorrespondence(database.read, "esa", which))?.versions[0].text;
  expect(await textOf(hers)).toMatch(/^Dear erased person:/);
  expect(await textOf(nobodys)).toMatch(/^Dear Ms Hadley:/);
});

test("people are on the side of their seat on the day of the meeting, else on that of their list", async () => {
  await database.change(system, unsent, async (change) => {
    const source = { source: "list", as_of: "2026-11-01" } as const;
    await change.insert("organisation", { id: "sfrc", kind: "committee", name: "Committee", ...source });
    for (const side of ["majority", "minority"] as const)
      await change.update("audience", side, { organisation_id: "sfrc", side }, null);
    for (const contact of ["claire", "marcus"])
      await change.update(
        "outreach_event_participant",
        `meeting-${contact}`,
        { attendance: "attended" },
        null,
      );
    const seat = {
      key: "ranking",
      organisation_id: "sfrc",
      started_on: "2026-01-03",
      source: "list",
    } as const;
    await change.insert("seat", { id: "ranking", contact_id: "claire", side: "minority", ...seat });
    change.describe({
      recordKind: "audience",
      recordId: "majority",
      action: "x",
      summary: "x",
      location: "/",
    });
    return { ok: true };
  });
  const met = await findMeeting(database.read, "esa", "meeting");
  expect(met?.attended.map(({ id: who, side }) => [who, side])).toEqual([
    ["claire", "minority"],
    ["marcus", "minority"],
  ]);
});
