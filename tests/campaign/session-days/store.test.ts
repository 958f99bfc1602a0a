import { expect, test } from "vitest";
import { nameOfPlan } from "#app/campaign/session-days/plan-days.ts";
import type { SessionDay, WantedDays } from "#app/campaign/session-days/session-day.ts";
import {
  type Agreement,
  findKnownYears,
  listSessionDays,
  previewSessionDays,
  takeSessionDays,
} from "#app/campaign/session-days/store.server.ts";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Author } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { now } from "../../support/author.ts";
import { addAccount, addCampaign } from "../../support/builders/campaign.ts";
import { inCampaign } from "../../support/builders/started-paper.ts";
import { freshDatabase } from "../../support/database.ts";

const jana: Author = { accountId: "jana", channel: "web", now };
const unseen: Agreement = { shown: null, mayTouchKnown: false, takesOlder: false, mayEnd: false };
const everything: Agreement = { shown: null, mayTouchKnown: true, takesOlder: false, mayEnd: true };

async function started(): Promise<Database> {
  const database = await freshDatabase();
  await addCampaign(database, "esa");
  await addAccount(database, "Jana", { esa: "officer" });
  return database;
}

function days(
  dates: readonly CalendarDate[],
  given: Partial<SessionDay> = {},
): WantedDays & { act: "record" } {
  const said = { chamber: "House", standing: "in session", source: "CQ", asOf: "2025-11-18" } as const;
  return { act: "record", days: dates.map((day) => ({ ...said, day, ...given })) };
}

function take(database: Database, wanted: WantedDays, agreement = unseen) {
  return database.change(jana, inCampaign, (change) => takeSessionDays(change, wanted, agreement, "/"));
}

async function standings(database: Database): Promise<string[]> {
  const known = await listSessionDays(database.read, "2026-01-01", "2026-12-31");
  return known.map(({ chamber, day, standing }) => `${day} ${chamber} ${standing}`);
}

test("days of which nothing is known are recorded at once, and Undo forgets them", async () => {
  const database = await started();
  expect(await findKnownYears(database.read)).toBeNull();
  const taken = await take(database, days(["2026-03-02", "2026-03-03"]));
  expect(await standings(database)).toEqual(["2026-03-02 House in session", "2026-03-03 House in session"]);
  expect(await findKnownYears(database.read)).toEqual({ first: 2026, last: 2026 });
  if (!taken.ok) throw new Error(taken.reason);
  expect(await undoChange(database, jana, taken.changeId)).toMatchObject({ ok: true });
  expect(await standings(database)).toEqual([]);
});

test("days that are known otherwise are not overwritten before somebody has seen it", async () => {
  const database = await started();
  await take(database, days(["2026-03-02"]));
  const away = days(["2026-03-02", "2026-03-03"], { standing: "away", asOf: "2026-01-12" });
  expect(await take(database, away)).toEqual({ ok: false, reason: "touches-known" });
  const shown = nameOfPlan(await previewSessionDays(database.read, away));
  await take(database, days(["2026-03-03"]));
  const agreed = { shown, mayTouchKnown: true, takesOlder: false, mayEnd: false };
  expect(await take(database, away, agreed)).toEqual({ ok: false, reason: "changed-since-shown" });
  expect(await standings(database)).toEqual(["2026-03-02 House in session", "2026-03-03 House in session"]);
  const again = { ...agreed, shown: nameOfPlan(await previewSessionDays(database.read, away)) };
  expect((await take(database, away, again)).ok).toBe(true);
  expect(await standings(database)).toEqual(["2026-03-02 House away", "2026-03-03 House away"]);
});

test("an older word is kept out unless it is asked for, and the same words again change nothing", async () => {
  const database = await started();
  await take(database, days(["2026-03-02"], { asOf: "2026-01-12" }));
  const older = days(["2026-03-02"], { standing: "away", asOf: "2025-11-18" });
  expect(await take(database, older, everything)).toEqual({ ok: false, reason: "nothing-to-change" });
  expect((await take(database, older, { ...everything, takesOlder: true })).ok).toBe(true);
  expect(await standings(database)).toEqual(["2026-03-02 House away"]);
  expect(await take(database, older, everything)).toEqual({ ok: false, reason: "nothing-to-change" });
});

test("clearing forgets the days of one chamber, and Undo brings each back with its source", async () => {
  const database = await started();
  await take(database, days(["2026-03-02", "2026-03-03"]));
  await take(database, days(["2026-03-02"], { chamber: "Senate", source: "Thune" }));
  const before = await listSessionDays(database.read, "2026-01-01", "2026-12-31");
  const clear = { act: "clear", chamber: "House", days: ["2026-03-02", "2026-03-03", "2026-03-04"] } as const;
  expect(await take(database, clear)).toEqual({ ok: false, reason: "touches-known" });
  const cleared = await take(database, clear, everything);
  expect(await standings(database)).toEqual(["2026-03-02 Senate in session"]);
  if (!cleared.ok) throw new Error(cleared.reason);
  await undoChange(database, jana, cleared.changeId);
  expect(await listSessionDays(database.read, "2026-01-01", "2026-12-31")).toEqual(before);
});
