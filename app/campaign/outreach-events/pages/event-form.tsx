import { type FieldErrors, type FormValues, typedValue, typedValues } from "#app/http/form-values.ts";
import { HANDLINGS } from "#app/text/handling.ts";
import { formatDuration } from "#app/time/format.ts";
import { Choices } from "#app/ui/choices.tsx";
import { Select, TextArea, TextInput } from "#app/ui/controls.tsx";
import { AudienceAndMessageChoices } from "../audience-and-message-choices.tsx";
import type { EventChoices } from "../choices.server.ts";
import { GROUND_RULES } from "../ground-rule.ts";
import { EVENT_KINDS, kindLabel } from "../kind.ts";
import { OccurrenceChoice } from "../moving/pages/occurrence-choice.tsx";
import { ZoneField } from "./zone-field.tsx";

type FieldsProps = { values: FormValues; errors: FieldErrors; choices: EventChoices; homeZone: string };

/** The fields of an event, in the order in which a planner knows them; why it goes ahead comes after them. */
export function EventFields(props: FieldsProps) {
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
    <>
      <TextInput
        name="title"
        label="Title"
        hint="What it is and with whom: Staff briefing, Senate Foreign Relations"
        value={typedValue(values, "title", "")}
        error={errors.title}
        autoComplete="off"
      />
      <Select
        name="kind"
        label="Kind"
        value={typedValue(values, "kind", "briefing")}
        error={errors.kind}
        options={EVENT_KINDS.map((kind) => ({ value: kind, label: kindLabel(kind) }))}
      />
    </>
  );
}

export function TimeFields({ values, errors, homeZone }: FieldsProps) {
  const text = (name: string) => ({ name, value: typedValue(values, name, ""), error: errors[name] });
  return (
    <>
      <TextInput {...text("date")} label="Date" hint="Like 12 Nov 2026" autoComplete="off" />
      <div className="pair">
        <TextInput {...text("start")} label="Begins" hint="24 hours, like 14:00" autoComplete="off" />
        <TextInput
          {...text("end")}
          label="Ends"
          hint={`Empty: ${lengthInWords(values)}`}
          optional
          autoComplete="off"
        />
      </div>
      <Choices
        kind="many"
        name="allDay"
        label="Whole days"
        error={errors.allDay}
        chosen={typedValues(values, "allDay", [])}
        choices={[{ value: "on", label: "It takes the whole day, or whole days" }]}
      />
      <OccurrenceChoice values={values} error={errors.occurrence} />
      <div className="pair">
        <ZoneField {...text("zone")} homeZone={homeZone} />
        <TextInput
          {...text("lastDate")}
          label="Last day"
          hint="If it ends on another day"
          optional
          autoComplete="off"
        />
      </div>
      <Choices
        kind="one"
        look="buttons"
        name="schedule"
        label="Schedule"
        error={errors.schedule}
        chosen={typedValues(values, "schedule", ["tentative"])}
        choices={[
          { value: "tentative", label: "Tentative" },
          { value: "confirmed", label: "Confirmed" },
        ]}
      />
    </>
  );
}

export function WhoFields({ values, errors, choices }: FieldsProps) {
  const many = (name: string) => ({ name, chosen: typedValues(values, name, []), error: errors[name] });
  return (
    <>
      <AudienceAndMessageChoices values={values} errors={errors} choices={choices} />
      <Select
        name="owner"
        label="Owner"
        value={typedValue(values, "owner", "")}
        error={errors.owner}
        options={[{ value: "", label: "Nobody yet" }, ...choices.colleagues.map(asOption)]}
      />
      <Choices
        {...many("officers")}
        kind="many"
        look="buttons"
        label="From us"
        hint="The owner takes part in any case"
        optional
        choices={choices.colleagues.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  );
}

export function TermsFields({ values, errors, choices }: FieldsProps) {
  const text = (name: string) => ({ name, value: typedValue(values, name, ""), error: errors[name] });
  return (
    <>
      <TextInput
        {...text("place")}
        label="Where"
        optional
        hint="Not the movements of protected persons"
        autoComplete="off"
      />
      <Choices
        kind="many"
        name="placeConfirmed"
        label="Room"
        error={errors.placeConfirmed}
        chosen={typedValues(values, "placeConfirmed", [])}
        choices={[{ value: "on", label: "The room is confirmed" }]}
      />
      <TextInput
        {...text("link")}
        label="Link"
        optional
        hint="Where it meets online: https://…"
        autoComplete="off"
      />
      <TextArea {...text("ask")} label="What we ask for" optional rows={2} />
      <Select
        {...text("objective")}
        label="Objective"
        options={[{ value: "", label: "None" }, ...choices.objectives.map(asOption)]}
      />
      <div className="pair">
        <Select
          {...text("groundRule")}
          label="Ground rule"
          options={GROUND_RULES.map((rule) => ({ value: rule, label: rule }))}
        />
        <Select
          {...text("handling")}
          label="Handling"
          options={HANDLINGS.map((handling) => ({ value: handling, label: handling }))}
        />
      </div>
    </>
  );
}

/** Why it goes ahead all the same: kept with the event. */
export function GoingAheadField({ values, errors }: Pick<FieldsProps, "values" | "errors">) {
  return (
    <TextInput
      name="goingAheadReason"
      value={typedValue(values, "goingAheadReason", "")}
      error={errors.goingAheadReason}
      label="Why it goes ahead"
      optional
      hint="Nothing stops you; the reason is kept with the event"
      autoComplete="off"
    />
  );
}

function lengthInWords(values: FormValues): string {
  const minutes = Number(typedValue(values, "length", ""));
  return minutes > 0 ? formatDuration(minutes) : "as long as usual";
}

function asOption({ id, name }: { id: string; name: string }) {
  return { value: id, label: name };
}
