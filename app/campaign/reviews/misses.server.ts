import { sql } from "kysely";
import { clashesInTime } from "#app/campaign/outreach-events/warnings/clash.ts";
import { listEngagements } from "#app/campaign/outreach-events/warnings/engagements.server.ts";
import { atWord } from "#app/text/cut.ts";
import type { HandlingIfAny } from "#app/text/handling.ts";
import { staleFrom } from "#app/time/as-of.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { dateIn, endOfDay, WASHINGTON } from "#app/time/wall-time.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import { countMisses, type Miss, type Misses } from "./misses.ts";

const RED = "TLP:RED";

/** Clashes are told this many days ahead. */
const DAYS_AHEAD = 14;

type About = { campaignId: string; accountId: string; now: Date };

/** What is overdue or waiting in the whole campaign at an instant, whoever's it is. */
export async function readMisses(read: Queries, about: About): Promise<Misses> {
  const given = {
    campaign: about.campaignId,
    now: about.now.toISOString(),
    today: dateIn(about.now, WASHINGTON),
  };
  const [toLog, followUps, clearances, stale, clashes] = await Promise.all([
    meetingsNotLogged(read, given),
    followUpsOverdue(read, given),
    clearancesOverdue(read, given),
    proofPointsStale(read, given),
    listClashesAhead(read, about),
  ]);
  return countMisses({
    "meetings not logged": toLog.map(({ id, title, handling, day }) => ({
      id,
      text: openTitle(title, handling, "a meeting"),
      day,
    })),
    "follow-ups overdue": followUps.map(({ id, text, isRed, day }) => ({
      id,
      text: openTitle(text, isRed === 1 ? RED : "", "a promise"),
      day,
    })),
    "clearances overdue": clearances.map(({ id, title, handling, kind, desk, due_at }) => ({
      id,
      text: `${title === null ? `A ${kind}` : openTitle(title, handling ?? "", "a paper")}, with the ${desk}`,
      day: dateIn(new Date(due_at ?? about.now), WASHINGTON),
    })),
    "proof points stale": stale.map(({ id, claim, disclosure, review_by }) => ({
      id,
      text: disclosure === "internal" ? "an internal proof point" : `“${atWord(claim, 70)}”`,
      day: review_by === null ? given.today : staleFrom(review_by),
    })),
    "clashes ahead": clashes,
  });
}

/** What is for the people named only does not travel in a review. Source: DOMAIN.md, handling. */
function openTitle(title: string, handling: HandlingIfAny, otherwise: string): string {
  return handling === RED ? `${otherwise} (TLP:RED)` : title;
}

type Asked = "campaign" | "now";

const meetingsNotLogged = keptQuery((read, place: Place<Asked, "today">) =>
  read
    .selectFrom("meeting_to_log as open")
    .innerJoin("outreach_event as event", "event.id", "open.outreach_event_id")
    .select(["event.id", "event.title", "event.handling", "event.day"])
    .where("open.campaign_id", "=", place("campaign"))
    .where("open.ends_at", "<=", place("now")),
);

const followUpsOverdue = keptQuery((read, place: Place<Asked, "today">) =>
  read
    .selectFrom("follow_up")
    .leftJoin("outcome", "outcome.id", "follow_up.outcome_id")
    .leftJoin("outreach_event as event", (join) =>
      join.on("event.id", "=", sql`coalesce(follow_up.outreach_event_id, outcome.outreach_event_id)`),
    )
    .select(["follow_up.id", "follow_up.text", "follow_up.due_on as day"])
    .select(sql<0 | 1>`coalesce(${RED} in (outcome.handling, event.handling), 0)`.as("isRed"))
    .where("follow_up.campaign_id", "=", place("campaign"))
    .where("follow_up.done_at", "is", null)
    .where("follow_up.due_on", "<", place("today")),
);

const clearancesOverdue = keptQuery((read, place: Place<Asked, "today">) =>
  read
    .selectFrom("clearance_request as request")
    .innerJoin("clearance_desk as desk", "desk.id", "request.clearance_desk_id")
    .leftJoin("talking_points as paper", "paper.id", "request.subject_id")
    .select(["request.id", "request.subject_kind as kind", "request.due_at", "desk.name as desk"])
    .select(["paper.title", "paper.handling"])
    .where("request.campaign_id", "=", place("campaign"))
    .where("request.asks", "=", "clear")
    .where("request.asked_at", "is not", null)
    .where("request.answered_at", "is", null)
    .where("request.due_at", "<", place("now")),
);

const proofPointsStale = keptQuery((read, place: Place<Asked, "today">) =>
  read
    .selectFrom("proof_point")
    .select(["id", "claim", "disclosure", "review_by"])
    .where("campaign_id", "=", place("campaign"))
    .where("retired_at", "is", null)
    .where("review_by", "<", place("today")),
);

/** Each event of the campaign, of the next days, at which somebody would be at two places, with the first that it meets. */
async function listClashesAhead(read: Queries, { campaignId, accountId, now }: About): Promise<Miss[]> {
  const last = endOfDay(addDays(dateIn(now, WASHINGTON), DAYS_AHEAD), WASHINGTON);
  const all = await listEngagements(read, accountId, now, last);
  const nameOf = ({ title, handling, campaignId: of }: (typeof all)[number]) =>
    of !== campaignId ? "an event of another campaign" : openTitle(title, handling, "a meeting");
  const told = new Set<string>();
  return all
    .filter((event) => event.campaignId === campaignId)
    .flatMap((event) => {
      const other = all.find((one) => clashesInTime(event, one).length > 0);
      if (other === undefined || told.has(other.id)) return [];
      told.add(event.id);
      const text = `${nameOf(event)}, with ${nameOf(other)}`;
      return [{ id: event.id, text, day: dateIn(event.startsAt, WASHINGTON) }];
    });
}
