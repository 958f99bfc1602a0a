import { useActionData, useLoaderData } from "@remix-run/react";
import { campaignFilesAction, campaignPage } from "#app/http/page.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { ButtonForm, FormFrame } from "#app/ui/form-frame.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import styles from "../../pages/message.css?url";
import { answerLibrary, type ShownImport } from "./answer-library.server.ts";
import { ImportChanges, ImportConflicts } from "./import-changes.tsx";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Import or export the library");

export const loader = campaignPage("read", async ({ campaign, may }) => ({
  base: `/c/${campaign.id}`,
  mayWrite: may("write"),
}));
export const action = campaignFilesAction("write", answerLibrary);

export default function LibraryFiles() {
  const { base, mayWrite } = useLoaderData<typeof loader>();
  const shown = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title="Import or export the library"
        sub="Messages, framings, objections, proof points and sources as Markdown files."
        crumbs={[
          { label: "Messages", to: `${base}/messages` },
          { label: "Import or export", to: null },
        ]}
      />
      <ErrorSummary errors={shown?.errors} />
      <div className="stack">
        {shown === undefined ? null : <Shown shown={shown} base={base} />}
        {mayWrite ? <Upload base={base} error={shown?.errors.files} /> : null}
        <section aria-labelledby="export">
          <h2 id="export">Export</h2>
          <p className="small">
            One zip with the files that <code>messages export</code> writes. Edit them outside and import them
            again: only what you changed is taken over, and what was edited here meanwhile is never
            overwritten.
          </p>
          {mayWrite ? (
            <ButtonForm action={`${base}/messages/files.zip`} label="Export as zip" />
          ) : (
            <a className="btn" href={`${base}/messages/files.zip`}>
              Export as zip
            </a>
          )}
        </section>
      </div>
    </>
  );
}

function Upload({ base, error }: { base: string; error: string | undefined }) {
  return (
    <section aria-labelledby="import">
      <h2 id="import">Import</h2>
      <FormFrame action={`${base}/messages/files`} encType="multipart/form-data">
        <div className={`field${error ? " bad-f" : ""}`}>
          <label htmlFor="files">All the files of the library, or a zip of them</label>
          <p className="hint" id="files-hint">
            message-1.md and so on, objections.md, proof-points.md, sources.md; 1 MB at most, packed. Nothing
            is written before you have seen the changes.
          </p>
          {error ? <p className="err">{error}</p> : null}
          <input
            id="files"
            name="files"
            type="file"
            multiple
            accept=".md,.zip"
            aria-describedby="files-hint"
          />
        </div>
        <button type="submit" className="btn">
          Show the changes
        </button>
      </FormFrame>
    </section>
  );
}

function Shown({ shown, base }: { shown: ShownImport; base: string }) {
  const { faults, conflicts, changes, confirm } = shown;
  if (faults.length > 0) return <Faults faults={faults} />;
  if (conflicts.length > 0) {
    return (
      <section aria-labelledby="conflicts">
        <h2 id="conflicts">Nothing was imported: edited on both sides</h2>
        <p className="small">Export the library, bring both texts together in the files, and import again.</p>
        <ImportConflicts conflicts={conflicts} />
      </section>
    );
  }
  if (confirm === null) return null;
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">
        {changes.length === 0 ? "Nothing to change" : `What the import changes (${changes.length})`}
      </h2>
      {changes.length === 0 ? (
        <p className="empty">The files say what the product says.</p>
      ) : (
        <>
          <ImportChanges changes={changes} />
          <FormFrame action={`${base}/messages/files`}>
            <input type="hidden" name="library" value={confirm.library} />
            <input type="hidden" name="shown" value={confirm.shown} />
            <div className="save">
              <button type="submit" className="btn primary big">
                Import exactly this
              </button>
              <a href={`${base}/messages/files`}>Leave it</a>
            </div>
          </FormFrame>
        </>
      )}
    </section>
  );
}

function Faults({ faults }: { faults: readonly string[] }) {
  return (
    <section aria-labelledby="faults">
      <h2 id="faults">Nothing was imported: the files have faults</h2>
      <ul className="uses">
        {faults.map((fault) => (
          <li key={fault}>
            <code>{fault}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}
