import { reviewCsv } from "#app/documents/review-csv.ts";
import { campaignPage } from "#app/http/page.server.ts";
import { reviewFile } from "./review-file.server.ts";

/** Every figure of the review. */
export const loader = campaignPage("read", (arrival) =>
  reviewFile(arrival, { ending: ".csv", type: "text/csv; charset=utf-8", name: "Review" }, ({ content }) =>
    reviewCsv(content),
  ),
);
