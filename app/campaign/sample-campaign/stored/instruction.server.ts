import { z } from "zod";
import { addInstruction, attachInstruction } from "#app/campaign/instructions/store.server.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { instantOf, WASHINGTON } from "#app/time/wall-time.ts";
import { readNote } from "../read-sample-data.ts";
import { workingDayAgo } from "../sample-days.ts";
import { AUTONOMY, SAMPLE_HANDLING } from "../who-is-who.ts";
import { act, type Scribe } from "./scribe.server.ts";

const { front: INSTRUCTION, text } = readNote(
  "instruction.md",
  z.strictObject({
    recordedBy: z.string(),
    receivedDaysAgo: z.int(),
    expiresDaysAhead: z.int(),
    issuer: z.string(),
    reference: z.string(),
    redLines: z.array(z.string()),
    // The title of the event.
    over: z.string(),
  }),
);

/** An instruction of the ministry that stands over an event of this week, if the week has it. */
export async function writeInstruction(scribe: Scribe): Promise<void> {
  const { days, events } = scribe.sample;
  const { recordedBy, receivedDaysAgo, expiresDaysAhead, issuer, reference, redLines, over } = INSTRUCTION;
  const receivedOn = workingDayAgo(days.today, receivedDaysAgo);
  const at = instantOf(`${receivedOn}T09:30`, WASHINGTON);
  if (!at.ok) throw new Error(`There is no 09:30 on ${receivedOn}`);
  const moment = { by: recordedBy, at: at.instant, campaign: AUTONOMY };
  const written = {
    issuer,
    reference,
    text,
    receivedOn,
    redLines: redLines.join("\n"),
    handling: SAMPLE_HANDLING,
    expiresOn: addDays(days.today, expiresDaysAhead),
  };
  const id = await act(scribe, moment, (change) => addInstruction(change, AUTONOMY, written));
  const event = events.find(({ campaign, title }) => campaign === AUTONOMY && title === over);
  if (event === undefined) return;
  const eventId = scribe.idOf("event", event.key);
  await act(scribe, moment, (change) =>
    attachInstruction(change, { campaignId: AUTONOMY, id }, { kind: "event", id: eventId }),
  );
}
