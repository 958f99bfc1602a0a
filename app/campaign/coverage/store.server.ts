import { sql } from "kysely";
import { listMessagesReadOver } from "#app/campaign/effectiveness/read-over.server.ts";
import { isOutreachExpectedFrom } from "#app/campaign/outreach-events/standing-in-sql.server.ts";
import { type CalendarDate, endOfDay, startOfDay, WASHINGTON } from "#app/time/wall-time.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import {
  type CoverageCell,
  type CoverageReport,
  coverageReport,
  firstDayOfReach,
  type PlannedNext,
} from "./coverage-report.ts";

/**
 * Who heard what how often in a campaign by the end of a day, by all that is known now. Cost follows the pairs of audience
 * and message, what happened after the day, and what is planned; not what happened before.
 */
export async function readCoverageReport(
  read: Queries,
  campaign: { id: string },
  day: CalendarDate,
): Promise<CoverageReport> {
  const of = { campaign: campaign.id, day };
  const [messages, audiences, cells, uses, next] = await Promise.all([
    listMessagesReadOver(read, campaign.id),
    audiencesMet(read, { ...of, reach: firstDayOfReach(day) }),
    cellsHeard(read, of),
    messagesUsed(read, of),
    readPlannedNext(read, campaign.id, day),
  ]);
  const cellOf = new Map(cells.map((cell) => [`${cell.messageId} ${cell.audienceId}`, cell]));
  const useOf = new Map(uses.map((use) => [use.messageId, use]));
  return coverageReport({
    day,
    messages: messages.map((message) => ({
      ...message,
      meetings: useOf.get(message.id)?.meetings ?? 0,
      lastHeardOn: useOf.get(message.id)?.lastHeardOn ?? null,
      next: next.ofMessage.get(message.id) ?? null,
    })),
    audiences: audiences.map(({ ended_on, ...audience }) => ({
      ...audience,
      isEnded: ended_on !== null && ended_on <= day,
      next: next.ofAudience.get(audience.id) ?? null,
      cells: messages.map(({ id }): CoverageCell => {
        const { audienceId, ...counts } = cellOf.get(`${id} ${audience.id}`) ?? NOTHING_HEARD;
        return { ...counts, messageId: id, next: next.ofPair.get(`${id} ${audience.id}`) ?? null };
      }),
    })),
  });
}

const NOTHING_HEARD = { audienceId: "", meetings: 0, lastHeardOn: null, notes: 0, reactions: 0 };

/** Audiences that have ended, were never met and have heard nothing are no part of the report. What came after the day is taken off the sums. */
const audiencesMet = keptQuery((read, place: Place<"campaign", "day" | "reach">) =>
  read
    .selectFrom("campaign_audience as mine")
    .innerJoin("audience", "audience.id", "mine.audience_id")
    .leftJoin("audience_met as met", (on) =>
      on.onRef("met.campaign_id", "=", "mine.campaign_id").onRef("met.audience_id", "=", "mine.audience_id"),
    )
    .select(["audience.id", "audience.name", "mine.priority", "mine.ended_on"])
    .select([
      sql<number>`coalesce(met.meetings, 0) - (select count(*) ${meetings} and day > ${place("day")})`.as(
        "meetings",
      ),
      sql<number>`(select count(*) ${meetings} and day between ${place("reach")} and ${place("day")})`.as(
        "meetingsWithinReach",
      ),
      sql<CalendarDate | null>`(select max(day) ${meetings} and day <= ${place("day")})`.as("lastMetOn"),
    ])
    .where("mine.campaign_id", "=", place("campaign"))
    .where(sql<boolean>`(mine.ended_on is null or met.meetings > 0 or exists (select 1 from message_heard_cell cell
      where cell.campaign_id = mine.campaign_id and cell.audience_id = mine.audience_id))`)
    .orderBy("mine.priority")
    .orderBy("mine.position")
    .orderBy("audience.sort_name")
    .orderBy("audience.id"),
);

const meetings = sql`from audience_meeting
  where audience_id = mine.audience_id and campaign_id = mine.campaign_id`;

