import { type Need, orderByTimeLeft, restOfWeek } from "#app/campaign/campaigns/needs-you.ts";
import { isStillAhead, listAskedOf, type StoredRequest } from "#app/campaign/clearances/requests.server.ts";
import { answersOfCables, cableNeeds } from "#app/campaign/correspondence/clearing.server.ts";
import { stoppedPostsOf } from "#app/campaign/holds/event-hold-states.server.ts";
import { needsOfHolds } from "#app/campaign/holds/hold-needs.server.ts";
import { holdsOf } from "#app/campaign/holds/hold-records.server.ts";
import { clashesOfOfficer, type Engagement } from "#app/campaign/outreach-events/warnings/clash.ts";
import {
  listEngagements,
  type SeenEngagement,
} from "#app/campaign/outreach-events/warnings/engagements.server.ts";
import { returnedPapers } from "#app/campaign/talking-points/lists.server.ts";
import {
  daysOfOpenVisits,
  itemsOfOpenVisits,
  listVisitNeeds,
  openVisitDeadlines,
} from "#app/campaign/visits/needs.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import { isAllowed, type Role } from "#app/http/permission.ts";
import { staleFrom } from "#app/time/as-of.ts";
import { dateIn, hourAround, WASHINGTON } from "#app/time/wall-time.ts";
import { together } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import {
  latePapers,
  meetingsToLog,
  overdueFollowUps,
  papersNamed,
  staleProofPoints,
} from "./campaign-overview.server.ts";

/** Whose needs, in which campaign. */
export type Whose = { campaignId: string; accountId: string; role: Role; now: Date };

/** What may need one person, asked in one breath. */
const mayNeed = together({
  papersNamed,
  latePapers,
  returnedPapers,
  meetingsToLog,
  overdueFollowUps,
  staleProofPoints,
  stoppedPostsOf,
  holdsOf,
  openVisitDeadlines,
  itemsOfOpenVisits,
  answersOfCables,
});

/** What needs one person in one campaign, by the time left. It asks nothing of who only reads. */
export async function listNeeds(
  read: Queries,
  { campaignId, accountId, role, now }: Whose,
  engagementsOfWeek: readonly SeenEngagement[],
): Promise<readonly Need[]> {
  if (!isAllowed(role, "write")) return [];
  const today = dateIn(now, WASHINGTON);
  const asked = await listAskedOf(read, { campaignId, accountId, now });
  const hour = hourAround(now);
  const inHour = await mayNeed(read, {
    campaign: campaignId,
    account: accountId,
    papers: JSON.stringify(asked.map(({ subject }) => subject.id)),
    hour: hour.from,
    hourEnd: hour.to,
    today,
    ...daysOfOpenVisits(today),
  });
  const instant = now.toISOString();
  const found = {
    ...inHour,
    meetingsToLog: inHour.meetingsToLog.filter(({ ends_at }) => ends_at <= instant),
    latePapers: inHour.latePapers.filter(
      (paper) => paper.due_at !== null && paper.due_at < instant && isStillAhead(paper, now),
    ),
  };
  const reader = { campaignId, accountId, role, now };
  const visits = { deadlines: found.openVisitDeadlines, items: found.itemsOfOpenVisits };
  const [ofHolds, ofVisits] = await Promise.all([
    needsOfHolds(read, { posts: found.stoppedPostsOf, holds: found.holdsOf }, reader),
    listVisitNeeds(read, visits, { campaignId, now }),
  ]);
  return orderByTimeLeft([
    ...ofHolds,
    ...ofVisits,
    ...cableNeeds(reader, asked, found.answersOfCables),
    ...clearanceNeeds(campaignId, asked, found),
    ...found.returnedPapers.map(
      ({ id, title }): Need => ({
        need: "returned",
        what: "Talking points",
        title,
        place: paperPlace(campaignId, id),
      }),
    ),
    ...clashesOfOfficer(engagementsOfWeek, { campaignId, accountId }).map(clashNeed),
    ...countedNeeds(found),
  ]);
}

/** What stands in one line, however much of it there is. */
function countedNeeds(
  found: Pick<Awaited<ReturnType<typeof mayNeed>>, "meetingsToLog" | "overdueFollowUps" | "staleProofPoints">,
): Need[] {
  const [meeting] = found.meetingsToLog;
  const [followUp] = found.overdueFollowUps;
  const points = found.staleProofPoints.flatMap(({ code, review_by }) =>
    review_by === null ? [] : [{ code, since: staleFrom(review_by) }],
  );
  const needs: (Need | null)[] = [
    meeting === undefined
      ? null
      : {
          need: "meetings not logged",
          count: found.meetingsToLog.length,
          oldest: meeting.title,
          oldestEndedAt: new Date(meeting.ends_at),
        },
    followUp === undefined
      ? null
      : {
          need: "follow-ups overdue",
          count: found.overdueFollowUps.length,
          oldest: followUp.text,
          dueOn: followUp.due_on,
        },
    points.length === 0 ? null : { need: "stale proof points", points },
  ];
  return needs.filter((need) => need !== null);
}

/** What takes place from today to Sunday in Washington, as one person may see it. */
export function listEngagementsOfWeek(
  read: Queries,
  accountId: string,
  now: Date,
): Promise<SeenEngagement[]> {
  const { from, to } = restOfWeek(now);
  return listEngagements(read, accountId, from, to);
}

/** What is to be cleared. A drafter is told once it is late: until then there is nothing to do but to wait. */
function clearanceNeeds(
  campaignId: string,
  asked: readonly StoredRequest[],
  {
    papersNamed: papers,
    latePapers: late,
  }: Pick<Awaited<ReturnType<typeof mayNeed>>, "papersNamed" | "latePapers">,
): Need[] {
  const yours = asked.flatMap(({ subject, desk, dueAt }) =>
    papers
      .filter(({ id }) => id === subject.id)
      .map(({ id, title }) => ({ id, title, desk: desk.name, dueAt, isYours: true })),
  );
  const theirs = late
    .filter(({ requestId }) => !asked.some(({ id }) => id === requestId))
    .map(({ id, title, deskName, due_at }) => ({
      id,
      title,
      desk: deskName,
      isYours: false,
      dueAt: due_at === null ? null : new Date(due_at),
    }));
  return [...yours, ...theirs].map(({ id, ...paper }) => ({
    need: "clearance",
    place: paperPlace(campaignId, id),
    ...paper,
  }));
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
