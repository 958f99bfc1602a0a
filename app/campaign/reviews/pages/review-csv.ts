import { campaignPage } from "#app/http/page.server.ts";
import { reviewCsv } from "../review-csv.ts";
import { reviewStanding } from "../review-standing.ts";
import { reviewFile } from "./review-file.server.ts";

/** Every figure of the review. */
export const loader = campaignPage("read", (arrival) =>
  reviewFile(arrival, { ending: ".csv", type: "text/csv; charset=utf-8", name: "Review" }, (review) =>
    reviewCsv(review.content, reviewStanding(review)),
  ),
);
