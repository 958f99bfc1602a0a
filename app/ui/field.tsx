import { createContext, type ReactNode, useContext } from "react";

/** Which form a field stands in, so that two forms on one page may use the same names. */
export const FormId = createContext("");

/** The `id` of the control called `name` in the form `formId` ("" where a page has one form). */
export function fieldId(formId: string, name: string): string {
  const id = name.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return formId === "" ? id : `${formId}-${id}`;
}

export type FieldText = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | null | undefined;
  optional?: boolean;
};

/** What ties a control to its label, its hint and its error. */
export type ControlAttributes = {
  id: string;
  name: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
};

/** Label, hint and error around any control: `<Field name="due" label="By">{(control) => <input {...control} />}</Field>`. */
export function Field({
  children,
  ...text
}: FieldText & { children: (control: ControlAttributes) => ReactNode }) {
  const id = fieldId(useContext(FormId), text.name);
  const control: ControlAttributes = {
    id,
    name: text.name,
    "aria-describedby": describedBy(id, text),
    "aria-invalid": text.error ? true : undefined,
  };
  return (
    <div className={text.error ? "field in-error" : "field"}>
      <label htmlFor={id}>
        {text.label}
        <OptionalMark shown={text.optional} />
      </label>
      <HintAndError id={id} hint={text.hint} error={text.error} />
      {children(control)}
    </div>
  );
}

/** The ids of the hint and the error of a control, for `aria-describedby`. */
function describedBy(id: string, text: Pick<FieldText, "hint" | "error">): string | undefined {
  const ids = [text.hint ? `${id}-hint` : "", text.error ? `${id}-error` : ""].filter((part) => part !== "");
  return ids.length === 0 ? undefined : ids.join(" ");
}

function HintAndError({ id, hint, error }: { id: string } & Pick<FieldText, "hint" | "error">) {
  return (
    <>
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {error ? (
        <p className="error-message" id={`${id}-error`}>
          <span className="visually-hidden">Error: </span>
          {error}
        </p>
      ) : null}
    </>
  );
}

function OptionalMark({ shown }: { shown: boolean | undefined }) {
  return shown ? <span className="optional"> Optional</span> : null;
}

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
  first = null,
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
  /** Where there is nothing to choose yet: the link that brings the first. */
  first?: ReactNode;
}) {
  const id = [fieldId(useContext(FormId), text.name), group].filter(Boolean).join("-");
  return (
    <fieldset
      className={`${big ? "question" : "field"}${text.error ? " in-error" : ""}`}
      aria-describedby={describedBy(id, text)}
    >
      <legend>
        {text.label}
        <OptionalMark shown={text.optional} />
      </legend>
      <HintAndError id={id} hint={text.hint} error={text.error} />
      {choices.length === 0 ? <p className="hint">None yet. {first}</p> : null}
      <div className={look === "list" ? "choice" : "toggles half"}>
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
