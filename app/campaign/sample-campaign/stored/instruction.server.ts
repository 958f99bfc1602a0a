import { z } from "zod";
import { addInstruction, attachInstruction } from "#app/campaign/instructions/store.server.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { instantOf, WASHINGTON } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.server.ts";
import { workingDayAgo } from "../sample-days.ts";
import { readNote } from "../sample-files.ts";
import { AUTONOMY, SAMPLE_HANDLING } from "../who-is-who.ts";
import { accountId } from "./scribe.server.ts";

const { front: INSTRUCTION, text } = readNote(
  "instruction.md",
  z.strictObject({
    ...{ recordedBy: z.string(), receivedDaysAgo: z.int(), expiresDaysAhead: z.int() },
    ...{ issuer: z.string(), reference: z.string(), redLines: z.array(z.string()) },
    // The title of the event.
    over: z.string(),
  }),
);

/** An instruction of the ministry that stands over an event of this week, if the week has it. */
export async function writeInstruction(database: Database, today: string): Promise<void> {
  const receivedOn = workingDayAgo(today, INSTRUCTION.receivedDaysAgo);
  const at = instantOf(`${receivedOn}T09:30`, WASHINGTON);
  if (!at.ok) throw new Error(`There is no 09:30 on ${receivedOn}`);
  const author = { accountId: accountId(INSTRUCTION.recordedBy), channel: "web", now: at.instant } as const;
  const submission = { submission: null, campaignId: AUTONOMY };
  const { issuer, reference, redLines, over } = INSTRUCTION;
  const written = {
    ...{ issuer, reference, text, receivedOn },
    redLines: redLines.join("\n"),
    handling: SAMPLE_HANDLING,
    expiresOn: addDays(today, INSTRUCTION.expiresDaysAhead),
  };
  const added = await database.change(author, submission, (change) =>
    addInstruction(change, AUTONOMY, written),
  );
  if (!added.ok) throw new Error(`The instruction cannot be recorded: ${added.reason}`);
  const event = await database.read
    .selectFrom("outreach_event")
    .select("id")
    .where("campaign_id", "=", AUTONOMY)
    .where("title", "=", over)
    .executeTakeFirst();
  if (event === undefined) return;
  const target = { campaignId: AUTONOMY, id: added.location.split("/").at(-1) ?? "" };
  await database.change(author, submission, (change) =>
    attachInstruction(change, target, { kind: "event", id: event.id }),
  );
}
