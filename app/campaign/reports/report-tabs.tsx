import { Tabs } from "#app/ui/page-head.tsx";

/** The reports of a campaign in the order of use: what is open, its name, its path under `/c/:campaign`. */
const REPORTS = [
  { name: "effectiveness", label: "Effectiveness", path: "/reports/effectiveness" },
  { name: "coverage", label: "Coverage", path: "/reports/coverage" },
  { name: "activity", label: "Activity", path: "/reports/activity" },
  { name: "next", label: "Next outreach", path: "/reports/next-outreach" },
  { name: "reviews", label: "Reviews", path: "/reports/reviews" },
  { name: "correspondence", label: "Cables", path: "/correspondence" },
] as const;

export type ReportName = (typeof REPORTS)[number]["name"];

/** The other reports, one step away; at the head of every report page. `base` is the campaign's path. */
export function ReportTabs({ base, current }: { base: string; current: ReportName }) {
  const tabs = REPORTS.map(({ name, label, path }) => ({
    label,
    to: `${base}${path}`,
    current: name === current,
  }));
  return <Tabs label="Reports" tabs={tabs} />;
}
