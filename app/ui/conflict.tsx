import { Fragment, type ReactNode } from "react";

export type ConflictField = { label: string; theirs: string; mine: string };

/**
 * Somebody saved the record while this form was open: both texts side by side, those that differ only.
 * The form below still holds mine; saving it again keeps mine. `keepTheirs` opens the page afresh.
 */
export function Conflict({
  by,
  at = null,
  fields,
  keepTheirs,
}: {
  by: string;
  at?: ReactNode;
  fields: readonly ConflictField[];
  keepTheirs: string;
}) {
  const different = fields.filter((field) => field.theirs !== field.mine);
  return (
    <div className="conflict" role="alert" tabIndex={-1} aria-labelledby="conflict" data-focus>
      <h2 id="conflict">{by} changed this while you were writing</h2>
      <p>
        {at ? <>Saved {at}. </> : null}
        Nothing of yours is lost: it stands in the form below. Save again to keep yours, change it to keep
        both, or <a href={keepTheirs}>keep theirs</a>.
      </p>
      <div className="both">
        {different.map((field) => (
          <Fragment key={field.label}>
            <h3>{field.label}</h3>
            <div>
              <p className="note">Theirs</p>
              <p>{field.theirs === "" ? "Empty" : field.theirs}</p>
            </div>
            <div>
              <p className="note">Yours</p>
              <p>{field.mine === "" ? "Empty" : field.mine}</p>
            </div>
          </Fragment>
        ))}
      </div>
    </div>
  );
}
