import { beforeEach, expect, test } from "vitest";
import { listDesks } from "#app/campaign/clearances/desks.server.ts";
import { readCableRecords } from "#app/campaign/correspondence/cable/cable-records.server.ts";
import { countWaiting } from "#app/campaign/frame/waiting.server.ts";
import { doWhatIsDueAboutHolds } from "#app/campaign/holds/due-about-holds.server.ts";
import { listHoldNeeds } from "#app/campaign/holds/hold-needs.server.ts";
import {
  releaseHoldingLine,
  returnHoldingLine,
} from "#app/campaign/holds/holding-lines/holding-line-clearance.server.ts";
import { reportHoldingLine } from "#app/campaign/holds/holding-lines/holding-line-standing.server.ts";
import { listLinesInstead } from "#app/campaign/holds/holding-lines/lines-instead.server.ts";
import {
  listNotices,
  listNotMailed,
  markNoticeSent,
  sendNewLine,
} from "#app/campaign/holds/holding-lines/new-line-notices.server.ts";
import { findHoldingLine } from "#app/campaign/holds/holding-lines/store.server.ts";
import { findCampaignOfAccount } from "#app/http/campaigns-of-account.server.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { now } from "../../support/author.ts";
import { addAccount } from "../../support/builders/campaign.ts";
import { record } from "../../support/builders/outreach-campaign.ts";
import { by, inCampaign } from "../../support/builders/started-paper.ts";
import {
  addMarcus,
  answer,
  cleared,
  database,
  dueAt,
  expiresAt,
  lineNow,
  offered,
  send,
  setLineScene,
  settings,
  target,
  write,
} from "../../support/holding-line-scene.ts";

beforeEach(setLineScene);

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

test("a line that no desk is asked about is not sent, and stays a draft", async () => {
  await write("We talk to our American partners.", null);
  await record(database, async (change) => {
    for (const { id } of await listDesks(change.read, "esa"))
      await change.update("clearance_desk", id, { is_asked_for_holding_lines: 0 }, null);
  });
  expect(await send()).toMatchObject({ ok: false, reason: "cannot-be-asked" });
  expect((await lineNow()).standing).toEqual({ standing: "draft" });
});

test("a cleared line that is bound more strictly stays cleared, one that would travel further waits for the desks", async () => {
  const words = "We talk to our American partners.";
  await cleared(words);
  await write(words, 1, expiresAt, "jana", "TLP:AMBER");
  expect((await lineNow()).standing).toEqual({ standing: "cleared" });
  expect((await lineNow()).clearance).toMatchObject({ handling: "TLP:GREEN" });
  await write(words, 2, expiresAt, "jana", "TLP:CLEAR");
  expect((await lineNow()).standing).toEqual({
    standing: "changed since clearance",
    widened: { from: "TLP:GREEN", to: "TLP:CLEAR" },
  });
  const { hold } = await lineNow();
  const instead = await listLinesInstead(database.read, [hold.message.id], now);
  expect(instead.get(hold.message.id)).toMatchObject({
    text: words,
    handling: "TLP:AMBER",
    versionNumber: 2,
  });
  expect((await send()).ok).toBe(true);
  expect((await lineNow()).standing).toMatchObject({ standing: "in clearance", answered: 0 });
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
  const bySilence = { standing: { standing: "cleared" }, clearance: { manner: "by silence" } };
  expect(await lineNow(dueAt)).toMatchObject(bySilence);
});

test("nobody clears a line of their own, or for a desk that is not theirs", async () => {
  await addAccount(database, "Hana", { esa: "embassy clearer" });
  await write("Version one.", null, expiresAt, "petr");
  await send();
  const all = [answer("petr", "Embassy"), answer("tomas", "Embassy"), answer("jana", "Ministry desk")];
  const reasons = (await Promise.all(all)).map((one) => (one.ok ? "cleared" : one.reason));
  expect(reasons).toEqual(["own-draft", "not-your-desk", "not-your-desk"]);
});

