import { heldDay } from "#app/time/calendar-date.ts";
import type { Database } from "#db/database.server.ts";
import { system, unsent } from "../author.ts";

let made = 0;

/** Written replies in the campaign of `addMeeting`, every other day from 1 March 2026, by Jana and Petr in turn. */
export async function addFeedbacks(
  database: Database,
  count: number,
  scoreOf: (at: number) => number = (at) => ((at * 7) % 5) - 2,
): Promise<void> {
  await database.change(system, unsent, async (change) => {
    const rows = Array.from({ length: count }, (_, at) => ({
      id: `reply-${made + at}`,
      campaign_id: "esa",
      kind: "written reply" as const,
      day: heldDay(new Date(Date.UTC(2026, 2, 1 + 2 * at))),
      key_message_id: at % 3 === 0 ? "m3" : "m2",
      audience_id: at % 2 === 0 ? "majority" : "minority",
      score: scoreOf(at),
      words: "Said.",
      recorded_by: at % 4 < 2 ? "jana" : "petr",
      recorded_at: "2026-11-12T20:00:00.000Z",
    }));
    made += count;
    await change.insertMany("feedback", rows);
    change.describe({
      recordKind: "feedback",
      recordId: "many",
      action: "recorded",
      summary: "Recorded",
      location: "/",
    });
    return { ok: true };
  });
}
