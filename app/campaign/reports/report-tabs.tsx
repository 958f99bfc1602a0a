import { Tabs } from "#app/ui/page-head.tsx";

/** The reports of a campaign in the order of use: what is open, its name, its path under `/c/:campaign/reports`. */
const REPORTS = [
  { name: "effectiveness", label: "Effectiveness", path: "effectiveness" },
  { name: "coverage", label: "Coverage", path: "coverage" },
  { name: "activity", label: "Activity", path: "activity" },
  { name: "next", label: "Next outreach", path: "next-outreach" },
  { name: "reviews", label: "Reviews", path: "reviews" },
] as const;

export type ReportName = (typeof REPORTS)[number]["name"];

/** The other reports, one step away; at the head of every report page. `base` is the campaign's path. */
export function ReportTabs({ base, current }: { base: string; current: ReportName }) {
  const tabs = REPORTS.map(({ name, label, path }) => ({
    label,
    to: `${base}/reports/${path}`,
    current: name === current,
  }));
  return <Tabs label="Reports" tabs={tabs} />;
}
