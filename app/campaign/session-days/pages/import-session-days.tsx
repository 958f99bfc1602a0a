import { useActionData, useLoaderData } from "@remix-run/react";
import { campaignFilesAction, campaignPage } from "#app/http/page.server.ts";
import { formatDay } from "#app/time/format.ts";
import { ButtonForm, Cancel, ErrorSummary, FormFrame, Submit } from "#app/ui/form-frame.tsx";
import { FileFaults } from "#app/ui/notices.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import { SHIPPED_DAYS } from "../days-file.ts";
import { answerDaysFile, type ShownDaysFile as Shown } from "./answer-days-file.server.ts";
import { DaysPlan, TakeOlder } from "./days-plan.tsx";
import styles from "./session-days.css?url";

export const meta = () => pageTitle("Import or export Congress’s calendar");
export const links = () => [{ rel: "stylesheet", href: styles }];

export const loader = campaignPage("read", async ({ campaign, may }) => ({
  base: `/c/${campaign.id}`,
  mayWrite: may("write"),
}));
export const action = campaignFilesAction("write", answerDaysFile);

export default function ImportSessionDays() {
  const { base, mayWrite } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const list = `${base}/session-days`;
  return (
    <>
      <PageHead
        title="Import or export Congress’s calendar"
        sub="A table of days (CSV). It applies to the whole installation: every campaign sees it."
        crumbs={[
          { label: "Calendar", to: `${base}/calendar` },
          { label: "Congress", to: list },
          "Import or export",
        ]}
      />
      <ErrorSummary errors={answer?.errors} />
      <div className="stack">
        {answer === undefined ? null : <ShownDaysFile answer={answer} list={list} />}
        {mayWrite ? <Shipped /> : null}
        {mayWrite ? <Upload error={answer?.errors.file} /> : null}
        <section aria-labelledby="export">
          <h2 id="export">Export</h2>
          <p className="small">
            Every day for which there is information, in the format used for import. Importing the file
            unchanged changes nothing.
          </p>
          <a className="button" href={`${base}/session-days.csv`}>
            Export as CSV
          </a>
        </section>
      </div>
    </>
  );
}

function Shipped() {
  return (
    <section aria-labelledby="shipped">
      <h2 id="shipped">The calendar that comes with Demarche</h2>
      <p className="small">
        For {SHIPPED_DAYS.year}, from public calendars, each day with its source; the most recent source is of{" "}
        {formatDay(SHIPPED_DAYS.asOf, useToday())}. The leadership of each chamber may change its calendar, so
        check it before you rely on it.
      </p>
      <ButtonForm label="Show what this calendar would change" fields={{ from: "shipped" }} />
    </section>
  );
}

function Upload({ error }: { error: string | undefined }) {
  return (
    <section aria-labelledby="import">
      <h2 id="import">Import</h2>
      <FormFrame encType="multipart/form-data">
        <div className={`field${error ? " in-error" : ""}`}>
          <label htmlFor="file">A CSV file</label>
          <p className="hint" id="file-hint">
            The columns are chamber (House or Senate), day (or first day and last day, which cover working
            days only), standing (in session or away), source and as_of. Write days like{" "}
            <code>2027-01-12</code> or 12 Jan 2027. At most 1 MB and 10,000 rows. You will see the changes
            before anything is saved, and days that are not in the file will stay as they are.
          </p>
          {error ? <p className="error-message">{error}</p> : null}
          <input id="file" name="file" type="file" accept=".csv,.txt,text/csv" aria-describedby="file-hint" />
        </div>
        <Submit>Show the changes</Submit>
      </FormFrame>
    </section>
  );
}

/** What became of an uploaded file: its faults by line, or what it would change, to be confirmed. */
function ShownDaysFile({ answer, list }: { answer: Shown; list: string }) {
  const { faults, remarks, shown } = answer;
  if (faults.length > 0) {
    return <FileFaults title="Nothing was imported: the file contains errors" faults={faults} />;
  }
  if (shown === null) return null;
  return (
    <section className="days-plan" aria-labelledby="plan">
      <h2 id="plan">
        {shown.isNothing ? "Nothing to change" : `Changes in ${shown.name}. Nothing has been saved yet.`}
      </h2>
      {remarks.map((remark) => (
        <p key={remark} className="note">
          {remark}
        </p>
      ))}
      <DaysPlan plan={shown.plan} />
      {shown.isNothing ? null : <Confirm shown={shown} list={list} />}
    </section>
  );
}

function Confirm({ shown, list }: { shown: NonNullable<Shown["shown"]>; list: string }) {
  return (
    <FormFrame id="confirm-file">
      <input type="hidden" name="table" value={shown.table} />
      <input type="hidden" name="name" value={shown.name} />
      <input type="hidden" name="shown" value={shown.plan.name} />
      <TakeOlder plan={shown.plan} />
      <p className="save">
        <Submit look="primary">Import these changes</Submit>
        <Cancel to={list} />
      </p>
    </FormFrame>
  );
}
