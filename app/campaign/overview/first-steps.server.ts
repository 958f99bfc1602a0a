import { whoIsAsked } from "#app/campaign/clearances/desk.ts";
import { listDesks } from "#app/campaign/clearances/desks.server.ts";
import { type Campaign, listTeam } from "#app/http/campaigns-of-account.server.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.server.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import { type FirstStep, firstSteps } from "./first-steps.ts";

/** The first steps of a campaign as they stand. */
export async function readFirstSteps(
  read: Database["read"],
  { id, startsOn, endsOn }: Campaign,
  now: Date,
): Promise<FirstStep[]> {
  const [team, desks, [counts]] = await Promise.all([
    listTeam(read, id),
    listDesks(read, id),
    begunIn(read, { campaign: id, from: startsOn, to: endsOn }),
  ]);
  const unanswered = desks.filter(
    (desk) => desk.asks === "clear" && whoIsAsked(desk, now).asked === "nobody",
  );
  const begun = {
    people: team.length,
    messages: counts?.messages ?? 0,
    committees: counts?.committees ?? 0,
    members: counts?.members ?? 0,
    sessionDaysUntil: counts?.sessionDaysUntil ?? null,
    desksWithoutPeople: unanswered.map(({ name }) => name),
    clearedWordings: counts?.clearedWordings ?? 0,
    audiences: counts?.audiences ?? 0,
    events: counts?.events ?? 0,
  };
  return firstSteps(begun, dateIn(now, WASHINGTON));
}

const begunIn = keptQuery((read, place: Place<"campaign", "from" | "to">) =>
  read.selectNoFrom(({ selectFrom }) => [
    selectFrom("key_message")
      .select(({ fn }) => fn.countAll<number>().as("n"))
      .where("campaign_id", "=", place("campaign"))
      .where("retired_at", "is", null)
      .as("messages"),
    selectFrom("contact")
      .select(({ fn }) => fn.countAll<number>().as("n"))
      .where("key", "is not", null)
      .where("ended_on", "is", null)
      .as("members"),
    selectFrom("organisation")
      .select(({ fn }) => fn.countAll<number>().as("n"))
      .where("kind", "in", ["chamber", "committee", "subcommittee"])
      .where("ended_on", "is", null)
      .as("committees"),
    selectFrom("session_day")
      .select(({ fn }) => fn.max("day").as("day"))
      .where("day", ">=", place("from"))
      .where("day", "<=", place("to"))
      .as("sessionDaysUntil"),
    selectFrom("clearance")
      .select(({ fn }) => fn.countAll<number>().as("n"))
      .where("campaign_id", "=", place("campaign"))
      .where("subject_kind", "=", "message revision")
      .where("authority", "=", "ministry")
      .as("clearedWordings"),
    selectFrom("campaign_audience")
      .select(({ fn }) => fn.countAll<number>().as("n"))
      .where("campaign_id", "=", place("campaign"))
      .where("ended_on", "is", null)
      .as("audiences"),
    selectFrom("outreach_event")
      .select(({ fn }) => fn.countAll<number>().as("n"))
      .where("campaign_id", "=", place("campaign"))
      .as("events"),
  ]),
);
