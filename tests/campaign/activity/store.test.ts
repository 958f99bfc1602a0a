import { beforeAll, expect, test } from "vitest";
import { type LogStanding, listEventsBehind } from "#app/campaign/activity/events.server.ts";
import { readActivityReport } from "#app/campaign/activity/store.server.ts";
import type { Database } from "#db/database.server.ts";
import { freshDatabase } from "../../support/database.ts";
import { plainActivity } from "../../support/plain-activity.ts";
import { addRandomActivity, NOW } from "../../support/random-activity.ts";

const CAMPAIGNS = 60;
const PERIODS = [
  { from: "2026-08-01", to: "2026-11-04" },
  { from: "2026-11-01", to: "2026-11-01" },
  { from: "2026-10-01", to: "2026-10-31" },
  { from: "2026-11-01", to: "2026-12-31" },
  { from: "2020-01-01", to: "2020-12-31" },
] as const;
let database: Database;
const campaigns: string[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  for (let number = 1001; number <= 1000 + CAMPAIGNS; number += 1)
    campaigns.push(await addRandomActivity(database, number));
}, 120_000);

test("every figure is that of a plain search over all rows, in any period", async () => {
  for (const campaign of campaigns)
    for (const days of PERIODS) {
      const period = { ...days, now: NOW } as const;
      const { events, internalEvents, logging, promises, clearance } = await readActivityReport(
        database.read,
        { id: campaign },
        period,
      );
      const plain = await plainActivity(database, campaign, period);
      const { heldOfPlanned, ...counts } = events;
      expect({ counts, internalEvents }).toEqual({
        counts: plain.events,
        internalEvents: plain.internalEvents,
      });
      expect(heldOfPlanned).toMatchObject({ n: counts.held, of: counts.planned - counts.ahead });
      expect({
        meetings: logging.meetings,
        due: logging.loggedInTime.of,
        inTime: logging.loggedInTime.n,
        n: logging.hoursToLog.n,
        shortest: logging.hoursToLog.shortest,
        longest: logging.hoursToLog.longest,
        several: logging.loggedBySeveral,
        officers: logging.officers,
      }).toEqual({
        meetings: plain.logging.meetings,
        due: plain.logging.due,
        inTime: plain.logging.inTime,
        n: plain.logging.hours.length,
        shortest: plain.logging.hours[0] ?? null,
        longest: plain.logging.hours.at(-1) ?? null,
        several: plain.logging.several,
        officers: plain.logging.officers,
      });
      expect({ ours: promises.ours, theirs: promises.theirs }).toMatchObject(plain.promises);
      expect({
        cleared: clearance.cleared,
        longestLead: clearance.leadHours.longest,
        leads: clearance.leadHours.n,
        beforeEvent: clearance.hoursBeforeEvent.n,
        afterStart: clearance.clearedAfterStart,
        rounds: clearance.rounds.sent,
        returned: clearance.rounds.returned.n,
        asked: clearance.desks.reduce((sum, desk) => sum + desk.asked, 0),
        bySilence: clearance.desks.reduce((sum, desk) => sum + desk.bySilence, 0),
        used: clearance.usedPapers,
        uncleared: clearance.uncleared.map(({ paperId }) => paperId).sort(),
      }).toEqual(plain.clearance);
    }
}, 120_000);

test("the months and the kinds each add up to all events", async () => {
  for (const campaign of campaigns) {
    const days = { from: "2026-08-01", to: "2026-12-31", now: NOW } as const;
    const { events, byMonth, byKind } = await readActivityReport(database.read, { id: campaign }, days);
    for (const parts of [byMonth, byKind]) {
      const sum = (of: (counts: (typeof byMonth)[number]["counts"]) => number) =>
        parts.reduce((total, { counts }) => total + of(counts), 0);
      expect(sum(({ planned }) => planned)).toBe(events.planned);
      expect(sum(({ held }) => held)).toBe(events.held);
      expect(sum(({ cancelled }) => cancelled)).toBe(events.cancelled);
    }
  }
}, 60_000);

test("behind every figure stand as many events as it says", async () => {
  for (const campaign of campaigns.slice(0, 30)) {
    const days = { from: "2026-08-01", to: "2026-12-31" } as const;
    const { events, logging } = await readActivityReport(
      database.read,
      { id: campaign },
      { ...days, now: NOW },
    );
    const behind = async (narrowed: {
      standing?: "held" | "cancelled" | "not recorded";
      logged?: LogStanding;
    }) => {
      const filter = { ...days, kind: null, standing: null, logged: null, ...narrowed } as const;
      return (await listEventsBehind(database.read, campaign, filter, { now: NOW, page: 1 })).events.length;
    };
    const { loggedInTime, logged } = logging;
    expect({
      planned: await behind({}),
      held: await behind({ standing: "held" }),
      cancelled: await behind({ standing: "cancelled" }),
      notRecorded: await behind({ standing: "not recorded" }),
      inTime: await behind({ logged: "in time" }),
      late: await behind({ logged: "late" }),
      logged: await behind({ logged: "logged" }),
      notLogged: await behind({ logged: "not logged" }),
    }).toEqual({
      planned: events.planned,
      held: events.held,
      cancelled: events.cancelled,
      notRecorded: events.notRecorded,
      inTime: loggedInTime.n,
      late: loggedInTime.of - loggedInTime.n,
      logged: logged.n,
      notLogged: logged.of - logged.n,
    });
  }
}, 60_000);
