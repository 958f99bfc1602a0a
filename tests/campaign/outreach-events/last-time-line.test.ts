import { expect, test } from "vitest";
import { lastTimeLine } from "#app/campaign/outreach-events/last-time-line.ts";
import { wordsOf } from "#app/documents/document.ts";

const asked = (name: string, said = "") => ({
  objection: { code: "O1", name },
  said,
  day: "2026-11-10" as const,
  who: null,
});

test.each([
  [[asked("Free-riding")], "Raised: Free-riding."],
  [
    [asked("Then why should we stay?"), asked("Third pole")],
    "Raised: Then why should we stay? and Third pole.",
  ],
  [
    [asked("Third pole"), asked("Then why should we stay?")],
    "Raised: Third pole and Then why should we stay?",
  ],
  [[asked("Not capable"), asked("Not capable"), asked("Third pole")], "Raised: Not capable and Third pole."],
  [
    [asked("Third pole"), asked("Duplication", "Why two?")],
    "Raised: Duplication: “Why two?” Raised: Third pole.",
  ],
])(
  "what was raised last time is one sentence, and a question keeps its mark alone: %#",
  (raised, sentence) => {
    const line = lastTimeLine({ told: [], asked: raised, owed: [], today: "2026-12-01" });
    expect(wordsOf(line ?? []).trim()).toBe(`Last time: ${sentence}`);
  },
);
