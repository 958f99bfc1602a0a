import { sql } from "kysely";
import type { Need } from "#app/campaign/campaigns/needs-you.ts";
import { takesPlace } from "#app/campaign/outreach-events/standing.ts";
import { paperIdOf } from "#app/campaign/paper-text/paper-of-event.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { addWorkingDays, UNITED_STATES } from "#app/time/holidays.ts";
import { earliestDayStillOn } from "#app/time/length.ts";
import { type CalendarDate, dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { readInstallation } from "#db/installation.server.ts";
import { type KeptRow, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import type { Home } from "./deadlines/deadline-day.ts";
import { type DueDeadline, dueDeadlines } from "./deadlines/deadlines.ts";
import { FURTHEST_DEADLINE } from "./deadlines/record.ts";
import { clearedAmong } from "./store.server.ts";
import { daysOfVisit } from "./visit-days.ts";

/** What is open of one person for visits, and the items of these visits: the rows of `openVisitDeadlines` and `itemsOfOpenVisits`. */
export type OpenForVisits = {
  deadlines: readonly KeptRow<typeof openVisitDeadlines>[];
  items: readonly KeptRow<typeof itemsOfOpenVisits>[];
};

/** The days of visits whose deadlines can be due now. */
export function daysOfOpenVisits(today: CalendarDate) {
  return {
    visitsFrom: earliestDayStillOn(addDays(today, -FURTHEST_DEADLINE)),
    visitsTo: addDays(today, FURTHEST_DEADLINE + 7),
  };
}

/** What is due of one person for visits, in one line a visit: what is overdue, or due by the end of the next working day. */
export async function listVisitNeeds(
  read: Queries,
  { deadlines, items }: OpenForVisits,
  { campaignId, now }: { campaignId: string; now: Date },
): Promise<Need[]> {
  if (deadlines.length === 0) return [];
  const around = { home: await readInstallation(read), now };
  const soon = addWorkingDays(dateIn(now, WASHINGTON), 1, UNITED_STATES);
  // Whether papers are cleared is asked only where somebody has to see to them.
  const isAsked = deadlines.some(({ kind }) => kind === "briefs");
  const cleared = isAsked
    ? await clearedAmong(
        read,
        items.flatMap(({ paperId }) => paperId ?? []),
      )
    : new Set();
  return [...Map.groupBy(deadlines, ({ visitId }) => visitId)].flatMap(([visitId, ofVisit]) => {
    const prepared = items
      .filter((item) => item.visitId === visitId)
      .map((item) => ({
        title: "",
        takesPlace: takesPlace(item),
        endsAt: new Date(item.endsAt),
        hasPlanB: item.planB !== "",
        isAtRisk: false,
        isPaperCleared: item.kind === "internal" ? null : item.paperId !== null && cleared.has(item.paperId),
      }));
    const due = dueOf(ofVisit, prepared, around).filter(
      ({ state, day }) => state !== "done" && state !== "past" && day <= soon,
    );
    return inOneLine(campaignId, ofVisit, due);
  });
}

function dueOf(
  deadlines: OpenForVisits["deadlines"],
  items: Parameters<typeof dueDeadlines>[1]["items"],
  around: { home: Home; now: Date },
): DueDeadline[] {
  const [visit] = deadlines;
  if (visit === undefined) return [];
  const mine = deadlines.map(({ ownerId, ownerName, ownerZone, ...deadline }) => ({
    ...deadline,
    owner: { id: ownerId, name: ownerName, zone: ownerZone },
    done: null,
  }));
  return dueDeadlines(mine, { items, programmeNumber: 1 }, { days: daysOfVisit(visit), ...around });
}

function inOneLine(
  campaignId: string,
  [visit]: OpenForVisits["deadlines"],
  due: readonly DueDeadline[],
): Need[] {
  const [first] = due;
  if (first === undefined || visit === undefined) return [];
  const place = `${addressOf.programme(campaignId, visit.visitId)}#due`;
  const which = { title: first.title, visit: visit.visitTitle, dueAt: first.dueAt };
  return [{ need: "visit deadlines", count: due.length, place, ...which }];
}

type OfPerson = "campaign" | "account";
type Days = "visitsFrom" | "visitsTo";

/** From the few deadlines to their visits: the plus keeps SQLite from walking through all events of those days. */
function openDeadlines(read: Queries, place: Place<OfPerson, Days>) {
  return read
    .selectFrom("visit_deadline as deadline")
    .innerJoin("outreach_event as visit", "visit.id", "deadline.outreach_event_id")
    .where(sql<string>`+visit.campaign_id`, "=", place("campaign"))
    .where("visit.kind", "=", "delegation visit")
    .where("visit.schedule", "<>", "cancelled")
    .where(sql<string>`+visit.day`, ">=", place("visitsFrom"))
    .where(sql<string>`+visit.day`, "<=", place("visitsTo"))
    .where("deadline.owner_account_id", "=", place("account"))
    .where("deadline.done_at", "is", null);
}

export const openVisitDeadlines = keptQuery((read, place: Place<OfPerson, Days>) =>
  openDeadlines(read, place)
    .innerJoin("account as owner", "owner.id", "deadline.owner_account_id")
    .select(["visit.id as visitId", "visit.title as visitTitle"])
    .select(["visit.wall_start as wallStart", "visit.wall_end as wallEnd"])
    .select(["deadline.id", "deadline.version", "deadline.days", "deadline.title", "deadline.note"])
    .select(["deadline.kind", "deadline.due_time as time"])
    .select(["owner.id as ownerId", "owner.name as ownerName", "owner.zone as ownerZone"])
    .orderBy("visit.id")
    .orderBy("deadline.days")
    .orderBy("deadline.id"),
);

export const itemsOfOpenVisits = keptQuery((read, place: Place<OfPerson, Days>) =>
  read
    .selectFrom("visit_item as item")
    .innerJoin("outreach_event as event", "event.id", "item.outreach_event_id")
    .select(["item.visit_event_id as visitId", "event.kind", "event.schedule", "event.result"])
    .select(["event.ends_at as endsAt", "item.plan_b as planB", paperIdOf(sql.ref("event.id")).as("paperId")])
    .where("item.visit_event_id", "in", openDeadlines(read, place).select("visit.id")),
);
