import { expect, test } from "vitest";
import { mailWork } from "#app/campaign/due-mail/due-letters.server.ts";
import { moveEventTo } from "#app/campaign/outreach-events/store.server.ts";
import { sendPaper } from "#app/campaign/talking-points/clearing/clearance.server.ts";
import { readSettings } from "#app/http/environment.ts";
import type { Zone } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.server.ts";
import { system, unsent } from "../../support/author.ts";
import { addAccount, addCampaign } from "../../support/builders/campaign.ts";
import { addLetter, letters } from "../../support/builders/letter.ts";
import { addEvent, addPeopleAndMessages, timeOf } from "../../support/builders/outreach-event.ts";
import { addPaper, addTeamAndLibrary, inCampaign } from "../../support/builders/started-paper.ts";
import { freshDatabase } from "../../support/database.ts";

function settings(isOn: boolean) {
  const read = readSettings(isOn ? { SMTP_HOST: "localhost", MAIL_FROM: "post@mission.example" } : {});
  if (!read.ok) throw new Error(read.sentence);
  return read.settings;
}

async function lookAtClock(database: Database, times: readonly string[], isOn = true): Promise<void> {
  for (const time of times) await mailWork.run({ database, settings: settings(isOn), now: new Date(time) });
}

async function queued(database: Database): Promise<string[]> {
  const all = await letters(database);
  return all.map(({ kind, account_id, once_key }) => `${kind}: ${account_id} ${once_key?.split(" ").at(-1)}`);
}

async function moveTo(database: Database, id: string, zone: Zone): Promise<void> {
  await database.change(system, unsent, async (change) => {
    await change.update("account", id, { zone }, null);
    const what = { recordKind: "account", recordId: id, action: "changed" } as const;
    change.describe({ ...what, summary: "Moved", location: "/" });
    return { ok: true };
  });
}

test("each person gets one digest a working day at 07:30 of the own clock, however often the clock is looked at", async () => {
  const database = await freshDatabase();
  await addAccount(database, "Hana");
  await addAccount(database, "Petr");
  await moveTo(database, "petr", "Europe/Prague");
  await lookAtClock(database, [
    "2026-11-16T06:29:00.000Z",
    "2026-11-16T06:30:00.000Z",
    "2026-11-16T06:31:00.000Z",
    "2026-11-16T12:30:00.000Z",
    "2026-11-16T13:00:00.000Z",
    // 17 November is a holiday in Prague, 26 November in Washington.
    "2026-11-17T07:00:00.000Z",
    "2026-11-17T12:45:00.000Z",
    "2026-11-26T07:00:00.000Z",
    "2026-11-26T12:45:00.000Z",
  ]);
  expect(await queued(database)).toEqual([
    "digest: petr 2026-11-16",
    "digest: hana 2026-11-16",
    "digest: hana 2026-11-17",
    "digest: petr 2026-11-26",
  ]);
});

test("nobody gets a digest who does not want one, has a closed account, or while mail is off", async () => {
  const database = await freshDatabase();
  await addAccount(database, "Hana");
  await addAccount(database, "Closed");
  await database.change(system, unsent, async (change) => {
    await change.update("account", "hana", { wants_digest: 0 }, null);
    await change.update("account", "closed", { closed_at: system.now.toISOString() }, null);
    const what = { recordKind: "account", recordId: "hana", action: "changed" } as const;
    change.describe({ ...what, summary: "Changed", location: "/" });
    return { ok: true };
  });
  await addAccount(database, "Off");
  await lookAtClock(database, ["2026-11-16T13:00:00.000Z"], false);
  expect(await queued(database)).toEqual([]);
});

test("the officers of a confirmed event are told a day before that it has no cleared points, once", async () => {
  const database = await freshDatabase();
  await addCampaign(database, "esa");
  await addAccount(database, "Jan", { esa: "officer" });
  await addPeopleAndMessages(database, "esa", { messages: ["m1"] });
  await addEvent(database, "esa", { ownerAccountId: "jan", messageIds: ["m1"] });
  const atHour = (hour: number) => ({
    ...{ ownerAccountId: "jan", time: timeOf("12 Nov 2026", `${hour}:00`, `${hour}:30`) },
  });
  await addEvent(database, "esa", atHour(16));
  await addEvent(database, "esa", { ...atHour(18), messageIds: ["m1"], kind: "internal" });
  await addEvent(database, "esa", { ...atHour(20), messageIds: ["m1"], schedule: "tentative" });
  const start = Date.parse("2026-11-12T19:00:00.000Z");
  const hoursBefore = (hours: number) => new Date(start - hours * 3_600_000).toISOString();
  const kinds = async () =>
    (await letters(database)).map(({ kind }) => kind).filter((kind) => kind !== "digest");
  await lookAtClock(database, [hoursBefore(25)]);
  expect(await kinds()).toEqual([]);
  await lookAtClock(database, [hoursBefore(24), hoursBefore(3), hoursBefore(-1)]);
  expect(await kinds()).toEqual(["event without cleared points"]);
});

