import { z } from "zod";
import { EVENT_KINDS } from "#app/campaign/outreach-events/kind.ts";
import { addWish } from "#app/campaign/outreach-wishes/store.server.ts";
import { addDays } from "#app/time/calendar-date.ts";
import type { Database } from "#db/database.server.ts";
import { workingDayAgo } from "../sample-days.ts";
import { number, readTable, words } from "../sample-files.ts";
import { AUTONOMY } from "../who-is-who.ts";
import type { Known } from "./known-records.server.ts";
import { accountId, atNoon, sampleId } from "./scribe.server.ts";

const WISHES = readTable(
  "wishes.csv",
  z.strictObject({
    ...{ by: words, daysAgo: number, title: words, kind: z.enum(EVENT_KINDS), minutes: number },
    // Calendar days from today; empty where there is no hurry.
    ...{ bestByDaysAhead: words, audience: words, message: number },
  }),
);

/** What the first campaign wants to do and has no day for. */
export async function writeWishes(database: Database, today: string, known: Known): Promise<void> {
  for (const { by, daysAgo, title, kind, minutes, bestByDaysAhead, audience, message } of WISHES) {
    const now = atNoon(workingDayAgo(today, daysAgo));
    const author = { accountId: accountId(by), channel: "web", now } as const;
    const details = {
      ...{ title, kind, length: minutes },
      bestBy: bestByDaysAhead === "" ? null : addDays(today, Number(bestByDaysAhead)),
      note: "",
      owner: accountId(by),
      audiences: [sampleId("audience", audience)],
      messages: [known.messageId(AUTONOMY, message)],
    };
    const added = await database.change(author, { submission: null, campaignId: AUTONOMY }, (change) =>
      addWish(change, AUTONOMY, details),
    );
    if (!added.ok) throw new Error(`The wish ${title} names ${added.field} that the campaign lacks`);
  }
}
