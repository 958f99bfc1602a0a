import type { FieldErrors } from "#app/http/form-values.ts";
import { Choices } from "#app/ui/choices.tsx";
import { Select, TextInput } from "#app/ui/controls.tsx";
import type { Authority } from "../clearance-status.ts";
import type { Colleague } from "../written-desk.ts";
import { DESK_PLACES } from "../written-desk.ts";

/** The labels of the fields, for a conflict and the history as well. */
export const DESK_LABELS = {
  name: "Name",
  side: "Side",
  place: "Where it works",
  holder: "Holder",
  deputy: "Deputy",
  awayFrom: "Holder away from",
  awayUntil: "Holder away until",
  asks: "Asked about papers",
  isAskedForHoldingLines: "Asked about holding lines",
};

export const ASKS_IN_WORDS = { clear: "Must agree", inform: "Gets a copy", "not asked": "Not asked" };

type Fields = {
  typed: (name: string) => string;
  errors: FieldErrors;
  team: readonly Colleague[];
  /** The sides to choose from. */
  sides: readonly Authority[];
};

/** What a desk is. `typed` gives what stands in a field. */
export function ClearanceDeskFields({ typed, errors, team, sides }: Fields) {
  const ofSides = SIDES.filter(({ value }) => sides.includes(value));
  const people = team
    .filter(({ side }) => side !== null)
    .map(({ accountId, name, side }) => ({ value: accountId, label: `${name}, clears for the ${side}` }));
  const text = (name: keyof typeof DESK_LABELS) => ({
    name,
    label: DESK_LABELS[name],
    value: typed(name),
    error: errors[name],
  });
  return (
    <>
      <TextInput {...text("name")} />
      <div className="pair">
        <Select {...text("side")} options={ofSides} hint="The embassy agrees first." />
        <Select {...text("place")} options={PLACES} hint="Sets its clock and its holidays." />
      </div>
      <div className="pair">
        <Select
          {...text("holder")}
          options={[{ value: "", label: "Anybody with the role" }, ...people]}
          hint="Is asked, and answers for the desk."
        />
        <Select
          {...text("deputy")}
          options={[{ value: "", label: "Nobody" }, ...people]}
          hint="Is asked while the holder is away, and may answer at any time."
        />
      </div>
      <div className="pair">
        <TextInput {...text("awayFrom")} optional hint="Like 12 Nov 2026" />
        <TextInput {...text("awayUntil")} optional hint="The last day away" />
      </div>
      <Select
        {...text("asks")}
        options={ASKS_OPTIONS}
        hint="Unless the sender of a paper chooses otherwise."
      />
      <Choices
        kind="many"
        name="isAskedForHoldingLines"
        label={DESK_LABELS.isAskedForHoldingLines}
        chosen={[typed("isAskedForHoldingLines")]}
        choices={[
          { value: "yes", label: "Must agree to holding lines", hint: "in parallel with all others" },
        ]}
      />
    </>
  );
}

const SIDES = [
  { value: "embassy", label: "Embassy" },
  { value: "ministry", label: "Ministry, asked after the embassy" },
] as const;
const PLACES = DESK_PLACES.map(({ city }) => ({ value: city, label: city }));
const ASKS_OPTIONS = Object.entries(ASKS_IN_WORDS).map(([value, label]) => ({ value, label }));
