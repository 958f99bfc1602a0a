import { type Kysely, sql } from "kysely";
import { erasedContacts } from "#app/campaign/campaigns/contacts-seen.server.ts";
import { keptFrom } from "#app/campaign/contacts/retention.ts";
import type { ReceptionReport } from "#app/campaign/effectiveness/reception-report.ts";
import { OUTREACH_SETTINGS } from "#app/method/next-best-outreach.ts";
import { addDays } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { eachIn, type KeptRow, keptQuery, type Place, packedDay } from "#db/kept-query.server.ts";
import type { Schema } from "#db/schema.ts";
import { candidatesFor } from "./candidates.ts";
import { listHeardByContacts, readRankingGround } from "./ground.server.ts";
import {
  everybodyRanked,
  FIRST_SHOWN,
  type NextOutreach,
  nextOutreach,
  type OutreachOption,
  type OutreachPerson,
} from "./next-outreach.ts";
import type { Approachable, OutreachGround } from "./ranking-input.ts";

const UNIT = "\u001f";

/** Whom to see next with which message, by the figures of the report. Notes are not read: only sums and dates. */
export async function readNextOutreach(
  read: Kysely<Schema>,
  campaign: { id: string },
  report: ReceptionReport,
  day: CalendarDate,
): Promise<NextOutreach> {
  const next = nextOutreach(await readGround(read, campaign.id, report, day, FIRST_SHOWN));
  const shown = [...next.first, ...next.against];
  return { ...next, people: await listPeople(read, shown) };
}

/** A part of everybody, once each with the best message, the best first; `count` is how many there are in all. */
export async function readEverybodyRanked(
  read: Kysely<Schema>,
  campaign: { id: string },
  report: ReceptionReport,
  day: CalendarDate,
  part: { skip: number; limit: number },
): Promise<{ options: OutreachOption[]; count: number; people: OutreachPerson[] }> {
  const everybody = everybodyRanked(await readGround(read, campaign.id, report, day, null), part);
  return { ...everybody, people: await listPeople(read, everybody.options) };
}

/** `most` is how many of the first are wanted; null where everybody is. */
async function readGround(
  read: Kysely<Schema>,
  campaignId: string,
  report: ReceptionReport,
  day: CalendarDate,
  most: number | null,
): Promise<OutreachGround> {
  const asked = { campaign: campaignId, day, kept: keptFrom(day) };
  const [groups, apart, { stances, audiences, standings }] = await Promise.all([
    peopleAlike(read, asked),
    peopleApart(read, asked),
    readRankingGround(read, campaignId, day),
  ]);
  const ground = {
    day,
    sigma: report.inUse.parameters.sigma,
    messages: report.messages.map(({ isRetired, ...message }) => ({
      ...message,
      standing: isRetired ? ("retired" as const) : (standings.get(message.id) ?? "in use"),
    })),
    rows: report.rows.map(({ audience, figures }) => {
      const { influence, plannedMeetings } = audiences.get(audience.id) ?? {
        influence: 1,
        plannedMeetings: 0,
      };
      const readings = stances.ofAudience.get(audience.id) ?? [];
      return { audience, influence, plannedMeetings, readings, figures };
    }),
    ...countPeople(groups, apart),
  };
  const isApart = new Set(apart.map(({ id }) => id));
  const alike = groups.flatMap((group) => {
    const ids = idsIn(group.ids).filter((id) => !isApart.has(id));
    return ids.length === 0
      ? []
      : [{ audienceId: group.audienceId, lastContactOn: packedDay(group.lastOn), ids }];
  });
  const ranked = [
    ...apart.flatMap(({ id, audienceId, lastOn, isPast }) =>
      isPast === 1 ? [] : [{ id, audienceId, lastContactOn: packedDay(lastOn) }],
    ),
    ...(most === null ? alike : candidatesFor(ground, alike, most)).flatMap(({ ids, ...group }) =>
      ids.map((id) => ({ id, ...group })),
    ),
  ];
  const heard = await readHeard(read, campaignId, ranked, day);
  return {
    ...ground,
    contacts: ranked.map((person) => {
      const readings = stances.ofPerson.get(person.id) ?? [];
      return { ...person, heardOn: heard.get(person.id) ?? {}, readings };
    }),
  };
}

type Group = KeptRow<typeof peopleAlike>;
type Apart = KeptRow<typeof peopleApart>;

/** Each person once, who may be in several audiences; and how many are left out, since their retention is past. */
function countPeople(groups: readonly Group[], apart: readonly Apart[]) {
  const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);
  const again = (isPast: 0 | 1) => {
    const those = apart.filter((one) => one.isPast === isPast);
    return those.length - new Set(those.map(({ id }) => id)).size;
  };
  return {
    people: sum(groups.map(({ people }) => people)) - again(0),
    leftOut: sum(groups.map(({ leftOut }) => leftOut)) - again(1),
  };
}

