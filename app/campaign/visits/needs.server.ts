import { type Kysely, sql } from "kysely";
import type { Need } from "#app/campaign/campaigns/needs-you.ts";
import { addressOf } from "#app/http/addresses.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { addWorkingDays, UNITED_STATES } from "#app/time/holidays.ts";
import { dateIn, WASHINGTON, type Zone } from "#app/time/wall-time.ts";
import { readInstallation } from "#db/installation.server.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Schema } from "#db/schema.ts";
import { type DueDeadline, dueDeadlines } from "./deadlines/deadlines.ts";
import { findVisit, type VisitRecord } from "./store.server.ts";

type Whose = { campaignId: string; accountId: string; now: Date };

const FURTHEST_DEADLINE = 60;
const LONGEST_VISIT = 21;

/** What is due of one person for visits, in one line a visit: what is overdue, or due by the end of the next working day. */
export async function listVisitNeeds(
  read: Kysely<Schema>,
  { campaignId, accountId, now }: Whose,
): Promise<Need[]> {
  const today = dateIn(now, WASHINGTON);
  const visits = await visitsWithDeadlines(read, {
    campaign: campaignId,
    account: accountId,
    from: addDays(today, -FURTHEST_DEADLINE - LONGEST_VISIT),
    to: addDays(today, FURTHEST_DEADLINE + 7),
  });
  if (visits.length === 0) return [];
  const home = await readInstallation(read);
  const found = await Promise.all(visits.map(({ id }) => findVisit(read, campaignId, id)));
  const soon = addWorkingDays(today, 1, UNITED_STATES);
  return found
    .filter((visit) => visit !== null)
    .flatMap((visit) => {
      const due = dueOf(visit, { home, now }).filter(
        ({ owner, state, day }) => owner?.id === accountId && state !== "done" && day <= soon,
      );
      return inOneLine(visit, due);
    });
}

function dueOf(visit: VisitRecord, around: { home: { homeZone: Zone; homeCountry: string }; now: Date }) {
  const items = visit.items.map((item) => ({
    title: item.title,
    takesPlace: item.takesPlace,
    hasPlanB: item.planB !== "",
    isAtRisk: false,
    isPaperCleared: item.kind === "internal" ? null : item.paper?.isCleared === true,
  }));
  return dueDeadlines(visit.deadlines, { items, programmeNumber: 1 }, { days: visit.days, ...around });
}

function inOneLine({ event }: VisitRecord, due: readonly DueDeadline[]): Need[] {
  const [first] = due;
  if (first === undefined) return [];
  const place = `${addressOf.programme(event.campaignId, event.id)}#due`;
  const which = { title: first.title, visit: event.title, dueAt: first.dueAt };
  return [{ need: "visit deadlines", count: due.length, place, ...which }];
}

/** From the few deadlines to their visits: the plus keeps SQLite from walking through all events of those days. */
const visitsWithDeadlines = keptQuery((read, place: Place<"campaign" | "account" | "from" | "to">) =>
  read
    .selectFrom("visit_deadline as deadline")
    .innerJoin("outreach_event as visit", "visit.id", "deadline.outreach_event_id")
    .select("visit.id")
    .distinct()
    .where(sql<string>`+visit.campaign_id`, "=", place("campaign"))
    .where("visit.schedule", "<>", "cancelled")
    .where(sql<string>`+visit.day`, ">=", place("from"))
    .where(sql<string>`+visit.day`, "<=", place("to"))
    .where("deadline.owner_account_id", "=", place("account"))
    .where("deadline.done_at", "is", null)
    .orderBy("visit.id"),
);
