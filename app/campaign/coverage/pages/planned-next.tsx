import { formatShortDate } from "#app/time/format.ts";
import type { PlannedNext } from "../coverage-report.ts";
import type { CoverageView } from "./coverage-view.server.ts";

/** The next event that is planned, or a way to plan one. `about` fills its form, `whom` says for listeners what for. */
export function Next({
  next,
  about,
  whom,
  view: { campaignId, mayPlan, report },
}: {
  next: PlannedNext | null;
  about: Readonly<Record<string, string>>;
  whom: string;
  view: CoverageView;
}) {
  const base = `/c/${campaignId}/events`;
  if (next !== null)
    return (
      <a href={`${base}/${next.eventId}`} title={next.title}>
        {formatShortDate(next.day, report.day)}
      </a>
    );
  if (!mayPlan) return <span className="faint">Nothing planned</span>;
  return (
    <a href={`${base}/new?${new URLSearchParams(about)}`}>
      Plan<span className="vh"> an event for {whom}</span>
    </a>
  );
}
