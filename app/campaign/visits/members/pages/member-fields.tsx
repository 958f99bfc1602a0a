import { type FieldErrors, type FormValues, typedValue } from "#app/http/form-values.ts";
import { Select, TextInput } from "#app/ui/controls.tsx";

/** Who comes: one of our accounts, or a name; and a title. No passport, date of birth or telephone is asked. */
export function MemberFields({
  values,
  errors,
  colleagues,
}: {
  values: FormValues;
  errors: FieldErrors;
  colleagues: readonly { id: string; name: string }[];
}) {
  return (
    <>
      <Select
        name="account"
        label="One of us"
        optional
        value={typedValue(values, "account", "")}
        error={errors.account}
        options={[
          { value: "", label: "Nobody from the list" },
          ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <TextInput
        name="name"
        label="Name, or the office"
        hint="Empty for one of us. An office is enough: Minister"
        optional
        value={typedValue(values, "name", "")}
        error={errors.name}
        autoComplete="off"
      />
      <TextInput
        name="title"
        label="Title"
        hint="Like: of Defence. Nothing else about the person is kept"
        optional
        value={typedValue(values, "title", "")}
        error={errors.title}
        autoComplete="off"
      />
    </>
  );
}

/** The fields in their order, as a conflict names them. */
export const MEMBER_LABELS: Readonly<Record<string, string>> = {
  account: "One of us",
  name: "Name, or the office",
  title: "Title",
};
