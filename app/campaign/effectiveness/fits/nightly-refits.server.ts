import type { Work } from "#app/http/load-context.ts";
import { type CalendarDate, dateIn, timeIn, WASHINGTON } from "#app/time/wall-time.ts";
import type { Refits } from "./refits.server.ts";
import { listCampaignsToRefit } from "./refits-due.server.ts";

/** On Washington's clock. */
const NIGHTLY_FROM = "03:00";

/**
 * Once a night, from 03:00 in Washington, asks for an estimate of every campaign whose observations have changed since its
 * last one; a server that did not run then catches up when it starts. Nobody waits for it. Source: EFFECTIVENESS.md §5.
 */
export function nightlyRefits(refits: Refits): Work {
  let doneOn: CalendarDate | null = null;
  return {
    name: "nightly estimates",
    async run({ database, now }) {
      const today = dateIn(now, WASHINGTON);
      if (doneOn === today || timeIn(now, WASHINGTON) < NIGHTLY_FROM) return;
      for (const campaignId of await listCampaignsToRefit(database.read)) void refits.ask(campaignId, null);
      doneOn = today;
    },
  };
}
