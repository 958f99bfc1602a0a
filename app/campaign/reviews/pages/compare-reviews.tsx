import { useLoaderData } from "@remix-run/react";
import { addressOf } from "#app/http/addresses.ts";
import { type CampaignArrival, campaignPage, notFound } from "#app/http/page.server.ts";
import { formatDay } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { Select } from "#app/ui/controls.tsx";
import { pageTitle } from "#app/ui/page-head.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import { comparisonDocument } from "../comparison-document.ts";
import { readReviewContent } from "../content.server.ts";
import { findReview, listReviews } from "../lists.server.ts";
import { leavingReview } from "../review-standing.ts";
import { ReportPage } from "./report-page.tsx";
import { openReview } from "./review-view.server.ts";
import styles from "./reviews.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Two reviews compared");

export const loader = campaignPage("read", async (arrival) => {
  const { campaign, database, url } = arrival;
  const review = await openReview(arrival);
  const chosen = url.searchParams.get("with") ?? "live";
  const other = await contentOf(arrival, chosen);
  const here = { content: review.content, standing: review };
  const isBefore = other.standing !== null && other.content.savedAt < review.savedAt;
  const [before, after] = isBefore ? [other, here] : [here, other];
  const others = await listReviews(database.read, campaign.id);
  return {
    campaignId: campaign.id,
    review: { id: review.id, day: review.day },
    chosen,
    others: others.filter(({ id }) => id !== review.id).map(({ id, day, savedBy }) => ({ id, day, savedBy })),
    report: leavingReview(
      comparisonDocument(before.content, after.content, after.standing === null),
      [before, after].flatMap((one) => (one.standing === null ? [] : [one.standing])),
    ),
  };
});

/** Another review of the campaign, or what one saved now would hold. */
async function contentOf({ database, campaign, account, home, now }: CampaignArrival, chosen: string) {
  if (chosen === "live") {
    const asked = { campaign, account, homeZone: home.homeZone, remark: "", now };
    return { content: await readReviewContent(database.read, asked), standing: null };
  }
  const other = await findReview(database.read, { campaignId: campaign.id, reviewId: chosen });
  return other === null ? notFound() : { content: other.content, standing: other };
}

/** Two reviews, or a review and today, the earlier first, in words and figure by figure. */
export default function CompareReviews() {
  const { campaignId, review, chosen, others, report } = useLoaderData<typeof loader>();
  const today = useToday();
  const list = addressOf.reviews(campaignId);
  return (
    <>
      <nav className="crumbs" aria-label="Breadcrumb">
        <a href={list}>Reviews</a> / <a href={`${list}/${review.id}`}>{formatDay(review.day, today)}</a> /
        Compared
      </nav>
      <CompareForm here={`${list}/${review.id}`} others={others} chosen={chosen} />
      <ReportPage report={report} />
    </>
  );
}

type Other = { id: string; day: CalendarDate; savedBy: string };

/** Chooses another review, or today, to hold this one against. */
export function CompareForm({
  here,
  others,
  chosen,
}: {
  here: string;
  others: readonly Other[];
  chosen: string;
}) {
  const today = useToday();
  return (
    <form method="get" action={`${here}/compare`} className="form compare noprint">
      <Select
        name="with"
        label="Compare with"
        value={chosen}
        options={[
          ...others.map(({ id, day, savedBy }) => ({
            value: id,
            label: `${formatDay(day, today)}, saved by ${savedBy}`,
          })),
          { value: "live", label: "Today, as things stand" },
        ]}
      />
      <button type="submit" className="button">
        Compare
      </button>
    </form>
  );
}
