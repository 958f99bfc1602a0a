import { expect, test } from "vitest";
import { answersInPlaceOf, isAskedOf, mayAnswerFor, whoIsAsked } from "#app/campaign/clearances/desk.ts";
import { explainDueRefusal, parseDue } from "#app/campaign/clearances/due.ts";
import {
  explainAskingRefusal,
  type OfferedDesk,
  offerDesks,
  refuseAsking,
} from "#app/campaign/clearances/who-must-clear.ts";
import { desk, person } from "../../support/builders/clearance-round.ts";

const now = new Date("2026-11-10T17:00:00.000Z");
const tomas = person("Tomas");
const ivana = person("Ivana");

test("a desk without a holder asks everybody of its side, and any of them answers", () => {
  expect(whoIsAsked(desk(), now)).toMatchObject({
    asked: "anybody",
    people: [{ name: "Ivana" }, { name: "Tomas" }],
  });
  expect(mayAnswerFor(desk(), "ivana")).toBe(true);
  expect(mayAnswerFor(desk(), "petr")).toBe(false);
  expect(answersInPlaceOf(desk(), "ivana")).toBeNull();
});

test("a holder is asked; the deputy may answer at any time, in the holder's place", () => {
  const held = desk({ holder: tomas, deputy: ivana });
  expect(whoIsAsked(held, now)).toMatchObject({ asked: "holder", people: [tomas] });
  expect(isAskedOf(held, "ivana", now)).toBe(false);
  expect(mayAnswerFor(held, "ivana")).toBe(true);
  expect(answersInPlaceOf(held, "ivana")).toEqual(tomas);
  expect(answersInPlaceOf(held, "tomas")).toBeNull();
});

test("while the holder is away the deputy is asked, by the calendar of the desk, both days included", () => {
  const away = desk({ holder: tomas, deputy: ivana, awayFrom: "2026-11-10", awayUntil: "2026-11-11" });
  expect(whoIsAsked(away, now)).toMatchObject({ asked: "deputy", instead: "Tomas", because: "away" });
  // 23:30 in Prague is still the 11th, half an hour later it is the 12th.
  expect(whoIsAsked(away, new Date("2026-11-11T22:30:00.000Z"))).toMatchObject({ asked: "deputy" });
  expect(whoIsAsked(away, new Date("2026-11-11T23:30:00.000Z"))).toMatchObject({ asked: "holder" });
  expect(whoIsAsked({ ...away, deputy: null }, now)).toMatchObject({ asked: "holder", isAway: true });
});

test("with the holder's account closed the deputy is asked; with neither, nobody, and nobody answers", () => {
  const closed = person("Tomas", false);
  const sides = { clearersOfSide: [ivana] };
  expect(whoIsAsked(desk({ holder: closed, deputy: ivana, ...sides }), now)).toMatchObject({
    asked: "deputy",
    because: "cannot clear",
  });
  const empty = desk({ holder: closed, deputy: person("Hana", false), ...sides });
  expect(whoIsAsked(empty, now)).toEqual({ asked: "nobody", people: [] });
  expect(mayAnswerFor(empty, "tomas")).toBe(false);
  expect(mayAnswerFor(empty, "hana")).toBe(false);
  expect(mayAnswerFor(empty, "ivana")).toBe(false);
});

const petr = person("Petr");
const embassy = desk({ id: "embassy", name: "Embassy", side: "embassy", clearersOfSide: [petr] });
const draft = { writers: ["jana"], ownDraftMayBeCleared: false };
const usual = { isAllClearedByMinistry: false, embassyClearsAlone: true, draft, now };
const asked = (
  given: ReturnType<typeof desk>,
  asks: "clear" | "inform" = "clear",
  dueAt: Date | null = null,
) => ({
  desk: given,
  asks,
  dueAt,
});

test("the embassy and, for altered wording, a desk of the ministry must be asked", () => {
  expect(refuseAsking({ ...usual, offered: [asked(embassy), asked(desk())] })).toBeNull();
  expect(refuseAsking({ ...usual, offered: [asked(desk())] })).toEqual({ reason: "embassy-must-be-asked" });
  expect(refuseAsking({ ...usual, offered: [asked(embassy), asked(desk(), "inform")] })).toEqual({
    reason: "ministry-must-be-asked",
  });
  expect(refuseAsking({ ...usual, offered: [] })).toEqual({ reason: "nobody-asked" });
  const alone = { ...usual, isAllClearedByMinistry: true, offered: [asked(embassy)] };
  expect(refuseAsking(alone)).toBeNull();
  expect(refuseAsking({ ...alone, embassyClearsAlone: false })).toEqual({ reason: "ministry-must-be-asked" });
});

test("a text is not sent to a desk at which no one can answer, nor with a time that has passed", () => {
  const empty = desk({ holder: person("Tomas", false) });
  expect(refuseAsking({ ...usual, offered: [asked(embassy), asked(empty)] })).toEqual({
    reason: "nobody-at-desk",
    desk: "Ministry desk",
  });
  const late = [asked(embassy), asked(desk(), "clear", now)];
  expect(refuseAsking({ ...usual, offered: late })).toEqual({
    reason: "due-in-the-past",
    desk: "Ministry desk",
  });
});

