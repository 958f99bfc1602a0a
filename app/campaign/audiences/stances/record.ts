import { z } from "zod";
import { chosen, day, optionallyChosen, paragraphs } from "#app/http/fields.ts";
import { type FieldErrors, isOffered } from "#app/http/form-values.ts";
import { record, type ValuesOf } from "#app/http/record.ts";
import { type Cut, cutInWords } from "#app/text/cut.ts";
import { formatDay } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { explainAudienceRefusal } from "../audience-of-organisation.ts";
import { STANCES } from "./stance.ts";

/** A stance reading as it is entered: which, on what day, resting on what; null is a stance that could not be told. */
const reading = {
  stance: z
    .union(
      [z.literal("not known").transform(() => null), z.coerce.number().pipe(z.literal([1, 2, 3, 4, 5]))],
      "Choose a stance, or “Not known”",
    )
    .meta({
      control: "radios",
      label: "Stance on our question",
      hint: "For the audience as a whole. Best judged before the next meeting, not straight after the last.",
      options: [
        ...STANCES.map(({ value, label }) => ({ value: String(value), label: `${value} ${label}` })),
        { value: "not known", label: "Not known", hint: "Someone looked and could not tell" },
      ],
    }),
  readOn: day().meta({ label: "Date of reading", hint: "For example, 12 Nov 2026" }),
  evidence: paragraphs(1000, "Say what the reading is based on").meta({
    label: "Evidence",
    hint: "What they said or did. Write as if they could read it.",
  }),
  event: optionallyChosen().meta({
    label: "Event",
    none: "Not at one of our events",
    column: "outreach_event_id",
  }),
};

/** Where an audience as a whole stands. */
export const stanceReadingRecord = record(reading);
/** Where a person stands, as one of an audience. */
export const personStanceRecord = record({
  audience: chosen("Choose an audience that the person belongs to").meta({
    label: "As a member of",
    column: "audience_id",
  }),
  ...reading,
  stance: reading.stance.meta({
    hint: "From what they said or did in public. Do not guess.",
  }),
});

export type ReadingText = ValuesOf<typeof stanceReadingRecord>;

type Events = Cut<{ id: string; title: string; day: CalendarDate }>;

/** The events at which a stance may have been read, the latest, and what is said where there are more. */
export function eventChoices({ rows, cutAt }: Events, today: CalendarDate) {
  const latest = { which: "latest events", others: "Mention an earlier one in the evidence." };
  return {
    choices: rows.map(({ id, title, day }) => ({ value: id, label: `${formatDay(day, today)}, ${title}` })),
    hint: cutInWords(cutAt, latest),
  };
}

/** What is wrong with a reading: a day to come, or an event at which nobody of them was met. */
export function readingFaults(typed: ReadingText, events: Events, today: CalendarDate): FieldErrors {
  if (typed.readOn > today) return { readOn: explainAudienceRefusal("reading-in-the-future") };
  const offered = events.rows.map(({ id }) => ({ value: id }));
  return isOffered(offered, typed.event) ? {} : { event: "Choose an event from the list" };
}