test("a line waits for the deputy of who wrote it, and not for the writer, unless own drafts may be cleared", async () => {
  await addAccount(database, "Hana", { esa: "embassy clearer" });
  await record(database, async (change) => {
    const embassy = (await listDesks(change.read, "esa")).find(({ side }) => side === "embassy");
    const held = { holder_account_id: "petr", deputy_account_id: "hana" };
    await change.update("clearance_desk", embassy?.id ?? "", held, null);
  });
  await write("We talk to our American partners.", null, expiresAt, "petr");
  await send();
  const asked = async (accountId: string) => {
    const reader = { campaignId: "esa", accountId, role: "embassy clearer", now } as const;
    const waiting = { ...reader, today: dateIn(now, WASHINGTON) };
    return [
      (await listHoldNeeds(database.read, reader)).length,
      (await countWaiting(database.read, waiting)).talkingPoints,
    ];
  };
  const letters = database.read.selectFrom("mail").select("account_id").where("kind", "=", "clearance asked");
  expect((await letters.execute()).map(({ account_id }) => account_id)).toContain("hana");
  expect((await letters.execute()).map(({ account_id }) => account_id)).not.toContain("petr");
  expect([await asked("petr"), await asked("hana")]).toEqual([
    [0, 0],
    [1, 1],
  ]);
  await record(database, async (change) => {
    await change.update("campaign", "esa", { own_draft_may_be_cleared: 1 }, null);
  });
  expect([await asked("petr"), await asked("hana")]).toEqual([
    [1, 1],
    [0, 0],
  ]);
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

test("a cable tells of the line that was cleared or released last, also once another version waits", async () => {
  const told = async () => (await holdsToTell()).map(({ line }) => line?.cleared ?? null);
  await write("Version one.", null);
  await send();
  expect(await told()).toEqual([null]);
  const shownHash = (await lineNow()).line?.versions[0].hash ?? "";
  await database.change(by("petr"), inCampaign, (change) =>
    releaseHoldingLine(change, target, { shownHash, headOfMissionId: "petr", settings }),
  );
  expect(await told()).toEqual([[]]);
  await write("Version two.", 1);
  expect(await told()).toEqual([[]]);
  await send();
  const later = new Date(now.getTime() + 60_000);
  await answer("petr", "Embassy", null, later);
  await answer("tomas", "Ministry desk", null, later);
  await answer("tomas", "Mission to NATO", null, later);
  expect(await told()).toEqual([["Embassy", "Ministry desk", "Mission to NATO"]]);
});

async function holdsToTell() {
  const found = await findCampaignOfAccount(database.read, "esa", "jana");
  if (found === null) throw new Error("The campaign is not there");
  const records = await readCableRecords(database.read, {
    ...{ campaign: found.campaign, account: { id: "jana", name: "Jana" }, homeZone: "Europe/Prague" },
    ...{ reviewId: null, monthFrom: null, daysTo: null, now },
  });
  return records?.holds ?? [];
}

test("the new line goes to nobody who is not of the campaign", async () => {
  await addAccount(database, "Vera", {});
  for (const one of [
    { kind: "account", id: "vera" },
    { kind: "contact", id: "of-another-campaign" },
  ] as const) {
    const people = [{ kind: "account", id: "alena" } as const, one];
    const send = database.change(by("jana"), inCampaign, (change) => sendNewLine(change, target, people));
    expect(await send).toEqual({ ok: false, reason: "not-of-the-campaign" });
  }
  expect(await listNotices(database.read, target.holdId)).toEqual([]);
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
  expect([...(await listNotMailed(database.read, "esa")).keys()]).toEqual([`alena ${now.toISOString()}`]);
  const notices = await listNotices(database.read, target.holdId);
  const ofContact = notices.find(({ kind }) => kind === "contact");
  expect(notices.map(({ kind, sent }) => [kind, sent !== null]).sort()).toEqual([
    ["account", true],
    ["contact", false],
  ]);
  await press();
  const said = database.read.selectFrom("change").select("summary").where("action", "=", "sent the line");
  expect(await said.execute()).toContainEqual({
    summary: "The new line is to go to one person and is ready for you to send to one person",
  });
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
