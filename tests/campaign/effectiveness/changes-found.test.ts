import { expect, test } from "vitest";
import { changeInWords } from "#app/campaign/effectiveness/changes/change-in-words.ts";
import {
  changesFound,
  type LookedAt,
  sigmaOfScan,
} from "#app/campaign/effectiveness/changes/changes-found.ts";
import { campaignLevels } from "#app/method/campaign-levels.ts";
import { type Note, type NotedCell, packNotes } from "#app/method/noted-cell.ts";
import { DEFAULT_PARAMETERS as parameters } from "#app/method/parameters.ts";
import { sinceStart } from "#app/method/since-start.ts";
import { workOutCell } from "#app/method/worked-cell.ts";
import { dateOfDay, dayNumber } from "#app/time/calendar-date.ts";
import { finished } from "../../support/finished.ts";

const TODAY = dayNumber("2026-11-10");
const AUDIENCES = [
  { id: "hasc", priority: 1 },
  { id: "state", priority: 2 },
];

/** Notes of two raters every ten days; the score falls by `drop` on 1 August. */
function cell(audienceId: string, drop: number): NotedCell {
  return packNotes("m1", audienceId, notesWith(drop));
}

function notesWith(drop: number): Note[] {
  return Array.from({ length: 30 }, (_, at) => {
    const day = TODAY - 300 + at * 10;
    const sum = (at % 3 === 0 ? 0 : 1) - (day >= dayNumber("2026-08-01") ? drop : 0);
    return { day, sum, ratings: 1, kind: "meeting note" as const, raterId: at % 2 === 0 ? "jana" : "petr" };
  });
}

function found(cells: NotedCell[], lookedAt: LookedAt[] = []) {
  const worked = cells.map((one) => workOutCell(one, TODAY, [TODAY], parameters));
  const levels = campaignLevels(worked, { messageIds: ["m1"], audiences: AUDIENCES }, parameters);
  return finished(changesFound(worked, levels, lookedAt, { parameters, asOfDay: TODAY }));
}

test("a drop that was put in is found with its days, and a level course gives none", () => {
  const changes = found([cell("hasc", 2), cell("state", 0)]);
  const own = changes.find(({ audienceId }) => audienceId === "hasc");
  expect(own).toMatchObject({ direction: "drop", word: "alarm", notes: 30 });
  expect(own && own.after < "2026-08-01" && own.before >= "2026-08-01").toBe(true);
  expect(own && own.meanBefore - own.meanAfter).toBeGreaterThan(1.2);
  expect(changes.filter(({ audienceId }) => audienceId === "state")).toEqual([]);
});

test("a drop with every audience is told of the message, as an alarm only", () => {
  const changes = found([cell("hasc", 2), cell("state", 2)]);
  expect(changes[0]).toMatchObject({ audienceId: null, direction: "drop", word: "alarm" });
  expect(found([cell("hasc", 0), cell("state", 0)])).toEqual([]);
});

test("what somebody has looked at is not told again", () => {
  const [first] = found([cell("hasc", 2), cell("state", 0)]).filter(({ audienceId }) => audienceId !== null);
  if (first === undefined) throw new Error("The drop is not found");
  const again = found([cell("hasc", 2), cell("state", 0)], [first]);
  expect(again.filter(({ audienceId }) => audienceId === "hasc")).toEqual([]);
});

test("many notes of one day and rater are one to the scan, and counted each", () => {
  const doubled = packNotes(
    "m1",
    "hasc",
    notesWith(2).flatMap((note) => [note, note]),
  );
  const own = found([doubled]).find(({ audienceId }) => audienceId === "hasc");
  expect(own?.notes).toBe(60);
  expect(workOutCell(doubled, TODAY, [TODAY], parameters).recent.days).toHaveLength(30);
});

