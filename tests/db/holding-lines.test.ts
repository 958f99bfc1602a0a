import { beforeEach, expect, test } from "vitest";
import type { Database } from "#db/database.server.ts";
import { listDesks } from "#db/queries/clearance-desks.server.ts";
import { doWhatIsDueAboutHolds } from "#db/queries/due-about-holds.server.ts";
import { findHold } from "#db/queries/hold-records.server.ts";
import {
  answerHoldingLine,
  releaseHoldingLine,
  returnHoldingLine,
  sendHoldingLine,
} from "#db/queries/holding-line-clearance.server.ts";
import { reportHoldingLine } from "#db/queries/holding-line-report.server.ts";
import { findLineNow } from "#db/queries/holding-line-standing.server.ts";
import { findHoldingLine, saveHoldingLine } from "#db/queries/holding-lines.server.ts";
import { listLinesInstead } from "#db/queries/lines-instead.server.ts";
import { listNotices, markNoticeSent, sendNewLine } from "#db/queries/new-line-notices.server.ts";
import { now } from "../support/author.ts";
import { placeHoldOn } from "../support/builders/held-message.ts";
import { addPaper, addTeamAndLibrary, by, inCampaign } from "../support/builders/started-paper.ts";
import { freshDatabase } from "../support/database.ts";

const expiresAt = new Date("2026-11-11T23:00:00.000Z");
const dueAt = new Date("2026-11-10T18:00:00.000Z");
const settings = { embassyClearsAlone: true, ownDraftMayBeCleared: false, silenceIsAgreement: true };

let database: Database;
let target: { campaignId: string; holdId: string };

beforeEach(async () => {
  database = await freshDatabase();
  await addTeamAndLibrary(database);
  await addPaper(database);
  await addDesks();
  target = { campaignId: "esa", holdId: await placeHoldOn(database) };
});

async function addMarcus(): Promise<void> {
  const names = { id: "marcus", name: "Marcus Bell", sort_name: "Bell" };
  const added = { recordKind: "contact", recordId: "marcus", action: "added", summary: "Added" } as const;
  await database.change(by("jana"), inCampaign, async (change) => {
    await change.insert("contact", { ...names, purpose: "mapping", source: "card" });
    change.describe({ ...added, location: "/" });
    return { ok: true };
  });
}

/** Beside the two desks of every campaign, the mission to NATO; silence is agreement, and Petr is head of mission. */
async function addDesks(): Promise<void> {
  await database.change(by("petr"), inCampaign, async (change) => {
    await change.insert("clearance_desk", {
      id: "d-nato",
      campaign_id: "esa",
      name: "Mission to NATO",
      side: "ministry",
      holder_account_id: null,
      deputy_account_id: null,
      away_from: null,
      away_until: null,
      country: "CZ",
      zone: "Europe/Prague",
      asked_by_default: "clear",
      position: 2,
      retired_at: null,
    });
    await change.update(
      "campaign",
      "esa",
      { silence_is_agreement: 1, head_of_mission_account_id: "petr" },
      null,
    );
    change.describe({
      recordKind: "campaign",
      recordId: "esa",
      action: "edited",
      summary: "Desks",
      location: "/",
    });
    return { ok: true };
  });
}

const write = (text: string, seen: number | null, until = expiresAt, who = "jana") =>
  database.change(by(who), inCampaign, (change) =>
    saveHoldingLine(
      change,
      target,
      {
        text,
        handling: "TLP:GREEN",
        expiresAt: until,
        wallExpires: "2026-11-11T18:00",
        zone: "America/New_York",
        reason: "",
      },
      seen,
    ),
  );
const send = () =>
  database.change(by("jana"), inCampaign, (change) => sendHoldingLine(change, target, { dueAt, settings }));

async function lineNow(at = now) {
  const hold = await findHold(database.read, "esa", target.holdId);
  if (hold === null) throw new Error("The hold is not there");
  return { hold, ...(await findLineNow(database.read, hold, at)) };
}

async function answer(who: string, desk: string, shownHash: string | null = null, at = now) {
  const { line, round } = await lineNow(at);
  const request = round.find((one) => one.desk.name === desk);
  const act = {
    requestId: request?.id ?? "",
    shownHash: shownHash ?? line?.versions[0].hash ?? "",
    settings,
  };
  return database.change({ ...by(who), now: at }, inCampaign, (change) =>
    answerHoldingLine(change, target, act),
  );
}

