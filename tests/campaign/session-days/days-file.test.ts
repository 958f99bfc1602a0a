import fc from "fast-check";
import { expect, test } from "vitest";
import { readDaysFile } from "#app/campaign/session-days/days-file.ts";
import { daysTable } from "#app/campaign/session-days/pages/session-days-csv.ts";
import { CHAMBERS, SESSION_STANDINGS, type SessionDay } from "#app/campaign/session-days/session-day.ts";
import { exportedCsv } from "#app/documents/export-csv.ts";
import { addDays } from "#app/time/calendar-date.ts";

const today = "2026-11-26";
const HEAD = "chamber,day,standing,source,as_of";

function read(text: string) {
  return readDaysFile(new TextEncoder().encode(text), today);
}

function faultsOf(text: string): string[] {
  const reading = read(text);
  return reading.ok ? [] : reading.faults.map(({ line, words }) => `${line}: ${words}`);
}

const november: SessionDay = {
  chamber: "House",
  day: "2026-11-12",
  standing: "in session",
  source: "CQ Roll Call",
  asOf: "2025-11-18",
};

test.for<readonly [string, string]>([
  [",", `${HEAD}\nHouse,2026-11-12,in session,CQ Roll Call,2025-11-18\n`],
  [";", `${HEAD.replaceAll(",", ";")}\r\nhouse;12 Nov 2026;In session;CQ Roll Call;18.11.2025\r\n`],
  ["tab", `${HEAD.replaceAll(",", "\t")}\nHOUSE\t"12. 11. 2026"\tin_session\tCQ Roll Call\tNov 18, 2025`],
  [
    "sep=",
    `sep=;\nAs of;Source;Standing;Day;Chamber\n18 Nov 2025;CQ Roll Call;in session;Thu 12 Nov 2026;House`,
  ],
  ["a mark", `\uFEFF${HEAD}\nHouse,2026-11-12,in session,"CQ Roll Call",2025-11-18\n\n`],
])("a file with %s is read, columns in any order", ([, text]) => {
  expect(read(text)).toEqual({ ok: true, days: [november], remarks: [] });
});

test("a range names the working days of Washington, a single day itself, holiday or not", () => {
  const text = `chamber;first day;last day;standing;source;as_of
Senate;2026-11-09;2026-11-16;away;x, y;2025-11-19
House;2026-11-11;;in session;x;2025-11-19`;
  const reading = read(text);
  expect(reading.ok && reading.days.map(({ chamber, day }) => `${chamber} ${day}`)).toEqual([
    "Senate 2026-11-09",
    "Senate 2026-11-10",
    "Senate 2026-11-12",
    "Senate 2026-11-13",
    "Senate 2026-11-16",
    "House 2026-11-11",
  ]);
});

test("everything that is wrong with a row is told, with its line, and nothing is read", () => {
  expect(faultsOf(`${HEAD}\n\nHaus,11/12/2026,maybe,,\nSenate,12 Nov,away,x,2027-01-01`)).toEqual([
    "3: the chamber is “Haus”; it must be House or Senate",
    expect.stringMatching(/^3: the day is “11\/12\/2026”: dates with slashes/),
    expect.stringMatching(/^3: the standing is “maybe”/),
    "3: there is no source; say where this comes from",
    expect.stringMatching(/^3: there is no as_of; write it with its year/),
    expect.stringMatching(/^4: the day is “12 Nov”; write it with its year/),
    "4: as_of is “2027-01-01”, which is in the future",
  ]);
});

test("an empty cell is said to be missing, and a weekend needs a row for each day", () => {
  expect(faultsOf(`${HEAD}\n,2026-11-12,,x,2026-11-10`)).toEqual([
    "2: there is no chamber; it must be House or Senate",
    expect.stringMatching(/^2: there is no standing; it must be/),
  ]);
  const range =
    "chamber,first_day,last_day,standing,source,as_of\nHouse,2026-11-14,2026-11-15,away,x,2026-11-10";
  expect(faultsOf(range)).toEqual([
    "2: 2026-11-14 to 2026-11-15: these days include no working day in Washington; give each day in a row of its own",
  ]);
});

test.for([
  ["", "1: the file is empty"],
  ["a,b\n1,2", /^1: the first line has no columns chamber, standing, source, as_of, day/],
  [`${HEAD}\n`, "1: the file does not name a day below its headings"],
  [`${HEAD},day\n`, "1: the heading “day” appears twice"],
  [`${HEAD}\nHouse,2026-11-12,away,"CQ,2025-11-18\n`, /^2: a quotation mark opened here/],
  [`${HEAD}\nHouse,2026-11-12,away,C"Q,2025-11-18\n`, /^2: there is a quotation mark inside/],
  [
    `${HEAD}\nHouse,2026-11-12,away,CQ, 2025,2025-11-18\n`,
    /^2: the row has 6 values, but there are only 5 headings/,
  ],
  [`${HEAD}\nHouse,2026-11-12,away,"${"x".repeat(6000)}",2025-11-18`, /^2: a row is longer than 5000/],
  [
    `${HEAD}\nHouse,2026-11-12,away,a,2025-11-18\nHouse,2026-11-12,away,b,2025-11-18`,
    /^3: line 2 says otherwise for the House on Thu 12 Nov 2026/,
  ],
] as const)("the file %j is refused with the line", ([text, fault]) => {
  expect(faultsOf(text)).toEqual([typeof fault === "string" ? fault : expect.stringMatching(fault)]);
});