const cellsHeard = keptQuery((read, place: Place<"campaign", "day">) =>
  read
    .selectFrom("message_heard_cell as cell")
    .leftJoin("observation_cell as sums", (on) =>
      on
        .onRef("sums.campaign_id", "=", "cell.campaign_id")
        .onRef("sums.key_message_id", "=", "cell.key_message_id")
        .onRef("sums.audience_id", "=", "cell.audience_id"),
    )
    .select(["cell.key_message_id as messageId", "cell.audience_id as audienceId"])
    .select([
      sql<number>`cell.meetings - (select count(distinct outreach_event_id) ${heard} and day > ${place("day")})`.as(
        "meetings",
      ),
      sql<CalendarDate | null>`(select max(day) ${heard} and day <= ${place("day")})`.as("lastHeardOn"),
      sql<number>`coalesce(sums.n, 0) - cell.reactions - (select count(*) ${heard} and day > ${place("day")})`.as(
        "notes",
      ),
      sql<number>`cell.reactions - (select count(*) from observation where campaign_id = cell.campaign_id
        and key_message_id = cell.key_message_id and audience_id = cell.audience_id
        and day > ${place("day")} and kind <> 'meeting note')`.as("reactions"),
    ])
    .where("cell.campaign_id", "=", place("campaign")),
);

const heard = sql`from message_heard where campaign_id = cell.campaign_id
  and key_message_id = cell.key_message_id and audience_id = cell.audience_id`;

const messagesUsed = keptQuery((read, place: Place<"campaign", "day">) =>
  read
    .selectFrom("message_use as used")
    .select("used.key_message_id as messageId")
    .select([
      sql<number>`used.meetings - (select count(distinct outreach_event_id) ${usedIn} and day > ${place("day")})`.as(
        "meetings",
      ),
      sql<CalendarDate | null>`(select max(day) ${usedIn} and day <= ${place("day")})`.as("lastHeardOn"),
    ])
    .where("used.campaign_id", "=", place("campaign")),
);

const usedIn = sql`from message_heard
  where campaign_id = used.campaign_id and key_message_id = used.key_message_id`;

type Next = ReadonlyMap<string, PlannedNext>;

/**
 * The next event of each audience, message and pair: on the day only what has not been marked held or not held, after it
 * what is not cancelled. For a past day, what was planned by its end.
 */
async function readPlannedNext(
  read: Queries,
  campaignId: string,
  day: CalendarDate,
): Promise<{ ofAudience: Next; ofMessage: Next; ofPair: Next }> {
  const rows = await eventsAhead(read, {
    campaign: campaignId,
    day,
    begins: startOfDay(day, WASHINGTON).toISOString(),
    planned: endOfDay(day, WASHINGTON).toISOString(),
  });
  const first = (keyOf: (row: (typeof rows)[number]) => string | null): Next => {
    const found = new Map<string, PlannedNext>();
    for (const row of rows) {
      const key = keyOf(row);
      if (key !== null && !found.has(key))
        found.set(key, { eventId: row.id, title: row.title, day: row.day });
    }
    return found;
  };
  return {
    ofAudience: first(({ audience_id }) => audience_id),
    ofMessage: first(({ key_message_id }) => key_message_id),
    ofPair: first(({ audience_id, key_message_id }) =>
      audience_id === null || key_message_id === null ? null : `${key_message_id} ${audience_id}`,
    ),
  };
}

const eventsAhead = keptQuery((read, place: Place<"campaign" | "begins" | "planned", "day">) =>
  read
    .selectFrom("outreach_event as event")
    .leftJoin("outreach_event_audience as whom", "whom.outreach_event_id", "event.id")
    .leftJoin("outreach_event_message as what", "what.outreach_event_id", "event.id")
    .select(["event.id", "event.title", "event.day", "whom.audience_id", "what.key_message_id"])
    .where("event.campaign_id", "=", place("campaign"))
    .where("event.starts_at", ">=", place("begins"))
    .where("event.planned_at", "<=", place("planned"))
    .where(isOutreachExpectedFrom(place("day")))
    .orderBy("event.starts_at")
    .orderBy("event.id"),
);
