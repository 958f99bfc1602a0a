import { type FieldErrors, type FormValues, typedValue } from "#app/http/form-values.ts";
import { TextInput } from "#app/ui/controls.tsx";

/** What the programme keeps of an item beside its event: the host, what it waits for, and plan B. */
export function ItemFields({ values, errors }: { values: FormValues; errors: FieldErrors }) {
  const text = (name: string) => ({
    name,
    value: typedValue(values, name, ""),
    error: errors[name],
    autoComplete: "off",
    optional: true,
  });
  return (
    <>
      <TextInput
        {...text("host")}
        label="Host"
        hint="Who receives the delegation: an office, not a private name"
      />
      <TextInput {...text("note")} label="Still open" hint="Like: access list due two days before" />
      <TextInput
        {...text("planB")}
        label="Plan B"
        hint="What happens instead; write “None needed” where nothing can go wrong"
      />
      <TextInput {...text("planBNote")} label="About plan B" hint="Who agreed, and until when it is held" />
      <div className="pair">
        <TextInput {...text("decideDate")} label="Decide by" hint="Like 16 Nov 2026" />
        <TextInput {...text("decideTime")} label="At" hint="In Washington; empty: 12:00" />
      </div>
    </>
  );
}

/** The fields in their order, as a conflict names them. */
export const ITEM_LABELS: Readonly<Record<string, string>> = {
  host: "Host",
  note: "Still open",
  planB: "Plan B",
  planBNote: "About plan B",
  decideDate: "Decide by",
  decideTime: "At",
};
