import type { Kysely } from "kysely";
import { listUnclearedObjections } from "#app/campaign/gaps/store.server.ts";
import { type Handling, isAtLeastAsStrict } from "#app/text/handling.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { dayInProse } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Schema } from "#db/schema.ts";
import { whatIsToSend } from "../meeting/said.ts";
import { asTyped, titled } from "../words.ts";
import type { Ask } from "./cable.ts";

const ASKS_OF_A_KIND = 2;
/** A meeting further ahead presses nobody. */
const DAYS_AHEAD = 45;

type About = {
  campaignId: string;
  handling: Handling;
  day: CalendarDate;
  today: CalendarDate;
  span: { from: CalendarDate; to: CalendarDate };
  now: Date;
};

/**
 * What the capital is asked for: cleared words for what was objected in the month and has none, before the next meeting with
 * who raised it; answers that its desks owe; what its people have promised to others. The most urgent first of each kind.
 */
export async function listAsks(read: Kysely<Schema>, about: About): Promise<Ask[]> {
  const [replies, answers, promises] = await Promise.all([
    missingReplies(read, about),
    overdueAnswers(read, { campaign: about.campaignId, now: about.now.toISOString() }),
    ministryPromises(read, { campaign: about.campaignId }),
  ]);
  const open = <Row extends { handling: Handling | null }>(rows: readonly Row[]) =>
    rows.filter(({ handling }) => handling === null || isAtLeastAsStrict(about.handling, handling));
  return [
    ...replies,
    ...open(answers)
      .slice(0, ASKS_OF_A_KIND)
      .map(({ desk, title }) => ({
        what: `the ${asTyped(desk)}’s answer${title === null ? "" : ` on the talking points ${titled(title)}`}`,
        by: null,
        before: "",
      })),
    ...open(promises)
      .slice(0, ASKS_OF_A_KIND)
      .map(({ text, owner, dueOn }) => ({
        what: `${asTyped(whatIsToSend(text) ?? `what we promised (${text.replace(/[.\s]+$/, "")})`)} (${owner}, due ${dayInProse(dueOn, about.today)})`,
        by: null,
        before: "",
      })),
  ];
}

async function missingReplies(read: Kysely<Schema>, about: About): Promise<Ask[]> {
  const { campaignId, span, day, today } = about;
  const raised = await raisedBetween(read, { campaign: campaignId, ...span });
  const times = new Map(raised.map(({ id, times }) => [id, Number(times)]));
  if (times.size === 0) return [];
  const missing = await listUnclearedObjections(read, campaignId, times, day);
  const asks = await Promise.all(
    missing
      .toSorted((one, other) => other.heard - one.heard)
      .slice(0, ASKS_OF_A_KIND)
      .map(async ({ objection, audience }) => {
        const [next] = await nextMeeting(read, {
          campaign: campaignId,
          audience: audience.id,
          today,
          until: addDays(today, DAYS_AHEAD),
        });
        const before =
          next === undefined
            ? ""
            : `before the meeting with ${asTyped(audience.name)} on ${dayInProse(next.day, today)}`;
        return { what: `a cleared line on ${titled(objection.name)}`, by: null, before };
      }),
  );
  return asks;
}

const raisedBetween = keptQuery((read, place: Place<"campaign", "from" | "to">) =>
  read
    .selectFrom("outcome_objection as heard")
    .innerJoin("outcome", "outcome.id", "heard.outcome_id")
    .innerJoin("outreach_event as event", "event.id", "outcome.outreach_event_id")
    .select((eb) => [eb.ref("heard.objection_id").$notNull().as("id"), eb.fn.countAll<number>().as("times")])
    .where("outcome.campaign_id", "=", place("campaign"))
    .where("heard.objection_id", "is not", null)
    .where("event.day", ">=", place("from"))
    .where("event.day", "<=", place("to"))
    .groupBy("heard.objection_id"),
);

const nextMeeting = keptQuery((read, place: Place<"campaign" | "audience", "today" | "until">) =>
  read
    .selectFrom("outreach_event as event")
    .innerJoin("outreach_event_audience as link", "link.outreach_event_id", "event.id")
    .select("event.day")
    .where("event.campaign_id", "=", place("campaign"))
    .where("link.audience_id", "=", place("audience"))
    .where("event.day", ">", place("today"))
    .where("event.day", "<=", place("until"))
    .where("event.schedule", "<>", "cancelled")
    .where("event.result", "=", "planned")
    .orderBy("event.day")
    .limit(1),
);

const overdueAnswers = keptQuery((read, place: Place<"campaign" | "now">) =>
  read
    .selectFrom("clearance_request as request")
    .innerJoin("clearance_desk as desk", "desk.id", "request.clearance_desk_id")
    .leftJoin("talking_points as paper", "paper.id", "request.subject_id")
    .select(["desk.name as desk", "paper.title", "paper.handling"])
    .where("request.campaign_id", "=", place("campaign"))
    .where("request.authority", "=", "ministry")
    .where("request.asks", "=", "clear")
    .where("request.asked_at", "is not", null)
    .where("request.answered_at", "is", null)
    .where("request.due_at", "<", place("now"))
    .where("request.subject_kind", "=", "talking points")
    .orderBy("request.due_at")
    .orderBy("request.id"),
);

const ministryPromises = keptQuery((read, place: Place<"campaign">) =>
  read
    .selectFrom("follow_up")
    .innerJoin("campaign_role as role", (on) =>
      on
        .onRef("role.account_id", "=", "follow_up.owner_account_id")
        .onRef("role.campaign_id", "=", "follow_up.campaign_id")
        .on("role.role", "=", "ministry clearer"),
    )
    .innerJoin("account as owner", "owner.id", "follow_up.owner_account_id")
    .leftJoin("outreach_event as event", "event.id", "follow_up.outreach_event_id")
    .select(["follow_up.text", "owner.name as owner", "follow_up.due_on as dueOn", "event.handling"])
    .where("follow_up.campaign_id", "=", place("campaign"))
    .where("follow_up.promised_by", "=", "us")
    .where("follow_up.done_at", "is", null)
    .orderBy("follow_up.due_on")
    .orderBy("follow_up.id"),
);
