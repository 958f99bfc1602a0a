import { useActionData, useLoaderData } from "@remix-run/react";
import { campaignFilesAction, campaignPage } from "#app/http/page.server.ts";
import { capital, counted } from "#app/text/in-words.ts";
import { ButtonForm, Cancel, ErrorSummary, FormFrame, Submit } from "#app/ui/form-frame.tsx";
import { State } from "#app/ui/marks.tsx";
import { FileFaults } from "#app/ui/notices.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { WordDiff } from "#app/ui/word-diff.tsx";
import styles from "../../pages/message.css?url";
import { entryInWords } from "../library-in-words.ts";
import { actOfChange, type ImportChange, type ImportConflict } from "../plan-import.ts";
import { answerLibrary, type ShownImport } from "./answer-library.server.ts";

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
        crumbs={[{ label: "Messages", to: `${base}/messages` }, "Import or export"]}
      />
      <ErrorSummary errors={shown?.errors} />
      <div className="stack">
        {shown === undefined ? null : <Shown shown={shown} base={base} />}
        {mayWrite ? <Sample base={base} /> : null}
        {mayWrite ? <Upload base={base} error={shown?.errors.files} /> : null}
        <section aria-labelledby="export">
          <h2 id="export">Export</h2>
          <p className="small">
            One zip file with the same files as the command <code>messages export</code> writes. Edit them
            elsewhere and import them again: only what you changed is imported, and nothing edited here in the
            meantime is overwritten.
          </p>
          {mayWrite ? (
            <ButtonForm action={`${base}/messages/files.zip`} label="Export as zip" />
          ) : (
            <a className="button" href={`${base}/messages/files.zip`}>
              Export as zip
            </a>
          )}
        </section>
      </div>
    </>
  );
}

function Sample({ base }: { base: string }) {
  return (
    <section aria-labelledby="sample">
      <h2 id="sample">The sample library that comes with Demarche</h2>
      <p className="small">
        Three messages on European strategic autonomy in defence, with their proof points, sources and
        objections. Nothing in it is cleared: read it, change it, and have it cleared before it is used.
      </p>
      <ButtonForm
        action={`${base}/messages/files`}
        label="Show what it would change"
        fields={{ from: "shipped" }}
      />
    </section>
  );
}

function Upload({ base, error }: { base: string; error: string | undefined }) {
  return (
    <section aria-labelledby="import">
      <h2 id="import">Import</h2>
      <FormFrame action={`${base}/messages/files`} encType="multipart/form-data">
        <div className={`field${error ? " in-error" : ""}`}>
          <label htmlFor="files">All the library files, or a zip of them</label>
          <p className="hint" id="files-hint">
            message-1.md and so on, objections.md, proof-points.md, sources.md; at most 1 MB in all, so zip a
            larger library. You will see the changes before anything is saved.
          </p>
          {error ? <p className="error-summary">{error}</p> : null}
          <input
            id="files"
            name="files"
            type="file"
            multiple
            accept=".md,.zip"
            aria-describedby="files-hint"
          />
        </div>
        <Submit>Show the changes</Submit>
      </FormFrame>
    </section>
  );
}

function Shown({ shown, base }: { shown: ShownImport; base: string }) {
  const { faults, conflicts, changes, confirm } = shown;
  if (faults.length > 0)
    return <FileFaults title="Nothing was imported: the files contain errors" faults={faults} />;
  if (conflicts.length > 0) {
    return (
      <section aria-labelledby="conflicts">
        <h2 id="conflicts">Nothing was imported: the same text has been edited both here and in the files</h2>
        <p className="small">Export the library, combine the two texts in the files, and import again.</p>
        <ImportConflicts conflicts={conflicts} />
      </section>
    );
  }
  if (confirm === null) return null;
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">
        {changes.length === 0 ? "Nothing to change" : `Changes to import (${changes.length})`}
      </h2>
      {changes.length === 0 ? (
        <p className="empty">The files already match the library.</p>
      ) : (
        <>
          <ImportChanges changes={changes} />
          <FormFrame action={`${base}/messages/files`}>
            <input type="hidden" name="library" value={confirm.library} />
            <input type="hidden" name="shown" value={confirm.shown} />
            <div className="save">
              <button type="submit" className="button primary big-number">
                Import these changes
              </button>
              <Cancel to={`${base}/messages/files`} />
            </div>
          </FormFrame>
        </>
      )}
    </section>
  );
}

const KINDS = { added: "ok", changed: "warn", ended: "bad" } as const;

/** Everything that an import would change, record by record, word by word. */
function ImportChanges({ changes }: { changes: readonly ImportChange[] }) {
  const added = changes.filter((change) => actOfChange(change) === "added");
  if (added.length <= MOST_OPEN) return <Changes changes={changes} />;
  return (
    <>
      <Changes changes={changes.filter((change) => actOfChange(change) !== "added")} />
      <details>
        <summary>{counted(added.length, "new record")}</summary>
        <Changes changes={added} />
      </details>
    </>
  );
}

/** More new records than that are folded, so that what is to be decided stands in sight. */
const MOST_OPEN = 10;

/** Of more changes than that the further ones are named, without their text: nobody reads them all. */
const MOST_COMPARED = 200;

function Changes({ changes }: { changes: readonly ImportChange[] }) {
  return (
    <ol className="uses">
      {changes.map((change, place) => {
        const act = actOfChange(change);
        return place >= MOST_COMPARED ? (
          <li key={`${change.kind} ${change.code}`}>
            {act}: {entryInWords(change)}
          </li>
        ) : (
          <li key={`${change.kind} ${change.code}`}>
            <State kind={KINDS[act]}>{act}</State> <b>{entryInWords(change)}</b>
            <details open={act === "changed"}>
              <summary>The text</summary>
              <p className="prewrap small">
                <WordDiff from={change.before ?? ""} to={change.after ?? ""} />
              </p>
            </details>
          </li>
        );
      })}
    </ol>
  );
}

/** Records that were edited on both sides: both texts, and nothing of either is lost. */
function ImportConflicts({ conflicts }: { conflicts: readonly ImportConflict[] }) {
  return (
    <>
      {conflicts.map((conflict) => (
        <div key={`${conflict.kind} ${conflict.code}`} className="conflict">
          <h3>{capital(entryInWords(conflict))} has been edited both here and in the files</h3>
          <div className="both-texts">
            <Side title="In Demarche" text={conflict.inProduct} none="Ended here" />
            <Side title="In the files" text={conflict.inFiles} none="Not in the files" />
          </div>
        </div>
      ))}
    </>
  );
}

function Side({ title, text, none }: { title: string; text: string; none: string }) {
  return (
    <div>
      <p className="note">{title}</p>
      <p className="prewrap">{text === "" ? none : text}</p>
    </div>
  );
}
