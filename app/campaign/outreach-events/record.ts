import { z } from "zod";
import {
  line,
  oneOf,
  optionalLine,
  optionallyChosen,
  optionalParagraphs,
  severalChosen,
  tick,
} from "#app/http/fields.ts";
import { record, type ValuesOf } from "#app/http/record.ts";
import { GROUND_RULES, HANDLINGS } from "#app/text/handling.ts";
import { capital } from "#app/text/in-words.ts";
import { explainUnknownZone, readZone } from "#app/time/zone-choice.ts";
import { EVENT_KINDS, kindLabel } from "./kind.ts";

/** What a calendar file tells, which goes to whoever asks for it. */
const TOLD = { leaves: ["calendar file"] } as const;

/** What an event says of itself, each a column of its own (DOMAIN.md, outreach event). */
export const eventRecord = record({
  title: line(200, "Enter a title").meta({
    ...TOLD,
    label: "Title",
    hint: "What it is and with whom: Staff briefing, Senate Foreign Relations",
  }),
  kind: oneOf(EVENT_KINDS, "Choose what kind of event it is", kindLabel).meta({ label: "Kind" }),
  schedule: oneOf(["tentative", "confirmed"], "Say whether it is confirmed", capital).meta({
    label: "Schedule",
    control: "buttons",
    ...TOLD,
  }),
  place: optionalLine(200).meta({
    label: "Where",
    hint: "Do not give the movements of protected persons",
    ...TOLD,
  }),
  isPlaceConfirmed: tick().meta({
    label: "Room",
    options: [{ value: "on", label: "The room is confirmed" }],
  }),
  link: optionalLine(500)
    .refine(
      (address) => address === "" || /^https:\/\/[^\s/]+/i.test(address),
      "Enter the full address, beginning with https://",
    )
    .meta({ label: "Link", hint: "Link to the online meeting: https://…", ...TOLD }),
  ask: optionalParagraphs(500).meta({ label: "What we ask for", rows: 2 }),
  groundRule: oneOf(GROUND_RULES, "Choose a ground rule").meta({ label: "Ground rule" }),
  handling: oneOf(HANDLINGS, "Choose a handling mark").meta({
    label: "Handling",
    beside: true,
    ...TOLD,
  }),
  goingAheadReason: optionalLine(300).meta({
    label: "Why it is going ahead",
    hint: "You can still go ahead; the reason is kept with the event",
    ofOneTime: true,
  }),
});

export type EventTexts = ValuesOf<typeof eventRecord>;

const part = () => z.string().max(60, "Use 60 characters at most").default("").meta({ control: "line" });

/** When it is, as it is typed; `readPlannedTime` makes its times of it. */
export const eventTimes = record({
  date: part().meta({ label: "Date", hint: "For example, 12 Nov 2026", column: "wall_start", ...TOLD }),
  start: part().meta({
    label: "Begins",
    hint: "24-hour clock, for example 14:00",
    column: "wall_start",
    ...TOLD,
  }),
  end: part().meta({ label: "Ends", optional: true, beside: true, column: "wall_end", ...TOLD }),
  allDay: tick().meta({
    ...TOLD,
    label: "All day",
    column: "is_all_day",
    options: [{ value: "on", label: "Whole days, without times" }],
  }),
  zone: z
    .string()
    .max(60, "Use 60 characters at most")
    .superRefine((typed, context) => {
      const read = readZone(typed);
      if (!read.ok) context.addIssue({ code: "custom", message: explainUnknownZone(read.near) });
    })
    .optional()
    .meta({ label: "Time zone", control: "line", ...TOLD }),
  lastDate: part().meta({
    label: "Last day",
    hint: "If it ends on another day",
    optional: true,
    column: "wall_end",
    ...TOLD,
  }),
});

/** What it is tied to, by id; each is one of the campaign's own. */
export const eventLinks = record({
  objective: optionallyChosen().meta({
    label: "Objective",
    none: "None",
    optional: false,
    column: "objective_id",
  }),
  audiences: severalChosen(60).meta({ label: "Audiences", column: "audience_id" }),
  messages: severalChosen(60).meta({ label: "Messages", column: "key_message_id", ...TOLD }),
  owner: optionallyChosen().meta({
    label: "Owner",
    none: "No one yet",
    optional: false,
    column: "owner_account_id",
  }),
  officers: severalChosen(60).meta({
    label: "From us",
    hint: "The owner always takes part",
    column: "account_id",
  }),
});

/** Everything that the form of an event asks, in the order in which a conflict names it. */
export const EVENT_FIELDS = [
  ...eventRecord.fields.slice(0, 2),
  ...eventTimes.fields,
  ...eventRecord.fields.slice(2),
  ...eventLinks.fields,
];
