import fc from "fast-check";
import { expect, test } from "vitest";
import type { SessionDay } from "#app/campaign/session-days/session-day.ts";
import {
  holdersInWords,
  holdersOf,
  type ProgrammeCopy,
  type ProgrammeText,
  programmeHash,
  programmeNumber,
} from "#app/campaign/visits/copies/programme-version.ts";
import { type SchedulersItem, schedulersCopy } from "#app/campaign/visits/copies/schedulers-copy.ts";
import {
  addressIn,
  checkWhoGoes,
  mailtoLink,
  memberInWords,
  type Part,
  readHolders,
  whoGoesInWords,
} from "#app/campaign/visits/members/who-goes.ts";
import { programmeDays, spanOfMeetings } from "#app/campaign/visits/programme.ts";
import { itemState, whenInWords } from "#app/campaign/visits/programme-words.ts";

import { shiftByDays } from "#app/campaign/visits/visit-days.ts";
import { writeMarkdown } from "#app/documents/write-markdown.ts";
import { writeText } from "#app/documents/write-text.ts";
import { timeOf } from "../../support/builders/outreach-event.ts";

const at = (time: string) => new Date(`2026-11-19T${time}:00-05:00`);
const meeting = (id: string, from: string, to: string) => ({
  id,
  title: `Meeting ${id}`,
  startsAt: at(from),
  endsAt: at(to),
  isAllDay: false,
});
const goes = (memberId: string, itemId: string, part: Part = "goes") => ({ memberId, itemId, part });
const PEOPLE = [
  { id: "m", name: "Minister" },
  { id: "p", name: "Petr" },
];

test("every meeting needs somebody who speaks and somebody who takes notes", () => {
  const one = [meeting("a", "10:00", "10:45")];
  expect(checkWhoGoes(PEOPLE, one, []).faults).toEqual(["Meeting a has no speaker and no note-taker."]);
  expect(checkWhoGoes(PEOPLE, one, [goes("m", "a", "leads")]).faults).toEqual([
    "Meeting a has no note-taker.",
  ]);
  const both = [goes("m", "a", "speaks"), goes("p", "a", "notes")];
  expect(checkWhoGoes(PEOPLE, one, both)).toEqual({
    faults: [],
    inOrder: "Every meeting has a speaker and a note-taker.",
  });
  expect(checkWhoGoes(PEOPLE, [], [])).toEqual({ faults: [], inOrder: null });
});

test("nobody is in two at once; meetings that touch are not at once", () => {
  const all = (ids: string[]) => ids.flatMap((id) => [goes("m", id, "speaks"), goes("p", id, "notes")]);
  const touching = [meeting("a", "10:00", "10:45"), meeting("b", "10:45", "11:00")];
  expect(checkWhoGoes(PEOPLE, touching, all(["a", "b"])).faults).toEqual([]);
  const at10 = [meeting("a", "10:00", "10:45"), meeting("b", "10:30", "11:00")];
  expect(checkWhoGoes(PEOPLE, at10, all(["a", "b"])).faults).toEqual([
    "Minister is in two meetings at once: Meeting a and Meeting b.",
    "Petr is in two meetings at once: Meeting a and Meeting b.",
  ]);
  const four = [...PEOPLE, { id: "x", name: "X" }, { id: "y", name: "Y" }];
  const apart = [...all(["a"]), goes("x", "b", "speaks"), goes("y", "b", "notes")];
  expect(checkWhoGoes(four, at10, apart).inOrder).toBe(
    "Every meeting has a speaker and a note-taker. Two meetings overlap at 10:30, but no one is in two at once.",
  );
});

test("who is in two at once agrees with looking at every minute of the day", () => {
  const arbitrary = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 8 })), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(arbitrary, (spans) => {
      const meetings = spans.map(([start, length], index) => ({
        id: String(index),
        title: String(index),
        startsAt: new Date(start * 900_000),
        endsAt: new Date((start + length) * 900_000),
        isAllDay: false,
      }));
      const faults = checkWhoGoes(
        [{ id: "m", name: "M" }],
        meetings,
        meetings.map(({ id }) => goes("m", id)),
      ).faults.filter((fault) => fault.includes("at once"));
      const quarters = Array.from({ length: 60 }, (_, quarter) => quarter * 900_000);
      const pairs = new Set(
        quarters.flatMap((quarter) => {
          const on = meetings.filter(({ startsAt, endsAt }) => +startsAt <= quarter && quarter < +endsAt);
          return on.flatMap((one) =>
            on.filter(({ id }) => id > one.id).map((other) => `${one.id} ${other.id}`),
          );
        }),
      );
      expect(faults.length).toBe(pairs.size);
    }),
  );
});

