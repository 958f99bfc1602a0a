import { type FieldErrors, type FormValues, typedValue } from "#app/http/form-values.ts";
import { Select, TextInput } from "#app/ui/controls.tsx";
import { FormFrame } from "#app/ui/form-frame.tsx";
import type { ProofPoint } from "../list.server.ts";

/** Says that the proof point was held against a source today and found true, and until when that holds. */
export function StillTrue({
  proofPoint: { code, sources, version },
  base,
  values,
  errors,
}: {
  proofPoint: Pick<ProofPoint, "code" | "sources" | "version">;
  base: string;
  values: FormValues;
  errors: FieldErrors;
}) {
  const [only, another] = sources;
  return (
    <FormFrame
      id={`still-true-${code}`}
      action={`${base}/proof-points/${code}`}
      version={Number(typedValue(values, "version", String(version)))}
    >
      <input type="hidden" name="act" value="still true" />
      <Select
        name="source"
        label="The source that you looked at"
        value={typedValue(values, "source", only && !another ? only.code : "")}
        error={errors.source}
        options={[
          { value: "", label: "Choose one" },
          ...sources.map((source) => ({ value: source.code, label: source.title })),
        ]}
      />
      <TextInput
        name="reviewBy"
        label="Review again by"
        hint="Like 12 Nov 2027; empty: no review needed"
        optional
        value={typedValue(values, "reviewBy", "")}
        error={errors.reviewBy}
        autoComplete="off"
      />
      <TextInput
        name="note"
        label="What you found"
        optional
        value={typedValue(values, "note", "")}
        error={errors.note}
        autoComplete="off"
      />
      <button type="submit" className="btn primary">
        Still true, checked today
      </button>
    </FormFrame>
  );
}
