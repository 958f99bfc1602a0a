import type { FormHTMLAttributes, ReactNode } from "react";
import { FormId } from "./field.tsx";

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
  className = "btn",
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
