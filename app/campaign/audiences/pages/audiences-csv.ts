import { exportedCsv } from "#app/documents/export-csv.ts";
import { textAnswer } from "#app/documents/file-answer.ts";
import { campaignPage } from "#app/http/page.server.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { kindHeading } from "../audience-kind.ts";
import { type ListedAudience, listAudiences } from "../lists.server.ts";
import { quadrantOf } from "../quadrant.ts";
import { inAudienceOrder } from "../silence.ts";
import { standingNumber } from "./audience-filters.ts";

const HEADERS = [
  "audience",
  "kind",
  "priority",
  "influence",
  "interest",
  "quadrant",
  "stance",
  "stance read on",
  "desired stance",
  "last contact",
  "next event",
  "relationship owner",
  "goal",
  "ended on",
];

/** The audiences of the campaign as a table for a spreadsheet, longest silence first. */
export const loader = campaignPage("read", async ({ campaign, account, database, now, today }) => {
  const view = { campaignId: campaign.id, accountId: account.id, now, today };
  const audiences = (await listAudiences(database.read, view)).map((audience) => ({
    ...audience,
    nextAt: audience.nextEvent?.startsAt ?? null,
  }));
  const rows = inAudienceOrder(audiences, "silence").map((audience) => cellsOf(audience, today));
  const csv = exportedCsv({ kind: "audiences", headers: HEADERS, rows });
  return textAnswer(`audiences-${campaign.id}-${today}`, "csv", csv);
});

function cellsOf(audience: ListedAudience, today: CalendarDate) {
  return [
    audience.name,
    kindHeading(audience.kind),
    audience.priority,
    audience.influence,
    audience.interest,
    quadrantOf(audience.influence, audience.interest),
    standingNumber(audience, today),
    audience.latestReading?.readOn ?? null,
    audience.desiredStance,
    audience.lastContactOn,
    audience.nextEvent?.startsAt ?? null,
    audience.owner?.name ?? null,
    audience.goal,
    audience.endedOn,
  ];
}
