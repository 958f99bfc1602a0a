import { expect, test } from "vitest";
import { undoneInWords } from "#app/campaign/undo/undo-in-words.ts";

const nothing = { logs: 0, events: 0, followUps: 0 };

test("undoing is told as one sentence after the colon, and names keep their capital", () => {
  expect(undoneInWords("Saved: Staff briefing", nothing)).toBe("Undone: saved Staff briefing");
  expect(undoneInWords("Moved to Thu 12 Nov, 14:00 in Washington", nothing)).toBe(
    "Undone: moved to Thu 12 Nov, 14:00 in Washington",
  );
  expect(undoneInWords("Planned for Thu 12 Nov 2026, 14:00: Staff briefing", nothing)).toBe(
    "Undone: planned for Thu 12 Nov 2026, 14:00, Staff briefing",
  );
  expect(undoneInWords("Fred Holt takes part", nothing)).toBe("Undone: Fred Holt takes part");
});

test("a log is told as removed, with the promises that go with it", () => {
  const logged = "Logged. Follow-up due Wed 18 Nov 2026";
  expect(undoneInWords(logged, { logs: 1, events: 0, followUps: 0 })).toBe("Undone: log removed");
  expect(undoneInWords(logged, { logs: 1, events: 0, followUps: 1 })).toBe(
    "Undone: log and follow-up removed",
  );
  expect(undoneInWords(logged, { logs: 1, events: 0, followUps: 2 })).toBe(
    "Undone: log and 2 follow-ups removed",
  );
  expect(undoneInWords(logged, { logs: 1, events: 1, followUps: 0 })).toBe("Undone: log and event removed");
  expect(undoneInWords(logged, { logs: 1, events: 1, followUps: 1 })).toBe(
    "Undone: log, event and follow-up removed",
  );
});

test("undoing an undoing reverses it, and back", () => {
  expect(undoneInWords("Undone: log removed", nothing)).toBe("Undo reversed: log removed");
  expect(undoneInWords("Undo reversed: log removed", nothing)).toBe("Undone: log removed");
});
