import { beforeAll, expect, test } from "vitest";
import type { CoverageReport } from "#app/campaign/coverage/coverage-report.ts";
import { readCoverageReport } from "#app/campaign/coverage/store.server.ts";
import type { Database } from "#db/database.server.ts";
import { freshDatabase } from "../../support/database.ts";
import { plainCoverage } from "../../support/plain-coverage.ts";
import { addRandomActivity } from "../../support/random-activity.ts";

const CAMPAIGNS = 60;
const DAYS = ["2026-11-04", "2026-11-01", "2026-10-31", "2026-09-01", "2026-07-01"] as const;
let database: Database;
const campaigns: string[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  for (let number = 1; number <= CAMPAIGNS; number += 1)
    campaigns.push(await addRandomActivity(database, number));
}, 120_000);

const shown = ({ messages, audiences }: CoverageReport) => ({
  messages: messages.map(({ id, meetings, lastHeardOn, next }) => ({
    id,
    meetings,
    lastHeardOn,
    next: next?.eventId ?? null,
  })),
  audiences: audiences.map(({ id, meetings, meetingsWithinReach, lastMetOn, next, cells }) => ({
    id,
    meetings,
    meetingsWithinReach,
    lastMetOn,
    next: next?.eventId ?? null,
    cells: cells.map(({ messageId, next, ...counts }) => ({
      id: messageId,
      ...counts,
      next: next?.eventId ?? null,
    })),
  })),
});

test("every count is that of a plain search over all rows, today and on past days", async () => {
  let cellsHeard = 0;
  for (const campaign of campaigns)
    for (const day of DAYS) {
      const report = await readCoverageReport(database.read, { id: campaign }, day);
      const plain = await plainCoverage(database, campaign, day);
      expect(shown(report)).toEqual({
        messages: report.messages.map(({ id }) => ({ id, ...plain.message(id) })),
        audiences: report.audiences.map(({ id, cells }) => ({
          id,
          ...plain.audience(id),
          cells: cells.map(({ messageId }) => ({ id: messageId, ...plain.cell(messageId, id) })),
        })),
      });
      cellsHeard += report.audiences.flatMap(({ cells }) =>
        cells.filter(({ meetings }) => meetings > 0),
      ).length;
    }
  expect(cellsHeard).toBeGreaterThan(500);
}, 120_000);

test("what is kept by triggers is what a count of everything makes anew", async () => {
  const kept = await database.read
    .selectFrom("message_heard_cell")
    .selectAll()
    .orderBy("campaign_id")
    .orderBy("key_message_id")
    .orderBy("audience_id")
    .execute();
  expect(kept.every(({ meetings, reactions }) => meetings + reactions > 0)).toBe(true);
  for (const cell of kept) {
    const plain = await database.read
      .selectFrom("reception")
      .innerJoin("outcome", "outcome.id", "reception.outcome_id")
      .select((eb) => eb.fn.count<number>("outcome.outreach_event_id").distinct().as("meetings"))
      .where("reception.key_message_id", "=", cell.key_message_id)
      .where("reception.audience_id", "=", cell.audience_id)
      .where("reception.score", "is not", null)
      .executeTakeFirstOrThrow();
    expect(cell.meetings).toBe(plain.meetings);
  }
}, 60_000);

test("an audience that has ended is listed with what it heard, and is no gap", async () => {
  const reports = await Promise.all(
    campaigns.map((id) => readCoverageReport(database.read, { id }, "2026-11-04")),
  );
  const ended = reports.flatMap(({ audiences }) => audiences.filter(({ isEnded }) => isEnded));
  expect(ended.filter(({ meetings }) => meetings > 0).length).toBeGreaterThan(5);
  expect(ended.some(({ isSilent }) => isSilent)).toBe(false);
  for (const { audiences, silentAudienceIds } of reports)
    expect(audiences.filter(({ id, isEnded }) => isEnded && silentAudienceIds.includes(id))).toEqual([]);
});
