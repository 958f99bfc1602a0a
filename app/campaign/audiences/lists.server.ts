import { sql } from "kysely";
import { type CalendarDate, minuteFrom } from "#app/time/wall-time.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import type { AudienceSource, Side } from "./audience-of-organisation.ts";
import { isStance } from "./stances/stance.ts";

/** Who asks, where and when: last contacts are counted over every campaign that the account may see. */
export type AudienceView = { campaignId: string; accountId: string; now: Date; today: CalendarDate };

/** What is planned next with an audience; `wholeDay` is the first of its days where it takes whole days. */
export type NextEvent = NonNullable<ReturnType<typeof nextEventOf>>;

/** An audience of a campaign with what is computed of it. */
export type ListedAudience = ReturnType<typeof audienceOf>;

/** Every audience of a campaign, ended ones included. */
export async function listAudiences(read: Queries, view: AudienceView): Promise<ListedAudience[]> {
  return (await everyAudience(read, valuesOf(view))).map(audienceOf);
}

/** One audience of a campaign, or null where the campaign has none of that identifier. */
export async function findAudience(
  read: Queries,
  view: AudienceView,
  audienceId: string,
): Promise<ListedAudience | null> {
  const [row] = await oneAudience(read, { ...valuesOf(view), audience: audienceId });
  return row === undefined ? null : audienceOf(row);
}

/** Audiences of a campaign for a choice in a form: those that have not ended, by name. */
export async function listAudienceChoices(
  read: Queries,
  campaignId: string,
): Promise<{ id: string; name: string }[]> {
  return audienceChoices(read, { campaign: campaignId });
}

const audienceChoices = keptQuery((read, place: Place<"campaign">) =>
  read
    .selectFrom("campaign_audience")
    .innerJoin("audience", "audience.id", "campaign_audience.audience_id")
    .select(["audience.id", "audience.name"])
    .where("campaign_audience.campaign_id", "=", place("campaign"))
    .where("campaign_audience.ended_on", "is", null)
    .orderBy("audience.sort_name")
    .orderBy("audience.id"),
);

type Given = "campaign" | "account" | "minute" | "today";

function valuesOf({ campaignId, accountId, now, today }: AudienceView): Record<Given, string> {
  return { campaign: campaignId, account: accountId, minute: minuteFrom(now), today };
}

const everyAudience = keptQuery((read, place: Place<Given>) => audiencesOf(read, place));

const oneAudience = keptQuery((read, place: Place<Given | "audience">) =>
  audiencesOf(read, place).where("audience.id", "=", place("audience")),
);

function audiencesOf(read: Queries, place: Place<Given>) {
  return read
    .selectFrom("campaign_audience as mine")
    .innerJoin("audience", "audience.id", "mine.audience_id")
    .leftJoin("organisation", "organisation.id", "audience.organisation_id")
    .leftJoin("account as owner", "owner.id", "mine.owner_account_id")
    .leftJoin("outreach_event as next", (join) => join.on("next.id", "=", nextEventId(place)))
    .leftJoin("stance_reading as latest", (join) => join.on("latest.id", "=", latestReadingId(place)))
    .select(["audience.id", "audience.name", "audience.kind", "audience.side"])
    .select(["audience.organisation_id", "organisation.name as organisation_name"])
    .select(["mine.priority", "mine.influence", "mine.interest", "mine.desired_stance", "mine.goal"])
    .select(["mine.ended_on", "owner.id as owner_id", "owner.name as owner_name"])
    .select(["next.id as next_id", "next.title as next_title", "next.starts_at", "next.schedule"])
    .select(["next.day as next_day", "next.is_all_day as next_is_all_day"])
    .select(["latest.stance", "latest.read_on"])
    .select(["mine.id as row_id", "mine.version", "audience.version as shared_version"])
    .select(lastContactOn(place).as("last_contact_on"))
    .where("mine.campaign_id", "=", place("campaign"))
    .orderBy("audience.sort_name")
    .orderBy("audience.id");
}

