import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { readReceptionReport } from "#app/campaign/effectiveness/reception-report.server.ts";
import { receptionInWords } from "#app/campaign/effectiveness/verdicts-in-words.ts";
import { parseLibrary } from "#app/campaign/messages/library/parse-library.ts";
import { HABITS } from "#app/campaign/sample-campaign/habits.ts";
import { makeSample } from "#app/campaign/sample-campaign/make-sample.ts";
import { DAYS_OF_PAST } from "#app/campaign/sample-campaign/sample-days.ts";
import { writeSample } from "#app/campaign/sample-campaign/write-sample.server.ts";
import { addDays } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.server.ts";
import { freshDatabase } from "../../support/database.ts";

const today: CalendarDate = "2026-11-26";
let database: Database;

beforeAll(async () => {
  database = await freshDatabase();
  const names = await readdir("messages");
  const files = await Promise.all(
    names.map(async (name) => ({ name, bytes: await readFile(join("messages", name)) })),
  );
  const parsed = parseLibrary(files);
  if (!parsed.ok) throw new Error("The folder messages has a fault");
  await writeSample(database, { sample: makeSample(today), library: parsed.library, passwordHash: "hash" });
});

const autonomy = { id: "european-strategic-autonomy", startsOn: "2025-07-01" } as const;

/** The days between which the true level of a message falls below nought for an audience of the sample. */
function trueDrop(audience: string, message: number) {
  const levels = HABITS.find((habit) => habit.audience === audience)?.levels[message] ?? [];
  const at = levels.findIndex((level, index) => level > 0 && (levels[index + 1] ?? level) < 0);
  const daysAgo = (index: number) => Math.round(DAYS_OF_PAST * (1 - index / (levels.length - 1)));
  return { first: addDays(today, -daysAgo(at)), last: addDays(today, -daysAgo(at + 1)) };
}

test("the drop that was put into the sample is found, and dated between days that hold the true one", async () => {
  const report = await readReceptionReport(database.read, autonomy, today);
  const reporters = report.rows.find(({ audience }) => audience.name === "Defence reporters")?.audience.id;
  const message = report.messages.find(({ number }) => number === 3)?.id;
  const [found] = report.changes.filter(
    ({ audienceId, messageId }) => audienceId === reporters && messageId === message,
  );
  const { first, last } = trueDrop("defence-reporters", 3);
  expect(found).toMatchObject({ direction: "drop", word: "alarm" });
  expect(found!.after <= last && found!.before >= first).toBe(true);
  expect(found!.meanBefore).toBeGreaterThan(0.3);
  expect(found!.meanAfter).toBeLessThan(-0.3);
  expect(report.finding.join(" ")).toContain("message 3 has been less well received by Defence reporters");
});

test("an audience with two notes of each message says that there is not yet enough evidence", async () => {
  const campaign = { id: "us-czech-defence-agreement", startsOn: "2025-07-01" } as const;
  const { rows, messages } = await readReceptionReport(database.read, campaign, today);
  const row = rows.find(({ audience }) => audience.name.startsWith("House Armed Services"));
  const heard = row?.figures.filter(({ notes }) => notes > 0) ?? [];
  expect(heard.map(({ notes, verdict }) => [notes, verdict])).toEqual([
    [2, "Not enough evidence"],
    [2, "Not enough evidence"],
  ]);
  const known = row!.figures.map((figure, at) => ({ number: messages[at]!.number, figure }));
  expect(receptionInWords(known)).toBe("There is not yet enough evidence on any message.");
});

test("what was objected by a past day is what was heard at the meetings up to it", async () => {
  const objected = async (day: CalendarDate) =>
    (await readReceptionReport(database.read, autonomy, day)).objections;
  for (const day of [today, "2026-03-31", "2025-01-01"] as const) {
    const rows = await database.read
      .selectFrom("outcome_objection as raised")
      .innerJoin("outcome", "outcome.id", "raised.outcome_id")
      .innerJoin("outreach_event as event", "event.id", "outcome.outreach_event_id")
      .select(["raised.objection_id", "raised.is_answered"])
      .where("event.campaign_id", "=", autonomy.id)
      .where("event.day", "<=", day)
      .where("raised.objection_id", "is not", null)
      .execute();
    const groups = Map.groupBy(rows, ({ objection_id }) => objection_id);
    const given = await objected(day);
    expect(given.length).toBe(groups.size);
    for (const { id, heard, answered } of given) {
      expect(heard).toBe(groups.get(id)?.length);
      expect(answered).toBe(groups.get(id)?.filter(({ is_answered }) => is_answered === 1).length);
    }
    expect(given.map(({ heard }) => heard)).toEqual(
      given.map(({ heard }) => heard).toSorted((a, b) => b - a),
    );
  }
});
