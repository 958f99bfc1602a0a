import { sql } from "kysely";
import { rolesAllowed } from "#app/http/permission.ts";
import { type Cut, cut } from "#app/text/cut.ts";
import { type CalendarDate, type Timed, timedOf } from "#app/time/wall-time.ts";
import type { Queries } from "#db/schema.ts";
import {
  listObjectionsOfOutcomes,
  listReceptionsOfOutcomes,
  type RecordedObjection,
  type RecordedReception,
} from "./outcome-record.server.ts";

export type ListedOutcome = {
  id: string;
  loggedAt: string;
  officerName: string;
  said: string;
  event: { id: string; title: string; day: CalendarDate };
  receptions: RecordedReception[];
  objections: RecordedObjection[];
};

export type OutcomeFilter = {
  audienceId: string | null;
  messageId: string | null;
  officerId: string | null;
};

const onePage = 25;

/** The outcomes of a campaign, those of the latest meetings first, 25 on a page (the first is 1), and whether there are older ones. */
export async function listOutcomes(
  read: Queries,
  campaignId: string,
  { audienceId, messageId, officerId }: OutcomeFilter,
  page: number,
): Promise<{ outcomes: ListedOutcome[]; hasOlder: boolean }> {
  const rows = await read
    .selectFrom("outreach_event as event")
    // The events one after the other, the latest first, until the page is full.
    .crossJoin("outcome")
    .innerJoin("account", "account.id", "outcome.officer_account_id")
    .select(["outcome.id", "outcome.logged_at", "outcome.said", "account.name"])
    .select(["event.id as event_id", "event.title", "event.day"])
    .where("event.campaign_id", "=", campaignId)
    .whereRef("outcome.outreach_event_id", "=", "event.id")
    .where("outcome.campaign_id", "=", campaignId)
    .$if(officerId !== null, (query) => query.where("outcome.officer_account_id", "=", officerId ?? ""))
    .$if(audienceId !== null || messageId !== null, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom("reception")
            .select("reception.id")
            .whereRef("reception.outcome_id", "=", "outcome.id")
            // A plus sign leaves the index of all that an audience ever said aside: few are of one outcome.
            .$if(audienceId !== null, (inner) =>
              inner.where(sql<string>`+reception.audience_id`, "=", audienceId ?? ""),
            )
            .$if(messageId !== null, (inner) => inner.where("reception.key_message_id", "=", messageId ?? ""))
            // The notes behind a figure: a message that was not raised is none.
            .$if(audienceId !== null && messageId !== null, (inner) =>
              inner.where("reception.score", "is not", null),
            ),
        ),
      ),
    )
    .orderBy("event.starts_at", "desc")
    .orderBy("outcome.logged_at", "desc")
    .orderBy("outcome.id")
    .limit(onePage + 1)
    .offset((page - 1) * onePage)
    .execute();
  const shown = rows.slice(0, onePage);
  const ids = shown.map(({ id }) => id);
  const [receptions, objections] = await Promise.all([
    listReceptionsOfOutcomes(read, ids),
    listObjectionsOfOutcomes(read, ids),
  ]);
  const outcomes = shown.map((row) => ({
    id: row.id,
    loggedAt: row.logged_at,
    officerName: row.name,
    said: row.said,
    event: { id: row.event_id, title: row.title, day: row.day },
    receptions: receptions.get(row.id) ?? [],
    objections: objections.get(row.id) ?? [],
  }));
  return { outcomes, hasOlder: rows.length > onePage };
}

export type MeetingToLog = {
  eventId: string;
  title: string;
  time: Timed;
  isMine: boolean;
};

const MOST_TO_LOG = 50;

/** Meetings of a campaign that are over and that nobody has logged: one's own before those of others, of each the last first, 50 at most. */
export async function listMeetingsToLog(
  read: Queries,
  campaignId: string,
  accountId: string,
  now: Date,
): Promise<Cut<MeetingToLog>> {
  const rows = await read
    .selectFrom("meeting_to_log as open")
    .innerJoin("outreach_event as event", "event.id", "open.outreach_event_id")
    .leftJoin("outreach_event_officer as mine", (on) =>
      on.onRef("mine.outreach_event_id", "=", "event.id").on("mine.account_id", "=", accountId),
    )
    .select(["event.id", "event.title", "mine.id as mine_id"])
    .select(["event.starts_at", "event.ends_at", "event.zone", "event.is_all_day"])
    .where("open.campaign_id", "=", campaignId)
    .where("open.ends_at", "<=", now.toISOString())
    .orderBy((eb) => eb("mine.id", "is", null))
    .orderBy("open.ends_at", "desc")
    .orderBy("open.outreach_event_id")
    .limit(MOST_TO_LOG + 1)
    .execute();
  const meetings = rows.map(({ id, title, mine_id, ...time }) => ({
    eventId: id,
    title,
    time: timedOf(time),
    isMine: mine_id !== null,
  }));
  return cut(meetings, MOST_TO_LOG);
}

export type MyMeetingToLog = MeetingToLog & { campaign: { id: string; name: string } };

/** My meetings that have begun and that nobody has logged, in all campaigns in which I may log, the last first, 50 at most. */
export async function listMyMeetingsToLog(
  read: Queries,
  accountId: string,
  now: Date,
): Promise<Cut<MyMeetingToLog>> {
  const rows = await read
    .selectFrom("meeting_to_log as open")
    // Few are open, and an officer may have been at all of the others.
    .crossJoin("outreach_event as event")
    .innerJoin("outreach_event_officer as mine", (on) =>
      on.onRef("mine.outreach_event_id", "=", "event.id").on("mine.account_id", "=", accountId),
    )
    .innerJoin("campaign_role as role", (on) =>
      on.onRef("role.campaign_id", "=", "event.campaign_id").on("role.account_id", "=", accountId),
    )
    .innerJoin("campaign", "campaign.id", "event.campaign_id")
    .select(["event.id", "event.title"])
    .select(["event.starts_at", "event.ends_at", "event.zone", "event.is_all_day"])
    .select(["campaign.id as campaign_id", "campaign.name as campaign_name"])
    .whereRef("event.id", "=", "open.outreach_event_id")
    .where("event.starts_at", "<=", now.toISOString())
    .where("role.role", "in", rolesAllowed("write"))
    .orderBy("event.starts_at", "desc")
    .orderBy("event.id")
    .limit(MOST_TO_LOG + 1)
    .execute();
  const meetings = rows.map(({ id, title, campaign_id, campaign_name, ...time }) => ({
    eventId: id,
    title,
    time: timedOf(time),
    isMine: true,
    campaign: { id: campaign_id, name: campaign_name },
  }));
  return cut(meetings, MOST_TO_LOG);
}
