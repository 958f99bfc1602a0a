import { useActionData, useLoaderData } from "@remix-run/react";
import { ReportTabs } from "#app/campaign/reports/report-tabs.tsx";
import { reviewRecord, SaveReviewForm } from "#app/campaign/reports/save-review-form.tsx";
import { writtenFile } from "#app/documents/write-in-worker.ts";
import { type CampaignArrival, campaignAction, campaignPage, type Sent } from "#app/http/page.server.ts";
import { afterChange, refuseByRule, refuseForm } from "#app/http/save-form.server.ts";
import { formatDay } from "#app/time/format.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { ButtonForm, ErrorSummary } from "#app/ui/form-frame.tsx";
import { TableHead } from "#app/ui/list.tsx";
import { State } from "#app/ui/marks.tsx";
import { Empty, PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import { listNamedPeople, readReviewContent } from "../content.server.ts";
import type { FrozenReview } from "../freeze-review.ts";
import { readHistoryStamp } from "../history.server.ts";
import { listReviews } from "../lists.server.ts";
import type { NamedPerson } from "../names-apart.ts";
import type { ReviewContent } from "../review-content.ts";
import { explainReviewRefusal } from "../review-standing.ts";
import { saveReview } from "../store.server.ts";
import styles from "./reviews.css?url";

/** Somebody else's change during the reading makes it read again, so many times. */
const TIMES = 3;

/** Freezes today's progress. What it holds is read before the writer is asked for, and is of one moment. */
async function answerSaveReview(arrival: CampaignArrival & Sent) {
  const { form, database, author, submission, campaign, account, home, now, today } = arrival;
  const read = reviewRecord.read(form, today);
  if (!read.ok) return refuseForm(form, read.errors);
  const remark = read.value.remark.trim();
  const asked = { campaign, account, homeZone: home.homeZone, remark, now };
  for (let time = 0; time < TIMES; time += 1) {
    const stamp = await readHistoryStamp(database.read);
    const content = await readReviewContent(database.read, asked);
    const frozen = await frozenReview({ content, people: await listNamedPeople(database.read) });
    const saved = await database.change(author, submission, (change) =>
      saveReview(change, { campaignId: campaign.id, content, frozen, stamp }),
    );
    if (saved.ok) return afterChange(saved);
  }
  return refuseByRule(form, explainReviewRefusal("record-moved"));
}

type ToFreeze = { content: ReviewContent; people: readonly NamedPerson[] };

declare module "#app/documents/write-in-worker.ts" {
  interface ToWrite {
    "frozen review": ToFreeze;
  }
}

/** Freezes a review in the process of the files: of a large campaign it is some megabytes of text, in which every name is looked for. */
async function frozenReview(asked: ToFreeze): Promise<FrozenReview> {
  return JSON.parse(Buffer.from(await writtenFile({ kind: "frozen review", ...asked })).toString());
}

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Reviews");

export const loader = campaignPage("read", async ({ campaign, database, may, kept }) => ({
  campaignId: campaign.id,
  reviews: await listReviews(database.read, campaign.id),
  mayWrite: may("write"),
  kept,
}));

export const action = campaignAction("write", answerSaveReview);

/** Every saved review, the newest first, withdrawn ones too. */
export default function Reviews() {
  const { campaignId, reviews, mayWrite, kept } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const base = `/c/${campaignId}`;
  return (
    <>
      <PageHead
        title="Reviews"
        sub="The campaign’s progress, frozen as it stood on a given day"
        crumbs={[{ label: "Reports", to: `${base}/reports` }, "Reviews"]}
        acts={
          mayWrite ? (
            <ButtonForm
              action={`${base}/correspondence`}
              label="Write the monthly cable"
              fields={{ write: "cable" }}
              className="button primary"
            />
          ) : null
        }
      />
      <ReportTabs base={base} current="reviews" />
      <ErrorSummary errors={refused?.errors} form="save-review" />
      {mayWrite ? (
        <SaveReviewForm base={base} values={refused?.values ?? kept} errors={refused?.errors ?? {}} />
      ) : null}
      {reviews.length === 0 ? (
        <Empty text="No review has been saved yet. A saved review can still be compared, printed and sent a year later." />
      ) : (
        <ReviewTable base={base} reviews={reviews} />
      )}
    </>
  );
}

type Listed = Awaited<ReturnType<typeof listReviews>>;

function ReviewTable({ base, reviews }: { base: string; reviews: Listed }) {
  const today = useToday();
  const rows = reviews.map((review, at) => ({ ...review, before: reviews[at + 1] }));
  return (
    <table className="table">
      <TableHead labels={["Day", "What it says", "Saved by", "Compare"]} />
      <tbody>
        {rows.map(({ id, day, lead, savedBy, savedAt, withdrawn, before }) => (
          <tr key={id}>
            <th scope="row">
              <a href={`${base}/reports/reviews/${id}`}>{formatDay(day, today)}</a>
            </th>
            <td>
              {lead}
              {withdrawn === null ? null : (
                <>
                  {" "}
                  <State kind="warn">
                    Withdrawn {formatDay(dateIn(new Date(withdrawn.at), WASHINGTON), today)} by {withdrawn.by}
                    : {withdrawn.reason}
                  </State>
                </>
              )}
            </td>
            <td>
              {savedBy}, {formatDay(dateIn(new Date(savedAt), WASHINGTON), today)}
            </td>
            <td>
              {before === undefined ? null : (
                <>
                  <a href={`${base}/reports/reviews/${id}/compare?with=${before.id}`}>
                    with {formatDay(before.day, today)}
                  </a>
                  {", "}
                </>
              )}
              <a href={`${base}/reports/reviews/${id}/compare?with=live`}>with today</a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
