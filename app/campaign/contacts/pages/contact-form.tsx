import { type FieldErrors, type FormValues, typedValue, typedValues } from "#app/http/form-values.ts";
import { Choices } from "#app/ui/choices.tsx";
import { Select, TextArea, TextInput } from "#app/ui/controls.tsx";
import { PURPOSES, ROLES_IN_DECISION, roleLabel } from "../contact.ts";

type Named = { id: string; name: string };
type Fields = { values: FormValues; errors: FieldErrors };

/** Who somebody is and how they are reached; a person of a public list has none of these, the list tells. */
export function PersonFields({
  values,
  errors,
  organisations,
}: Fields & { organisations: readonly Named[] }) {
  const text = (name: string) => ({ name, value: typedValue(values, name, ""), error: errors[name] });
  return (
    <>
      <TextInput {...text("name")} label="Name" autoComplete="off" />
      <TextInput
        {...text("title")}
        label="Position"
        optional
        hint="Professional staff, legislative fellow"
        autoComplete="off"
      />
      <Select
        {...text("organisation")}
        label="Organisation"
        optional
        options={[{ value: "", label: "None of the list" }, ...organisations.map(asOption)]}
      />
      <TextInput {...text("office")} label="Office address" optional autoComplete="off" />
      <div className="pair">
        <TextInput {...text("email")} label="E-mail" optional autoComplete="off" />
        <TextInput {...text("phone")} label="Telephone" optional autoComplete="off" />
      </div>
      <Choices
        kind="many"
        name="isElectedOrAppointed"
        label="Kind of office"
        hint="Only of these may a campaign keep a stance"
        error={errors.isElectedOrAppointed}
        chosen={typedValues(values, "isElectedOrAppointed", [])}
        choices={[{ value: "on", label: "Elected member or senior political appointee" }]}
      />
      <TextInput
        {...text("source")}
        label="Where this comes from"
        hint="A business card, a public web page, a meeting"
        autoComplete="off"
      />
    </>
  );
}

/** What we decide about a contact: why it is kept and how long, who looks after it, what the campaign notes. */
export function OwnFields({ values, errors, owners }: Fields & { owners: readonly Named[] }) {
  const text = (name: string) => ({ name, value: typedValue(values, name, ""), error: errors[name] });
  return (
    <>
      <Select
        {...text("roleInDecision")}
        label="Role in the decision"
        optional
        options={[
          { value: "", label: "Not known" },
          ...ROLES_IN_DECISION.map((role) => ({ value: role, label: roleLabel(role) })),
        ]}
      />
      <Choices
        kind="one"
        name="purpose"
        label="Why we keep this"
        error={errors.purpose}
        chosen={typedValues(values, "purpose", [])}
        choices={PURPOSES.map(({ value, label, meaning }) => ({ value, label, hint: meaning }))}
      />
      <div className="pair">
        <TextInput
          {...text("informedOn")}
          label="Informed on"
          optional
          hint="When we told them, like 12 Nov 2026"
          autoComplete="off"
        />
        <TextInput
          {...text("retainUntil")}
          label="Keep until"
          optional
          hint="Empty: 24 months after the last contact"
          autoComplete="off"
        />
      </div>
      <Select
        {...text("owner")}
        label="Relationship owner"
        optional
        options={[{ value: "", label: "Nobody yet" }, ...owners.map(asOption)]}
      />
      <TextArea
        {...text("note")}
        label="Note"
        optional
        hint="Seen by the team of this campaign. Write as if they could read it; no private politics, no confidences of others"
      />
    </>
  );
}

function asOption({ id, name }: Named) {
  return { value: id, label: name };
}
