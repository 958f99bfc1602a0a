import { z } from "zod";
import { addFraming, clearNewestFraming } from "#app/campaign/messages/framings/framing-acts.server.ts";
import { findFraming } from "#app/campaign/messages/framings/framing-list.server.ts";
import { findFramingId } from "#app/campaign/messages/framings/store.server.ts";
import { addDays } from "#app/time/calendar-date.ts";
import type { Author } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { number, readTable, words, yesOrNo } from "../sample-files.ts";
import { AUTONOMY } from "../who-is-who.ts";
import type { Known } from "./known-records.server.ts";
import { accountId, atNoon, sampleId } from "./scribe.server.ts";

/** How the first campaign says a message to one audience. */
const FRAMINGS = readTable(
  "framings.csv",
  z.strictObject({ message: number, audience: words, daysAgo: number, isCleared: yesOrNo, text: words }),
);
type SampleFraming = (typeof FRAMINGS)[number];

const unsent = { submission: null, campaignId: AUTONOMY };

/** The framings of the first campaign, written by its officer and cleared two days later by the ministry. */
export async function writeFramings(database: Database, today: string, known: Known): Promise<void> {
  for (const framing of FRAMINGS) {
    await addOne(database, today, framing, known);
    if (framing.isCleared) await clearOne(database, today, framing, known);
  }
}

function by(colleague: string, today: string, daysAgo: number): Author {
  return { accountId: accountId(colleague), channel: "web", now: atNoon(addDays(today, -daysAgo)) };
}

async function addOne(
  database: Database,
  today: string,
  { message, audience, daysAgo, text }: SampleFraming,
  known: Known,
): Promise<void> {
  const framed = {
    campaignId: AUTONOMY,
    message: { id: known.messageId(AUTONOMY, message), number: message },
  };
  const id = sampleId("audience", audience);
  const { name } = await database.read
    .selectFrom("audience")
    .select("name")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  const added = await database.change(by("officer", today, daysAgo), unsent, (change) =>
    addFraming(change, framed, { audience: { id, name }, text }),
  );
  if (!added.ok) throw new Error(`Message ${message} cannot be framed: ${added.reason}`);
}

async function clearOne(
  database: Database,
  today: string,
  { message, audience, daysAgo }: SampleFraming,
  known: Known,
): Promise<void> {
  const messageId = known.messageId(AUTONOMY, message);
  const framingId = await findFramingId(database.read, messageId, sampleId("audience", audience));
  const framing = await findFraming(database.read, messageId, framingId ?? "");
  if (framing === null) throw new Error(`The framing of message ${message} is not there`);
  const where = { campaignId: AUTONOMY, number: String(message), framingId: framing.id };
  const shown = { shownHash: framing.newest.textHash, ownDraftMayBeCleared: false };
  const cleared = await database.change(by("ministry", today, daysAgo - 2), unsent, (change) =>
    clearNewestFraming(change, where, { ...shown, authority: "ministry" }),
  );
  if (!cleared.ok) throw new Error(`The framing of message ${message} cannot be cleared: ${cleared.reason}`);
}
