import { beforeAll, expect, test } from "vitest";
import { compareWithTold } from "#app/domain/tellings/compare.ts";
import type { Difference } from "#app/domain/tellings/difference.ts";
import type { Database } from "#db/database.server.ts";
import { findHearers } from "#db/queries/telling-people.server.ts";
import { listTellings } from "#db/queries/tellings.server.ts";
import { paper } from "../support/builders/paper.ts";
import { addToldCase, addTwoCampaigns } from "../support/builders/told-case.ts";
import { freshDatabase } from "../support/database.ts";
import { DIFFERENCES, NO_DIFFERENCES, type ToldCase, toldCases } from "../support/told-cases.ts";

let database: Database;

beforeAll(async () => {
  database = await freshDatabase();
  await addTwoCampaigns(database);
});

async function differencesIn(one: ToldCase, key: string): Promise<readonly Difference[]> {
  const planned = await addToldCase(database, one, key);
  const hearers = await findHearers(database.read, planned.eventId);
  const tellings = await listTellings(database.read, planned, hearers);
  return compareWithTold(paper(one.planned.blocks), tellings, hearers);
}

test("of 200 cases in two campaigns the 40 in which an office would be told two things are found, and no other", {
  timeout: 120_000,
}, async () => {
  const cases = toldCases(200, 40, 3);
  const found: string[] = [];
  for (const [index, one] of cases.entries()) {
    if ((await differencesIn(one, `case-${index}`)).length > 0) found.push(one.name);
  }
  const expected = cases.filter(({ isDifference }) => isDifference).map(({ name }) => name);
  expect(expected).toHaveLength(40);
  expect(found).toEqual(expected);
});

test.for(Object.entries(DIFFERENCES))("named once: %s", async ([name, make]) => {
  const differences = await differencesIn({ name, ...make(() => 0.4) }, name);
  expect(differences).toHaveLength(1);
});

test.for(Object.entries(NO_DIFFERENCES))("not named: %s", async ([name, make]) => {
  expect(await differencesIn({ name, ...make(() => 0.4) }, name)).toEqual([]);
});