test("who goes is said in names, or as the whole delegation with who leads it", () => {
  expect(whoGoesInWords(PEOPLE, [])).toBe("No one yet");
  expect(whoGoesInWords(PEOPLE, [goes("p", "a", "notes")])).toBe("Petr");
  expect(whoGoesInWords(PEOPLE, [goes("p", "a"), goes("m", "a", "leads")])).toBe(
    "Whole delegation. Minister leads",
  );
  const leads = [...PEOPLE, { id: "e", name: "Eva" }].map(({ id }) => goes(id, "a", "leads"));
  expect(whoGoesInWords([...PEOPLE, { id: "e", name: "Eva" }], leads)).toBe(
    "Whole delegation. Minister, Petr and Eva lead",
  );
  expect(memberInWords({ name: "Minister", title: "of Defence" })).toBe("Minister of Defence");
  expect(memberInWords({ name: "Petr", title: "counsellor" })).toBe("Petr, counsellor");
});

const CONFIRMED = { schedule: "confirmed", scheduleReason: "", result: "planned", resultReason: "" } as const;
const risks = (given: Partial<Parameters<typeof itemState>[1]> = {}) =>
  ({
    chambers: ["Senate" as const],
    day: "2026-11-19",
    sessionDays: [] as SessionDay[],
    clashes: [],
    ...given,
  }) as const;
const says = (standing: SessionDay["standing"]): SessionDay[] => [
  { chamber: "Senate", day: "2026-11-19", standing, source: "test", asOf: "2026-11-01" },
];

test("an item is at risk where its chamber is away or not known, and where somebody is elsewhere", () => {
  expect(itemState(CONFIRMED, risks())).toEqual({
    state: "at risk",
    because: "Not known whether the Senate is in session that day",
  });
  expect(itemState(CONFIRMED, risks({ sessionDays: says("away") }))).toMatchObject({
    because: "Senate away that day",
  });
  expect(itemState(CONFIRMED, risks({ sessionDays: says("in session") }))).toEqual({ state: "confirmed" });
  expect(itemState(CONFIRMED, risks({ chambers: [], clashes: ["Clash: Petr"] }))).toMatchObject({
    state: "at risk",
    because: "Clash: Petr",
  });
  expect(itemState({ ...CONFIRMED, schedule: "cancelled", scheduleReason: "ill" }, risks())).toEqual({
    state: "cancelled",
    because: "ill",
  });
  expect(itemState({ ...CONFIRMED, result: "held" }, risks())).toEqual({ state: "held" });
});

test("more than an hour between two meetings is shown as free, a cancelled one fills no time", () => {
  const item = (from: string, to: string, takesPlace = true) =>
    ({
      ...meeting(from, from, to),
      day: "2026-11-19",
      takesPlace,
    }) as const;
  const items = [item("14:00", "14:45"), item("08:30", "09:15"), item("10:15", "13:00", false)] as const;
  const [day] = programmeDays(items);
  expect(day?.rows.map((row) => (row.row === "free" ? "free" : row.item.id))).toEqual([
    "08:30",
    "10:15",
    "free",
    "14:00",
  ]);
  expect(spanOfMeetings(items)).toEqual({ startsAt: at("08:30"), endsAt: at("14:45") });
});

test("the head says the hours on both clocks and how far they are apart, five hours in the odd weeks", () => {
  const one = { first: "2026-11-19", last: "2026-11-19" } as const;
  expect(
    whenInWords(one, { startsAt: at("08:30"), endsAt: at("18:45") }, "Europe/Prague", "2026-11-10"),
  ).toEqual({
    washington: "Thu 19 Nov, 08:30 to 18:45 in Washington",
    home: "14:30 to 00:45 in Prague, six hours ahead",
  });
  const october = { startsAt: new Date("2026-10-27T13:00:00Z"), endsAt: new Date("2026-10-27T14:00:00Z") };
  expect(
    whenInWords({ first: "2026-10-27", last: "2026-10-27" }, october, "Europe/Prague", "2026-11-10").home,
  ).toContain("five hours ahead");
});

const TEXT: ProgrammeText = {
  title: "Visit",
  handling: "TLP:AMBER",
  members: [{ id: "m", name: "Minister", title: "" }],
  items: [
    {
      id: "a",
      title: "Pentagon",
      wallStart: "2026-11-19T10:00",
      wallEnd: "2026-11-19T10:45",
      zone: "America/New_York",
      place: "Pentagon",
      host: "",
      schedule: "confirmed",
      groundRule: "background",
      messages: [1],
      note: "",
      planB: "Call",
      planBNote: "",
      decideBy: null,
    },
  ],
  parts: [goes("m", "a")],
};
const copy = (holder: string, number: number, hash: string, given = 1): ProgrammeCopy => ({
  id: `${holder}${given}`,
  number,
  hash,
  holder,
  givenAt: new Date(given),
});

