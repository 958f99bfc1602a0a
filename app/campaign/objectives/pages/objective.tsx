import { useActionData, useLoaderData } from "@remix-run/react";
import { addressOf } from "#app/http/addresses.ts";
import { type FormValues, typedValue } from "#app/http/form-values.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { formatDay } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { RecordConflict } from "#app/ui/conflict.tsx";
import { EndOrReinstate, ErrorSummary, FormFrame, Submit } from "#app/ui/form-frame.tsx";
import { History } from "#app/ui/history.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { Fields } from "#app/ui/record-page.tsx";
import { ObjectiveFigure } from "../objective-figure.tsx";
import styles from "../objectives.css?url";
import { objectiveRecord, readingRecord } from "../record.ts";
import { answerObjectivePage, type ObjectivePage, readObjectivePage } from "./objective-page.server.ts";
import { ObjectiveReadings } from "./objective-readings.tsx";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = ({ data }: { data: ObjectivePage | undefined }) =>
  pageTitle(data?.objective.sentence ?? "Objective");

export const loader = campaignPage("read", readObjectivePage);
export const action = campaignAction("write", answerObjectivePage);

const LABELS = { ...objectiveRecord.columns, ...readingRecord.columns };

export default function Objective() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const typed = refused?.values ?? page.kept;
  const isReading = typed !== null && "value" in typed;
  const errors = refused?.errors ?? {};
  return (
    <>
      <PageHead
        title={page.objective.sentence}
        crumbs={[
          { label: "Overview", to: `/c/${page.campaignId}` },
          { label: "Objectives", to: addressOf.objectives(page.campaignId) },
          "Objective",
        ]}
      />
      <ErrorSummary errors={errors} form={isReading ? "reading" : "edit"} />
      {refused?.stale ? (
        <RecordConflict
          of={objectiveRecord}
          stale={refused.stale}
          mine={refused.values}
          choices={page.offered.choices}
          keepTheirs="?"
        />
      ) : null}
      <div className="objective">
        <ObjectiveFigure objective={page.objective} />
        <p className="note">{aboutIndicator(page.objective, page.today)}</p>
      </div>
      <div className="stack-wide">
        <ObjectiveReadings page={page} />
        {page.mayWrite ? (
          <AddReading values={isReading ? typed : null} errors={isReading ? errors : {}} />
        ) : null}
        {page.mayWrite ? (
          <Edit page={page} typed={isReading ? null : typed} errors={isReading ? {} : errors} />
        ) : null}
        <section aria-labelledby="history">
          <h2 id="history">History</h2>
          <History changes={page.changes} labels={LABELS} />
        </section>
      </div>
    </>
  );
}

/** What is counted, of whom and how, and by when. */
function aboutIndicator(
  { indicator, measuredHow, audience, source, dueOn }: ObjectivePage["objective"],
  today: CalendarDate,
) {
  const read = source.kind === "objection" ? `Read from the last ${source.meetings} meetings` : "";
  const parts = [indicator, measuredHow, audience ?? "", read, `Due ${formatDay(dueOn, today)}`];
  return parts.filter((part) => part !== "").join(". ");
}

type Errors = Readonly<Record<string, string>>;

function AddReading({ values, errors }: { values: FormValues | null; errors: Errors }) {
  return (
    <section aria-labelledby="add-a-reading">
      <h2 id="add-a-reading">Add a reading</h2>
      <FormFrame id="reading">
        <Fields of={readingRecord} values={values ?? { read: ["today"] }} errors={errors} />
        <Submit look="primary">Add</Submit>
      </FormFrame>
    </section>
  );
}

function Edit({ page, typed, errors }: { page: ObjectivePage; typed: FormValues | null; errors: Errors }) {
  return (
    <section className="noprint" aria-labelledby="edit-heading">
      <h2 id="edit-heading">Edit</h2>
      <details open={typed !== null}>
        <summary>Edit the objective</summary>
        <FormFrame id="edit" version={Number(typedValue(typed, "version", String(page.version)))}>
          <Fields of={objectiveRecord} {...page.offered} values={typed ?? page.values} errors={errors} />
          <Submit>Save</Submit>
        </FormFrame>
      </details>
      <p className="hint">
        Retired, it is removed from the overview; its readings are kept, and it can be reinstated.
      </p>
      <EndOrReinstate end="Retire" fields={{ retire: "yes" }} version={page.version} />
    </section>
  );
}
