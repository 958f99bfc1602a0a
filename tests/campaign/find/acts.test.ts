import { expect, test } from "vitest";
import { type ActsAround, actsFor } from "#app/campaign/find/acts.ts";
import { searchWords } from "#app/text/search-words.ts";
import { LETTERS } from "#app/ui/keys.ts";

const around: ActsAround = {
  campaignId: "autonomy",
  mayHold: true,
  messages: [
    { number: 2, title: "Autonomy and NATO work together", holdId: null },
    { number: 20, title: "Černín’s own words", holdId: null },
  ],
  audiences: [],
  toLog: [],
};
const labels = (typed: string, more: Partial<ActsAround> = {}) =>
  actsFor(searchWords(typed), { ...around, ...more }).map(({ label }) => label);

test("before anything is typed, what is done most stands first, each with its key", () => {
  expect(actsFor([], around)).toEqual([
    { label: "Plan an event", path: "/c/autonomy/events/new", key: "E" },
    { label: "Log an outcome", path: "/c/autonomy/log", key: "L" },
    { label: "Write talking points", path: "/c/autonomy/talking-points/new", key: null },
  ]);
});

test("the key beside an act is the letter by which the pages offer it", () => {
  const keyed = actsFor([], around).flatMap(({ key, label }) => (key === null ? [] : [[key, label]]));
  const letters = Object.entries(LETTERS).map(([letter, label]) => [letter.toUpperCase(), label]);
  expect(letters).toEqual(expect.arrayContaining(keyed));
});

test("an act is found by its beginnings, in any order, and by other words for it", () => {
  expect(labels("ev pl")).toEqual(["Plan an event", "Add an unscheduled event"]);
  expect(labels("meeting")).toEqual(["Plan an event", "Log an outcome"]);
  expect(labels("outlook")).toEqual(["Import a calendar"]);
  expect(labels("zebra")).toEqual([]);
});

test("a message is held by its number or its title, whatever the accents", () => {
  expect(actsFor(searchWords("hold message 2"), around)[0]).toEqual({
    label: "Hold message 2: Autonomy and NATO work together",
    path: "/c/autonomy/messages/2/hold",
    key: null,
  });
  expect(labels("hold cernin")).toEqual(["Hold message 20: Černín’s own words"]);
  expect(labels("hold 2", { messages: [] })).toEqual([]);
});

test("a message that is on hold leads to its hold, and is not offered to be held again", () => {
  const messages = [{ number: 2, title: "Autonomy", holdId: "frozen" }];
  for (const mayHold of [true, false])
    expect(actsFor(searchWords("hold message 2"), { ...around, messages, mayHold })).toEqual([
      { label: "On hold: message 2, Autonomy", path: "/c/autonomy/holds/frozen", key: null },
    ]);
});

test("whoever may not hold a message is told who may, and led to it, when a hold is asked for", () => {
  expect(actsFor(searchWords("hold message 2"), { ...around, mayHold: false })[0]).toEqual({
    label:
      "Hold message 2: Autonomy and NATO work together. Only clearers and the head of mission may place a hold",
    path: "/c/autonomy/messages/2",
    key: null,
  });
  expect(labels("message 2", { mayHold: false })).toEqual([]);
});

test("what can be done with what was found comes first", () => {
  const found = {
    audiences: [{ id: "hasc", title: "House Armed Services" }],
    toLog: [{ eventId: "e1", title: "Breakfast", day: "Mon 9 Nov" }],
  };
  expect(actsFor(["event"], { ...around, ...found }).slice(0, 3)).toEqual([
    { label: "Log Breakfast, Mon 9 Nov", path: "/c/autonomy/events/e1/log", key: null },
    {
      label: "Plan an event with House Armed Services",
      path: "/c/autonomy/events/new?audience=hasc",
      key: null,
    },
    { label: "Plan an event", path: "/c/autonomy/events/new", key: "E" },
  ]);
});
