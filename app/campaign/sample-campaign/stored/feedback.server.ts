import { z } from "zod";
import { FEEDBACK_KINDS } from "#app/campaign/feedback/feedback.ts";
import { addFeedback } from "#app/campaign/feedback/store.server.ts";
import { SCORES } from "#app/method/reception-scale.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { number, sampleTable, words, wordsOrNone } from "../read-sample-data.ts";
import { AUTONOMY } from "../who-is-who.ts";
import { act, atNoon, type Scribe } from "./scribe.server.ts";

/** Reactions outside meetings in the first campaign; audience and person by their sample keys. Invented. */
export const SAMPLE_FEEDBACK = sampleTable(
  "feedback.csv",
  z.strictObject({
    kind: z.enum(FEEDBACK_KINDS),
    daysAgo: number,
    message: number,
    audience: words,
    contact: wordsOrNone,
    score: number.pipe(z.literal(SCORES)),
    words,
  }),
);

/** What reached the embassy outside meetings, each recorded on its day. */
export async function writeFeedback(scribe: Scribe): Promise<void> {
  for (const { kind, daysAgo, message, audience, contact, score, words: heard } of SAMPLE_FEEDBACK) {
    const day = addDays(scribe.sample.days.today, -daysAgo);
    const feedback = {
      kind,
      day,
      score,
      words: heard,
      link: "",
      message: scribe.idOf("message", `${AUTONOMY} ${message}`),
      audience: scribe.idOf("audience", audience),
      contact: contact === null ? null : scribe.idOf("contact", contact),
    };
    await act(scribe, { by: "eva", at: atNoon(day), campaign: AUTONOMY }, (change) =>
      addFeedback(change, AUTONOMY, feedback),
    );
  }
}
