import { expect, test } from "vitest";
import { coverageDocument } from "#app/campaign/coverage/coverage-document.ts";
import { type CoverageCounts, coverageReport } from "#app/campaign/coverage/coverage-report.ts";
import { coverageCsv } from "#app/campaign/coverage/pages/coverage-file.ts";

const DAY = "2026-11-26";
const leaving = { campaign: "ESA", handling: "TLP:AMBER" as const, taken: "Taken today" };

/** A campaign of so many messages, of which the first was heard once by the first of two audiences. */
function reportOf(count: number) {
  const about = { lastHeardOn: null, next: null };
  const messages: CoverageCounts["messages"] = Array.from({ length: count }, (_, at) => ({
    ...about,
    id: `m${at + 1}`,
    number: at + 1,
    title: `Message ${at + 1}`,
    isRetired: false,
    meetings: at === count - 1 ? 0 : 1,
  }));
  const audiences: CoverageCounts["audiences"] = ["House", "Senate"].map((name) => ({
    ...{ id: name, name, priority: 1, isEnded: false, meetings: 1, meetingsWithinReach: 1 },
    ...{ lastMetOn: "2026-11-20", next: null },
    cells: messages.map(({ id, meetings }) => ({
      ...about,
      messageId: id,
      meetings: name === "House" ? meetings : 0,
      notes: 0,
      reactions: 0,
    })),
  }));
  return coverageReport({ day: DAY, messages, audiences });
}

function sectionOf(count: number, title: string) {
  const section = coverageDocument(reportOf(count), leaving).sections.find((one) => one.title === title);
  const [table, note] = section?.blocks ?? [];
  if (table?.kind !== "table") throw new Error(`${title} has no table`);
  return { table, said: note?.kind === "words" ? note.text : "" };
}

test("of 500 messages a document shows those that the page shows, and says so; the data hold all", () => {
  const { table, said } = sectionOf(500, "Who heard what");
  expect(table.columns).toHaveLength(25);
  expect(table.rows[0]).toHaveLength(25);
  expect(said).toBe("Of 500 messages, the 24 heard most often are shown; the CSV file has them all.");
  expect([...coverageCsv(reportOf(500), "TLP:AMBER")].join("").trimEnd().split("\r\n")).toHaveLength(1001);
});

test("of many messages that somebody never heard a hundred lines are shown, and it is said", () => {
  const { table, said } = sectionOf(500, "Messages never used");
  expect(table.rows).toHaveLength(100);
  expect(said).toBe("Of 500 lines, the first 100 are shown; the CSV file has them all.");
});

test("of few messages a document shows all, and says nothing", () => {
  expect(sectionOf(24, "Who heard what")).toMatchObject({ said: "" });
  expect(sectionOf(24, "Messages never used").table.rows).toHaveLength(24);
  expect(sectionOf(24, "Messages never used").said).toBe("");
});
