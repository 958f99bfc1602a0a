import { type ReactNode, useContext } from "react";
import { describedBy, type FieldText, FormId, fieldId, HintAndError, OptionalMark } from "./field.tsx";

export type Choice = { value: string; label: ReactNode; hint?: ReactNode };

/**
 * A group of radios (`kind="one"`) or checkboxes (`kind="many"`) under one question.
 * `look="list"` is one choice a line; `look="buttons"` sets large targets side by side, as on the outcome form.
 */
export function Choices({
  kind,
  look = "list",
  choices,
  chosen,
  big = false,
  group = "",
  ...text
}: FieldText & {
  kind: "one" | "many";
  look?: "list" | "buttons";
  choices: readonly Choice[];
  chosen: readonly string[];
  /** The question is a heading of the form. */
  big?: boolean;
  /** Tells a second group of the same name from the first. */
  group?: string;
}) {
  const id = [fieldId(useContext(FormId), text.name), group].filter(Boolean).join("-");
  return (
    <fieldset
      className={`${big ? "q" : "field"}${text.error ? " bad-f" : ""}`}
      aria-describedby={describedBy(id, text)}
    >
      <legend>
        {text.label}
        <OptionalMark shown={text.optional} />
      </legend>
      <HintAndError id={id} hint={text.hint} error={text.error} />
      <div className={look === "list" ? "choice" : "tog half"}>
        {choices.map((choice, index) => (
          <label key={choice.value}>
            <input
              id={index === 0 ? id : `${id}-${index + 1}`}
              type={kind === "one" ? "radio" : "checkbox"}
              name={text.name}
              value={choice.value}
              defaultChecked={chosen.includes(choice.value)}
            />
            <span>
              {choice.label}
              {choice.hint ? <span className="hint"> {choice.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
