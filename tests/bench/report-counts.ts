import type { Bench } from "./bench-context.ts";
import { atFullSize } from "./full-size.ts";
import type { Rows } from "./row.ts";

/** The pages that count: they follow what is shown, and of a period what happened in it. */
export function reportCounts(bench: Bench): Rows {
  const reports = `/c/${bench.campaign}/reports`;
  const pages = [
    { name: "coverage page", path: `${reports}/coverage` },
    { name: "activity page, since the campaign began", path: `${reports}/activity` },
    { name: "activity page, last 90 days", path: `${reports}/activity?period=last-90-days` },
  ];
  return atFullSize(bench, pages);
}
