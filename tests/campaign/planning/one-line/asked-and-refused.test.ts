import { expect, test } from "vitest";
import type { LineFields } from "#app/campaign/planning/one-line/fields.ts";
import { readLine } from "#app/campaign/planning/one-line.ts";
import { CONTEXT } from "./context.ts";

type Expected = Partial<LineFields>;

const NOTHING: LineFields = readLine("", CONTEXT).fields;

const MONTHLY = { every: 1, weekdays: [], until: null, count: null };

/** What may mean several things, and what each answer makes of it. */
const OF_THREE_MONTHS: Partial<LineFields>[] = [
  { repeat: { ...MONTHLY, every: 3, repeat: "monthly by weekday" } },
  { repeat: { ...MONTHLY, every: 3, repeat: "monthly by day" } },
];

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
  [
    "Talk 2-3",
    "2-3",
    [
      { start: "14:00", end: "15:00" },
      { start: "02:00", end: "03:00" },
    ],
  ],
  [
    "Talk monthly",
    "monthly",
    [
      { repeat: { ...MONTHLY, repeat: "monthly by weekday" } },
      { repeat: { ...MONTHLY, repeat: "monthly by day" } },
    ],
  ],
  ["Talk every three months", "every three months", OF_THREE_MONTHS],
  ["Talk každé tři měsíce", "každé tři měsíce", OF_THREE_MONTHS],
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
  ["SFRC", ["sfrc-maj", "sfrc-min", "sfrc-maj"]],
  ["with Bell", ["marcus", "anna"]],
  ["Armed Services", ["hasc", "sasc"]],
  ["Hadley", ["hadley", undefined]],
  ["hadley, msg 2", ["hadley", undefined]],
  ["Annexes for Hadley", ["hadley", undefined]],
] as const)("“%s” in a title is asked about, and each answer is another", ([line, answers]) => {
  const read = readLine(line, CONTEXT);
  const settled = read.doubts[0]?.choices.map((choice) => readLine(choice.line, CONTEXT)) ?? [];
  const found = settled.map(({ fields }) => fields.kind ?? fields.audienceIds[0] ?? fields.contactIds[0]);
  expect(found).toEqual([...answers]);
});

test.for(["Bell tower", "The hadley report"])("“%s” is a title and asks nothing", (line) => {
  const { doubts, fields } = readLine(line, CONTEXT);
  expect([doubts, fields.contactIds, fields.title]).toEqual([[], [], line]);
});

/** What is not understood, and a part of what is said about it. */
const REFUSED: readonly [string, string, string][] = [
  ["Talk, tue, xyz", "xyz", "put it first"],
  ["Talk, tue, some more words, @jana", "some more words", "put it first"],
  ["Talk 11/12", "11/12", "Dates with slashes"],
  ["Talk 11/12/2026", "11/12/2026", "Dates with slashes"],
  ["Talk 30 feb", "30 feb", "not in the calendar"],
  ["Talk 31.11.", "31.11.", "not in the calendar"],
  ["Talk 2026-13-45", "2026-13-45", "not in the calendar"],
  ["Talk fri 12 nov", "fri 12 nov", "12 Nov 2026 is a Thursday"],
  ["Talk mon 17", "mon 17", "17 Nov 2026 is a Tuesday"],
  ["Talk 14-12 nov", "14-12 nov", "last day is before the first"],
  ["Talk next week", "next week", "Say which day"],
  ["Talk 25:00", "25:00", "There is no such time as 25:00"],
  ["Talk 14:75", "14:75", "There is no such time as"],
  ["Talk 1430", "1430", "Write a time like 14:30"],
  ["Talk 12-34", "12-34", "There is no such time as 34:00"],
  ["Talk 9-25", "9-25", "There is no such time as 25:00"],
  ["Talk 24-26", "24-26", "Days or hours?"],
  ["Talk 14:00-25:00", "14:00-25:00", "There is no such time as 25:00"],
  ["Talk 13pm", "13pm", "There is no such time as 13pm"],
  ["Talk 25h", "25h", "There is no such time as 25h"],
  ["Talk at 25", "at 25", "There is no such time as 25:00"],
  ["Talk 25:00-26:00", "25:00-26:00", "There is no such time as"],
  ["Talk until 18 dec", "until 18 dec", "Say how often it repeats"],
  ["Talk every fri until 18 dec, 6 times", "6 times", "not both"],
  ["Talk midnight", "midnight", "0:00"],
  ["Talk 2 min", "2 min", "Give a length from 5 minutes to 24 hours"],
  ["Talk 30 hours", "30 hours", "from 5 minutes to 24 hours"],
  ["Talk msg 9", "msg 9", "There is no message 9. The messages are 1, 2, 3"],
  ["Talk @xyz", "@xyz", "No colleague has that name"],
  ["Talk http://plain.example", "http://plain.example", "must begin with https://"],
];

test.for(REFUSED)("“%s”: “%s” is said not to be understood, and fills nothing", ([line, text, why]) => {
  const read = readLine(line, CONTEXT);
  expect(read.notUnderstood.map((one) => one.text)).toEqual([text]);
  expect(read.notUnderstood[0]?.why).toContain(why);
  expect(read.fields.title).toBe("Talk");
  expect(read.fields.messageIds).toEqual([]);
  expect(read.fields.start).toBeNull();
});
