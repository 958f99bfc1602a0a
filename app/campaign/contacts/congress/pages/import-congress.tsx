import { useActionData, useLoaderData } from "@remix-run/react";
import { addressOf } from "#app/http/addresses.ts";
import { lossInWords } from "#app/http/files/kinds.ts";
import { campaignFilesAction, campaignPage } from "#app/http/page.server.ts";
import { formatDay } from "#app/time/format.ts";
import { ButtonForm, Cancel, ErrorSummary, FormFrame, Submit } from "#app/ui/form-frame.tsx";
import { TableHead } from "#app/ui/list.tsx";
import { FileFaults } from "#app/ui/notices.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import styles from "../../contacts.css?url";
import { congressFileNames, SHIPPED_LIST } from "../congress-files.ts";
import { findLatestDayOfList } from "../store.server.ts";
import { answerCongress, type ShownCongress } from "./answer-congress.server.ts";

export const meta = () => pageTitle("The list of Congress");
export const links = () => [{ rel: "stylesheet", href: styles }];

export const loader = campaignPage("write", async ({ campaign, database }) => {
  const known = await findLatestDayOfList(database.read);
  return {
    base: addressOf.contacts(campaign.id),
    known,
    isShippedOlder: known !== null && known > SHIPPED_LIST.edition,
  };
});
export const action = campaignFilesAction("write", answerCongress);

export default function ImportCongress() {
  const { base, known, isShippedOlder } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const today = useToday();
  return (
    <>
      <PageHead
        title="The list of Congress"
        sub="Members, committees and who sits on them. There is one list for the whole installation, and every campaign sees it."
        crumbs={[{ label: "Contacts", to: base }, "The list of Congress"]}
      />
      <ErrorSummary errors={answer?.errors} />
      <div className="stack">
        {answer === undefined ? null : <Shown answer={answer} leave={`${base}/congress`} />}
        <section aria-labelledby="shipped">
          <h2 id="shipped">The list that comes with Demarche</h2>
          <p>
            Edition of {formatDay(SHIPPED_LIST.edition, today)}, from the public project {SHIPPED_LIST.source}
            .{" "}
            {known === null
              ? "No list has been imported here yet."
              : `The list here is dated ${formatDay(known, today)}.`}
          </p>
          {isShippedOlder ? null : (
            <ButtonForm
              action={`${base}/congress`}
              label="Show what this list would change"
              fields={{ from: "shipped" }}
              className={known === null && answer?.shown == null ? "button primary" : "button"}
            />
          )}
        </section>
        <Upload own={`${base}/congress`} error={answer?.errors.files} />
      </div>
    </>
  );
}

function Upload({ own, error }: { own: string; error: string | undefined }) {
  return (
    <section aria-labelledby="upload">
      <h2 id="upload">A newer list, from files</h2>
      <FormFrame action={own} encType="multipart/form-data">
        <div className={`field${error ? " in-error" : ""}`}>
          <label htmlFor="files">The three files, chosen together</label>
          <p className="hint" id="files-hint">
            {Object.values(congressFileNames).join(", ")}, from unitedstates/congress-legislators. At most 10
            MB together. You will see the changes before anything is saved; our own notes, owners and stances
            will be kept.
          </p>
          {error ? <p className="error-message">{error}</p> : null}
          <input id="files" name="files" type="file" multiple accept=".json" aria-describedby="files-hint" />
        </div>
        <Submit>Show the changes</Submit>
      </FormFrame>
    </section>
  );
}

const KINDS = [
  ["contacts", "Members"],
  ["organisations", "Chambers, committees and subcommittees"],
  ["seats", "Seats"],
] as const;

/** What became of a list: its fault by line, or what it would change, to be confirmed. */
function Shown({ answer: { fault, remarks, shown }, leave }: { answer: ShownCongress; leave: string }) {
  if (fault !== null) {
    return <FileFaults title="Nothing was imported: there is an error in a file" faults={[fault]} />;
  }
  if (shown === null) return null;
  return (
    <section aria-labelledby="plan">
      <h2 id="plan">
        {shown.isNothing ? "Nothing to change" : "What this list will change. Nothing has been saved yet."}
      </h2>
      <Counts counts={shown.counts} />
      {shown.named.map(({ title, names, more }) => (
        <details key={title}>
          <summary>{title}</summary>
          <p className="small">
            {names.join("; ")}
            {more > 0 ? `; and ${more} more` : ""}
          </p>
        </details>
      ))}
      {remarks.length === 0 ? null : (
        <details>
          <summary>Left out ({remarks.length})</summary>
          <ul className="small">
            {remarks.slice(0, 100).map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </details>
      )}
      {shown.isNothing ? null : <Confirm shown={shown} leave={leave} />}
    </section>
  );
}

function Counts({ counts }: { counts: NonNullable<ShownCongress["shown"]>["counts"] }) {
  return (
    <table className="table">
      <TableHead
        labels={["", "New", "Changed", "Ended", "Unchanged"]}
        figures={["New", "Changed", "Ended", "Unchanged"]}
      />
      <tbody>
        {KINDS.map(([kind, label]) => {
          const { added, changed, ended, same } = counts[kind];
          return (
            <tr key={kind}>
              <th scope="row">{label}</th>
              {[added, changed, ended, same].map((count, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: four fixed columns
                <td key={index} className="number">
                  {count.toLocaleString("en")}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Confirm({ shown, leave }: { shown: NonNullable<ShownCongress["shown"]>; leave: string }) {
  const { losses, confirm } = shown;
  const files = [...new Set(losses.map(({ file }) => file))];
  return (
    <FormFrame id="confirm" action={leave}>
      <input type="hidden" name="from" value={confirm.from} />
      <input type="hidden" name="packed" value={confirm.packed} />
      <input type="hidden" name="shown" value={confirm.shown} />
      {files.map((file) => (
        <div key={file} className="choice">
          <label>
            <input type="checkbox" name="mayEnd" value={file} />
            <span>
              {losses
                .filter((loss) => loss.file === file)
                .map(lossInWords)
                .join("; ")}
              . This is intended, for example after an election.
            </span>
          </label>
        </div>
      ))}
      <p className="save">
        <Submit look="primary">Import this list</Submit>
        <Cancel to={leave} />
      </p>
    </FormFrame>
  );
}
