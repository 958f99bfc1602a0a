import { z } from "zod";
import { EVENT_KINDS } from "#app/campaign/outreach-events/kind.ts";
import { addWish } from "#app/campaign/outreach-wishes/store.server.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { number, sampleTable, words } from "../read-sample-data.ts";
import { workingDayAgo } from "../sample-days.ts";
import { AUTONOMY } from "../who-is-who.ts";
import { act, atNoon, type Scribe } from "./scribe.server.ts";

const WISHES = sampleTable(
  "wishes.csv",
  z.strictObject({
    by: words,
    daysAgo: number,
    title: words,
    kind: z.enum(EVENT_KINDS),
    minutes: number,
    // Calendar days from today; empty where there is no hurry.
    bestByDaysAhead: words,
    audience: words,
    message: number,
  }),
);

/** What the first campaign wants to do and has no day for. */
export async function writeWishes(scribe: Scribe): Promise<void> {
  const { today } = scribe.sample.days;
  for (const { by, daysAgo, title, kind, minutes, bestByDaysAhead, audience, message } of WISHES) {
    const details = {
      title,
      kind,
      length: minutes,
      note: "",
      owner: scribe.idOf("account", by),
      bestBy: bestByDaysAhead === "" ? null : addDays(today, Number(bestByDaysAhead)),
      audiences: [scribe.idOf("audience", audience)],
      messages: [scribe.idOf("message", `${AUTONOMY} ${message}`)],
    };
    const moment = { by, at: atNoon(workingDayAgo(today, daysAgo)), campaign: AUTONOMY };
    await act(scribe, moment, (change) => addWish(change, AUTONOMY, details));
  }
}
