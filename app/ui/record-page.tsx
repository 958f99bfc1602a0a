import { type ComponentProps, Fragment, type ReactNode } from "react";
import type { FieldErrors, FormValues, RefusedForm } from "#app/http/form-values.ts";
import type { ChoicesOf, Field } from "#app/http/record.ts";
import { RecordConflict } from "./conflict.tsx";
import { Select, TextArea, TextInput } from "./controls.tsx";
import { Choices } from "./field.tsx";
import { ErrorSummary, FormFrame, SaveBar } from "./form-frame.tsx";
import { PageHead } from "./page-head.tsx";

type FieldsShown = {
  of: { fields: readonly Field[] };
  only?: readonly string[];
  except?: readonly string[];
  choices?: ChoicesOf;
  hints?: Readonly<Record<string, string>>;
  own?: Readonly<Record<string, ReactNode>>;
  first?: Readonly<Record<string, ReactNode>>;
};

type Form = FieldsShown & {
  refused: RefusedForm | undefined;
  values: FormValues;
  version?: number | null;
  action: string;
  leave: string;
  save?: string;
  pending?: string;
  before?: ReactNode;
  /** Other ways to send the form, after the one that Enter presses. */
  after?: ReactNode;
  children?: ReactNode;
};

/** The page on which a record is added or edited: its head and its form. */
export function RecordPage({ head, ...form }: Form & { head: ComponentProps<typeof PageHead> }) {
  return (
    <>
      <PageHead {...head} />
      <RecordForm {...form} />
    </>
  );
}

/**
 * The form in which a record is added (`version` null) or edited: what is wrong, who saved first, the fields, and what the
 * page puts before and after them. `action` is the page's own address; `leave` is where the reader came from.
 */
export function RecordForm({
  refused,
  values,
  version = null,
  action,
  leave,
  save = "Save",
  pending,
  before,
  after,
  children,
  ...fields
}: Form) {
  const { of, choices } = fields;
  const typed = refused?.values ?? values;
  const seen = typed.version?.[0];
  return (
    <>
      {refused?.stale ? (
        <RecordConflict of={of} stale={refused.stale} mine={typed} choices={choices} keepTheirs={leave} />
      ) : null}
      <ErrorSummary errors={refused?.errors} />
      <FormFrame action={action} version={seen === undefined ? version : Number(seen)}>
        {before}
        <Fields {...fields} values={typed} errors={refused?.errors ?? {}} />
        {children}
        <SaveBar label={save} leave={leave} pending={pending} />
        {after}
      </FormFrame>
    </>
  );
}

/**
 * The fields of a record in their order, or those named in `only`, without those in `except`. A field with a will of its
 * own stands in `own`, and is drawn by it; `hints` says more than the record can know, `first` where to add what is chosen
 * from while there is none.
 */
export function Fields({
  of,
  only,
  except = [],
  values,
  errors,
  choices = {},
  hints = {},
  own = {},
  first = {},
}: FieldsShown & { values: FormValues; errors: FieldErrors }) {
  const drawn = (field: Field) => (
    <Fragment key={field.name}>
      {own[field.name] ?? (
        <Control
          field={{ ...field, hint: hints[field.name] ?? field.hint }}
          typed={values[field.name] ?? []}
          error={errors[field.name]}
          list={choices[field.name]}
          first={first[field.name]}
        />
      )}
    </Fragment>
  );
  return inPairs(
    of.fields.filter(({ name }) => (only === undefined || only.includes(name)) && !except.includes(name)),
  ).map(([first, second]) =>
    second === undefined ? (
      drawn(first)
    ) : (
      <div key={first.name} className="pair">
        {drawn(first)}
        {drawn(second)}
      </div>
    ),
  );
}

function inPairs(fields: readonly Field[]): [Field, Field?][] {
  const pairs: [Field, Field?][] = [];
  for (const field of fields) {
    const before = pairs.at(-1);
    if (field.beside === true && before !== undefined && before[1] === undefined) before[1] = field;
    else pairs.push([field]);
  }
  return pairs;
}

function Control({
  field: { control, options = [], none, rows, size, type, inputMode, optional = false, ...words },
  typed,
  error,
  list = options,
  first,
}: {
  field: Omit<Field, "hint"> & { hint: string | undefined };
  typed: readonly string[];
  error: string | undefined;
  list: ChoicesOf[string] | undefined;
  first: ReactNode;
}) {
  const { name, label, hint } = words;
  const text = { name, label, hint, error, optional, value: typed[0] };
  const many = { name, label, hint, error, optional, first, chosen: typed };
  switch (control) {
    case "line":
    case "day":
    case "as of":
      return (
        <TextInput {...text} type={type ?? "text"} size={size} inputMode={inputMode} autoComplete="off" />
      );
    case "text":
      return <TextArea {...text} rows={rows} />;
    case "select":
      return <Select {...text} options={none === undefined ? list : [{ value: "", label: none }, ...list]} />;
    case "radios":
      return <Choices {...many} kind="one" choices={list} />;
    case "buttons":
      return <Choices {...many} kind="one" look="buttons" choices={list} />;
    case "ticks":
      return <Choices {...many} kind="many" look="buttons" choices={list} />;
    case "tick list":
      return <Choices {...many} kind="many" choices={list} />;
    case "tick":
      return <Choices {...many} kind="many" choices={list.map((one) => ({ ...one, value: "on" }))} />;
  }
}
