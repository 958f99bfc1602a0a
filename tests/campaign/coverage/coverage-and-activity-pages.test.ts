import { beforeAll, expect, test } from "vitest";
import type { Database } from "#db/database.server.ts";
import { system, unsent } from "../../support/author.ts";
import { addMeeting, addressBothAudiences } from "../../support/builders/meeting.ts";
import { freshDatabase } from "../../support/database.ts";
import { startedServer } from "../../support/server.ts";
import { cookieOf, openPage } from "../../support/signed-in.ts";

const now = new Date("2026-11-12T22:00:00.000Z");
const REPORTS = "/c/esa/reports";
let database: Database;
let address: string;
let jana: string;

async function changed(work: Parameters<Database["change"]>[2]) {
  await database.change(system, unsent, work);
}

const described = {
  recordKind: "campaign",
  recordId: "esa",
  action: "set",
  summary: "Set",
  location: "/",
} as const;

beforeAll(async () => {
  database = await freshDatabase();
  await addMeeting(database);
  await addressBothAudiences(database);
  ({ address } = await startedServer(database, { now: () => now }));
  jana = await cookieOf(database, address, "jana", now);
});

async function words(path: string, at = address, cookie = jana): Promise<string> {
  const { text } = await openPage(at, path, cookie);
  return text
    .replaceAll(/<!--.*?-->/g, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ")
    .replaceAll("&quot;", '"');
}

test("before anybody was met, both pages say so, and offer to plan", async () => {
  const coverage = await words(`${REPORTS}/coverage`);
  expect(coverage).toContain("No audience has had contact with us yet.");
  expect(coverage).toContain("No contact yet");
  expect(coverage).toContain("Not yet heard");
  const activity = await words(`${REPORTS}/activity`);
  expect(activity).toContain("0 of 1 outreach event was held; 1 was not recorded.");
  expect(activity).toContain("0 of 1 meeting was logged within 48 hours.");
  expect(await words(`${REPORTS}/activity?period=last-month`)).toContain(
    "No outreach was planned and nothing was promised, sent for clearance or cleared in this period.",
  );
});

test("a meeting that two officers logged is heard once, and counts as logged by the first log", async () => {
  await changed(async (change) => {
    await change.update("outreach_event", "meeting", { result: "held" }, null);
    for (const [officer, logged_at] of [
      ["jana", "2026-11-12T19:45:00.001Z"],
      ["petr", "2026-11-12T19:45:00.000Z"],
    ] as const) {
      const about = { campaign_id: "esa", outreach_event_id: "meeting", officer_account_id: officer };
      const leave = { ground_rule: "background", handling: "TLP:AMBER" } as const;
      await change.insert("outcome", { id: officer, ...about, ...leave, logged_at });
      const reception = {
        outcome_id: officer,
        key_message_id: "m2",
        audience_id: "majority",
        contact_id: null,
      };
      const how = { scope: "room", score: 1, wording: null, message_revision_id: null } as const;
      await change.insert("reception", { id: `${officer}-2`, ...reception, ...how });
    }
    change.describe(described);
    return { ok: true };
  });
  const coverage = await words(`${REPORTS}/coverage`);
  expect(coverage).toContain("Both priority-1 audiences have had contact with us in the last 60 days.");
  expect(coverage).toContain("Message 3 has never been used in a meeting.");
  expect(coverage).toContain("Message 2 has never been used with Committee, minority.");
  expect(coverage).toContain("1 meeting, 1 of 2 audiences");
  const activity = await words(`${REPORTS}/activity`);
  expect(activity).toContain("1 of 1 outreach event was held.");
  expect(activity).toContain("1 of 1 meeting was logged within 48 hours.");
  expect(activity).toContain("2 people have logged, 1 meeting logged by more than one person");
  expect(activity).not.toContain("Jana has");
});

test("a past day shows what had happened by then, and a day that is none is said with what was typed", async () => {
  expect(await words(`${REPORTS}/coverage?on=9+Nov+2026`)).toContain(
    "No audience has had contact with us yet.",
  );
  const { text } = await openPage(address, `${REPORTS}/coverage?on=31+Feb+2026`, jana);
  expect(text).toContain("That day is not in the calendar");
  expect(text).toContain('value="31 Feb 2026"');
});

test("a period whose end lies before its beginning is refused in words, with what was typed", async () => {
  const { text } = await openPage(address, `${REPORTS}/activity?from=12+Nov+2026&to=1+Nov+2026`, jana);
  expect(text).toContain("There is a problem");
  expect(text).toContain("Enter a last day on or after the first");
  expect(text).toContain('value="12 Nov 2026"');
  expect(text).toContain('value="1 Nov 2026"');
  const nonsense = await openPage(address, `${REPORTS}/activity?from=11/12/2026&to=soon&period=never`, jana);
  expect(nonsense.text).toContain("Dates with slashes are read differently");
  expect(nonsense.text).toContain('value="soon"');
});

test("the files hold the figures of the pages", async () => {
  const coverage = (await openPage(address, `${REPORTS}/coverage.csv`, jana)).text;
  expect(coverage).toContain('"Committee, majority",1,no,1,1,2026-11-10,2,no,,2,Message 2,1,2026-11-10,2,0,');
  const activity = (await openPage(address, `${REPORTS}/activity.csv`, jana)).text;
  expect(activity).toContain("events,all but internal,held,1,,events");
  expect(activity).toContain("logging,meetings,logged within 48 hours,1,1,of so many");
});

test("a figure leads to the events behind it", async () => {
  const { text } = await openPage(address, `${REPORTS}/activity`, jana);
  const link = /href="([^"]*activity\/events[^"]*standing=held[^"]*)"/
    .exec(text)?.[1]
    ?.replaceAll("&amp;", "&");
  expect(await words(link ?? "")).toContain("Staff briefing");
  expect(await words(`${REPORTS}/activity/events?standing=cancelled`)).toContain(
    "There are no such events in this period.",
  );
  expect(await words(`${REPORTS}/activity/events?standing=nonsense&page=x`)).toContain("Staff briefing");
});

test("while no meeting is due to be logged, the objectives say nothing of the 48 hours", async () => {
  expect(await words("/c/esa/objectives")).toContain("1 of 1 meeting logged; 1 of 1 within 48 hours.");
  const soon = new Date("2026-11-11T12:00:00.000Z");
  const other = await startedServer(database, { now: () => soon });
  const cookie = await cookieOf(database, other.address, "jana", soon);
  expect(await words("/c/esa/objectives", other.address, cookie)).toContain("1 of 1 meeting logged.");
});

test("a period in which only an internal event used a paper is not said to be empty", async () => {
  await changed(async (change) => {
    await change.update("outreach_event", "meeting", { kind: "internal" }, null);
    const written = { drafted_by: "jana", started_at: now.toISOString(), changed_at: now.toISOString() };
    const paper = { id: "used", campaign_id: "esa", outreach_event_id: "meeting", title: "Used there" };
    await change.insert("talking_points", { ...paper, ...written, handling: "TLP:AMBER", stage: "used" });
    change.describe(described);
    return { ok: true };
  });
  const activity = await words(`${REPORTS}/activity?from=10+Nov+2026&to=10+Nov+2026`);
  expect(activity).toContain("Used there");
  expect(activity).toContain("none planned");
});
