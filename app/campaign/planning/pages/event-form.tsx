import { eventLinks, eventRecord, eventTimes } from "#app/campaign/outreach-events/record.ts";
import { OccurrenceChoice } from "#app/campaign/outreach-events/series/scope-choice.tsx";
import { addressOf } from "#app/http/addresses.ts";
import { type FieldErrors, type FormValues, typedValue } from "#app/http/form-values.ts";
import type { ChoicesOf } from "#app/http/record.ts";
import { cityOf, formatDuration } from "#app/time/format.ts";
import { WASHINGTON } from "#app/time/wall-time.ts";
import { COMMON_CITIES } from "#app/time/zone-choice.ts";
import { TextInput } from "#app/ui/controls.tsx";
import { Fields } from "#app/ui/record-page.tsx";
import { useHomeZone } from "#app/ui/two-clocks.tsx";

type FieldsProps = { values: FormValues; errors: FieldErrors; choices: ChoicesOf };

/** The fields of an event, in the order in which a planner knows them; why it goes ahead comes after them. */
export function EventFields(props: FieldsProps & { campaignId: string }) {
  return (
    <>
      <WhatFields {...props} />
      <TimeFields {...props} />
      <WhoFields {...props} />
      <TermsFields {...props} />
    </>
  );
}

export function WhatFields({ values, errors }: FieldsProps) {
  return (
    <Fields of={eventRecord} only={["title", "kind"]} values={{ ...USUAL, ...values }} errors={errors} />
  );
}

const USUAL = { kind: ["briefing"], schedule: ["tentative"] };

export function TimeFields({ values, errors }: FieldsProps) {
  const part = { of: eventTimes, values, errors };
  return (
    <>
      <Fields
        {...part}
        except={["zone", "lastDate"]}
        hints={{ end: `Leave empty for ${lengthInWords(values)}` }}
      />
      <OccurrenceChoice values={values} error={errors.occurrence} />
      <div className="pair">
        <ZoneField value={typedValue(values, "zone", "")} error={errors.zone} />
        <Fields {...part} only={["lastDate"]} />
      </div>
      <Fields of={eventRecord} only={["schedule"]} values={{ ...USUAL, ...values }} errors={errors} />
    </>
  );
}

export function WhoFields({ campaignId, ...fields }: FieldsProps & { campaignId: string }) {
  const audiences = <a href={addressOf.newAudience(campaignId)}>Add an audience</a>;
  return <Fields of={eventLinks} except={["objective"]} {...fields} first={{ audiences }} />;
}

/** Everything else that an event says of itself, and what it works for. */
export function TermsFields({ values, errors, choices }: FieldsProps) {
  const part = { of: eventRecord, values, errors };
  const terms = ["groundRule", "handling"];
  return (
    <>
      <Fields {...part} except={["title", "kind", "schedule", "goingAheadReason", ...terms]} />
      <Fields of={eventLinks} only={["objective"]} values={values} errors={errors} choices={choices} />
      <Fields {...part} only={terms} />
    </>
  );
}

/** Why it goes ahead all the same: kept with the event. */
export function GoingAheadField({ values, errors }: Pick<FieldsProps, "values" | "errors">) {
  return <Fields of={eventRecord} only={["goingAheadReason"]} values={values} errors={errors} />;
}

function lengthInWords(values: FormValues): string {
  const minutes = Number(typedValue(values, "length", ""));
  return minutes > 0 ? formatDuration(minutes) : "the usual length";
}

/** On which clock the event is: any city of the world by its name, the usual ones offered. */
function ZoneField({ value, error }: { value: string; error: string | undefined }) {
  const cities = [...new Set([cityOf(WASHINGTON), cityOf(useHomeZone()), ...COMMON_CITIES])];
  return (
    <>
      <TextInput
        name="zone"
        label="Time zone"
        hint="A city, or a state like Ohio"
        value={value}
        error={error}
        list="cities"
        autoComplete="off"
      />
      <datalist id="cities">
        {cities.map((city) => (
          <option key={city} value={city} />
        ))}
      </datalist>
    </>
  );
}