async function offered(at = now): Promise<string | null> {
  const { hold } = await lineNow(at);
  return (await listLinesInstead(database.read, [hold.message.id], at)).get(hold.message.id)?.text ?? null;
}

async function cleared(text = "We talk to our American partners."): Promise<void> {
  await write(text, null);
  await send();
  await answer("petr", "Embassy");
  await answer("tomas", "Ministry desk");
  await answer("tomas", "Mission to NATO");
}

test("a line is asked about in parallel, and cleared when every desk has agreed", async () => {
  expect((await listDesks(database.read, "esa")).length).toBe(3);
  await write("We talk to our American partners.", null);
  expect((await lineNow()).standing).toEqual({ standing: "draft" });
  expect((await send()).ok).toBe(true);
  expect(await send()).toEqual({ ok: false, reason: "already-sent" });
  expect((await answer("tomas", "Ministry desk")).ok).toBe(true);
  expect((await lineNow()).standing).toEqual({ standing: "in clearance", asked: 3, answered: 1 });
  expect(await offered()).toBeNull();
  await answer("petr", "Embassy");
  await answer("tomas", "Mission to NATO");
  expect((await lineNow()).standing).toEqual({ standing: "cleared" });
  expect(await offered()).toBe("We talk to our American partners.");
});

test("answers count for one version only, and a new one starts anew", async () => {
  await write("Version one.", null);
  await send();
  await answer("petr", "Embassy");
  const seen = (await lineNow()).line?.versions[0].hash ?? "";
  expect((await write("Version two.", 1)).ok).toBe(true);
  expect((await lineNow()).standing).toEqual({ standing: "draft" });
  await send();
  expect((await lineNow()).standing).toEqual({ standing: "in clearance", asked: 3, answered: 0 });
  expect(await answer("petr", "Embassy", seen)).toEqual({ ok: false, reason: "text-is-another" });
  expect((await lineNow()).line?.versions.map(({ number }) => number)).toEqual([2, 1]);
});

test("two people who edit one version are told of each other, and nothing new is no version", async () => {
  await write("Version one.", null);
  expect((await write("Jana's version.", 1)).ok).toBe(true);
  expect(await write("Petr's version.", 1, expiresAt, "petr")).toEqual({
    ok: false,
    reason: "changed-by-somebody-else",
  });
  expect(await write("Jana's version.", 2)).toEqual({ ok: false, reason: "nothing-changed" });
  expect(await write("Too late.", 2, now)).toEqual({ ok: false, reason: "expiry-in-the-past" });
});

test("an objection stops the others and the silence", async () => {
  await write("Version one.", null);
  await send();
  await answer("petr", "Embassy");
  const { round } = await lineNow();
  const requestId = round.find(({ desk }) => desk.name === "Mission to NATO")?.id ?? "";
  const returned = await database.change(by("tomas"), inCampaign, (change) =>
    returnHoldingLine(change, target, { requestId, reasons: "Say Alliance" }),
  );
  expect(returned.ok).toBe(true);
  await doWhatIsDueAboutHolds(database, new Date(dueAt.getTime() + 60_000));
  expect((await lineNow()).standing).toEqual({ standing: "returned" });
});

test("silence clears at its time and not before, once a person of the embassy has agreed", async () => {
  await write("Version one.", null);
  await send();
  await answer("petr", "Embassy");
  await doWhatIsDueAboutHolds(database, new Date(dueAt.getTime() - 1));
  expect((await lineNow()).standing).toEqual({ standing: "in clearance", asked: 3, answered: 1 });
  await doWhatIsDueAboutHolds(database, dueAt);
  const { standing, clearance } = await lineNow(dueAt);
  expect(standing).toEqual({ standing: "cleared" });
  expect(clearance?.manner).toBe("by silence");
});

test("nobody clears a line of their own, or for a desk that is not theirs", async () => {
  await write("Version one.", null, expiresAt, "petr");
  await send();
  expect(await answer("petr", "Embassy")).toEqual({ ok: false, reason: "own-draft" });
  expect(await answer("tomas", "Embassy")).toEqual({ ok: false, reason: "not-your-desk" });
  expect(await answer("jana", "Ministry desk")).toEqual({ ok: false, reason: "not-your-desk" });
});

