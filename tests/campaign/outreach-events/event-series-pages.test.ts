import { beforeAll, expect, test } from "vitest";
import { findEvent } from "#app/campaign/outreach-events/outreach-event-record.server.ts";
import { changeStanding } from "#app/campaign/outreach-events/store.server.ts";
import type { Database } from "#db/database.server.ts";
import { system } from "../../support/author.ts";
import { addAccount, addCampaign } from "../../support/builders/campaign.ts";
import { addSeries } from "../../support/builders/event-series.ts";
import { addEvent, timeOf } from "../../support/builders/outreach-event.ts";
import { freshDatabase } from "../../support/database.ts";
import { startedServer } from "../../support/server.ts";
import { cookieOf, openPage, sendForm } from "../../support/signed-in.ts";

const NOW = new Date("2026-11-10T15:40:00.000Z");
let database: Database;
let address: string;
let officer: string;
let reader: string;

beforeAll(async () => {
  database = await freshDatabase();
  await addCampaign(database, "esa");
  await addCampaign(database, "cyber");
  await addAccount(database, "Jana", { esa: "officer" });
  await addAccount(database, "Pavel", { cyber: "officer" });
  await addAccount(database, "Alena", { esa: "reader" });
  address = (await startedServer(database, { now: () => NOW })).address;
  officer = await cookieOf(database, address, "jana", NOW);
  reader = await cookieOf(database, address, "alena", NOW);
});

/** Thursdays at 14:00 from 12 November 2026. */
const weekly = async (rule = "FREQ=WEEKLY;COUNT=3") => (await addSeries(database, "esa", rule)).eventIds;
const send = (page: "series" | "move", id = "", fields: Record<string, string> = {}, cookie = officer) =>
  sendForm(address, `/c/esa/events/${id}/${page}`, cookie, { submission: "", ...fields });
const startOf = async (id = "") => (await findEvent(database.read, "esa", id))?.wallStart ?? "gone";
const MOVE = { version: "1", date: "13 Nov 2026", start: "15:00" };

test("a move that cannot be read is sent back with what was typed, and nothing moves", async () => {
  const id = await addEvent(database, "esa");
  const answer = await send("move", id, { ...MOVE, date: "31 Nov 2026" });
  expect(answer.status).toBe(400);
  expect(answer.text).toContain("31 Nov 2026");
  expect((await send("move", id, { ...MOVE, start: "at noonish" })).status).toBe(400);
  expect((await send("move", id, { ...MOVE, scope: "some" })).status).toBe(400);
  expect(await startOf(id)).toBe("2026-11-12T14:00");
});

test("a move to a time that the clocks skip is refused, and asked about where they show it twice", async () => {
  const id = await addEvent(database, "esa");
  const move = (date: string, start: string) => send("move", id, { ...MOVE, date, start });
  expect((await move("14 Mar 2027", "02:30")).status).toBe(400);
  expect((await move("7 Nov 2027", "01:30")).status).toBe(400);
  expect(await startOf(id)).toBe("2026-11-12T14:00");
});

test("of two who move one event the second is answered 409 with both times", async () => {
  const id = await addEvent(database, "esa");
  expect((await send("move", id, MOVE)).status).toBe(303);
  const second = await send("move", id, { ...MOVE, date: "17 Nov 2026", start: "11:00" });
  expect(second.status).toBe(409);
  expect(second.text).toContain("13 Nov 2026");
  expect(second.text).toContain("17 Nov 2026");
  expect(await startOf(id)).toBe("2026-11-13T15:00");
});

test("a cancelled event is not moved: 409, in words", async () => {
  const id = await addEvent(database, "esa");
  const target = { campaignId: "esa", eventId: id, location: "/" };
  await database.change(system, { submission: null, campaignId: "esa" }, (change) =>
    changeStanding(change, target, "cancel", "The host is ill"),
  );
  const answer = await send("move", id, { ...MOVE, version: "2" });
  expect(answer.status).toBe(409);
  expect(answer.text).toContain("The event is cancelled. Reinstate it first.");
});

test("an event is handed to nobody who does not work on its campaign: 409, in words", async () => {
  const id = await addEvent(database, "esa", { ownerAccountId: "jana" });
  const answer = await send("move", id, { version: "1", handTo: "pavel" });
  expect(answer.status).toBe(409);
  expect(answer.text).toContain("Choose someone who works on this campaign");
});

test("all times of a series do not go to a day that its rule cannot follow: 400, beside the choice", async () => {
  const [first] = await weekly("FREQ=MONTHLY;BYMONTHDAY=12,26;COUNT=4");
  const answer = await send("move", first, { ...MOVE, scope: "all" });
  expect(answer.status).toBe(400);
  expect(answer.text).toContain("Move only this one");
  expect(await startOf(first)).toBe("2026-11-12T14:00");
});

test("an act that the series does not know, or a reason that is too long, is answered 400", async () => {
  const [first] = await weekly();
  expect((await send("series", first, { act: "burn" })).status).toBe(400);
  expect((await send("series", first, {})).status).toBe(400);
  const long = await send("series", first, { act: "leave out", reason: "x".repeat(201) });
  expect(long.status).toBe(400);
  expect(long.text).toContain("x".repeat(201));
  expect(await startOf(first)).toBe("2026-11-12T14:00");
});

test("the last time that is left is not left out: 409, in words", async () => {
  const [only] = await weekly("FREQ=WEEKLY;COUNT=1");
  const answer = await send("series", only, { act: "leave out" });
  expect(answer.status).toBe(409);
  expect(answer.text).toContain("A series must keep at least one date, so this one cannot be left out");
  expect(await startOf(only)).toBe("2026-11-12T14:00");
});

test("a time is left out and put back from the pages of its series", async () => {
  const [first, second] = await weekly();
  const left = await send("series", second, { act: "leave out", reason: "Recess" });
  expect(left.status).toBe(303);
  expect(await startOf(second)).toBe("gone");
  const page = await openPage(address, `/c/esa/events/${first}/series`, officer);
  expect(page.text).toContain("Recess");
  const leftOut = /name="leftOut" value="([^"]+)"/.exec(page.text)?.[1] ?? "";
  expect((await send("series", first, { act: "put back", leftOut })).status).toBe(303);
  expect((await send("series", first, { act: "put back", leftOut })).status).toBe(404);
});

test("a series is nobody's who only reads, and an event that stands alone has none", async () => {
  const [first] = await weekly();
  expect((await send("series", first, { act: "end" }, reader)).status).toBe(403);
  const alone = await addEvent(database, "esa", { time: timeOf("20 Nov 2026", "10:00", "10:30") });
  expect((await send("series", alone, { act: "end" })).status).toBe(404);
});
