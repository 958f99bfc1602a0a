import { useActionData, useLoaderData } from "@remix-run/react";
import { EVENT_KINDS, kindLabel } from "#app/campaign/outreach-events/kind.ts";
import { campaignFilesAction, campaignPage } from "#app/http/page.server.ts";
import { Field } from "#app/ui/field.tsx";
import { ErrorSummary, FormFrame } from "#app/ui/form-frame.tsx";

import { PageHead, pageTitle } from "#app/ui/page-head.tsx";

import { answerCalendarImport } from "./answer-calendar-import.server.ts";
import styles from "./import-calendar.css?url";
import { ShownCalendarFile } from "./shown-calendar-file.tsx";

export const meta = () => pageTitle("Import a calendar");
export const links = () => [{ rel: "stylesheet", href: styles }];

export const loader = campaignPage("write", async ({ campaign, home }) => ({
  base: `/c/${campaign.id}`,
  homeCity: home.homeCity,
}));
export const action = campaignFilesAction("write", answerCalendarImport);

export default function ImportCalendar() {
  const { base, homeCity } = useLoaderData<typeof loader>();
  const shown = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title="Import a calendar"
        sub="An .ics file from Outlook, Google, Apple or another calendar."
        crumbs={[{ label: "Calendar", to: `${base}/calendar` }, "Import"]}
      />
      <ErrorSummary errors={shown?.errors} form="calendar-file" />
      <div className="stack">
        {shown?.preview ? (
          <ShownCalendarFile preview={shown.preview} base={base} homeCity={homeCity} />
        ) : null}
        <Upload error={shown?.errors.file} isAgain={Boolean(shown?.preview)} />
      </div>
    </>
  );
}

function Upload({ error, isAgain }: { error: string | undefined; isAgain: boolean }) {
  return (
    <section aria-labelledby="upload">
      <h2 id="upload">{isAgain ? "Another file" : "The file"}</h2>
      <FormFrame encType="multipart/form-data" id="calendar-file">
        <Field
          name="file"
          label="A calendar file (.ics)"
          hint="At most 10 MB. You will see the changes before anything is saved. If you import a file again, only what has changed is brought in."
          error={error}
        >
          {(control) => <input {...control} type="file" accept=".ics,.ical,text/calendar" />}
        </Field>
        <Field name="kind" label="Kind of event" hint="For all new events; each can be changed later">
          {(control) => (
            <select {...control} defaultValue="internal">
              {EVENT_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {kindLabel(kind)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <button type="submit" className="button" data-pending="Reading…">
          Show the changes
        </button>
      </FormFrame>
    </section>
  );
}
