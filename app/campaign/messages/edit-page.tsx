import type { ReactNode } from "react";
import { type FieldErrors, type FormValues, type RefusedForm, typedValue } from "#app/http/form-values.ts";
import { Conflict } from "#app/ui/conflict.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { type Crumb, PageHead } from "#app/ui/page-head.tsx";
import { EditForm } from "./edit-form.tsx";

/**
 * The page on which a record of the library is edited: its fields as they are or as they were typed, what is wrong with
 * them, and both texts where somebody saved first. `links` says which other records the page showed tied to this one.
 */
export function EditPage({
  title,
  sub = null,
  crumbs,
  own,
  labels,
  links = "",
  values,
  refused,
  children,
}: {
  title: string;
  sub?: string | null;
  crumbs: readonly Crumb[];
  /** The record's own page; its form is at `edit` under it. */
  own: string;
  labels: Readonly<Record<string, string>>;
  links?: string;
  values: FormValues;
  refused: RefusedForm | undefined;
  children: (typed: FormValues, errors: FieldErrors) => ReactNode;
}) {
  const typed = refused?.values ?? values;
  return (
    <>
      <PageHead title={title} sub={sub} crumbs={[...crumbs, { label: "Edit", to: null }]} />
      {refused?.stale ? (
        <Conflict stale={refused.stale} mine={refused.values} labels={labels} keepTheirs={`${own}/edit`} />
      ) : null}
      <ErrorSummary errors={refused?.errors} />
      <EditForm
        action={`${own}/edit`}
        version={Number(typedValue(typed, "version", ""))}
        links={refused && refused.stale === null ? typedValue(typed, "links", links) : links}
        leaveTo={own}
      >
        {children(typed, refused?.errors ?? {})}
      </EditForm>
    </>
  );
}
