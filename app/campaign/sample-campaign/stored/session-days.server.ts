import { readDaysFile } from "#app/campaign/session-days/days-file.ts";
import { takeSessionDays } from "#app/campaign/session-days/store.server.ts";
import { readBytes } from "../sample-files.ts";
import { act, atNoon, type Scribe, SYSTEM } from "./scribe.server.ts";

const AGREED = { shown: null, mayTouchKnown: false, takesOlder: false, mayEnd: false };

/** Congress's calendar of 2026 as public sources name it. These days are real, whatever day the sample is made for. */
export async function writeSessionDays(scribe: Scribe): Promise<void> {
  const { today } = scribe.sample.days;
  const read = readDaysFile(readBytes("session-days.csv"), today);
  if (!read.ok) throw new Error(`session-days.csv: ${JSON.stringify(read.faults)}`);
  await act(scribe, { by: SYSTEM, at: atNoon(today), campaign: null }, (change) =>
    takeSessionDays(change, { act: "record", days: read.days }, AGREED, "/"),
  );
}
