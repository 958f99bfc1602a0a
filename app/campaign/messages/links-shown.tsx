import { type RefusedForm, typedValue } from "#app/http/form-values.ts";

/** Which records the page showed tied to this one: a save from a page that showed others is refused. */
export function LinksShown({ refused, links }: { refused: RefusedForm | undefined; links: string }) {
  const areNew = refused === undefined || refused.stale !== null;
  return (
    <input type="hidden" name="links" value={areNew ? links : typedValue(refused.values, "links", links)} />
  );
}

/** What the page that sent the form had shown. */
export function linksIn(form: FormData): string {
  return String(form.get("links") ?? "");
}
