import { beforeAll, expect, test } from "vitest";
import type { Block } from "#app/campaign/paper-text/paper.ts";
import { compareWithTold } from "#app/campaign/past-statements/compare.ts";
import type { Difference } from "#app/campaign/past-statements/difference.ts";
import { findHearers } from "#app/campaign/past-statements/people.server.ts";
import { bothSides } from "#app/campaign/past-statements/say-it-openly.ts";
import { listPastStatements } from "#app/campaign/past-statements/store.server.ts";
import type { Database } from "#db/database.server.ts";
import { system, unsent } from "../../support/author.ts";
import { record } from "../../support/builders/outreach-campaign.ts";
import { block, footnote, paper } from "../../support/builders/paper.ts";
import { addToldCase, addTwoCampaigns } from "../../support/builders/told-case.ts";
import { freshDatabase } from "../../support/database.ts";
import {
  type CaseStatement,
  DIFFERENCES,
  NO_DIFFERENCES,
  type ToldCase,
  toldCases,
} from "../../support/told-cases.ts";

let database: Database;

beforeAll(async () => {
  database = await freshDatabase();
  await addTwoCampaigns(database);
});

async function differencesIn(one: ToldCase, key: string): Promise<readonly Difference[]> {
  const planned = await addToldCase(database, one, key);
  const hearers = await findHearers(database.read, planned.eventId);
  const statements = await listPastStatements(database.read, planned, hearers);
  return compareWithTold(paper(one.planned.blocks), statements, hearers);
}

/** What is told as said stands in the words of its block; what stands in a footnote alone is told as carried. */
function expectSaidIsInWords(difference: Difference): void {
  if (difference.kind !== "figure") return;
  const { told, now } = bothSides(difference);
  const { toldPoint, planned } = difference;
  expect(told.carriedWith === null).toBe(toldPoint.text.includes(difference.told.value));
  expect(now.carriedWith === null).toBe(planned.block.text.includes(difference.now.value));
}

test("of 200 cases in two campaigns the 40 in which an office would be told two things are found, and no other", {
  timeout: 120_000,
}, async () => {
  const cases = toldCases(200, 40, 3);
  const found: string[] = [];
  for (const [index, one] of cases.entries()) {
    const differences = await differencesIn(one, `case-${index}`);
    if (differences.length > 0) found.push(one.name);
    for (const difference of differences) expectSaidIsInWords(difference);
  }
  const expected = cases.filter(({ isDifference }) => isDifference).map(({ name }) => name);
  expect(expected).toHaveLength(40);
  expect(found).toEqual(expected);
});

test.for(Object.entries(DIFFERENCES))("named once: %s", async ([name, make]) => {
  const differences = await differencesIn({ name, ...make(() => 0.4) }, name);
  expect(differences).toHaveLength(1);
  for (const difference of differences) expectSaidIsInWords(difference);
});

test.for(Object.entries(NO_DIFFERENCES))("not named: %s", async ([name, make]) => {
  expect(await differencesIn({ name, ...make(() => 0.4) }, name)).toEqual([]);
});

const claire = { key: "claire", organisation: "sfrc", side: "majority" } as const;
const figure = { what: "United States, share of GDP, 2024", value: "3.19 %", edition: "NATO, April 2025" };
const says = (value: string) =>
  block("A point.", { footnotes: [footnote("P2", { figures: [{ ...figure, value }] })] });
const heard = (blocks: readonly Block[], daysBefore: number): CaseStatement => ({
  campaign: "esa",
  daysBefore,
  result: "held",
  people: [claire],
  absent: [],
  blocks,
  score: 1,
});
const caseOf = (told: readonly CaseStatement[]): ToldCase => ({
  name: "",
  isDifference: true,
  told,
  planned: { people: [claire], blocks: [says("3.38 %")] },
});

test("a figure that stood in a paper long ago is found behind many later meetings", async () => {
  const later = Array.from({ length: 45 }, (_, index) => heard([], index + 1));
  expect(await differencesIn(caseOf([heard([says("3.19 %")], 400), ...later]), "long-ago")).toHaveLength(1);
});

test("what another campaign told them takes no place from what we told them", async () => {
  const apart = (campaign: "esa" | "treaty", days: readonly number[]) =>
    days.map((daysBefore) => ({ ...heard([], daysBefore), campaign }));
  const days = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);
  const told = [...apart("treaty", days(1, 150)), ...apart("esa", days(200, 45))];
  const planned = await addToldCase(database, caseOf(told), "beside");
  const hearers = await findHearers(database.read, planned.eventId);
  const count = async () => {
    const statements = await listPastStatements(database.read, planned, hearers);
    return ["esa", "treaty"].map(
      (campaign) => statements.filter((one) => one.campaignId === campaign).length,
    );
  };
  // With a paper those before the latest 40 count too, among 101 of each campaign; without one they do not.
  expect(await count()).toEqual([45, 101]);
  await record(database, async (change) => {
    for (const index of told.keys())
      await change.update(
        "talking_points",
        `beside-told-${index}`,
        { retired_at: "2026-11-09T12:00:00.000Z" },
        null,
      );
  });
  expect(await count()).toEqual([40, 40]);
});

test("a version that was made after the event is not what was told there", async () => {
  const one = caseOf([heard([says("3.19 %")], 30)]);
  const planned = await addToldCase(database, one, "late");
  await database.change(system, unsent, async (change) => {
    const late = { reason: "cleared", made_at: "2026-11-09T12:00:00.000Z" };
    await change.update("talking_points_version", "late-told-0", late, null);
    change.describe({
      recordKind: "talking points",
      recordId: "",
      action: "edited",
      summary: "Edited",
      location: "/",
    });
    return { ok: true };
  });
  const hearers = await findHearers(database.read, planned.eventId);
  const [told] = await listPastStatements(database.read, planned, hearers);
  expect(told).toMatchObject({ by: ["Jana"], campaignId: "esa", points: [] });
});
