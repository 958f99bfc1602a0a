import { expect, test } from "vitest";
import type { LineFields } from "#app/domain/outreach-events/one-line/fields.ts";
import { readLine } from "#app/domain/outreach-events/one-line.ts";
import { CONTEXT } from "./context.ts";

type Expected = Partial<LineFields>;

/** What each line fills, and nothing else; on Tuesday 10 November 2026, 10:40 in Washington. */
const UNDERSTOOD: readonly [string, Expected][] = [
  // Dates
  ["today", { first: "2026-11-10" }],
  ["tomorrow", { first: "2026-11-11" }],
  ["day after tomorrow", { first: "2026-11-12" }],
  ["yesterday", { first: "2026-11-09" }],
  ["tue", { first: "2026-11-10" }],
  ["Tuesday", { first: "2026-11-10" }],
  ["on tuesday", { first: "2026-11-10" }],
  ["wed", { first: "2026-11-11" }],
  ["weds", { first: "2026-11-11" }],
  ["thurs", { first: "2026-11-12" }],
  ["MON", { first: "2026-11-16" }],
  ["mon.", { first: "2026-11-16" }],
  ["sunday", { first: "2026-11-15" }],
  ["this mon", { first: "2026-11-09" }],
  ["this friday", { first: "2026-11-13" }],
  ["next mon", { first: "2026-11-16" }],
  ["next tuesday", { first: "2026-11-17" }],
  ["thu next week", { first: "2026-11-19" }],
  ["next week thu", { first: "2026-11-19" }],
  ["in 3 days", { first: "2026-11-13" }],
  ["in a week", { first: "2026-11-17" }],
  ["in two weeks", { first: "2026-11-24" }],
  ["in 14 days", { first: "2026-11-24" }],
  ["12 nov", { first: "2026-11-12" }],
  ["12 November", { first: "2026-11-12" }],
  ["12 nov 2027", { first: "2027-11-12" }],
  ["12th of november", { first: "2026-11-12" }],
  ["the 12th", { first: "2026-11-12" }],
  ["9th", { first: "2026-12-09" }],
  ["nov 12", { first: "2026-11-12" }],
  ["Nov 12, 2026", { first: "2026-11-12" }],
  ["thu 12 nov", { first: "2026-11-12" }],
  ["mon 16", { first: "2026-11-16" }],
  ["12.11.", { first: "2026-11-12" }],
  ["12. 11.", { first: "2026-11-12" }],
  ["12.11.2026", { first: "2026-11-12" }],
  ["12. 11. 2026", { first: "2026-11-12" }],
  ["thu 12.11", { first: "2026-11-12" }],
  ["31.12", { first: "2026-12-31" }],
  ["2026-11-12", { first: "2026-11-12" }],
  ["12 oct", { first: "2026-10-12" }],
  ["1 dec", { first: "2026-12-01" }],
  ["3 jan", { first: "2027-01-03" }],
  // Several days
  ["12-14 nov", { first: "2026-11-12", last: "2026-11-14", isAllDay: true }],
  ["12 – 14 nov", { first: "2026-11-12", last: "2026-11-14", isAllDay: true }],
  ["12 to 14 nov", { first: "2026-11-12", last: "2026-11-14", isAllDay: true }],
  ["from 12 to 14 nov", { first: "2026-11-12", last: "2026-11-14", isAllDay: true }],
  ["30 nov to 2 dec", { first: "2026-11-30", last: "2026-12-02", isAllDay: true }],
  ["30 dec - 2 jan", { first: "2026-12-30", last: "2027-01-02", isAllDay: true }],
  ["12.-14.11.", { first: "2026-11-12", last: "2026-11-14", isAllDay: true }],
  ["12.11-14.11.", { first: "2026-11-12", last: "2026-11-14", isAllDay: true }],
  ["2026-11-12 to 2026-11-14", { first: "2026-11-12", last: "2026-11-14", isAllDay: true }],
  ["mon-wed", { first: "2026-11-16", last: "2026-11-18", isAllDay: true }],
  ["12-14 nov 9:00-17:00", { first: "2026-11-12", last: "2026-11-14", start: "09:00", end: "17:00" }],
  ["thu all day", { first: "2026-11-12", isAllDay: true }],
  ["all-day thu", { first: "2026-11-12", isAllDay: true }],
  // Times
  ["14:00", { start: "14:00" }],
  ["9:30", { start: "09:30" }],
  ["14.00", { start: "14:00" }],
  ["9.30", { start: "09:30" }],
  ["14h", { start: "14:00" }],
  ["14h30", { start: "14:30" }],
  ["1430h", { start: "14:30" }],
  ["2pm", { start: "14:00" }],
  ["2 pm", { start: "14:00" }],
  ["2:30 p.m.", { start: "14:30" }],
  ["12 am", { start: "00:00" }],
  ["noon", { start: "12:00" }],
  ["at noon", { start: "12:00" }],
  ["at 14:00", { start: "14:00" }],
  ["tue, at 14", { first: "2026-11-10", start: "14:00" }],
  ["14:00-15:30", { start: "14:00", end: "15:30" }],
  ["14:00 - 15:30", { start: "14:00", end: "15:30" }],
  ["14:00 to 15:30", { start: "14:00", end: "15:30" }],
  ["from 14:00 until 15:30", { start: "14:00", end: "15:30" }],
  ["14-15:30", { start: "14:00", end: "15:30" }],
  ["14-16h", { start: "14:00", end: "16:00" }],
  ["2-3pm", { start: "14:00", end: "15:00" }],
  ["2 - 3 pm", { start: "14:00", end: "15:00" }],
  ["11-1pm", { start: "11:00", end: "13:00" }],
  ["tue 2-3pm", { first: "2026-11-10", start: "14:00", end: "15:00" }],
  ["tue 2 pm", { first: "2026-11-10", start: "14:00" }],
  ["Tue. 14.00", { first: "2026-11-10", start: "14:00" }],
  ["tue 14:00", { first: "2026-11-10", start: "14:00" }],
  ["tue 9:00", { first: "2026-11-17", start: "09:00" }],
  ["today 9:00", { first: "2026-11-10", start: "09:00" }],
  ["tue 17:00 prague", { first: "2026-11-10", start: "17:00", zone: "Europe/Prague" }],
  ["tue 16:00 prague", { first: "2026-11-17", start: "16:00", zone: "Europe/Prague" }],
  // Clocks
  ["14:00 prague", { start: "14:00", zone: "Europe/Prague" }],
  ["14:00 in Prague", { start: "14:00", zone: "Europe/Prague" }],
  ["20:00 PRG", { start: "20:00", zone: "Europe/Prague" }],
  ["14:00 washington", { start: "14:00", zone: "America/New_York" }],
  ["9:00-10:00 prague time", { start: "09:00", end: "10:00", zone: "Europe/Prague" }],
  ["14:00 brussels", { start: "14:00", zone: "Europe/Brussels" }],
  ["2 pm in new york", { start: "14:00", zone: "America/New_York" }],
  ["9:00 in Ohio", { start: "09:00", zone: "America/New_York" }],
  ["12.11 prague", { start: "12:11", zone: "Europe/Prague" }],
  // Length
  ["45 min", { minutes: 45 }],
  ["45min", { minutes: 45 }],
  ["45 minutes", { minutes: 45 }],
  ["for 45 min", { minutes: 45 }],
  ["1h30", { minutes: 90 }],
  ["1 h 30 min", { minutes: 90 }],
  ["1 hour and 15 minutes", { minutes: 75 }],
  ["1.5 h", { minutes: 90 }],
  ["1,5 h", { minutes: 90 }],
  ["2h", { minutes: 120 }],
  ["an hour", { minutes: 60 }],
  ["two hours", { minutes: 120 }],
  ["half an hour", { minutes: 30 }],
  ["14:00, 8h", { start: "14:00", minutes: 480 }],
  ["8h, 45 min", { start: "08:00", minutes: 45 }],
  // Messages
  ["msg 2", { messageIds: ["m2"] }],
  ["msg 2 3", { messageIds: ["m2", "m3"] }],
  ["msg 2, 3", { messageIds: ["m2", "m3"] }],
  ["msg 2, 3, 45 min", { messageIds: ["m2", "m3"], minutes: 45 }],
  ["msg 2 3 45 min", { messageIds: ["m2", "m3"], minutes: 45 }],
  ["msg 2 12 nov", { messageIds: ["m2"], first: "2026-11-12" }],
  ["msg 2 2 pm", { messageIds: ["m2"], start: "14:00" }],
  ["messages 2 and 3", { messageIds: ["m2", "m3"] }],
  ["message 1", { messageIds: ["m1"] }],
  ["m2", { messageIds: ["m2"] }],
  ["m2 m3", { messageIds: ["m2", "m3"] }],
  ["m2,3", { messageIds: ["m2", "m3"] }],
  ["msg2", { messageIds: ["m2"] }],
  ["msg 1-3", { messageIds: ["m1", "m2", "m3"] }],
  ["#2", { messageIds: ["m2"] }],
  // People
  ["@jana", { officerIds: ["jana"] }],
  ["@JANA", { officerIds: ["jana"] }],
  ["@malá", { officerIds: ["jana"] }],
  ["@mala", { officerIds: ["jana"] }],
  ["@dvorak", { officerIds: ["petr"] }],
  ["@petr", { officerIds: ["petr"] }],
  ["@jan", { officerIds: ["jana"] }],
  ["@jana malá", { officerIds: ["jana"] }],
  ["@me", { officerIds: ["jana"] }],
  ["@petr @jana", { officerIds: ["petr", "jana"] }],
  ["with @petr and @eva", { officerIds: ["petr", "eva"] }],
  ["Claire Hadley", { title: "Claire Hadley", contactIds: ["hadley"] }],
  ["Coffee with Claire Hadley", { title: "Coffee with Claire Hadley", contactIds: ["hadley"] }],
  ["Lunch, Col. Farrow", { title: "Lunch, Col. Farrow", contactIds: ["farrow"] }],
  ["Lunch, tue, claire hadley", { title: "Lunch", first: "2026-11-10", contactIds: ["hadley"] }],
  // Audiences
  ["SFRC majority", { title: "SFRC majority", audienceIds: ["sfrc-maj"] }],
  ["SFRC majority staff", { title: "SFRC majority staff", audienceIds: ["sfrc-maj"] }],
  ["sfrc min", { title: "sfrc min", audienceIds: ["sfrc-min"] }],
  ["SFRC both", { title: "SFRC both", audienceIds: ["sfrc-maj", "sfrc-min"] }],
  ["HASC", { title: "HASC", audienceIds: ["hasc"] }],
  ["SASC staff", { title: "SASC staff", audienceIds: ["sasc"] }],
  [
    "Senate Foreign Relations, minority staff",
    { title: "Senate Foreign Relations, minority staff", audienceIds: ["sfrc-min"] },
  ],
  ["House delegation", { title: "House delegation", audienceIds: ["assembly"] }],
  ["defense reporters", { title: "defense reporters", audienceIds: ["reporters"] }],
  ["Think tanks", { title: "Think tanks", audienceIds: ["restraint"] }],
  ["NATO Observer Group", { title: "NATO Observer Group", audienceIds: ["observers"] }],
  ["Pentagon", { title: "Pentagon", audienceIds: ["pentagon"] }],
  ["State", { title: "State", audienceIds: ["state"] }],
  ["State of play", { title: "State of play" }],
  // Kinds, terms, places
  ["Briefing", { title: "Briefing", kind: "briefing" }],
  ["office call", { title: "office call", kind: "office call" }],
  ["call by phone", { title: "call by phone", kind: "phone call" }],
  ["demarche", { title: "demarche", kind: "démarche under instruction" }],
  ["Op-ed", { title: "Op-ed", kind: "op-ed" }],
  ["Talk, tentative", { title: "Talk", schedule: "tentative" }],
  ["Talk, confirmed", { title: "Talk", schedule: "confirmed" }],
  ["Talk off the record", { title: "Talk off the record", groundRule: "off the record" }],
  ["Talk at Dirksen 419", { title: "Talk", place: "Dirksen 419" }],
  ["Talk at Dirksen 419 tue", { title: "Talk", place: "Dirksen 419", first: "2026-11-10" }],
  ['Talk at "Dirksen, 419"', { title: "Talk", place: "Dirksen, 419" }],
  ["Talk https://meet.example/x", { title: "Talk", link: "https://meet.example/x" }],
  ["Talk, best by 19 nov", { title: "Talk", bestBy: "2026-11-19" }],
  // Titles
  ["Lunch on the hill, tue", { title: "Lunch on the hill", first: "2026-11-10" }],
  ["tue 14:00 Lunch", { title: "Lunch", first: "2026-11-10", start: "14:00" }],
  ['"Tuesday talks, 14:00"', { title: "Tuesday talks, 14:00" }],
  ["Panel on the 2 % goal, tue", { title: "Panel on the 2 % goal", kind: "panel", first: "2026-11-10" }],
  ["", {}],
  [" , ;, ", {}],
];

