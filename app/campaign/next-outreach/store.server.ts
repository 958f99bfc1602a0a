import { type Selectable, sql } from "kysely";
import { isRetentionPast, keptFrom } from "#app/campaign/contacts/retention.ts";
import type { ReceptionReport } from "#app/campaign/effectiveness/reception-report.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { eachIn, keptQuery, type Place, packedDay, together } from "#db/kept-query.server.ts";
import type { Queries, Schema } from "#db/schema.ts";
import { candidatesFor } from "./candidates.ts";
import { isInPost, isPast, type Person, readCandidates, readRankingGround } from "./ground.server.ts";
import {
  everybodyRanked,
  FIRST_SHOWN,
  type NextOutreach,
  nextOutreach,
  type OutreachOption,
  type OutreachPerson,
  type PartOf,
} from "./next-outreach.ts";
import type { OutreachGround } from "./ranking-input.ts";

/** Whom to see next with which message, by the figures of the report. Notes are not read: only sums and dates. */
export async function readNextOutreach(
  read: Queries,
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
  read: Queries,
  campaign: { id: string },
  report: ReceptionReport,
  day: CalendarDate,
  partOf: PartOf,
): Promise<{ options: OutreachOption[]; count: number; people: OutreachPerson[] }> {
  const everybody = everybodyRanked(await readGround(read, campaign.id, report, day, null), partOf);
  return { ...everybody, people: await listPeople(read, everybody.options) };
}

/** `most` is how many of the first are wanted; null where everybody is. */
async function readGround(
  read: Queries,
  campaignId: string,
  report: ReceptionReport,
  day: CalendarDate,
  most: number | null,
): Promise<OutreachGround> {
  const [{ alike, apart, ...counts }, { stances, audiences, standings }] = await Promise.all([
    readPeople(read, campaignId, day),
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
    ...counts,
  };
  const chosen = most === null ? alike : candidatesFor(ground, alike, most);
  const { people, heardBy } = await readCandidates(read, { campaignId, day, apart, chosen, most });
  return {
    ...ground,
    contacts: [...apart, ...people].map((person) => ({
      ...person,
      heardOn: heardBy(person.id),
      readings: stances.ofPerson.get(person.id) ?? [],
    })),
  };
}

/**
 * The people of the campaign's audiences: those who are alike, by how many they are, and those who are not, by themselves.
 * Counted is each person once; `leftOut` are those whose retention is past.
 */
async function readPeople(read: Queries, campaignId: string, day: CalendarDate) {
  const found = await peopleToSee(read, { campaign: campaignId, day, kept: keptFrom(day) });
  const each = found.apart.map((row) => {
    const met = { isPublicRecord: row.isPublic === 1, lastContactOn: packedDay(row.lastOn) };
    return { ...row, ...met, isPast: isRetentionPast({ ...row, ...met }, day) };
  });
  const counted = Map.groupBy(each, ({ audienceId, countedOn }) => `${audienceId} ${countedOn}`);
  const alike = found.groups.map(({ audienceId, lastOn, people, past }) => {
    const own = counted.get(`${audienceId} ${lastOn}`) ?? [];
    const gone = past - own.filter(({ isPast }) => isPast).length;
    return { audienceId, lastContactOn: packedDay(lastOn), people: people - own.length - gone, gone };
  });
  const apart = each.filter(({ isPast }) => !isPast);
  const different = (people: readonly Person[]) => new Set(people.map(({ id }) => id)).size;
  return {
    alike: alike.filter(({ people }) => people > 0),
    apart,
    people: alike.reduce((sum, { people }) => sum + people, different(apart)),
    leftOut: alike.reduce((sum, { gone }) => sum + gone, different(each) - different(apart)),
  };
}

type Days = "day" | "kept";

/** How many were last met on a day, all of them counted, those apart too. */
const groups = keptQuery((read, place: Place<"campaign", Days>) =>
  read
    .selectFrom("people_alike as person")
    .select(["person.audience_id as audienceId", "person.last_on as lastOn"])
    .select((eb) => eb.fn.sum<number>("person.people").as("people"))
    .select(sql<number>`sum(person.people * (${isPast(place("day"), place("kept"))} is true))`.as("past"))
    .where(isInPost(place("campaign"), place("day")))
    .where("person.last_on", "<=", place("day"))
    .groupBy(["person.audience_id", "person.last_on"]),
);

/** Who belongs to several audiences, may have a stance of their own, or was met after the day, which is of the past then. */
const apart = keptQuery((read, place: Place<"campaign", Days>) =>
  read
    .selectFrom(
      // The index is named: else everybody is gone through for each of them.
      sql<Selectable<Schema["person_to_see"]>>`(select person.* from (
          select contact_id as id from person_to_see where campaign_id = ${place("campaign")}
            group by contact_id having count(*) > 1
          union select met.contact_id from people_alike as alike cross join person_to_see as met
            using (campaign_id, audience_id, last_on)
            where alike.campaign_id = ${place("campaign")} and alike.last_on > ${place("day")}
          union select contact_id from stance_reading
            where campaign_id = ${place("campaign")} and contact_id is not null) as apart
        cross join person_to_see as person indexed by person_to_see_of_contact on person.contact_id = apart.id
        where ${isInPost(place("campaign"), place("day"))})`.as("person"),
    )
    .select(["contact_id as id", "audience_id as audienceId", "is_public as isPublic"])
    .select(["retain_until as retainUntil", "informed_on as informedOn", "last_on as countedOn"])
    .select([
      sql<string>`case when last_on <= ${place("day")} then last_on else coalesce((select max(met.day)
        from contact_meeting met where met.contact_id = person.contact_id and met.day <= ${place("day")}), '') end`.as(
        "lastOn",
      ),
    ]),
);

const peopleToSee = together({ groups, apart });

async function listPeople(
  read: Queries,
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
