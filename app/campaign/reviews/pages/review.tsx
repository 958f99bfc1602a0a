import { useActionData, useLoaderData } from "@remix-run/react";
import { REPORT_FORMATS } from "#app/documents/formats.ts";
import { addressOf } from "#app/http/addresses.ts";
import type { FormValues } from "#app/http/form-values.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { save } from "#app/http/save-form.server.ts";
import { formatDay, formatDayWithYear } from "#app/time/format.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { ButtonForm, ErrorSummary, FormFrame, Submit } from "#app/ui/form-frame.tsx";
import { FileLinks, pageTitle } from "#app/ui/page-head.tsx";
import { Fields } from "#app/ui/record-page.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import { withdrawalRecord } from "../record.ts";
import { explainReviewRefusal } from "../review-standing.ts";
import { withdrawReview } from "../store.server.ts";
import { CompareForm } from "./compare-reviews.tsx";
import { ReportPage } from "./report-page.tsx";
import { type ReviewPage, readReviewPage } from "./review-view.server.ts";
import styles from "./reviews.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = ({ data }: { data: ReviewPage | undefined }) =>
  pageTitle(data === undefined ? "Review" : `Review of ${formatDayWithYear(data.head.day)}`);

export const loader = campaignPage("read", readReviewPage);

/** Withdraws the review that the address names. */
export const action = campaignAction("write", (arrival) => {
  const target = { campaignId: arrival.campaign.id, reviewId: arrival.params.review ?? "" };
  return save(
    arrival,
    withdrawalRecord.read(arrival.form, arrival.today),
    (change, { reason }) => withdrawReview(change, target, reason),
    ({ reason }) => explainReviewRefusal(reason),
  );
});

/** A frozen review, drawn from what was frozen alone; what is of today stands around it. */
export default function Review() {
  const view = useLoaderData<typeof loader>();
  const today = useToday();
  const refused = useActionData<typeof action>();
  const { campaignId, head, report, others, mayWrite } = view;
  const here = addressOf.review(campaignId, head.id);
  return (
    <>
      <nav className="crumbs" aria-label="Breadcrumb">
        <a href={addressOf.reviews(campaignId)}>Reviews</a> / {formatDay(head.day, today)}
      </nav>
      <ErrorSummary errors={refused?.errors} form="withdraw" />
      <Around view={view} />
      <div className="review-files noprint">
        <FileLinks of={here} formats={[...REPORT_FORMATS, "csv"]} named={{ csv: "All figures (CSV)" }} />
        {mayWrite ? (
          <ButtonForm
            action={addressOf.correspondence(campaignId)}
            label="Write the monthly cable"
            fields={{ write: "cable", review: head.id }}
          />
        ) : null}
      </div>
      <CompareForm here={here} others={others} chosen={others[0]?.id ?? "live"} />
      <ReportPage report={report} />
      {mayWrite && head.withdrawn === null ? (
        <WithdrawForm values={refused?.values ?? view.kept} errors={refused?.errors ?? {}} />
      ) : null}
    </>
  );
}

/** What has come since it was frozen: none of it is part of the review. */
function Around({ view: { head, changedSince } }: { view: ReviewPage }) {
  const { withdrawn, isAsSaved } = head;
  const today = useToday();
  return (
    <>
      {isAsSaved ? null : (
        <p className="broken-seal" role="alert">
          This review is no longer as it was saved: its text does not match its seal. The database has been
          changed outside Demarche or is damaged. Compare it with a copy that was sent, or with a backup.
        </p>
      )}
      {withdrawn === null ? null : (
        <p className="withdrawn">
          Withdrawn on {formatDay(dateIn(new Date(withdrawn.at), WASHINGTON), today)} by {withdrawn.by}:{" "}
          {withdrawn.reason}
        </p>
      )}
      {changedSince === null ? null : (
        <p className="since">{changedSince} The review stays as it was saved.</p>
      )}
    </>
  );
}

type Props = { values: FormValues | null; errors: Readonly<Record<string, string>> };

/** A saved review is never edited: it is withdrawn with a reason, and stays listed. */
function WithdrawForm({ values, errors }: Props) {
  return (
    <details className="noprint" open={errors.reason !== undefined}>
      <summary>Withdraw this review</summary>
      <FormFrame id="withdraw">
        <Fields of={withdrawalRecord} values={values ?? {}} errors={errors} />
        <Submit look="danger">Withdraw</Submit>
      </FormFrame>
    </details>
  );
}