test("a change is told in one sentence with its days, levels and chance", () => {
  const change = {
    messageId: "m1",
    audienceId: "hasc",
    direction: "drop",
    word: "watch",
    probability: 0.643,
    after: dateOfDay(TODAY - 70),
    before: dateOfDay(TODAY - 60),
    meanBefore: 0.41,
    meanAfter: -0.92,
    notes: 12,
  } as const;
  expect(changeInWords(change, 2, "House Armed Services, majority staff", "2026-11-10")).toBe(
    "Message 2 is less well received by House Armed Services, majority staff; the level changed between Tue 1 Sep and Fri 11 Sep, from +0.4 to −0.9. Watch, 64 %, from 12 ratings.",
  );
  expect(changeInWords({ ...change, audienceId: null, word: "alarm" }, 2, null, "2026-11-10")).toContain(
    "by −1.3. Alarm",
  );
});

test("a change is looked for in no less noise than usual", () => {
  expect([0.5, 0.8, 1.1].map((sigma) => sigmaOfScan({ sigma }))).toEqual([0.8, 0.8, 1.1]);
});

test("a rise is told as a rise, and looks the other way", () => {
  const own = found([cell("hasc", -2), cell("state", 0)]).find(({ audienceId }) => audienceId === "hasc");
  expect(own).toMatchObject({ direction: "rise", word: "alarm" });
  expect(own?.meanAfter).toBeGreaterThan(own?.meanBefore ?? 2);
  if (own !== undefined) expect(changeInWords(own, 2, "State", "2026-11-10")).toContain("is better received");
});

test("a message stands against the last drawn day before its first rating, by the change of its level", () => {
  const days = [TODAY - 300, TODAY - 200, TODAY];
  const worked = [cell("hasc", 2), cell("state", 2)].map((one) => workOutCell(one, TODAY, days, parameters));
  const levels = campaignLevels(worked, { messageIds: ["m1"], audiences: AUDIENCES }, parameters);
  const since = (firstRated: number | null, drawn = days) => sinceStart(levels, "m1", drawn, firstRated);
  expect(since(null)).toBeNull();
  expect(since(TODAY, [TODAY])).toBeNull();
  expect(since(TODAY, [])).toBeNull();
  const { mean, pDrop } = levels.changeOver("m1", TODAY - 200, TODAY);
  expect(since(TODAY - 101)).toEqual({ from: dateOfDay(TODAY - 200), mean, pHigher: 1 - pDrop });
  expect(since(TODAY - 200)?.from).toBe(dateOfDay(TODAY - 200));
  expect(since(TODAY - 201)?.from).toBe(dateOfDay(TODAY - 300));
  expect(since(TODAY - 400)?.from).toBe(dateOfDay(TODAY - 300));
  expect(pDrop).toBeGreaterThan(0.9);
});

test("what is expected of a pair is what the campaign, its message and its audience come to", () => {
  const worked = [cell("hasc", 2), cell("state", 0)].map((one) =>
    workOutCell(one, TODAY, [TODAY], parameters),
  );
  const levels = campaignLevels(worked, { messageIds: ["m1"], audiences: AUDIENCES }, parameters);
  const [all = 0, message = 0, first = 0, second = 0] = levels.pooled.effects;
  expect(levels.expectedAt("m1", "hasc")).toBe(all + message + first);
  expect(levels.expectedAt("m1", "state")).toBe(all + message + second);
  expect(levels.expectedAt("gone", "gone")).toBe(all);
  expect(first).not.toBe(second);
});

test("a note that does not fit is refused, and the largest that does comes back as it was", () => {
  const pack = (given: Partial<Note>) =>
    packNotes("m1", "hasc", [
      { day: 1, sum: 0, ratings: 1, kind: "meeting note", raterId: "jana", ...given },
    ]);
  for (const sum of [-32_767, 0, 32_767]) expect([...pack({ sum, ratings: 8_191 }).sums]).toEqual([sum]);
  expect([...pack({ ratings: 8_191 }).ratings]).toEqual([8_191]);
  for (const wrong of [{ sum: 32_768 }, { sum: -32_768 }, { ratings: 0 }, { ratings: 8_192 }])
    expect(() => pack(wrong)).toThrow(RangeError);
  expect(() => pack({ kind: "rumour" as never })).toThrow(RangeError);
});
