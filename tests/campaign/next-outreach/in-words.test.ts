import { expect, test } from "vitest";
import {
  bestFew,
  factorsInWords,
  outreachSentence,
  percent,
  planPath,
  pointsInWords,
  reasonInWords,
} from "#app/campaign/next-outreach/in-words.ts";
import { nextOutreach, type OutreachOption } from "#app/campaign/next-outreach/next-outreach.ts";
import type { OutreachGround } from "#app/campaign/next-outreach/ranking-input.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { figure, ground, message, person, row } from "../../support/builders/next-outreach.ts";

function only(given: Partial<OutreachGround>): OutreachOption {
  const { first, against } = nextOutreach(ground({ messages: [message(1)], ...given }));
  const [option] = [...first, ...against];
  if (option === undefined) throw new Error("Nobody was ranked");
  return option;
}

const sentence = (given: Partial<OutreachGround>) =>
  outreachSentence({ ...nextOutreach(ground({ messages: [message(1)], ...given })), people: [] });

test("the strongest reason is the first that holds", () => {
  const rows = [row("a", [0.5])];
  const met = (lastContactOn: CalendarDate | null) =>
    only({ rows, contacts: [person("c", "a", { lastContactOn })] });
  expect(reasonInWords(met(null))).toBe("No contact yet");
  expect(reasonInWords(met("2026-08-28"))).toBe("No contact for 90 days");
  expect(reasonInWords(met("2026-08-29"))).toBe("Priority 1, influence 5 of 5");
  const well = [row("a", [], { figures: [figure(1, 0.1, { verdict: "Well received" })] })];
  const recent = person("c", "a", { lastContactOn: "2026-11-01" });
  expect(reasonInWords(only({ rows: well, contacts: [recent] }))).toBe("Message 1 is well received there");
  expect(reasonInWords(only({ rows: [row("a", [-0.5])], contacts: [recent] }))).toBe(
    "Avoid message 1: mixed there",
  );
});

test("what a meeting would teach is the reason where it is more than the meeting is worth now", () => {
  const rows = [row("a", [0.05, 0.04], { plannedMeetings: 2 })];
  const option = only({ messages: [message(1), message(2)], rows, contacts: [person("c", "a")] });
  expect(option.valueLearn).toBeGreaterThan(option.valueNow);
  expect(reasonInWords(option)).toBe(
    "With 2 meetings planned there, it is worth finding out how message 1 is received",
  );
});

test("one message only teaches nothing about the choice", () => {
  const option = only({ rows: [row("a", [0.5], { plannedMeetings: 9 })], contacts: [person("c", "a")] });
  expect(option.kg).toBe(0);
  expect(option.valueLearn).toBe(0);
});

test("the factors say what they come from", () => {
  const rows = [row("a", [0.5], { audience: { id: "a", name: "A", priority: 2 }, influence: 3 })];
  const repeated = person("c", "a", { lastContactOn: "2026-10-12", heardOn: { m1: "2026-10-12" } });
  expect(
    factorsInWords(only({ rows, contacts: [repeated] }), "2026-11-26").map(({ from, value }) => [
      from,
      value,
    ]),
  ).toEqual([
    ["2 of 3, where 1 is highest", 2 / 3],
    ["3 of 5", 0.6],
    ["no reading: counted as 3, undecided", 1],
    ["45 days, last contact on Mon 12 Oct", 0.5],
    ["heard message 1 on Mon 12 Oct", 0.5],
  ]);
  const read = [row("a", [0.5], { readings: [{ readOn: "2026-11-26", stance: 4 }] })];
  expect(factorsInWords(only({ rows: read, contacts: [person("c", "a")] }), "2026-11-26")[2]?.from).toBe(
    "4.0, supportive, the audience’s",
  );
  const own = person("c", "a", { readings: [{ readOn: "2026-11-26", stance: 4 }] });
  expect(factorsInWords(only({ rows: read, contacts: [own] }), "2026-11-26")[2]?.from).toBe(
    "4.0, supportive, the person’s own",
  );
});

test("a repetition counts for 90 days and no longer", () => {
  const rows = [row("a", [0.5])];
  const heard = (on: CalendarDate) =>
    only({ rows, contacts: [person("c", "a", { lastContactOn: on, heardOn: { m1: on } })] });
  expect(heard("2026-08-28").factors.repetition).toEqual({ heardOn: "2026-08-28", value: 0.5 });
  expect(heard("2026-08-27").factors.repetition).toEqual({ heardOn: null, value: 1 });
});

test("the sentence says why nobody is advised", () => {
  const rows = [row("a", [0.5])];
  expect(sentence({ rows })).toContain("There is no one to approach: add contacts");
  expect(sentence({ messages: [message(1, "on hold")], rows, contacts: [person("c", "a")] })).toContain(
    "No message is in use",
  );
  const today = person("c", "a", { lastContactOn: "2026-11-26" });
  expect(sentence({ rows, contacts: [today] })).toContain("No one stands out yet");
  expect(sentence({ rows, contacts: [person("c", "a")] })).toContain(
    "One person would be worth meeting first, with",
  );
});

test("a message on hold or not in effect is set aside with the reason, a retired one without a word", () => {
  const messages = [message(1, "on hold"), message(2), message(3, "retired"), message(4, "not in effect")];
  const next = nextOutreach(
    ground({ messages, rows: [row("a", [2, 0.1, 2, 2])], contacts: [person("c", "a")] }),
  );
  expect(next.setAside.map(({ number, reason }) => [number, reason])).toEqual([
    [1, "on hold"],
    [4, "not in effect"],
  ]);
  expect(next.first.map((option) => option.message.number)).toEqual([2]);
  expect(next.messages).toBe(1);
});

test("the best few are of other audiences while there are some, and never below nought", () => {
  const rows = [row("a", [1]), row("b", [0.5]), row("c", [-1])];
  const contacts = [person("a1", "a"), person("a2", "a"), person("b1", "b"), person("c1", "c")];
  const { first } = nextOutreach(ground({ messages: [message(1)], rows, contacts }));
  expect(bestFew(first, 2).map(({ contactId }) => contactId)).toEqual(["a1", "b1"]);
  expect(bestFew(first, 4).map(({ contactId }) => contactId)).toEqual(["a1", "a2", "b1"]);
});

test("a person in two audiences stands once, where the meeting is worth more", () => {
  const rows = [row("a", [0.2]), row("b", [0.9])];
  const { first, contacts } = nextOutreach(
    ground({ messages: [message(1)], rows, contacts: [person("c", "a"), person("c", "b")] }),
  );
  expect(contacts).toBe(1);
  expect(first.map(({ audience }) => audience.id)).toEqual(["b"]);
  expect(first.map(planPath)).toEqual(["/events/new?audience=b&message=m1&contact=c"]);
});

test("what is kept of the list is plain data, with the names of people apart", () => {
  const next = nextOutreach(
    ground({ messages: [message(1)], rows: [row("a", [0.2])], contacts: [person("c", "a")] }),
  );
  expect(JSON.parse(JSON.stringify(next))).toEqual(next);
});

test("what a meeting is worth is told in whole points, shares in whole percent, and no small one as nothing", () => {
  expect([0.454, -0.012, 0, 0.004, -0.004, 1.5].map(pointsInWords)).toEqual([
    ...["45", "−1", "0"],
    ...["under 1", "just under 0", "150"],
  ]);
  expect([0.634, 1, 0, 0.004].map(percent)).toEqual(["63 %", "100 %", "0 %", "under 1 %"]);
});
