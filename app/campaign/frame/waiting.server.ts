import { type ExpressionBuilder, sql } from "kysely";
import { listAskedOf } from "#app/campaign/clearances/requests.server.ts";
import { answersOfCables, returnedTo } from "#app/campaign/correspondence/clearing.server.ts";
import { needsOfHolds } from "#app/campaign/holds/hold-needs.server.ts";
import { holdsOf } from "#app/campaign/holds/hold-records.server.ts";
import { clearingSide, type Role } from "#app/http/permission.ts";
import { type CalendarDate, hourAround } from "#app/time/wall-time.ts";
import { keptQuery, type Place, together } from "#db/kept-query.server.ts";
import type { Queries, Schema } from "#db/schema.ts";

type For = { campaignId: string; accountId: string; role: Role; now: Date; today: CalendarDate };

export async function countWaiting(read: Queries, reader: For) {
  const { campaignId, accountId, role, now, today } = reader;
  const asked = clearingSide(role) !== null ? await listAskedOf(read, { campaignId, accountId, now }) : [];
  const given = { campaign: campaignId, account: accountId, hourEnd: hourAround(now).to, today };
  const { counts, answersOfCables: cables } = await waiting(read, given);
  const [row] = counts;
  const ended: string[] = JSON.parse(row?.to_log ?? "[]");
  const toClear = (kinds: string[]) => asked.filter(({ subject }) => kinds.includes(subject.kind)).length;
  return {
    talkingPoints:
      toClear(["talking points", "holding line"]) +
      Number(row?.returned) +
      (Number(row?.holds) === 0 ? 0 : await countReturnedLines(read, reader)),
    outcomes: ended.filter((endsAt) => endsAt <= now.toISOString()).length,
    followUps: Number(row?.overdue),
    reports: toClear(["cable"]) + returnedTo(accountId, cables).length,
  };
}

async function countReturnedLines(read: Queries, reader: For): Promise<number> {
  const holds = await holdsOf(read, { campaign: reader.campaignId });
  const needs = await needsOfHolds(read, { posts: [], holds }, reader);
  return needs.filter(({ need }) => need === "returned").length;
}

type Asked = "campaign" | "account" | "hourEnd";

const counts = keptQuery((read, place: Place<Asked, "today">) =>
  read.selectNoFrom((eb) => [
    papersReturned(eb, place).as("returned"),
    holdsLying(eb, place).as("holds"),
    meetingsToLog(eb, place).as("to_log"),
    followUpsOverdue(eb, place).as("overdue"),
  ]),
);
const waiting = together({ counts, answersOfCables });

// The expression of a query without tables: nothing but subqueries can be built from it.
type Select = ExpressionBuilder<Schema, never>;

function papersReturned(eb: Select, place: Place<Asked, "today">) {
  return eb
    .selectFrom("talking_points")
    .select((inner) => inner.fn.countAll<number>().as("count"))
    .where("campaign_id", "=", place("campaign"))
    .where("stage", "=", "returned")
    .where("drafted_by", "=", place("account"))
    .where("retired_at", "is", null);
}

function holdsLying(eb: Select, place: Place<Asked, "today">) {
  return eb
    .selectFrom("message_hold")
    .select((inner) => inner.fn.countAll<number>().as("count"))
    .where("campaign_id", "=", place("campaign"))
    .where("lifted_at", "is", null);
}

function meetingsToLog(eb: Select, place: Place<Asked, "today">) {
  return eb
    .selectFrom("meeting_to_log")
    .innerJoin("outreach_event_officer as officer", (on) =>
      on
        .onRef("officer.outreach_event_id", "=", "meeting_to_log.outreach_event_id")
        .on("officer.account_id", "=", place("account")),
    )
    .select(sql<string>`json_group_array(meeting_to_log.ends_at)`.as("ends"))
    .where("meeting_to_log.campaign_id", "=", place("campaign"))
    .where("meeting_to_log.ends_at", "<=", place("hourEnd"));
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
