import { z } from "zod";
import { EVENT_KINDS, kindLabel } from "#app/campaign/outreach-events/kind.ts";
import {
  line,
  oneOf,
  optionalDay,
  optionallyChosen,
  optionalParagraphs,
  severalChosen,
} from "#app/http/fields.ts";
import { record, type ValuesOf } from "#app/http/record.ts";
import { minutesTyped } from "#app/time/length.ts";

const length = z
  .string()
  .max(40, "Use 40 characters at most")
  .refine((typed) => minutesTyped(typed) !== null, "Enter a length from 5 minutes to 24 hours, like 45 min")
  .transform(minutesTyped)
  .nullable()
  .default(null);

/** An event that is wanted and has no date yet. */
export const wishRecord = record({
  title: line(200, "Enter a title").meta({
    label: "Title",
    hint: "For example: background call with defence reporters",
  }),
  kind: oneOf(EVENT_KINDS, "Choose what kind of event it is", kindLabel).meta({ label: "Kind" }),
  length: length.meta({
    label: "Length",
    hint: "For example, 45 min",
    control: "line",
    optional: true,
    column: "minutes",
  }),
  bestBy: optionalDay().meta({ label: "Ideally by", hint: "For example, 19 Nov 2026", beside: true }),
  audiences: severalChosen(60).meta({ label: "Audiences", column: "audience_id" }),
  messages: severalChosen(60).meta({ label: "Messages", column: "key_message_id" }),
  owner: optionallyChosen().meta({
    label: "Owner",
    none: "No one yet",
    optional: false,
    column: "owner_account_id",
  }),
  note: optionalParagraphs(1_000).meta({ label: "Note", rows: 2 }),
});

/** What is asked of a wish; its length is in minutes. */
export type WishDetails = ValuesOf<typeof wishRecord>;
