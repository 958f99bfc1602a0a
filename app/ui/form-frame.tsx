import { type FormHTMLAttributes, type ReactNode, useContext } from "react";
import { FormId, fieldId } from "./field.tsx";

/**
 * Every form that changes something. `submission` makes sending twice harmless (one is made up when none is given);
 * `version` is the version of the record that the page shows; `id` is needed where a page has several forms.
 */
export function FormFrame({
  submission,
  version = null,
  id = "",
  className = "form",
  children,
  ...form
}: {
  submission?: string;
  version?: number | null;
  id?: string;
  children: ReactNode;
} & Omit<FormHTMLAttributes<HTMLFormElement>, "method" | "id" | "children">) {
  return (
    <FormId.Provider value={id}>
      <form method="post" id={id === "" ? undefined : id} className={className} {...form}>
        <input type="hidden" name="submission" value={submission ?? crypto.randomUUID()} />
        {version === null ? null : <input type="hidden" name="version" value={version} />}
        {children}
      </form>
    </FormId.Provider>
  );
}

/** A form that is one button: "Mark as sent", "Undo", "Accept". `fields` are its hidden fields. */
export function ButtonForm({
  action,
  label,
  fields = {},
  version = null,
  className = "button",
}: {
  action?: string;
  label: ReactNode;
  fields?: Readonly<Record<string, string>>;
  version?: number | null;
  className?: string;
}) {
  return (
    <FormFrame action={action} version={version} className="noprint">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className={className}>
        {label}
      </button>
    </FormFrame>
  );
}

/** What ends a record, in one look, and where it has ended what brings it back. It stands among the forms at the end of what it ends. */
export function EndOrReinstate({
  end,
  back = "Reinstate",
  isEnded = false,
  ...form
}: { end: string; back?: string; isEnded?: boolean } & Omit<Parameters<typeof ButtonForm>[0], "label">) {
  return (
    <ButtonForm {...form} label={isEnded ? back : end} className={isEnded ? "button" : "button danger"} />
  );
}

/**
 * "There is a problem", with a link to each field in words that stand at the field too.
 * An error under the name "" belongs to the whole form and is no link. Shows nothing where nothing is wrong.
 */
export function ErrorSummary({
  errors,
  form,
}: {
  errors: Readonly<Record<string, string>> | null | undefined;
  /** The `id` of the FormFrame that the fields stand in, where a page has several forms. */
  form?: string;
}) {
  const inside = useContext(FormId);
  const list = Object.entries(errors ?? {});
  if (list.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} aria-labelledby="problem" data-focus>
      <h2 id="problem">There is a problem</h2>
      <ul>
        {list.map(([name, words]) => (
          <li key={name}>
            {name === "" ? words : <a href={`#${fieldId(form ?? inside, name)}`}>{words}</a>}
          </li>
        ))}
      </ul>
      <p className="note">Nothing is lost. Your answers are below.</p>
    </div>
  );
}

/** The button that sends a form; `look` is how much weight it has. */
export function Submit({
  look,
  children,
}: {
  look?: "primary" | "primary large" | "danger";
  children: ReactNode;
}) {
  return (
    <button type="submit" className={look === undefined ? "button" : `button ${look}`}>
      {children}
    </button>
  );
}

/** The way out of a form: what was typed in it is not kept on the device either. */
export function Cancel({ to }: { to: string }) {
  return (
    <a href={to} data-cancel>
      Cancel
    </a>
  );
}

/** The end of a form: its one button, and the way out. */
export function SaveBar({
  label,
  leave,
  pending,
}: {
  label: string;
  leave: string;
  pending?: string | undefined;
}) {
  return (
    <div className="save">
      <button type="submit" className="button primary large" data-pending={pending}>
        {label}
      </button>
      <Cancel to={leave} />
    </div>
  );
}