const NOTHING: LineFields = readLine("", CONTEXT).fields;

test.for(UNDERSTOOD)("“%s” is understood, and nothing else is filled", ([line, expected]) => {
  const read = readLine(line, CONTEXT);
  expect(read.fields).toEqual({ ...NOTHING, ...expected });
  expect(read.doubts).toEqual([]);
  expect(read.notUnderstood).toEqual([]);
});

test("the line of the design is understood but for the side, which is asked", () => {
  const read = readLine("SFRC staff, tue 14:00, 45 min, msg 2 3, @jana", CONTEXT);
  expect(read.fields).toEqual({
    ...NOTHING,
    title: "SFRC staff",
    first: "2026-11-10",
    start: "14:00",
    minutes: 45,
    messageIds: ["m2", "m3"],
    officerIds: ["jana"],
  });
  expect(read.doubts.map(({ choices }) => choices.map(({ line }) => line))).toEqual([
    [
      "Senate Foreign Relations majority staff, tue 14:00, 45 min, msg 2 3, @jana",
      "Senate Foreign Relations minority staff, tue 14:00, 45 min, msg 2 3, @jana",
    ],
  ]);
});

/** What may mean several things, and what each answer makes of it. */
const ASKED: readonly [string, string, Expected[]][] = [
  ["Talk 12.11", "12.11", [{ first: "2026-11-12" }, { start: "12:11" }]],
  [
    "Talk 12.11-14.11",
    "12.11-14.11",
    [
      { first: "2026-11-12", last: "2026-11-14", isAllDay: true },
      { start: "12:11", end: "14:11" },
    ],
  ],
  ["Talk next thu", "next thu", [{ first: "2026-11-12" }, { first: "2026-11-19" }]],
  ["Talk 8h", "8h", [{ start: "08:00" }, { minutes: 480 }]],
  ["Talk @pet", "@pet", [{ officerIds: ["petr"] }, { officerIds: ["petra"] }]],
  ["Talk tue, thu", "tue, thu", [{ first: "2026-11-10" }, { first: "2026-11-12" }]],
  ["Talk 14:00 15:00", "14:00, 15:00", [{ start: "14:00" }, { start: "15:00" }]],
  ["Talk, 30 min, 45 min", "30 min, 45 min", [{ minutes: 30 }, { minutes: 45 }]],
  [
    "Talk, tentative, confirmed",
    "tentative, confirmed",
    [{ schedule: "tentative" }, { schedule: "confirmed" }],
  ],
];

