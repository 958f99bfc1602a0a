import { line, oneOf, optionalDay, optionallyChosen, tick } from "#app/http/fields.ts";
import { record, type ValuesOf } from "#app/http/record.ts";
import { ASKS, ASKS_IN_WORDS, SIDES, SIDES_IN_WORDS } from "./desk.ts";
import { DESK_PLACES } from "./written-desk.ts";

const CITIES = DESK_PLACES.map(({ city }) => city);

/** Who must agree: an office with its holder and deputy (DOMAIN.md, clearance). */
export const deskRecord = record({
  name: line(80, "Enter the name of the desk").meta({ label: "Name" }),
  side: oneOf(SIDES, "Choose a side", (side) => SIDES_IN_WORDS[side]).meta({
    label: "Side",
    hint: "The embassy agrees first",
  }),
  place: oneOf(CITIES, "Choose where the desk works").meta({
    label: "Where it works",
    hint: "Sets its time zone and holidays",
    beside: true,
  }),
  holder: optionallyChosen().meta({
    label: "Holder",
    hint: "The person who is asked and answers for the desk",
    none: "Any clearer on that side",
    optional: false,
    column: "holder_account_id",
  }),
  deputy: optionallyChosen().meta({
    label: "Deputy",
    hint: "The person who is asked while the holder is away; may answer at any time",
    none: "No one",
    optional: false,
    beside: true,
    column: "deputy_account_id",
  }),
  awayFrom: optionalDay().meta({ label: "Holder away from", hint: "For example, 12 Nov 2026" }),
  awayUntil: optionalDay().meta({ label: "Holder away until", hint: "The last day away", beside: true }),
  asks: oneOf(ASKS, "Choose what the desk is asked to do", (asks) => ASKS_IN_WORDS[asks]).meta({
    label: "Asked about papers",
    hint: "Unless the sender of a paper chooses otherwise",
    column: "asked_by_default",
  }),
  isAskedForHoldingLines: tick().meta({
    label: "Asked about holding lines",
    options: [
      { value: "on", label: "Must agree to holding lines", hint: "at the same time as the other desks" },
    ],
  }),
});

/** What a person writes of a desk. */
export type WrittenDesk = ValuesOf<typeof deskRecord>;