test("where mail is off, what has waited three days is dropped, and nothing older than 90 days is kept", async () => {
  const database = await freshDatabase();
  await addCampaign(database, "esa");
  await addAccount(database, "Hana", { esa: "officer" });
  await addLetter(database, { now: new Date("2026-11-10T12:00:00.000Z") });
  await lookAtClock(database, ["2026-11-13T11:59:00.000Z"], false);
  expect((await letters(database))[0]?.dropped_at).toBeNull();
  await lookAtClock(database, ["2026-11-13T12:01:00.000Z"], false);
  expect((await letters(database))[0]).toMatchObject({
    dropped_at: "2026-11-13T12:01:00.000Z",
    last_fault: "It waited too long while mail was off.",
  });
  await lookAtClock(database, ["2027-02-09T12:00:00.000Z"], false);
  expect(await letters(database)).toEqual([]);
});

test("who is to be at two places at once is told of the clash, each about the own event, and once", async () => {
  const database = await freshDatabase();
  await addCampaign(database, "esa");
  for (const name of ["Jan", "Eva"]) await addAccount(database, name, { esa: "officer" });
  const jan = { ...system, accountId: "jan" };
  const first = await addEvent(database, "esa", { title: "First", officerIds: ["jan", "eva"] }, [], jan);
  await addEvent(database, "esa", { title: "Elsewhere", officerIds: [] }, [], jan);
  expect(await letters(database)).toEqual([]);
  const second = await addEvent(database, "esa", { title: "Second", officerIds: ["eva"] }, [], jan);
  const [letter, ...others] = await letters(database);
  expect(others).toEqual([]);
  expect(letter).toMatchObject({ kind: "clash", account_id: "eva", path: `/c/esa/events/${first}` });
  const target = { campaignId: "esa", eventId: second, location: `/c/esa/events/${second}` };
  const move = (start: string, end: string, version: number) =>
    database.change(jan, unsent, (change) => {
      const time = timeOf("12 Nov 2026", start, end);
      return moveEventTo(change, target, { time, version, summary: "Moved" });
    });
  await move("14:10", "14:40", 1);
  expect(await letters(database)).toHaveLength(1);
  await move("16:00", "16:30", 2);
  await move("14:00", "14:30", 3);
  expect(await letters(database)).toHaveLength(2);
});

test("a way that is too short to get from one place to the other is told as a clash, by the setting of who is told", async () => {
  const database = await freshDatabase();
  await addCampaign(database, "esa");
  await addCampaign(database, "cyber");
  await addAccount(database, "Jan", { esa: "officer" });
  await addAccount(database, "Eva", { esa: "officer", cyber: "officer" });
  const jan = { ...system, accountId: "jan" };
  const first = await addEvent(database, "cyber", {
    title: "At the Pentagon",
    place: "Pentagon",
    officerIds: ["eva"],
  });
  const after = (start: string, end: string, place: string) =>
    addEvent(
      database,
      "esa",
      { officerIds: ["eva"], time: timeOf("12 Nov 2026", start, end), place },
      [],
      jan,
    );
  await after("15:15", "15:20", "Rayburn");
  await after("14:45", "14:50", "pentagon.");
  await after("14:50", "14:55", "");
  const told = async () => (await letters(database)).filter(({ path }) => path.startsWith("/c/cyber"));
  expect(await told()).toEqual([]);
  await after("15:14", "15:20", "Rayburn");
  const [letter, ...others] = await told();
  expect(others).toEqual([]);
  expect(letter).toMatchObject({ kind: "clash", account_id: "eva", path: `/c/cyber/events/${first}` });
});

test("whoever is asked at a desk is told once, on the working day before, that a clearance is due", async () => {
  const database = await freshDatabase();
  await addTeamAndLibrary(database);
  const { id: paperId } = await addPaper(database);
  const settings = { embassyClearsAlone: true, ownDraftMayBeCleared: false, silenceIsAgreement: false };
  const author = { ...system, accountId: "jana", now: new Date("2026-11-04T15:00:00.000Z") };
  await database.change(author, inCampaign, (change) =>
    sendPaper(change, { campaignId: "esa", paperId }, { settings, chosen: null, onlyDifference: false }),
  );
  const asked = await database.read.selectFrom("clearance_request").selectAll().execute();
  expect(asked.flatMap(({ asked_at, due_at }) => (asked_at === null ? [] : [due_at?.slice(0, 10)]))).toEqual([
    "2026-11-06",
  ]);
  const reminders = async () => (await letters(database)).filter(({ kind }) => kind === "clearance due");
  await lookAtClock(database, ["2026-11-04T16:00:00.000Z", "2026-11-05T12:29:00.000Z"]);
  expect(await reminders()).toEqual([]);
  await lookAtClock(database, ["2026-11-05T12:30:00.000Z", "2026-11-05T20:00:00.000Z"]);
  const [reminder, ...others] = await reminders();
  expect(others).toEqual([]);
  expect(reminder).toMatchObject({ account_id: "petr", path: `/c/esa/talking-points/${paperId}` });
});
