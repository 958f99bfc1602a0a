import { AudienceAndMessageChoices } from "#app/campaign/outreach-events/audience-and-message-choices.tsx";
import type { EventChoices } from "#app/campaign/outreach-events/choices.server.ts";
import { GROUND_RULES } from "#app/campaign/outreach-events/ground-rule.ts";
import { EVENT_KINDS, kindLabel } from "#app/campaign/outreach-events/kind.ts";
import { type FieldErrors, type FormValues, typedValue, typedValues } from "#app/http/form-values.ts";
import { Choices } from "#app/ui/choices.tsx";
import { Select, TextInput } from "#app/ui/controls.tsx";

type FieldsProps = { values: FormValues; errors: FieldErrors; choices: EventChoices };

/** What a new meeting of a visit needs to stand in the calendar; the rest is edited on its own page. */
export function NewMeetingFields(props: FieldsProps) {
  return (
    <>
      <WhatAndWhen {...props} />
      <WithWhom {...props} />
    </>
  );
}

function WhatAndWhen({ values, errors }: FieldsProps) {
  const text = (name: string) => ({
    name,
    value: typedValue(values, name, ""),
    error: errors[name],
    autoComplete: "off",
  });
  return (
    <>
      {["zone", "handling"].map((name) => (
        <input key={name} type="hidden" name={name} value={typedValue(values, name, "")} />
      ))}
      <TextInput {...text("title")} label="Title" hint="With whom: Senate NATO Observer Group" />
      <Select
        name="kind"
        label="Kind"
        value={typedValue(values, "kind", "office call")}
        error={errors.kind}
        options={EVENT_KINDS.filter((kind) => kind !== "delegation visit").map((kind) => ({
          value: kind,
          label: kindLabel(kind),
        }))}
      />
      <TextInput {...text("date")} label="Date" hint="Like 12 Nov 2026" />
      <div className="pair">
        <TextInput {...text("start")} label="Begins" hint="24 hours, like 14:00" />
        <TextInput {...text("end")} label="Ends" hint="Empty: as long as usual" optional />
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
      <TextInput {...text("place")} label="Where" hint="The building, not the way there" optional />
    </>
  );
}

function WithWhom({ values, errors, choices }: FieldsProps) {
  return (
    <>
      <AudienceAndMessageChoices values={values} errors={errors} choices={choices} />
      <div className="pair">
        <Select
          name="owner"
          label="Owner"
          value={typedValue(values, "owner", "")}
          error={errors.owner}
          options={[
            { value: "", label: "Nobody yet" },
            ...choices.colleagues.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Select
          name="groundRule"
          label="Ground rule"
          value={typedValue(values, "groundRule", "background")}
          error={errors.groundRule}
          options={GROUND_RULES.map((rule) => ({ value: rule, label: rule }))}
        />
      </div>
    </>
  );
}
