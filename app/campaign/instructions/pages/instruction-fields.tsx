import { type FieldErrors, type FormValues, typedValue } from "#app/http/form-values.ts";
import { HANDLINGS } from "#app/text/handling.ts";
import { Select, TextArea, TextInput } from "#app/ui/controls.tsx";

export type InstructionValues = {
  issuer: string;
  reference: string;
  text: string;
  redLines: string;
  handling: string;
  receivedOn: string;
  expiresOn: string;
};

/** The fields of an instruction, in the order in which a cable has them. */
export function InstructionFields({
  values,
  errors,
  otherwise,
}: {
  values: FormValues | null | undefined;
  errors: FieldErrors;
  otherwise: InstructionValues;
}) {
  const field = (name: keyof InstructionValues) => ({
    name,
    value: typedValue(values, name, otherwise[name]),
    error: errors[name],
  });
  return (
    <>
      <TextInput {...field("issuer")} label="Issued by" hint="The department, like: Americas desk" />
      <TextInput {...field("reference")} label="Reference" />
      <TextInput {...field("receivedOn")} label="Received on" hint="Like 12 Nov 2026" size={16} />
      <TextInput
        {...field("expiresOn")}
        label="Last day"
        optional
        hint="Its red lines bind until then; without one, for good"
        size={16}
      />
      <TextArea {...field("text")} label="What it asks" rows={6} />
      <TextArea
        {...field("redLines")}
        label="Red lines"
        optional
        hint="One a line. Every paper over which it stands is checked for their words."
        rows={4}
      />
      <Select
        {...field("handling")}
        label="How it may travel"
        options={HANDLINGS.map((one) => ({ value: one, label: one }))}
      />
    </>
  );
}