/** Walks what lies ahead in the campaign until it meets the audience. */
function nextEventId(place: Place<Given>) {
  return sql<string>`(
    select event.id from outreach_event event
    join outreach_event_audience link on link.outreach_event_id = event.id and link.audience_id = audience.id
    where event.campaign_id = ${place("campaign")} and event.starts_at >= ${place("minute")}
      and event.schedule <> 'cancelled' and event.result = 'planned' and event.kind <> 'internal'
    order by event.starts_at, event.id limit 1)`;
}

function latestReadingId(place: Place<Given>) {
  return sql<string>`(
    select reading.id from stance_reading reading
    where reading.campaign_id = ${place("campaign")} and reading.audience_id = audience.id
      and reading.contact_id is null and reading.read_on <= ${place("today")}
    order by reading.read_on desc, reading.rowid desc limit 1)`;
}

/** The last day in each campaign that the account may see, and the latest of those. */
function lastContactOn(place: Place<Given>) {
  return sql<CalendarDate | null>`(
    select max((select max(meeting.day) from audience_meeting meeting
      where meeting.audience_id = audience.id and meeting.campaign_id = role.campaign_id))
    from campaign_role role where role.account_id = ${place("account")})`;
}

type AudienceRow = Awaited<ReturnType<typeof everyAudience>>[number];

function audienceOf(row: AudienceRow) {
  const stance = (value: number | null) => (isStance(value) ? value : null);
  return {
    id: row.id,
    /** The campaign's own row of it, for its history. */
    rowId: row.row_id,
    name: row.name,
    kind: row.kind,
    side: row.side,
    organisation: named(row.organisation_id, row.organisation_name),
    priority: row.priority,
    influence: row.influence,
    interest: row.interest,
    desiredStance: stance(row.desired_stance),
    goal: row.goal,
    owner: named(row.owner_id, row.owner_name),
    endedOn: row.ended_on,
    lastContactOn: row.last_contact_on,
    nextEvent: nextEventOf(row),
    latestReading: row.read_on === null ? null : { stance: stance(row.stance), readOn: row.read_on },
    /** Of both rows, the shared one and the campaign's, together. */
    version: row.version + row.shared_version,
  };
}

function nextEventOf(row: AudienceRow) {
  const { next_id: id, next_title: title, starts_at: startsAt, schedule } = row;
  if (id === null || title === null || startsAt === null || schedule === null) return null;
  return { id, title, startsAt, wholeDay: row.next_is_all_day === 1 ? row.next_day : null, schedule };
}

function named(id: string | null, name: string | null): { id: string; name: string } | null {
  return id === null || name === null ? null : { id, name };
}

/** The organisation of which an audience is to be made; null where there is none. */
export async function findAudienceSource(
  read: Queries,
  organisationId: string,
): Promise<(AudienceSource & { id: string; endedOn: CalendarDate | null }) | null> {
  const row = await read
    .selectFrom("organisation")
    .leftJoin("organisation as parent", "parent.id", "organisation.parent_id")
    .select(["organisation.id", "organisation.name", "organisation.kind", "organisation.ended_on as endedOn"])
    .select("parent.name as parentName")
    .where("organisation.id", "=", organisationId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { ...row, parentName: row.kind === "subcommittee" ? row.parentName : null };
}

/** The sides of an organisation that are audiences of a campaign; null stands for one that has no sides. */
export async function listSidesTaken(
  read: Queries,
  campaignId: string,
  organisationId: string,
): Promise<(Side | null)[]> {
  const rows = await read
    .selectFrom("campaign_audience")
    .innerJoin("audience", "audience.id", "campaign_audience.audience_id")
    .select("audience.side")
    .where("campaign_audience.campaign_id", "=", campaignId)
    .where("campaign_audience.ended_on", "is", null)
    .where("audience.organisation_id", "=", organisationId)
    .execute();
  return rows.map(({ side }) => side);
}