test.for(ASKED)("“%s” is asked about, stays open, and each answer settles it", ([line, text, answers]) => {
  const read = readLine(line, CONTEXT);
  expect(read.fields).toEqual({ ...NOTHING, title: "Talk" });
  expect(read.doubts.map((doubt) => doubt.text)).toEqual([text]);
  const settled = read.doubts[0]?.choices.map((choice) => readLine(choice.line, CONTEXT)) ?? [];
  expect(settled.map(({ doubts }) => doubts)).toEqual(answers.map(() => []));
  expect(settled.map(({ fields }) => fields)).toEqual(
    answers.map((answer) => ({ ...NOTHING, title: "Talk", ...answer })),
  );
});

test.for([
  ["call", ["office call", "phone call"]],
  ["SFRC", ["sfrc-maj", "sfrc-min"]],
  ["with Bell", ["marcus", "anna"]],
  ["Armed Services", ["hasc", "sasc"]],
] as const)("“%s” in a title is asked about, and each answer is another", ([line, answers]) => {
  const read = readLine(line, CONTEXT);
  const settled = read.doubts[0]?.choices.map((choice) => readLine(choice.line, CONTEXT)) ?? [];
  const found = settled.map(({ fields }) => fields.kind ?? fields.audienceIds[0] ?? fields.contactIds[0]);
  expect(found).toEqual([...answers]);
});

