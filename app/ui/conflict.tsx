import { Fragment } from "react";
import type { FormValues } from "#app/http/kept-form.ts";

/**
 * Somebody saved the record while this form was open: both texts side by side, of the fields that differ.
 * The form below still holds mine, with the version of theirs, so that saving it again keeps mine.
 * `labels` names the fields in their order; `keepTheirs` opens the page afresh.
 */
export function Conflict({
  stale,
  mine,
  labels,
  keepTheirs,
}: {
  stale: { by: string; at: string; theirs: FormValues };
  mine: FormValues;
  labels: Readonly<Record<string, string>>;
  keepTheirs: string;
}) {
  const fields = Object.entries(labels)
    .map(([name, label]) => ({
      label,
      theirs: stale.theirs[name]?.join(", ") ?? "",
      mine: mine[name]?.join(", ") ?? "",
    }))
    .filter((field) => field.theirs !== field.mine);
  return (
    <div className="conflict" role="alert" tabIndex={-1} aria-labelledby="conflict" data-focus>
      <h2 id="conflict">{stale.by} changed this while you were writing</h2>
      <p>
        Saved {stale.at}. Nothing of yours is lost: it stands in the form below. Save again to keep yours,
        change it to keep both, or <a href={keepTheirs}>keep theirs</a>.
      </p>
      <div className="both">
        {fields.map((field) => (
          <Fragment key={field.label}>
            <h3>{field.label}</h3>
            <Side title="Theirs" text={field.theirs} />
            <Side title="Yours" text={field.mine} />
          </Fragment>
        ))}
      </div>
    </div>
  );
}

function Side({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <p className="note">{title}</p>
      <p>{text === "" ? "Empty" : text}</p>
    </div>
  );
}
