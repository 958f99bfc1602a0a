import { sql } from "kysely";
import { whoIsAsked } from "#app/campaign/clearances/desk.ts";
import { listDesks } from "#app/campaign/clearances/desks.server.ts";
import type { Campaign } from "#app/http/campaigns-of-account.server.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { type KeptRow, keptQuery, type Place, together } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import { loggedMeetings } from "./campaign-overview.server.ts";
import { type FirstStep, firstSteps, MOST_EVENTS_COUNTED } from "./first-steps.ts";

/** The first steps of a campaign as they stand. */
export async function readFirstSteps(read: Queries, campaign: Campaign, now: Date): Promise<FirstStep[]> {
  const [begun] = await begunIn(read, spanOf(campaign));
  return firstStepsFrom(read, campaign, begun, now);
}

/** A campaign and its days, as `begunIn` asks for them. */
function spanOf({ id, startsOn, endsOn }: Campaign) {
  return { campaign: id, from: startsOn, to: endsOn };
}

/** The same from what was found to be begun. */
async function firstStepsFrom(
  read: Queries,
  { id }: Campaign,
  begun: KeptRow<typeof begunIn> | undefined,
  now: Date,
): Promise<FirstStep[]> {
  const desks = await listDesks(read, id);
  const unanswered = desks.filter(
    (desk) => desk.asks === "clear" && whoIsAsked(desk, now).asked === "nobody",
  );
  const steps = {
    people: begun?.people ?? 0,
    messages: begun?.messages ?? 0,
    committees: begun?.committees ?? 0,
    members: begun?.members ?? 0,
    sessionDaysUntil: begun?.sessionDaysUntil ?? null,
    desksWithoutPeople: unanswered.map(({ name }) => name),
    clearedWordings: begun?.clearedWordings ?? 0,
    audiences: begun?.audiences ?? 0,
    events: begun?.events ?? 0,
  };
  return firstSteps(steps, dateIn(now, WASHINGTON));
}

const begunIn = keptQuery((read, place: Place<"campaign", "from" | "to">) =>
  read.selectNoFrom(({ selectFrom }) => [
    selectFrom("campaign_role")
      .innerJoin("account", "account.id", "campaign_role.account_id")
      .select(({ fn }) => fn.countAll<number>().as("n"))
      .where("campaign_role.campaign_id", "=", place("campaign"))
      .where("account.closed_at", "is", null)
      .as("people"),
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
    selectFrom((eb) =>
      eb
        .selectFrom("outreach_event")
        .select("campaign_id")
        .where("campaign_id", "=", place("campaign"))
        .limit(sql.lit(MOST_EVENTS_COUNTED + 1))
        .as("some"),
    )
      .select(({ fn }) => fn.countAll<number>().as("n"))
      .as("events"),
  ]),
);

const meetingsAndSteps = together({ loggedMeetings, begunIn });

/** How many meetings are logged, and the first steps of a campaign that is new. */
export async function readBegun(read: Queries, campaign: Campaign, isNew: boolean, now: Date) {
  if (!isNew) {
    const [logged] = await loggedMeetings(read, { campaign: campaign.id });
    return { meetings: logged?.meetings ?? 0, steps: [] };
  }
  const { loggedMeetings: logged, begunIn: begun } = await meetingsAndSteps(read, spanOf(campaign));
  const steps = await firstStepsFrom(read, campaign, begun[0], now);
  return { meetings: logged[0]?.meetings ?? 0, steps };
}
