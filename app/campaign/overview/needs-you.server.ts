import type { Kysely } from "kysely";
import { type Need, orderByTimeLeft, restOfWeek } from "#app/campaign/campaigns/needs-you.ts";
import { listDeskIdsAskedOf } from "#app/campaign/clearances/requests.server.ts";
import { listCableNeeds } from "#app/campaign/correspondence/clearing.server.ts";
import { listHoldNeeds } from "#app/campaign/holds/hold-needs.server.ts";
import { clashesOfOfficer, type Engagement } from "#app/campaign/outreach-events/warnings/clash.ts";
import {
  listEngagements,
  type SeenEngagement,
} from "#app/campaign/outreach-events/warnings/engagements.server.ts";
import { listReturnedPapers } from "#app/campaign/talking-points/lists.server.ts";
import { listVisitNeeds } from "#app/campaign/visits/needs.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import { isAllowed, type Role } from "#app/http/permission.ts";

import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import type { Schema } from "#db/schema.ts";
import {
  type AskedPaper,
  findOldestMeetingToLog,
  findOldestOverdue,
  listAskedPapers,
  listStaleProofPoints,
} from "./campaign-overview.server.ts";

/** Whose needs, in which campaign. */
export type Whose = { campaignId: string; accountId: string; role: Role; now: Date };

/** What needs one person in one campaign, by the time left. It asks nothing of who only reads. */
export async function listNeeds(
  read: Kysely<Schema>,
  { campaignId, accountId, role, now }: Whose,
  engagementsOfWeek: readonly SeenEngagement[],
): Promise<readonly Need[]> {
  if (!isAllowed(role, "write")) return [];
  const today = dateIn(now, WASHINGTON);
  const desks = await listDeskIdsAskedOf(read, { campaignId, accountId, now });
  const [asked, returned, toLog, overdue, stale, held, visits, cables] = await Promise.all([
    listAskedPapers(read, campaignId, accountId, desks),
    listReturnedPapers(read, campaignId, accountId),
    findOldestMeetingToLog(read, campaignId, accountId, now),
    findOldestOverdue(read, campaignId, accountId, today),
    listStaleProofPoints(read, campaignId, today),
    listHoldNeeds(read, { campaignId, accountId, role, now }),
    listVisitNeeds(read, { campaignId, accountId, now }),
    listCableNeeds(read, campaignId, desks),
  ]);
  return orderByTimeLeft([
    ...held,
    ...visits,
    ...cables,
    ...asked.flatMap((paper) => clearanceNeed(paper, { campaignId, now })),
    ...returned.map(
      ({ id, title }): Need => ({ need: "returned", title, place: paperPlace(campaignId, id) }),
    ),
    ...clashesOfOfficer(engagementsOfWeek, { campaignId, accountId }).map(clashNeed),
    ...(toLog === null
      ? []
      : [
          {
            need: "meetings not logged" as const,
            count: toLog.count,
            oldest: toLog.title,
            oldestEndedAt: toLog.endsAt,
          },
        ]),
    ...(overdue === null
      ? []
      : [
          {
            need: "follow-ups overdue" as const,
            count: overdue.count,
            oldest: overdue.text,
            dueOn: overdue.dueOn,
          },
        ]),
    ...(stale.length === 0 ? [] : [{ need: "stale proof points" as const, points: stale }]),
  ]);
}

/** What takes place from today to Sunday in Washington, as one person may see it. */
export function listEngagementsOfWeek(
  read: Kysely<Schema>,
  accountId: string,
  now: Date,
): Promise<SeenEngagement[]> {
  const { from, to } = restOfWeek(now);
  return listEngagements(read, accountId, from, to);
}

/** A drafter is told once it is late: until then there is nothing to do but to wait. */
function clearanceNeed(
  { paperId, title, dueAt, desk, isYours }: AskedPaper,
  reader: { campaignId: string; now: Date },
): Need[] {
  const isLate = dueAt !== null && dueAt < reader.now;
  if (!isYours && !isLate) return [];
  const place = paperPlace(reader.campaignId, paperId);
  return [{ need: "clearance", title, place, dueAt, desk, isYours }];
}

function clashNeed({
  event,
  withTitle,
}: {
  event: Engagement & { campaignId: string };
  withTitle: string;
}): Need {
  const place = addressOf.moveEvent(event.campaignId, event.id);
  return { need: "clash", title: event.title, place, withTitle, startsAt: event.startsAt };
}

function paperPlace(campaignId: string, paperId: string): string {
  return addressOf.paper(campaignId, paperId);
}
