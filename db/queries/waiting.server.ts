import type { ExpressionBuilder, Kysely } from "kysely";
import type { Role } from "#app/domain/accounts/permission.ts";
import type { CalendarDate } from "#app/domain/time/wall-time.ts";
import type { Schema } from "#db/schema.ts";

/** What waits for one person in one campaign: papers to clear or to mend, meetings to log, promises overdue. */
export type Waiting = { talkingPoints: number; outcomes: number; followUps: number };

type For = { campaignId: string; accountId: string; role: Role; now: Date; today: CalendarDate };

export async function countWaiting(read: Kysely<Schema>, whose: For): Promise<Waiting> {
  const row = await read
    .selectNoFrom((eb) => [
      papersToClear(eb, whose).as("to_clear"),
      papersReturned(eb, whose).as("returned"),
      meetingsToLog(eb, whose).as("to_log"),
      followUpsOverdue(eb, whose).as("overdue"),
    ])
    .executeTakeFirstOrThrow();
  return {
    talkingPoints: Number(row.to_clear) + Number(row.returned),
    outcomes: Number(row.to_log),
    followUps: Number(row.overdue),
  };
}

// The expression of a query without tables: nothing but subqueries can be built from it.
type Select = ExpressionBuilder<Schema, never>;

function papersToClear(eb: Select, { campaignId, role }: For) {
  const authority = role === "ministry clearer" ? "ministry" : "embassy";
  const mayClear = role === "ministry clearer" || role === "embassy clearer";
  return eb
    .selectFrom("clearance_request")
    .select((inner) => inner.fn.countAll<number>().as("count"))
    .where("campaign_id", "=", mayClear ? campaignId : "")
    .where("authority", "=", authority)
    .where("answered_at", "is", null)
    .where("subject_kind", "=", "talking points");
}

function papersReturned(eb: Select, { campaignId, accountId }: For) {
  return eb
    .selectFrom("talking_points")
    .select((inner) => inner.fn.countAll<number>().as("count"))
    .where("campaign_id", "=", campaignId)
    .where("stage", "=", "returned")
    .where("drafted_by", "=", accountId)
    .where("retired_at", "is", null);
}

function meetingsToLog(eb: Select, { campaignId, accountId, now }: For) {
  return eb
    .selectFrom("meeting_to_log")
    .innerJoin("outreach_event_officer as officer", (on) =>
      on
        .onRef("officer.outreach_event_id", "=", "meeting_to_log.outreach_event_id")
        .on("officer.account_id", "=", accountId),
    )
    .select((inner) => inner.fn.countAll<number>().as("count"))
    .where("meeting_to_log.campaign_id", "=", campaignId)
    .where("meeting_to_log.ends_at", "<=", now.toISOString());
}

function followUpsOverdue(eb: Select, { campaignId, accountId, today }: For) {
  return eb
    .selectFrom("follow_up")
    .select((inner) => inner.fn.countAll<number>().as("count"))
    .where("campaign_id", "=", campaignId)
    .where("owner_account_id", "=", accountId)
    .where("done_at", "is", null)
    .where("due_on", "<", today);
}
