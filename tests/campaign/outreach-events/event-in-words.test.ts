import { expect, test } from "vitest";
import {
  attendanceLabel,
  isExpected,
  isReply,
  replyLabel,
} from "#app/campaign/outreach-events/participants/participation.ts";
import { explainTimeOfEvent, wholeDays } from "#app/campaign/outreach-events/planned-time.ts";
import { clashesOfOfficer, type Engagement } from "#app/campaign/outreach-events/warnings/clash.ts";
import { unusualGap, whenInWords } from "#app/campaign/outreach-events/when-in-words.ts";
import { movedSentence, readMovedTime } from "#app/campaign/planning/moved-time.ts";
import { WASHINGTON, type Zone } from "#app/time/wall-time.ts";
import { timeOf } from "../../support/builders/outreach-event.ts";

const PRAGUE = "Europe/Prague";

test("when an event is stands on both clocks, and on its own where that is a third", () => {
  const said = (zone: Zone) =>
    whenInWords(timeOf("1 Dec 2026", "14:00", "14:45", zone), PRAGUE, "2026-11-10");
  expect(said(WASHINGTON)).toBe("Tuesday 1 December, 14:00 to 14:45 in Washington, 20:00 to 20:45 in Prague");
  expect(said(PRAGUE)).toBe("Tuesday 1 December, 08:00 to 08:45 in Washington, 14:00 to 14:45 in Prague");
  expect(said("Europe/London")).toBe(
    "Tuesday 1 December, 09:00 to 09:45 in Washington, 15:00 to 15:45 in Prague, 14:00 in London",
  );
  expect(whenInWords(wholeDays("2026-12-01", "2026-12-01", WASHINGTON), PRAGUE, "2026-11-10")).toBe(
    "Tuesday 1 December, all day",
  );
  expect(whenInWords(wholeDays("2026-12-01", "2026-12-02", PRAGUE), PRAGUE, "2026-11-10")).toBe(
    "Tuesday 1 December to Wednesday 2 December, all day in Prague",
  );
});

test("the weeks in which one side alone has changed its clocks are told", () => {
  expect(unusualGap(new Date("2026-11-10T15:00:00Z"), PRAGUE)).toBeNull();
  expect(unusualGap(new Date("2027-03-20T15:00:00Z"), PRAGUE)).toBe(
    "Washington and Prague are 5 hours apart that day, not the usual 6",
  );
});

test("whole days that are moved keep their own zone, and one of them is told as one", () => {
  const typed = { date: "16 Nov 2026", start: "", occurrence: null, clock: "washington" } as const;
  const read = readMovedTime(wholeDays("2026-11-12", "2026-11-12", PRAGUE), typed, "2026-11-10");
  if (!read.ok) throw new Error(read.faults[0]?.reason);
  expect(read.time).toEqual(wholeDays("2026-11-16", "2026-11-16", PRAGUE));
  expect(movedSentence(read.time, PRAGUE)).toBe("Moved to Monday 16 November, all day");
});

test("a reply and an attendance have their words; who declined, sent another or stayed away is not expected", () => {
  expect(
    (["needs-action", "accepted", "declined", "tentative", "delegated"] as const).map(replyLabel),
  ).toEqual(["No reply yet", "Accepted", "Declined", "Tentative", "Sending someone else"]);
  expect((["not recorded", "attended", "no-show"] as const).map(attendanceLabel)).toEqual([
    "Not recorded",
    "Was there",
    "Did not come",
  ]);
  expect([isReply("declined"), isReply("perhaps")]).toEqual([true, false]);
  const attendance = "not recorded";
  for (const reply of ["needs-action", "accepted", "tentative"] as const)
    expect(isExpected({ reply, attendance })).toBe(true);
  for (const reply of ["declined", "delegated"] as const)
    expect(isExpected({ reply, attendance: "attended" })).toBe(false);
  expect(isExpected({ reply: "accepted", attendance: "no-show" })).toBe(false);
});

test("of an officer's events in a campaign those that clash are named once, with the other's title", () => {
  const engaged = (id: string, hour: number, officers: string[], campaignId = "esa") => {
    const event: Engagement & { campaignId: string } = {
      ...{ id, title: `Title of ${id}`, officers, participants: [], zone: WASHINGTON, isAllDay: false },
      startsAt: new Date(Date.UTC(2026, 10, 12, hour)),
      endsAt: new Date(Date.UTC(2026, 10, 12, hour + 1)),
      ...{ where: null, visitsOffices: true, visitId: null, travelMinutes: 0, campaignId },
    };
    return event;
  };
  const clashes = (...events: ReturnType<typeof engaged>[]) =>
    clashesOfOfficer(events, { campaignId: "esa", accountId: "eva" }).map(
      ({ event, withTitle }) => `${event.id}: ${withTitle}`,
    );
  expect(clashes(engaged("a", 9, ["eva"]), engaged("b", 9, ["eva"]))).toEqual(["a: Title of b"]);
  expect(clashes(engaged("a", 9, ["eva"]), engaged("b", 11, ["eva"]))).toEqual([]);
  expect(clashes(engaged("a", 9, ["jan"]), engaged("b", 9, ["jan"]))).toEqual([]);
  const elsewhere = engaged("b", 9, ["eva"], "cyber");
  expect(clashes(elsewhere, engaged("a", 9, ["eva"]))).toEqual(["a: Title of b"]);
});

test("each refused time has one wording", () => {
  const said = (reason: string) =>
    explainTimeOfEvent({ reason, field: "start" } as Parameters<typeof explainTimeOfEvent>[0]);
  expect(said("time-does-not-exist")).toMatch(/^That time does not exist/);
  expect(said("time-occurs-twice")).toMatch(/^That time occurs twice/);
  expect(said("end-before-start")).toBe("Enter an end after the start");
  expect(said("event-too-long")).toMatch(/^An event may last \d+ days at most/);
  const time = /^(?!.*\bday\b).*time/i;
  expect(said("time-missing")).toMatch(time);
  expect(said("time-not-understood")).toMatch(time);
  expect(said("date-missing")).toMatch(/day|date/i);
});