test("the head of mission releases what was sent and shown, to be reported after", async () => {
  await write("Version one.", null);
  const release = async (who: string, shownHash: string) =>
    database.change(by(who), inCampaign, (change) =>
      releaseHoldingLine(change, target, { shownHash, headOfMissionId: "petr", settings }),
    );
  const hash = (await lineNow()).line?.versions[0].hash ?? "";
  expect(await release("petr", hash)).toEqual({ ok: false, reason: "not-sent-for-clearance" });
  await send();
  expect(await release("tomas", hash)).toEqual({ ok: false, reason: "not-the-head-of-mission" });
  expect(await release("petr", "another")).toEqual({ ok: false, reason: "text-is-another" });
  expect((await release("petr", hash)).ok).toBe(true);
  expect((await lineNow()).clearance?.manner).toBe("released by the head of mission");
  expect(await offered()).toBe("Version one.");
  const report = () =>
    database.change(by("jana"), inCampaign, (change) =>
      reportHoldingLine(change, target, { on: "2026-11-10", to: "the political director" }),
    );
  expect((await report()).ok).toBe(true);
  expect((await lineNow()).clearance?.report).toEqual({ on: "2026-11-10", to: "the political director" });
  expect(await report()).toEqual({ ok: false, reason: "reported-already" });
});

test("a line expires: it is offered no more, nobody answers, and people are told once", async () => {
  await cleared();
  expect(await offered(new Date(expiresAt.getTime() - 1))).not.toBeNull();
  expect(await offered(expiresAt)).toBeNull();
  expect((await lineNow(expiresAt)).standing).toEqual({ standing: "expired" });
  await doWhatIsDueAboutHolds(database, expiresAt);
  await doWhatIsDueAboutHolds(database, new Date(expiresAt.getTime() + 60_000));
  const letters = await database.read
    .selectFrom("mail")
    .select("id")
    .where("kind", "=", "line expired")
    .execute();
  expect(letters).toHaveLength(1);
  expect((await lineNow(expiresAt)).hold.lifted).toBeNull();
});

test("an expired line cannot be cleared any more", async () => {
  await write("Version one.", null);
  await send();
  const late = await answer("petr", "Embassy", null, expiresAt);
  expect(late).toEqual({ ok: false, reason: "line-expired" });
});

test("a cleared version stays offered while a newer one is with the desks", async () => {
  await cleared("The first line.");
  await write("The second line.", 1);
  expect(await offered()).toBe("The first line.");
  await send();
  await answer("petr", "Embassy");
  await answer("tomas", "Ministry desk");
  await answer("tomas", "Mission to NATO");
  expect(await offered()).toBe("The second line.");
});

test("the new line is kept until it is cleared; to ours it then goes by mail, to contacts by hand", async () => {
  await addMarcus();
  const people = [
    { kind: "account", id: "alena" },
    { kind: "contact", id: "marcus" },
  ] as const;
  const press = () =>
    database.change(by("jana"), inCampaign, (change) => sendNewLine(change, target, people));
  const letters = () =>
    database.read.selectFrom("mail").select("account_id").where("kind", "=", "new line").execute();
  expect((await press()).ok).toBe(true);
  expect(await letters()).toEqual([]);
  await cleared();
  expect(await letters()).toEqual([{ account_id: "alena" }]);
  const notices = await listNotices(database.read, target.holdId);
  const ofContact = notices.find(({ kind }) => kind === "contact");
  expect(notices.map(({ kind, sent }) => [kind, sent !== null]).sort()).toEqual([
    ["account", true],
    ["contact", false],
  ]);
  await press();
  expect(await listNotices(database.read, target.holdId)).toHaveLength(2);
  const marked = await database.change(by("jana"), inCampaign, (change) =>
    markNoticeSent(change, target, ofContact?.noticeId ?? ""),
  );
  expect(marked.ok).toBe(true);
});

test("the words of every version stay", async () => {
  await cleared("Čeština zůstává.");
  await write("Druhá verze.", 1);
  const line = await findHoldingLine(database.read, target.holdId);
  expect(line?.versions.map(({ text }) => text)).toEqual(["Druhá verze.", "Čeština zůstává."]);
});