test("a programme is another version when a word, an hour or who goes is another", () => {
  const hash = programmeHash(TEXT);
  expect(programmeHash({ ...TEXT, items: [{ ...TEXT.items[0]!, planB: "Call later" }] })).not.toBe(hash);
  expect(programmeHash({ ...TEXT, parts: [goes("m", "a", "speaks")] })).not.toBe(hash);
  expect(programmeNumber([], hash)).toBe(1);
  expect(programmeNumber([copy("A", 3, "old"), copy("B", 4, hash)], hash)).toBe(4);
  expect(programmeNumber([copy("A", 3, "old")], hash)).toBe(4);
});

test("each holder counts once, with the newest copy that he or she has", () => {
  const copies = [
    copy("Scheduler", 3, "old"),
    copy("Petr", 3, "old"),
    copy("scheduler ", 4, "new", 2),
    copy("Alena", 2, "older"),
  ];
  const holders = holdersOf(copies, "new");
  expect(holders.map(({ holder, number }) => [holder.trim(), number])).toEqual([
    ["Alena", 2],
    ["Petr", 3],
    ["scheduler", 4],
  ]);
  expect(holdersInWords(holders)).toBe("3 recipients, of whom 1 has version 3 and 1 has version 2");
  expect(holdersInWords([])).toBe("no one yet");
});

test("schedulers get times, places and people, and nothing that is ours", () => {
  const item = (given: Partial<SchedulersItem>): SchedulersItem => ({
    title: "Pentagon, NATO policy",
    day: "2026-11-19",
    startsAt: at("10:00"),
    endsAt: at("10:45"),
    place: "Pentagon",
    host: "Front office",
    who: ["Minister of Defence"],
    isInternal: false,
    handling: "TLP:GREEN",
    isTentative: false,
    takesPlace: true,
    ...{ isAllDay: false, zone: "America/New_York" },
    ...given,
  });
  const made = schedulersCopy({
    title: "Visit",
    handling: "TLP:AMBER",
    number: 4,
    homeZone: "Europe/Prague",
    now: at("09:00"),
    items: [
      item({}),
      item({ title: "Morning briefing", isInternal: true }),
      item({ title: "Quiet word", handling: "TLP:RED" }),
      item({ title: "Called off", takesPlace: false }),
      item({ title: "*Starred* [link](x)", isTentative: true }),
      item({ title: "Fair", isAllDay: true, startsAt: at("00:00"), endsAt: new Date("2026-11-20T05:00Z") }),
      item({ title: "Trade fair", isAllDay: true, zone: "Europe/Prague" }),
    ],
  });
  const [text, markdown] = [writeText(made.document), writeMarkdown(made.document)];
  expect(text).toContain(
    "- 10:00 to 10:45 Washington (16:00 Prague)\n  Pentagon, NATO policy\n  Pentagon. Host: Front office\n  From us: Minister of Defence",
  );
  const travels = "TLP:AMBER Need to know only · For hosts’ schedulers · Not for classified information\n";
  expect(text.startsWith(travels)).toBe(true);
  expect(text).toContain(`\n\n${travels}Version 4, `);
  expect(text).toContain(", tentative");
  expect(text).toContain("- All day\n  Fair");
  expect(text).toContain("- All day in Prague\n  Trade fair");
  for (const hidden of ["Morning briefing", "Quiet word", "Called off"]) {
    expect(text).not.toContain(hidden);
    expect(markdown).not.toContain(hidden);
  }
  expect(made.leftOut).toEqual(["Morning briefing", "Quiet word"]);
  expect(markdown).toContain("\\*Starred\\* \\[link\\]");
});

test("an item goes as many days, at its own hour, over the change of the clocks", () => {
  const evening = timeOf("30 Oct 2026", "17:15", "18:45");
  const moved = shiftByDays(evening, 7);
  expect(moved).toMatchObject({ wallStart: "2026-11-06T17:15", wallEnd: "2026-11-06T18:45" });
  expect(moved?.startsAt).toEqual(new Date("2026-11-06T22:15:00Z"));
  expect(shiftByDays(timeOf("1 Mar 2026", "02:30", "03:30"), 7)).toBeNull();
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 400 }), (days) => {
      const there = shiftByDays(evening, days);
      expect(there === null ? null : shiftByDays(there, -days)).toEqual(evening);
    }),
  );
});

test("holders are read one a line, each once, and mail is offered where it fits", () => {
  const holders = ["A", "B <b@x.example>"];
  expect(readHolders(" A \r\n\na\nB <b@x.example>\n")).toEqual({ ok: true, holders });
  expect(readHolders(" \n ").ok).toBe(false);
  expect(readHolders(Array.from({ length: 51 }, (_, n) => `H${n}`).join("\n")).ok).toBe(false);
  expect(addressIn("Office <scheduler@state.example>")).toBe("scheduler@state.example");
  expect(addressIn("Office of Voss")).toBeNull();
  expect(mailtoLink("a@x.example", "A & b", "1\n2")).toContain("?subject=A%20%26%20b&body=1%0D%0A2");
  expect(mailtoLink("", "s", "ž".repeat(400))).toBeNull();
});
