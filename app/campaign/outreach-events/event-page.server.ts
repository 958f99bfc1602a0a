import { answersOf, listRound } from "#app/campaign/clearances/requests.server.ts";
import { listHoldStates } from "#app/campaign/holds/event-hold-states.server.ts";
import { heldViews } from "#app/campaign/holds/held.server.ts";
import { listHoldsOnEvents } from "#app/campaign/holds/marked-by-holds.server.ts";
import { instructionsOver } from "#app/campaign/instructions/instruction-view.server.ts";
import { beforeYouSayIt } from "#app/campaign/past-statements/before-you-say-it.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import { type CampaignArrival, notFound } from "#app/http/page.server.ts";
import { briefDueOnDay } from "#app/time/back-planning.ts";
import { formatDayAndClocks } from "#app/time/format.ts";
import { listChanges } from "#db/history.server.ts";
import { readBefore } from "./last-time.server.ts";
import { aroundEvent } from "./moving/selected-event.server.ts";
import { clearancesDue } from "./moving/what-hangs-on.ts";
import { type EventRecord, findEvent, findVisitOf } from "./outreach-event-record.server.ts";
import {
  countObjectionsHeard,
  findPaperOfEvent,
  libraryCodes,
  messageNumbers,
  type PaperWithStatus,
  paperParts,
} from "./paper-parts.server.ts";
import { type Stage, stagesOf } from "./stages.ts";
import { takesPlace } from "./standing.ts";
import { listClearers } from "./warnings/clearers.server.ts";
import type { Clearer } from "./warnings/judged-event.ts";
import { listWhatCameOfIt } from "./what-came-of-it.server.ts";
import { historyInDays } from "./when-in-words.ts";

/** An event of this campaign, or 404. */
export async function eventHere({ campaign, params, database }: CampaignArrival): Promise<EventRecord> {
  return (await findEvent(database.read, campaign.id, params.event ?? "")) ?? notFound();
}

/** What stands behind the event: the last time, what is owed, and the paper with its status. */
export async function backgroundOf({ database }: CampaignArrival, event: EventRecord) {
  const [before, paper] = await Promise.all([
    readBefore(database.read, event),
    findPaperOfEvent(database.read, event.id),
  ]);
  return { ...before, paper };
}

export async function eventPage(arrival: CampaignArrival) {
  const { campaign, database, now, today, may } = arrival;
  const event = await eventHere(arrival);
  const [background, around, clearers, history, came] = await Promise.all([
    backgroundOf(arrival, event),
    aroundEvent(arrival, event),
    listClearers(database.read, { eventId: event.id, campaignId: campaign.id, kind: event.kind }),
    listChanges(database.read, "outreach event", event.id),
    listWhatCameOfIt(database.read, event.id),
  ]);
  const { paper, told, asked, owed } = background;
  const [heard, numbers, codes, before, held] = await Promise.all([
    countObjectionsHeard(database.read, objectionsOf(paper)),
    messageNumbers(database.read, campaign.id),
    libraryCodes(database.read, campaign.id),
    beforeYouSayIt(arrival, { event, paper: paper?.paper ?? null }),
    heldHere(arrival, event),
  ]);
  return {
    ...held,
    before,
    campaignId: campaign.id,
    own: addressOf.event(campaign.id, event.id),
    calendar: `${addressOf.calendar(campaign.id)}?view=week&date=${event.day}`,
    event,
    visit: await findVisitOf(database.read, event),
    now,
    today,
    mayWrite: may("write"),
    hasLogged: event.outcomes.some(({ officer }) => officer.id === arrival.account.id),
    isToday: event.day === today,
    hasBegun: event.startsAt <= now,
    told,
    asked,
    owed,
    clock: around.clock,
    warnings: around.warnings,
    isMovable: around.isMovable,
    series: around.series,
    paper: paper === null ? null : paperParts(paper, { heard, numbers, codes, today }),
    paperId: paper?.paper.id ?? null,
    mayClearPaper:
      paper?.paper.stage === "sent for clearance" && (await isAskedAbout(arrival, paper.paper.id)),
    stages: stagesHere(event, paper, owed.length, arrival),
    due: dueLines(event, clearers, arrival),
    history: historyInDays(history, event.id, event.isAllDay),
    came,
  };
}

export type EventPage = Awaited<ReturnType<typeof eventPage>>;

/** Whether the reader is asked to answer for a desk about the paper of an event. */
async function isAskedAbout(arrival: CampaignArrival, paperId: string): Promise<boolean> {
  if (arrival.clearsFor === null) return false;
  const round = await listRound(arrival.database.read, { kind: "talking points", id: paperId });
  return answersOf(round, arrival.account.id).length > 0;
}

/** The holds that mark the event, whether it is a post that one stopped, and the instructions over it. */
export async function heldHere(arrival: CampaignArrival, event: EventRecord) {
  const { read } = arrival.database;
  const holds = await listHoldsOnEvents(read, [event.id], arrival.now);
  const states = await listHoldStates(read, [event], arrival.now);
  const held = await heldViews(arrival, holds.get(event.id) ?? []);
  const over = await instructionsOver(arrival, { id: null, eventId: event.id });
  return { held, over, holdState: states.get(event.id) ?? null };
}

export function objectionsOf(paper: PaperWithStatus | null): string[] {
  const blocks = paper?.paper.text.blocks ?? [];
  return blocks.flatMap(({ origin }) => (origin.kind === "objection" ? [origin.id] : []));
}

function stagesHere(
  event: EventRecord,
  paper: PaperWithStatus | null,
  openFollowUps: number,
  { now, home: { homeZone } }: CampaignArrival,
): Stage[] {
  return stagesOf(
    {
      ...event,
      outcomes: event.outcomes.length,
      briefDueAt: briefDueOnDay(event.day),
      talkingPoints: paper === null ? null : stageWords(paper),
      openFollowUps,
    },
    { now, homeZone },
  );
}

function stageWords({ status, holds }: PaperWithStatus) {
  if (holds.length > 0) return { words: "ON HOLD", isCleared: false };
  switch (status.status) {
    case "cleared":
      return { words: `Cleared by ${status.clearance.clearedBy}`, isCleared: true };
    case "changed since clearance":
      return { words: "Changed since clearance", isCleared: false };
    case "draft":
      return { words: "NOT CLEARED", isCleared: false };
  }
}

/** When brief and clearance are due, on both clocks: clearance by the working days of each desk that must still agree. */
function dueLines(
  event: EventRecord,
  clearers: readonly Clearer[],
  { home: { homeZone }, now, today }: CampaignArrival,
) {
  const isAhead = takesPlace(event) && event.startsAt > now;
  const line = (dueAt: Date, desks: readonly string[]) => {
    const isPassed = isAhead && clearers.length > 0 && dueAt <= now;
    const late = dueAt <= event.plannedAt ? ("before it was planned" as const) : ("late" as const);
    return { at: formatDayAndClocks(dueAt, homeZone, today), desks, late: isPassed ? late : null };
  };
  return {
    brief: event.kind === "internal" ? null : line(briefDueOnDay(event.day), []),
    clearances: clearancesDue(event.day, clearers).map(({ dueAt, desks }) => line(dueAt, desks)),
  };
}
