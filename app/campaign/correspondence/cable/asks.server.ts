import { isAheadOf } from "#app/campaign/clearances/requests.server.ts";
import { listUnclearedObjections } from "#app/campaign/gaps/store.server.ts";
import { type Handling, isAtLeastAsStrict } from "#app/text/handling.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { dayInProse } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import { isReportable, type LoggedMeeting } from "../meeting/logged-meeting.ts";
import { readMeetings } from "../meeting/meetings.server.ts";
import { impersonalAt, openAt } from "../meeting/named.ts";
import { whatIsToSend, withoutDay } from "../meeting/said.ts";
import { asTyped, titled } from "../words.ts";
import { listPlanned } from "./coming.server.ts";

const ASKS_OF_A_KIND = 2;
/** A meeting further ahead presses nobody. */
const DAYS_AHEAD = 45;

type About = {
  campaignId: string;
  handling: Handling;
  day: CalendarDate;
  today: CalendarDate;
  /** Those of its days; what was raised at one that is not reported is not asked about. */
  meetings: readonly LoggedMeeting[];
  now: Date;
};

/**
 * What the capital is asked for, each once: cleared words for what was objected in the month and has none, before the next
 * meeting with who raised it; answers that its desks owe; what its people have promised to others. The most urgent first of
 * each kind.
 */
export async function listAsks(read: Queries, about: About): Promise<string[]> {
  const kinds = await Promise.all([
    missingReplies(read, about),
    answersOwed(read, about),
    promisesToKeep(read, about),
  ]);
  return kinds.flatMap((asks) => [...new Set(asks)].slice(0, ASKS_OF_A_KIND));
}

async function answersOwed(read: Queries, { campaignId, handling: cable, now }: About): Promise<string[]> {
  const owed = await overdueAnswers(read, { campaign: campaignId, now: now.toISOString() });
  return owed
    .filter(({ handling }) => handling === null || isAtLeastAsStrict(cable, handling))
    .map(
      ({ desk, title }) =>
        `the ${asTyped(desk)}’s answer${title === null ? "" : ` on the talking points ${titled(title)}`}`,
    );
}

/** What was promised at a meeting that is reported; one that names who was there on background is told by its day alone. */
async function promisesToKeep(read: Queries, { campaignId, handling, today }: About): Promise<string[]> {
  const promises = await ministryPromises(read, { campaign: campaignId });
  const events = promises.flatMap(({ eventId }) => (eventId === null ? [] : [eventId]));
  const met = await readMeetings(read, campaignId, events);
  return promises.flatMap(({ text, owner, dueOn, eventId }) => {
    const meeting = met.find((one) => one.eventId === eventId);
    if (meeting !== undefined && !isReportable(meeting, handling)) return [];
    const what =
      meeting !== undefined && !openAt(meeting)(text)
        ? `what we promised on ${dayInProse(meeting.day, today)}`
        : (whatIsToSend(text) ?? `what we promised (${withoutDay(text)})`);
    return [`${asTyped(what)} (${owner}, due ${dayInProse(dueOn, today)})`];
  });
}

async function missingReplies(read: Queries, about: About): Promise<string[]> {
  const { campaignId, meetings, handling, day, today } = about;
  const raised = meetings
    .filter((meeting) => isReportable(meeting, handling))
    .flatMap((meeting) => {
      // The next event with the office of a member would tell who raised it.
      const by = meeting.groundRule === "on the record" ? meeting.audiences : impersonalAt(meeting);
      return meeting.logs.flatMap(({ objections }) =>
        objections.flatMap(({ objectionId: id }) => (id === null ? [] : [{ id, by }])),
      );
    });
  if (raised.length === 0) return [];
  const at = Map.groupBy(raised, ({ id }) => id);
  const times = new Map([...at].map(([id, events]) => [id, events.length]));
  const missing = await listUnclearedObjections(read, campaignId, times, day);
  const planned = await listPlanned(read, about, addDays(today, DAYS_AHEAD));
  return missing
    .toSorted((one, other) => other.heard - one.heard)
    .slice(0, ASKS_OF_A_KIND)
    .map(({ objection }) => {
      const raisedAt = at.get(objection.id) ?? [];
      const next = planned.find(({ audienceId }) =>
        raisedAt.some(({ by }) => by.some(({ id }) => id === audienceId)),
      );
      const before =
        next?.audience == null
          ? ""
          : `, before the next event with ${asTyped(next.audience)}${next.audience.includes(", ") ? "," : ""} on ${dayInProse(next.day, today)}`;
      return `a cleared line on ${titled(objection.name)}${before}`;
    });
}

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
    .where(isAheadOf(place("now")))
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
    .select(["follow_up.text", "owner.name as owner", "follow_up.due_on as dueOn"])
    .select("follow_up.outreach_event_id as eventId")
    .where("follow_up.campaign_id", "=", place("campaign"))
    .where("follow_up.promised_by", "=", "us")
    .where("follow_up.done_at", "is", null)
    .orderBy("follow_up.due_on")
    .orderBy("follow_up.id"),
);
