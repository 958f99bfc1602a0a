import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import sqlite3 from "sqlite3";
import { addDays, weeksOfMonth } from "#app/time/calendar-date.ts";

import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import type { Bench } from "./bench-context.ts";
import { fillCalendar } from "./fill-calendar.ts";
import { compared, type Rows } from "./row.ts";
import { signIn, startServer } from "./servers.ts";
import { timeInTurns } from "./timing.ts";

const TARGET = 1.3;
const FEW = 200;
const MANY = 20_000;

/**
 * The calendar with 20,000 events over five years stored, and with 200. The week and the month show the same events
 * in both; the year counts all of its own, a hundred times as many.
 */
export async function* calendarViews(bench: Bench): Rows {
  const large = await serverWith(bench, MANY);
  const small = await serverWith(bench, FEW);
  try {
    const [cookieOfLarge, cookieOfSmall] = await Promise.all(
      [large, small].map(({ address }) => signIn(address, bench.email, bench.password)),
    );
    for (const view of ["week", "month", "year"]) {
      const path = `/c/${bench.campaign}/calendar?view=${view}`;
      const times = await timeInTurns(
        { address: large.address, path, cookie: cookieOfLarge ?? "" },
        { address: small.address, path, cookie: cookieOfSmall ?? "" },
        1,
      );
      const name = `calendar, ${view}, ${MANY} events against ${FEW}`;
      yield compared(name, { ...times, target: TARGET, unit: "ms per request" });
    }
  } finally {
    await large.stop();
    await small.stop();
  }
}

async function serverWith(bench: Bench, events: number) {
  const path = join(bench.folder, `calendar-${events}.sqlite`);
  await copyFile(bench.database, path);
  const native = await sqlite3.open(path);
  const today = dateIn(new Date(), WASHINGTON);
  const { first, last } = weeksOfMonth(today);
  const quiet = { first: addDays(first, -1), last: addDays(last, 1) };
  await fillCalendar(native, { campaign: bench.campaign, events, today, quiet });
  await native.close();
  return startServer("app/server/start.ts", { DATABASE_PATH: path });
}
