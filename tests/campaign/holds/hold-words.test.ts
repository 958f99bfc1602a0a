import { expect, test } from "vitest";
import { dayOfHold } from "#app/campaign/holds/hold-day.ts";
import {
  afterLifting,
  bannerSentence,
  type HoldFacts,
  type HoldNow,
  holdNow,
  inBothClocks,
  lineSentence,
  markedInWords,
} from "#app/campaign/holds/hold-words.ts";
import type { LineStanding } from "#app/campaign/holds/holding-lines/holding-line.ts";
import { holdStateInWords } from "#app/campaign/holds/what-a-hold-marks.ts";

const NOW = new Date("2026-11-12T15:00:00Z");
const inMinutes = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const PRAGUE = "Europe/Prague";
const LATER = inMinutes(90);

const STANDINGS: readonly LineStanding[] = [
  { standing: "not written" },
  { standing: "draft" },
  { standing: "changed since clearance", widened: { from: "TLP:AMBER", to: "TLP:GREEN" } },
  { standing: "in clearance", answered: 1, asked: 3 },
  { standing: "returned" },
  { standing: "cleared" },
  { standing: "expired" },
  { standing: "ended" },
];
const hold = (standing: LineStanding, more: Partial<HoldNow> = {}): HoldNow => ({
  ...{ messageNumber: 2, placedAt: inMinutes(-30), standing, now: NOW, homeZone: PRAGUE },
  ...{ expiresAt: null, saidUntil: null, answerBy: null, silenceAt: null },
  ...more,
});

test("an instant has the day where it is not today's, and the ministry's where that is another", () => {
  expect(inBothClocks(new Date("2026-11-12T15:30:00Z"), NOW, PRAGUE)).toBe("10:30 (16:30 in Prague)");
  expect(inBothClocks(new Date("2026-11-13T23:00:00Z"), NOW, PRAGUE)).toBe(
    "Fri 13 Nov, 18:00 (Sat 14 Nov, 00:00 in Prague)",
  );
});

test("the banner says since when, and what to say instead", () => {
  const said = (at: number, more: Partial<HoldNow> = {}) =>
    bannerSentence(hold(STANDINGS[at] ?? { standing: "draft" }, more)).replace(
      "Since 09:30 (15:30 in Prague). Papers and posts that use it cannot go out as cleared. ",
      "",
    );
  const none = "There is no cleared holding line: say nothing on message 2.";
  expect([said(0), said(1), said(2), said(4), said(7)]).toEqual([none, none, none, none, none]);
  expect(said(3)).toBe("A holding line is with the desks; until it is cleared, say nothing on message 2.");
  expect(said(3, { answerBy: LATER })).toBe(
    "A holding line is with the desks, whose answers are due by 11:30 (17:30 in Prague); until it is cleared, say nothing on message 2.",
  );
  expect(said(3, { answerBy: inMinutes(-1) })).toBe(said(3));
  for (const at of [1, 3, 4, 5])
    expect(said(at, { saidUntil: LATER })).toBe(
      "Use the holding line instead, until 11:30 (17:30 in Prague).",
    );
  expect(said(6)).toBe("The holding line has expired: say nothing on message 2.");
});

test("each standing of the line has its sentence", () => {
  const times = { expiresAt: LATER };
  expect(STANDINGS.map((standing) => lineSentence(hold(standing, times)))).toEqual([
    "No holding line has been written yet.",
    "The holding line is a draft: no desk has been asked about this version yet.",
    "The holding line has changed since clearance. It was cleared as TLP:AMBER and is now TLP:GREEN. Send it to the desks again.",
    "The holding line is with the desks; answers so far: 1 of 3.",
    "A desk has objected to the holding line. Edit it, then send it to the desks again.",
    "The holding line is cleared and replaces the message until 11:30 (17:30 in Prague).",
    "The holding line was valid until 11:30 (17:30 in Prague) and has expired. Lift the hold, or extend the line.",
    "The holding line is no longer in use.",
  ]);
  expect(lineSentence(hold({ standing: "draft" }, { saidUntil: LATER }))).toBe(
    "The holding line is a draft: no desk has been asked about this version yet. Until 11:30 (17:30 in Prague), use the version that was cleared earlier.",
  );
  expect(lineSentence(hold({ standing: "in clearance", answered: 1, asked: 3 }, { silenceAt: LATER }))).toBe(
    "The holding line is with the desks; answers so far: 1 of 3. Ministry desks still silent at 11:30 (17:30 in Prague) are taken to agree.",
  );
});

