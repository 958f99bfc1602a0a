import { z } from "zod";
import { FEEDBACK_KINDS } from "#app/campaign/feedback/feedback.ts";
import { addFeedback } from "#app/campaign/feedback/store.server.ts";
import { SCORES } from "#app/method/reception.ts";
import { addDays } from "#app/time/calendar-date.ts";
import type { Database } from "#db/database.server.ts";
import { number, readTable, words, wordsOrNone } from "../sample-files.ts";
import { AUTONOMY } from "../who-is-who.ts";
import type { Known } from "./known-records.server.ts";
import { accountId, atNoon, sampleId } from "./scribe.server.ts";

/** Reactions outside meetings in the first campaign; audience and person by their sample keys. Invented. */
export const SAMPLE_FEEDBACK = readTable(
  "feedback.csv",
  z.strictObject({
    ...{ kind: z.enum(FEEDBACK_KINDS), daysAgo: number, message: number, audience: words },
    ...{ contact: wordsOrNone, score: number.pipe(z.literal(SCORES)), words },
  }),
);
type SampleFeedback = (typeof SAMPLE_FEEDBACK)[number];

/** What reached the embassy outside meetings, each recorded on its day. */
export async function writeFeedback(database: Database, today: string, known: Known): Promise<void> {
  for (const one of SAMPLE_FEEDBACK) await writeOne(database, addDays(today, -one.daysAgo), one, known);
}

async function writeOne(database: Database, day: string, one: SampleFeedback, known: Known): Promise<void> {
  const author = { accountId: accountId("eva"), channel: "web", now: atNoon(day) } as const;
  const feedback = {
    kind: one.kind,
    day,
    message: known.messageId(AUTONOMY, one.message),
    audience: sampleId("audience", one.audience),
    contact: one.contact === null ? null : sampleId("contact", one.contact),
    score: one.score,
    words: one.words,
    link: "",
  };
  const added = await database.change(author, { submission: null, campaignId: AUTONOMY }, (change) =>
    addFeedback(change, AUTONOMY, feedback),
  );
  if (!added.ok) throw new Error(`A reaction cannot be recorded: ${added.field}, ${added.reason}`);
}
