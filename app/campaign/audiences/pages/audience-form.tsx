import { type FieldErrors, type FormValues, typedValue, typedValues } from "#app/http/form-values.ts";
import { Choices } from "#app/ui/choices.tsx";
import { Select, TextArea, TextInput } from "#app/ui/controls.tsx";
import { AUDIENCE_KINDS } from "../audience-kind.ts";
import { STANCES } from "../stances/stance.ts";

export type Owner = { id: string; name: string };

type Fields = { values: FormValues; errors: FieldErrors };

/** What an audience is called, in every campaign that it belongs to. */
export function NameFields({ values, errors }: Fields) {
  return (
    <>
      <TextInput
        name="name"
        label="Audience"
        hint="A group, not a person: Pentagon, NATO policy"
        value={typedValue(values, "name", "")}
        error={errors.name}
        autoComplete="off"
      />
      <Select
        name="kind"
        label="Kind"
        value={typedValue(values, "kind", "")}
        error={errors.kind}
        options={[{ value: "", label: "Choose" }, ...AUDIENCE_KINDS]}
      />
    </>
  );
}

/** What an audience is in this campaign: how much it matters, what we want, who looks after it. */
export function CampaignFields({ values, errors, owners }: Fields & { owners: readonly Owner[] }) {
  return (
    <>
      <Scale name="priority" label="Priority" hint="1 is highest" most={3} values={values} errors={errors} />
      <Scale
        name="influence"
        label="Influence"
        hint="On the decision; high from 3"
        most={5}
        values={values}
        errors={errors}
      />
      <Scale
        name="interest"
        label="Interest"
        hint="In the question; high from 3"
        most={5}
        values={values}
        errors={errors}
      />
      <Select
        name="desiredStance"
        label="Stance we want"
        optional
        value={typedValue(values, "desiredStance", "")}
        error={errors.desiredStance}
        options={[
          { value: "", label: "Not set" },
          ...STANCES.map(({ value, label }) => ({ value: String(value), label: `${value} ${label}` })),
        ]}
      />
      <TextArea
        name="goal"
        label="Goal"
        optional
        hint="A change that can be seen: one question on burden-sharing asked in a hearing"
        value={typedValue(values, "goal", "")}
        error={errors.goal}
      />
      <Select
        name="owner"
        label="Relationship owner"
        optional
        value={typedValue(values, "owner", "")}
        error={errors.owner}
        options={[
          { value: "", label: "Nobody yet" },
          ...owners.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </>
  );
}

function Scale({
  name,
  label,
  hint,
  most,
  values,
  errors,
}: Fields & { name: string; label: string; hint: string; most: number }) {
  const steps = Array.from({ length: most }, (_, index) => String(index + 1));
  return (
    <Choices
      kind="one"
      look="buttons"
      name={name}
      label={label}
      hint={hint}
      error={errors[name]}
      chosen={typedValues(values, name, [])}
      choices={steps.map((step) => ({ value: step, label: step }))}
    />
  );
}
