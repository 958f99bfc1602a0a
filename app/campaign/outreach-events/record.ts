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

/** What an event says of itself, each a column of its own (DOMAIN.md, outreach event). */
export const eventRecord = record({
  title: line(200, "Enter a title").meta({
    label: "Title",
    hint: "What it is and with whom: Staff briefing, Senate Foreign Relations",
  }),
  kind: oneOf(EVENT_KINDS, "Choose what kind of event it is", kindLabel).meta({ label: "Kind" }),
  schedule: oneOf(["tentative", "confirmed"], "Say whether it is confirmed", capital).meta({
    label: "Schedule",
    control: "buttons",
  }),
  place: optionalLine(200).meta({ label: "Where", hint: "Not the movements of protected persons" }),
  isPlaceConfirmed: tick().meta({
    label: "Room",
    options: [{ value: "on", label: "The room is confirmed" }],
  }),
  link: optionalLine(500)
    .refine(
      (address) => address === "" || /^https:\/\/[^\s/]+/i.test(address),
      "Enter the whole address, beginning with https://",
    )
    .meta({ label: "Link", hint: "Where it meets online: https://…" }),
  ask: optionalParagraphs(500).meta({ label: "What we ask for", rows: 2 }),
  groundRule: oneOf(GROUND_RULES, "Choose a ground rule").meta({ label: "Ground rule" }),
  handling: oneOf(HANDLINGS, "Choose how it may travel").meta({ label: "Handling", beside: true }),
  goingAheadReason: optionalLine(300).meta({
    label: "Why it goes ahead",
    hint: "Nothing stops you; the reason is kept with the event",
  }),
});

export type EventTexts = ValuesOf<typeof eventRecord>;

const part = () => z.string().max(60, "Use 60 characters at most").default("").meta({ control: "line" });

/** When it is, as it is typed; `readPlannedTime` makes its times of it. */
export const eventTimes = record({
  date: part().meta({ label: "Date", hint: "Like 12 Nov 2026" }),
  start: part().meta({ label: "Begins", hint: "24 hours, like 14:00" }),
  end: part().meta({ label: "Ends", optional: true, beside: true }),
  allDay: tick().meta({
    label: "Whole days",
    options: [{ value: "on", label: "It takes the whole day, or whole days" }],
  }),
  zone: z
    .string()
    .max(60, "Use 60 characters at most")
    .superRefine((typed, context) => {
      const read = readZone(typed);
      if (!read.ok) context.addIssue({ code: "custom", message: explainUnknownZone(read.near) });
    })
    .optional()
    .meta({ label: "On the clock of", control: "line" }),
  lastDate: part().meta({ label: "Last day", hint: "If it ends on another day", optional: true }),
});

/** What it is tied to, by id; each is one of the campaign's own. */
export const eventLinks = record({
  objective: optionallyChosen().meta({ label: "Objective", none: "None", optional: false }),
  audiences: severalChosen(60).meta({ label: "Audiences" }),
  messages: severalChosen(60).meta({ label: "Messages" }),
  owner: optionallyChosen().meta({ label: "Owner", none: "Nobody yet", optional: false }),
  officers: severalChosen(60).meta({ label: "From us", hint: "The owner takes part in any case" }),
});

/** Everything that the form of an event asks, in the order in which a conflict names it. */
export const EVENT_FIELDS = [
  ...eventRecord.fields.slice(0, 2),
  ...eventTimes.fields,
  ...eventRecord.fields.slice(2),
  ...eventLinks.fields,
];
