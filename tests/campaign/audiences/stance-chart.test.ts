import { expect, test } from "vitest";
import { audienceSentence } from "#app/campaign/audiences/audience-sentence.ts";
import { gridName } from "#app/campaign/audiences/quadrant.ts";
import type { StanceReading } from "#app/campaign/audiences/stances/stance.ts";
import { stanceChart } from "#app/campaign/audiences/stances/stance-chart.ts";

const frame = { left: 0, right: 100, top: 0, bottom: 40 };

test("without a reading there is no chart", () => {
  expect(stanceChart([], "2026-11-10", frame)).toBeNull();
  expect(stanceChart([{ readOn: "2026-11-11", stance: 2 }], "2026-11-10", frame)).toBeNull();
});

test("a step stands on the day of its reading and runs to the right height", () => {
  const readings: StanceReading[] = [
    { readOn: "2026-08-02", stance: 1 },
    { readOn: "2026-09-21", stance: 5 },
  ];
  const chart = stanceChart(readings, "2026-11-10", frame);
  expect(chart?.dots.map(({ x, y }) => [x, y])).toEqual([
    [0, 40],
    [50, 0],
  ]);
  expect(chart?.standing).toBe("M0,40H50M50,40V0");
  expect(chart?.carried).toBe("M50,0H100");
});

test("past 90 days without a reading the line is carried, up to the next reading", () => {
  const readings: StanceReading[] = [
    { readOn: "2026-01-01", stance: 3 },
    { readOn: "2026-07-20", stance: 3 },
  ];
  const chart = stanceChart(readings, "2026-07-20", frame);
  expect(chart?.standing).toBe("M0,20H45");
  expect(chart?.carried).toBe("M45,20H100");
});

test("a reading of not known breaks the line and has no dot", () => {
  const readings: StanceReading[] = [
    { readOn: "2026-10-01", stance: 3 },
    { readOn: "2026-10-21", stance: null },
  ];
  const chart = stanceChart(readings, "2026-11-10", frame);
  expect(chart?.dots).toHaveLength(1);
  expect(chart?.carried).toBe("");
});

test("months are marked on their first day, six at most, and January names its year", () => {
  const chart = stanceChart([{ readOn: "2025-11-15", stance: 3 }], "2026-11-10", frame);
  expect(chart?.months.map(({ label }) => label)).toEqual(["Dec", "Feb", "Apr", "Jun", "Aug", "Oct"]);
  const winter = stanceChart([{ readOn: "2025-12-20", stance: 3 }], "2026-02-10", frame);
  expect(winter?.months.map(({ label }) => label)).toEqual(["Jan 2026", "Feb"]);
});

test("a single reading of today is drawn", () => {
  expect(stanceChart([{ readOn: "2026-11-10", stance: 3 }], "2026-11-10", frame)?.dots).toHaveLength(1);
});

test("sides of a committee go by its letters in the grid", () => {
  expect(gridName("Senate Foreign Relations, majority staff")).toEqual({
    short: "SFRC majority",
    means: "SFRC: Senate Foreign Relations",
  });
  expect(gridName("House Energy and Commerce, minority staff").short).toBe("HECC minority");
  expect(gridName("House Armed Services, Readiness, minority staff").short).toBe("HASC minority");
  expect(gridName("House delegation to the NATO Parliamentary Assembly")).toEqual({
    short: "House delegation to the NATO PA",
    means: "PA: Parliamentary Assembly",
  });
  expect(gridName("Pentagon, NATO policy")).toEqual({ short: "Pentagon, NATO policy", means: null });
});

const standing = {
  messages: 3,
  heard: 2,
  meetings: 13,
  lastHeardOn: "2026-09-24",
  reception: "",
  goal: "One question asked",
  goalBy: "2027-06-30",
} as const;

test("the sentence over an audience counts, and says what is known in the method's words alone", () => {
  const known = { ...standing, reception: "There is not yet enough evidence on any message." } as const;
  expect(audienceSentence(known, "2026-11-10")).toBe(
    "Heard 2 of 3 messages in 13 meetings, last on Thu 24 Sep. There is not yet enough evidence on any message. Goal by June 2027: One question asked.",
  );
  expect(audienceSentence(standing, "2026-11-10")).toBe(
    "Heard 2 of 3 messages in 13 meetings, last on Thu 24 Sep. Goal by June 2027: One question asked.",
  );
  expect(audienceSentence({ ...standing, heard: 0, meetings: 1, goal: "" }, "2026-11-10")).toBe(
    "In contact once; no message has been heard yet. No goal is set yet.",
  );
  expect(audienceSentence({ ...standing, meetings: 0 }, "2026-11-10")).toMatch(
    /^No contact in this campaign yet\./,
  );
});