function idsIn(joined: string | null): string[] {
  return joined === null ? [] : joined.split(UNIT);
}

/** Only who was met within the time of a repetition can have heard a message in it. */
function readHeard(
  read: Kysely<Schema>,
  campaignId: string,
  people: readonly Pick<Approachable, "id" | "lastContactOn">[],
  day: CalendarDate,
) {
  const since = addDays(day, -OUTREACH_SETTINGS.repeatDays);
  const recent = people.filter(({ lastContactOn }) => lastContactOn !== null && lastContactOn >= since);
  return listHeardByContacts(
    read,
    campaignId,
    recent.map(({ id }) => id),
    { since, day },
  );
}

type Days = "day" | "kept";

/**
 * The people of the campaign's audiences who have not left their post, as far as the campaign may see them: those of the
 * public lists and its own. Who only opens doors is the way in to others, and is not ranked; an unknown role is. With each
 * the last day on which he or she was met in any campaign, one visit counts for all files, and whether the retention is
 * past. Who was met after the day, which is of the past then, has another last day. Source: EFFECTIVENESS.md §14.
 */
function peopleToSee(place: Place<"campaign", Days>, metBy: "met by then" | "met since") {
  const [last, which] =
    metBy === "met by then"
      ? [sql`person.last_on`, sql`person.last_on <= ${place("day")}`]
      : [
          sql`coalesce((select max(met.day) from contact_meeting met
            where met.contact_id = person.contact_id and met.day <= ${place("day")}), '')`,
          sql`person.last_on > ${place("day")}`,
        ];
  return sql`(select person.contact_id, person.audience_id, person.retain_until, person.informed_on,
      person.is_public, ${last} as last_on
    from person_to_see as person
    where person.campaign_id = ${place("campaign")} and ${which} and person.contact_id not in ${erasedContacts}
      and (person.ended_on is null or person.ended_on > ${place("day")}))`;
}

/** As `isRetentionPast` says it of one person. */
const isPast = (place: Place<"campaign", Days>) => sql`case when retain_until is not null
  then retain_until < ${place("day")} when is_public then 0
  else coalesce(nullif(last_on, ''), informed_on) < ${place("kept")} end`;

const peopleAlike = keptQuery((read, place: Place<"campaign", Days>) => {
  const grouped = (metBy: "met by then" | "met since") => sql`
    select audience_id as "audienceId", last_on as "lastOn",
      count(*) filter (where (${isPast(place)}) is not true) as people,
      count(*) filter (where ${isPast(place)}) as "leftOut",
      group_concat(contact_id, char(31) order by contact_id) filter (where (${isPast(place)}) is not true) as ids
    from ${peopleToSee(place, metBy)} group by audience_id, last_on`;
  type Row = { audienceId: string; lastOn: string; people: number; leftOut: number; ids: string | null };
  return read
    .selectFrom(sql<Row>`(${grouped("met by then")} union all ${grouped("met since")})`.as("alike"))
    .selectAll();
});

/** Those who are in several audiences, or of whom a stance of their own was read: each is ranked for himself or herself. */
const peopleApart = keptQuery((read, place: Place<"campaign", Days>) => {
  const each = (metBy: "met by then" | "met since") => sql`
    select contact_id as id, audience_id as "audienceId", last_on as "lastOn", (${isPast(place)}) is true as "isPast"
    from ${peopleToSee(place, metBy)} where contact_id in (
      select contact_id from person_to_see where campaign_id = ${place("campaign")}
        group by contact_id having count(*) > 1
      union select contact_id from stance_reading where campaign_id = ${place("campaign")} and contact_id is not null)`;
  type Row = { id: string; audienceId: string; lastOn: string; isPast: 0 | 1 };
  return read
    .selectFrom(sql<Row>`(${each("met by then")} union all ${each("met since")})`.as("apart"))
    .selectAll();
});

async function listPeople(
  read: Kysely<Schema>,
  options: readonly { contactId: string }[],
): Promise<OutreachPerson[]> {
  const ids = [...new Set(options.map(({ contactId }) => contactId))];
  return ids.length === 0 ? [] : namesOf(read, { ids: JSON.stringify(ids) });
}

const namesOf = keptQuery((read, place: Place<"ids">) =>
  read
    .selectFrom("contact")
    .select(["id", "name", "title"])
    .where("id", "in", eachIn(place("ids")))
    .orderBy("id"),
);
