import { tick } from "#app/http/fields.ts";
import { record } from "#app/http/record.ts";

const IN_THE_MORNING = { value: "on", label: "What waits for me, in one mail at 07:30" };
const AT_ONCE = {
  value: "on",
  label: "What cannot wait until the morning",
  hint: "Clearance asked of you, answered or due; a hold on something of yours; a new line to say; a clash on your event; an event within 24 hours without cleared points.",
};

/** What mail somebody gets. */
export const ownMailRecord = record({
  digest: tick().meta({ label: "In the morning", options: [IN_THE_MORNING], column: "wants_digest" }),
  atOnce: tick().meta({ label: "At once", options: [AT_ONCE], column: "wants_mail_at_once" }),
});

/** The choice of the morning's mail, with when it comes. */
export const inTheMorning = (hint: string) => [{ ...IN_THE_MORNING, hint }];
