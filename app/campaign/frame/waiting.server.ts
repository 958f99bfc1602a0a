import { type ExpressionBuilder, type Kysely, sql } from "kysely";
import { listDeskIdsAskedOf } from "#app/campaign/clearances/requests.server.ts";
import type { Role } from "#app/http/permission.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Schema } from "#db/schema.ts";

/** What waits for one person in one campaign: papers to clear or to mend, meetings to log, promises overdue. */
export type Waiting = { talkingPoints: number; outcomes: number; followUps: number };

type For = { campaignId: string; accountId: string; role: Role; now: Date; today: CalendarDate };

export async function countWaiting(
  read: Kysely<Schema>,
  { campaignId, accountId, role, now, today }: For,
): Promise<Waiting> {
  const mayClear = role === "ministry clearer" || role === "embassy clearer";
  const desks = mayClear ? await listDeskIdsAskedOf(read, { campaignId, accountId, now }) : [];
  const [row] = await waiting(read, {
    campaign: campaignId,
    desks: JSON.stringify(desks),
    account: accountId,
    now: now.toISOString(),
    today,
  });
  return {
    talkingPoints: Number(row?.to_clear) + Number(row?.returned),
    outcomes: Number(row?.to_log),
    followUps: Number(row?.overdue),
  };
}

type Asked = "campaign" | "desks" | "account" | "now";

const waiting = keptQuery((read, place: Place<Asked, "today">) =>
  read.selectNoFrom((eb) => [
    papersToClear(eb, place).as("to_clear"),
    papersReturned(eb, place).as("returned"),
    meetingsToLog(eb, place).as("to_log"),
    followUpsOverdue(eb, place).as("overdue"),
  ]),
);

// The expression of a query without tables: nothing but subqueries can be built from it.
type Select = ExpressionBuilder<Schema, never>;

function papersToClear(eb: Select, place: Place<Asked, "today">) {
  return eb
    .selectFrom("clearance_request")
    .select((inner) => inner.fn.countAll<number>().as("count"))
    .where("campaign_id", "=", place("campaign"))
    .where("clearance_desk_id", "in", eachIn(place("desks")))
    .where("asks", "=", "clear")
    .where("asked_at", "is not", null)
    .where("answered_at", "is", null)
    .where("subject_kind", "in", ["talking points", "holding line"])
    .where(({ not, exists }) => not(exists(ownLine(eb, place))));
}

/** A line that the account wrote, in a campaign where nobody clears what they wrote: it waits for somebody else. */
function ownLine(eb: Select, place: Place<Asked, "today">) {
  return eb
    .selectFrom("holding_line_version as version")
    .innerJoin("campaign", (on) => on.on("campaign.id", "=", place("campaign")))
    .select("version.id")
    .whereRef("version.holding_line_id", "=", sql.ref("clearance_request.subject_id"))
    .where("version.made_by", "=", place("account"))
    .where("campaign.own_draft_may_be_cleared", "=", 0);
}

function papersReturned(eb: Select, place: Place<Asked, "today">) {
  return eb
    .selectFrom("talking_points")
    .select((inner) => inner.fn.countAll<number>().as("count"))
    .where("campaign_id", "=", place("campaign"))
    .where("stage", "=", "returned")
    .where("drafted_by", "=", place("account"))
    .where("retired_at", "is", null);
}

function meetingsToLog(eb: Select, place: Place<Asked, "today">) {
  return eb
    .selectFrom("meeting_to_log")
    .innerJoin("outreach_event_officer as officer", (on) =>
      on
        .onRef("officer.outreach_event_id", "=", "meeting_to_log.outreach_event_id")
        .on("officer.account_id", "=", place("account")),
    )
    .select((inner) => inner.fn.countAll<number>().as("count"))
    .where("meeting_to_log.campaign_id", "=", place("campaign"))
    .where("meeting_to_log.ends_at", "<=", place("now"));
}

function followUpsOverdue(eb: Select, place: Place<Asked, "today">) {
  return eb
    .selectFrom("follow_up")
    .select((inner) => inner.fn.countAll<number>().as("count"))
    .where("campaign_id", "=", place("campaign"))
    .where("owner_account_id", "=", place("account"))
    .where("done_at", "is", null)
    .where("due_on", "<", place("today"));
}
