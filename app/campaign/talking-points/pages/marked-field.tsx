import { TextArea } from "#app/ui/controls.tsx";

/** Where the words of a block are typed. A script adds buttons for the marks; without it the hint says how to type them. */
export function MarkedField({ value, error }: { value: string; error: string | undefined }) {
  return (
    <TextArea
      name="text"
      label="Words"
      hint="Plain text: **strong**, *emphasis*, [words](https://address), and [^P3] to cite proof point P3."
      rows={5}
      value={value}
      error={error}
      data-marks=""
    />
  );
}