/** What is not understood, and a part of what is said about it. */
const REFUSED: readonly [string, string, string][] = [
  ["Talk, tue, xyz", "xyz", "put it in front"],
  ["Talk, tue, some more words, @jana", "some more words", "put it in front"],
  ["Talk 11/12", "11/12", "With slashes"],
  ["Talk 11/12/2026", "11/12/2026", "With slashes"],
  ["Talk 30 feb", "30 feb", "not in the calendar"],
  ["Talk 31.11.", "31.11.", "not in the calendar"],
  ["Talk 2026-13-45", "2026-13-45", "not in the calendar"],
  ["Talk fri 12 nov", "fri 12 nov", "12 Nov 2026 is a Thursday"],
  ["Talk mon 17", "mon 17", "17 Nov 2026 is a Tuesday"],
  ["Talk 14-12 nov", "14-12 nov", "last day is before the first"],
  ["Talk next week", "next week", "Say which day"],
  ["Talk 25:00", "25:00", "No clock shows 25:00"],
  ["Talk 14:75", "14:75", "No clock shows"],
  ["Talk 1430", "1430", "Write a time like 14:30"],
  ["Talk 12-14", "12-14", "Days or hours?"],
  ["Talk midnight", "midnight", "0:00"],
  ["Talk 2 min", "2 min", "5 minutes at least"],
  ["Talk 30 hours", "30 hours", "24 hours at most"],
  ["Talk msg 9", "msg 9", "There is no message 9. There are 1, 2, 3"],
  ["Talk @xyz", "@xyz", "Nobody from our side is called so"],
  ["Talk http://plain.example", "http://plain.example", "begins with https://"],
];

test.for(REFUSED)("“%s”: “%s” is said not to be understood, and fills nothing", ([line, text, why]) => {
  const read = readLine(line, CONTEXT);
  expect(read.notUnderstood.map((one) => one.text)).toEqual([text]);
  expect(read.notUnderstood[0]?.why).toContain(why);
  expect(read.fields.title).toBe("Talk");
  expect(read.fields.messageIds).toEqual([]);
  expect(read.fields.start).toBeNull();
});
