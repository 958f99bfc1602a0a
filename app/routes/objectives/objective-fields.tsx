import { LEVELS } from "#app/domain/objectives/objective.ts";
import type { FieldErrors } from "#app/http/form-values.ts";
import { Select, TextArea, TextInput } from "#app/ui/controls.tsx";

type Choice = { id: string; name: string };

/** The fields of an objective. `value` gives what stands in each. */
export function ObjectiveFields({
  value,
  errors,
  audiences,
}: {
  value: (name: string) => string;
  errors: FieldErrors;
  audiences: readonly Choice[];
}) {
  const text = (name: string) => ({ name, value: value(name), error: errors[name] });
  return (
    <>
      <TextInput
        {...text("sentence")}
        label="What must change"
        hint="Like: State, European bureau: one sentence in a joint readout"
      />
      <Select
        {...text("audience")}
        label="Audience"
        optional
        options={[
          { value: "", label: "No single audience" },
          ...audiences.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Select
        {...text("level")}
        label="Level"
        hint="Outputs are ours, out-takes are theirs, outcomes and impact happen in Washington"
        options={LEVELS.map((level) => ({ value: level, label: level }))}
      />
      <TextInput {...text("indicator")} label="Indicator" hint="What is counted or looked at" />
      <div className="pair">
        <TextInput {...text("baseline")} label="Where it began" inputMode="decimal" />
        <TextInput {...text("target")} label="Target" inputMode="decimal" />
      </div>
      <TextInput {...text("unit")} label="Unit" optional hint="Like: letters, meetings, %" />
      <TextInput {...text("due")} label="By" hint="Like 30 Jun 2027" />
      <TextInput {...text("measuredHow")} label="How it is measured" optional />
    </>
  );
}

/** The fields of a reading. */
export function ReadingFields({ value, errors }: { value: (name: string) => string; errors: FieldErrors }) {
  const text = (name: string) => ({ name, value: value(name), error: errors[name] });
  return (
    <>
      <div className="pair">
        <TextInput {...text("value")} label="Figure" inputMode="decimal" />
        <TextInput {...text("n")} label="n" optional hint="Cases it rests on" inputMode="numeric" />
      </div>
      <TextInput {...text("read")} label="Read on" hint="Like 12 Nov 2026, or today" />
      <TextArea {...text("note")} label="Note" optional />
    </>
  );
}