test("fifty faults are told, and how many more there are from which line on", () => {
  const wrong = (rows: number) =>
    faultsOf(`${HEAD}\n${"House,2026-11-12,maybe,CQ,2025-11-18\n".repeat(rows)}`);
  expect(wrong(50)).toHaveLength(50);
  expect(wrong(51).at(-1)).toBe("52: 1 more error from this line on");
  expect(wrong(62).at(-1)).toBe("52: 12 more errors from this line on");
});

test("ten thousand rows are read, one more is refused, and so is more than 1 MB", () => {
  const row = "House,2026-11-12,in session,CQ Roll Call,2025-11-18\n";
  expect(read(`${HEAD}\n${row.repeat(10_000)}`).ok).toBe(true);
  expect(faultsOf(`${HEAD}\n${row.repeat(10_001)}`)).toEqual(["10002: the file has more than 10000 rows"]);
  expect(faultsOf("x".repeat(1_000_001))).toEqual(["1: the file is larger than 1 MB"]);
});

test("what is not UTF-8 is refused at its line, not guessed; UTF-16 with its mark is read", () => {
  const start = new TextEncoder().encode(`${HEAD}\nHouse,2026-11-12,in session,`);
  const ansi = readDaysFile(new Uint8Array([...start, 0xe8, 0x65, 10]), today);
  expect(ansi.ok ? [] : ansi.faults).toEqual([{ line: 2, words: expect.stringContaining("Windows-1250") }]);
  const text = `\uFEFF${HEAD}\nHouse,2026-11-12,in session,Český rozhlas,2025-11-18`;
  const wide = new Uint8Array(Uint16Array.from(text, (sign) => sign.charCodeAt(0)).buffer);
  const reading = readDaysFile(wide, today);
  expect(reading.ok && reading.days[0]?.source).toBe("Český rozhlas");
});

test("a column that is not read is remarked", () => {
  const reading = read(`${HEAD},note\nHouse,2026-11-12,in session,CQ,2025-11-18,hm`);
  expect(reading.ok && reading.remarks).toEqual(["The column “note” is ignored."]);
});

const source = fc
  .string({ minLength: 1, maxLength: 40, unit: "grapheme" })
  .map((text) => text.trim())
  .filter((text) => text !== "" && !/\p{Cc}/u.test(text) && !text.startsWith("'"));

const days = fc.uniqueArray(
  fc.record({
    chamber: fc.constantFrom(...CHAMBERS),
    day: fc.integer({ min: -9000, max: 9000 }).map((count) => addDays("2026-01-01", count)),
    standing: fc.constantFrom(...SESSION_STANDINGS),
    source,
    asOf: fc.integer({ min: 0, max: 3000 }).map((count) => addDays(today, -count)),
  }),
  { minLength: 1, maxLength: 40, selector: ({ chamber, day }) => `${chamber} ${day}` },
);

test("what is exported is read again as it was, whatever the source is called", () => {
  fc.assert(
    fc.property(days, (given) => {
      expect(read([...exportedCsv(daysTable(given))].join(""))).toEqual({
        ok: true,
        days: given,
        remarks: [],
      });
    }),
    { numRuns: 300 },
  );
});

test("a source that begins like a formula, in wide signs too, comes back as it was", () => {
  for (const source of ["=CQ", "-CQ", "\uFF1DCQ", "\uFF0BCQ", "\uFF0DCQ", "\uFF20CQ"]) {
    const day = { chamber: "House", day: "2026-01-06", standing: "away", source, asOf: today } as const;
    expect(read([...exportedCsv(daysTable([day]))].join(""))).toEqual({ ok: true, days: [day], remarks: [] });
  }
});

test("no bytes make the reader throw", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.string({ unit: "binary" }), (bytes, text) => {
      readDaysFile(bytes, today);
      read(`${HEAD}\n${text}`);
    }),
    { numRuns: 500 },
  );
});

test("a source of several lines, too long or missing is refused with its reason", () => {
  const of = (source: string) => faultsOf(`${HEAD}\nHouse,2026-11-12,in session,${source},2025-11-18\n`);
  expect(of('"CQ\nRoll Call"')).toEqual([
    expect.stringContaining("the source contains a line break or a character that is not text"),
  ]);
  expect(of("")).toEqual([expect.stringContaining("there is no source; say where this comes from")]);
});