test("the last desk that is still to answer counts, and silence only where no desk of the ministry must speak", () => {
  type Asked = HoldFacts["round"][number];
  const asked = (side: Asked["side"], more: Partial<Asked> = {}): Asked => ({
    ...{ side, answer: null, dueAt: null, silenceAt: null },
    ...more,
  });
  const times = (...round: Asked[]) => {
    const message = { id: "m2", number: 2, title: "Duplication" };
    const standing: LineStanding = { standing: "draft" };
    const facts = { hold: { message, placedAt: NOW }, standing, expiresAt: null, inForce: null, round };
    const { answerBy, silenceAt } = holdNow(facts, { now: NOW, homeZone: PRAGUE });
    return { answerBy, silenceAt };
  };
  expect(times()).toEqual({ answerBy: null, silenceAt: null });
  const ministry = (minutes: number) =>
    asked("ministry", { dueAt: inMinutes(minutes), silenceAt: inMinutes(minutes + 1) });
  expect(times(ministry(10), ministry(30), ministry(20), asked("embassy"))).toEqual({
    answerBy: inMinutes(30),
    silenceAt: inMinutes(31),
  });
  expect(times(ministry(10), asked("ministry"))).toEqual({ answerBy: inMinutes(10), silenceAt: null });
  expect(times(ministry(10), { ...ministry(30), answer: "cleared" })).toEqual({
    answerBy: inMinutes(10),
    silenceAt: inMinutes(11),
  });
});

test("lifting says what becomes of papers, posts and the line", () => {
  const cleared = { status: "cleared", isSent: true } as const;
  const sent = { status: "changed since clearance", isSent: true } as const;
  const draft = { status: "draft", isSent: false } as const;
  expect(afterLifting([], 0, false)).toEqual([]);
  expect(afterLifting([cleared, sent, draft], 1, true)).toEqual([
    "1 paper is cleared again, 1 paper is in clearance again, 1 paper is not cleared, as before.",
    "The post needs a new time; it will not go out automatically.",
    "The holding line will end. What was sent will stay in the history.",
  ]);
  expect(afterLifting([draft, draft], 2, false)).toEqual([
    "2 papers are not cleared, as before.",
    "The 2 posts need a new time; they will not go out automatically.",
  ]);
  expect(afterLifting([cleared], 0, false)).toEqual(["1 paper is cleared again."]);
});

test("what a hold marks is counted kind by kind, and its state has a word", () => {
  expect(markedInWords({ papers: 3, events: 1, letters: 2, posts: 1 })).toBe(
    "3 papers, 1 event, 2 letters and 1 post",
  );
  expect(markedInWords({ papers: 0, events: 0, letters: 1, posts: 0 })).toBe("1 letter");
  expect(markedInWords({ papers: 0, events: 0, letters: 0, posts: 0 })).toBe("Nothing at present");
  expect((["on hold", "stopped", "asks for a new time"] as const).map(holdStateInWords)).toEqual([
    "On hold",
    "Stopped by a hold",
    "Needs a new time",
  ]);
});

type DayFacts = Parameters<typeof dayOfHold>[0];
const day = (given: Partial<DayFacts> = {}) => {
  const facts: DayFacts = {
    ...{ changes: [], now: NOW, standing: { standing: "not written" }, events: [], isLifted: false },
    ...{ silenceAt: null, answerBy: null, expiresAt: null },
    ...given,
  };
  return dayOfHold(facts).map(({ at, words, who, is }) => {
    const minutes = (at.getTime() - NOW.getTime()) / 60_000;
    return `${is} ${minutes} ${words}${who === null ? "" : `, ${who}`}`;
  });
};

test("the day of a hold goes from what was done, in order, over now, to what comes", () => {
  const done = (minutes: number, summary: string, isUndone = false) => ({
    ...{ at: inMinutes(minutes), summary, who: "Eva", isUndone },
  });
  const changes = [done(-5, "Sent"), done(-5, "Written", true), done(-9, "Placed")];
  const past = ["past -9 Placed, Eva", "past -5 Written (undone), Eva", "past -5 Sent, Eva"];
  expect(day({ changes })).toEqual([...past, "now 0 No holding line yet"]);
  expect(day({ changes, isLifted: true, expiresAt: LATER })).toEqual(past);
  expect(STANDINGS.map((standing) => day({ standing })[0])).toEqual([
    "now 0 No holding line yet",
    "now 0 The line is a draft",
    "now 0 The line has changed since clearance",
    "now 0 1 of 3 answers given",
    "now 0 The line was returned",
    "now 0 The line is cleared",
    "now 0 The line has expired",
    "now 0 The line is no longer in use",
  ]);
});

test("of what comes the next three events are told, and of a line that is out its answers or its silence", () => {
  const out: LineStanding = { standing: "in clearance", answered: 1, asked: 3 };
  const events = [0, 10, 20, 30, 40].map((minutes) => ({
    title: `E${minutes}`,
    startsAt: inMinutes(minutes),
  }));
  const times = { silenceAt: inMinutes(15), answerBy: inMinutes(12), expiresAt: inMinutes(25), events };
  const coming = [
    "next 10 E10: a line must be in force",
    "next 20 E20: a line must be in force",
    "next 25 The holding line expires",
    "next 30 E30: a line must be in force",
  ];
  expect(day(times).slice(1)).toEqual(coming);
  expect(day({ ...times, standing: out }).slice(1)).toEqual(
    coming.toSpliced(1, 0, "next 15 Ministry desks still silent are taken to agree"),
  );
  expect(day({ ...times, standing: out, silenceAt: null }).slice(1)).toEqual(
    coming.toSpliced(1, 0, "next 12 The last answer is due"),
  );
  expect(day({ standing: out, silenceAt: NOW, answerBy: LATER, expiresAt: NOW }).slice(1)).toEqual([]);
});