test("a text is not sent to a desk at which all who could answer wrote it; who else could is named", () => {
  const lenka = person("Lenka");
  const held = desk({ holder: ivana, deputy: lenka, clearersOfSide: [ivana, lenka, tomas] });
  const nato = desk({ id: "nato", name: "Mission to NATO", holder: tomas });
  const written = (writers: string[]) => ({ ...usual, draft: { ...draft, writers } });
  const both = [asked(embassy), asked(held)];
  expect(refuseAsking({ ...written(["ivana"]), offered: both })).toBeNull();
  const said = (writers: string[], offered: readonly OfferedDesk[] = both) => {
    const refusal = refuseAsking({ ...written(writers), offered });
    return refusal === null ? "" : explainAskingRefusal(refusal);
  };
  const bothWrote = said(["ivana", "lenka"]);
  expect(bothWrote).toContain("“Ministry desk” cannot clear this text");
  expect(bothWrote).toContain("Make Tomas its holder or deputy under Settings.");
  expect(said(["ivana", "lenka"], [...both, { desk: nato, asks: "not asked", dueAt: null }])).toContain(
    "Ask “Mission to NATO” instead, or make Tomas its holder or deputy under Settings.",
  );
  expect(said(["ivana", "lenka", "tomas"])).toContain(
    "Have an administrator make a colleague who wrote none of it a ministry clearer, and then its deputy.",
  );
  expect(said(["petr"])).toContain("a colleague who wrote none of it an embassy clearer.");
  const allowed = { ...usual, draft: { writers: ["petr"], ownDraftMayBeCleared: true } };
  expect(refuseAsking({ ...allowed, offered: both })).toBeNull();
});

test("an empty desk of the ministry does not hold up a text that the embassy clears alone", () => {
  const empty = desk({ clearersOfSide: [] });
  expect(
    refuseAsking({ ...usual, isAllClearedByMinistry: true, offered: [asked(embassy), asked(empty)] }),
  ).toBeNull();
});

test("each refusal has its sentence and says what to do", () => {
  const sentences = [
    explainAskingRefusal({ reason: "nobody-asked" }),
    explainAskingRefusal({ reason: "embassy-must-be-asked" }),
    explainAskingRefusal({ reason: "ministry-must-be-asked" }),
    explainAskingRefusal({ reason: "nobody-at-desk", desk: "Mission to NATO" }),
    explainAskingRefusal({ reason: "due-in-the-past", desk: "Mission to NATO" }),
  ];
  expect(new Set(sentences).size).toBe(sentences.length);
  expect(sentences[3]).toContain("Mission to NATO");
});

test("desks are offered by their own rule at first, and as they were asked at the last sending after that", () => {
  const nato = desk({ id: "nato", name: "Mission to NATO", asks: "not asked" });
  const desks = [embassy, desk(), nato];
  const offer = { desks, eventStarts: new Date("2026-11-20T18:00:00.000Z"), now };
  const first = offerDesks({ ...offer, earlier: [] });
  expect(first.map(({ asks }) => asks)).toEqual(["clear", "clear", "not asked"]);
  // The 17th is a holiday in Prague, whose desks are due the day before the embassy of this test.
  expect(first.map(({ dueAt }) => dueAt?.toISOString())).toEqual(Array(3).fill("2026-11-16T17:00:00.000Z"));
  const earlier = [{ desk: embassy, asks: "clear" } as const, { desk: nato, asks: "inform" } as const];
  const again = offerDesks({ ...offer, earlier });
  expect(again.map(({ asks }) => asks)).toEqual(["clear", "not asked", "inform"]);
});

test("a due time is typed as day and time by Washington's clock", () => {
  const due = (text: string) => {
    const parsed = parseDue(text, now);
    return parsed.ok ? (parsed.dueAt?.toISOString() ?? "none") : parsed.reason;
  };
  expect(due("Thu 12 Nov 2026, 12:00")).toBe("2026-11-12T17:00:00.000Z");
  expect(due("12 Nov 9:30")).toBe("2026-11-12T14:30:00.000Z");
  expect(due("tomorrow noon")).toBe("2026-11-11T17:00:00.000Z");
  expect(due("12 Nov 2 pm")).toBe("2026-11-12T19:00:00.000Z");
  expect(due("  ")).toBe("none");
  expect(due("10 Nov 2026, 12:00")).toBe("due-in-the-past");
  expect(due("12 Nov 2026")).toBe("time-missing");
  expect(due("14 Mar 2027, 02:30")).toBe("time-does-not-exist");
  expect(due("7 Nov 2027, 01:30")).toBe("time-occurs-twice");
  expect(due("11/12 12:00")).toBe("day-and-month-ambiguous");
  expect(due("soon")).toBe("date-not-understood");
  expect(explainDueRefusal("due-in-the-past")).not.toBe(explainDueRefusal("time-missing"));
});
