import { type Kysely, type RawBuilder, sql } from "kysely";
import { erasedContacts } from "#app/campaign/campaigns/contacts-seen.server.ts";
import { keptFrom } from "#app/campaign/contacts/retention.ts";
import type { ReceptionReport } from "#app/campaign/effectiveness/reception-report.ts";
import { OUTREACH_SETTINGS } from "#app/method/next-best-outreach.ts";
import { addDays } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { eachIn, type KeptRow, keptQuery, type Place, packedDay } from "#db/kept-query.server.ts";
import type { Schema } from "#db/schema.ts";
import { type Alike, candidatesFor } from "./candidates.ts";
import { listHeardByContacts, readRankingGround } from "./ground.server.ts";
import {
  everybodyRanked,
  FIRST_SHOWN,
  type NextOutreach,
  nextOutreach,
  type OutreachOption,
  type OutreachPerson,
} from "./next-outreach.ts";
import type { OutreachGround } from "./ranking-input.ts";

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
  const [rows, { ofSeveral, stances, audiences, standings }] = await Promise.all([
    peopleByLastDay(read, { campaign: campaignId, day, kept: keptFrom(day) }),
    readRankingGround(read, campaignId, day),
  ]);
  const { alike, apart, ...counts } = peopleIn(rows, new Set([...ofSeveral, ...stances.ofPerson.keys()]));
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
  const groups = [...apart, ...(most === null ? alike : candidatesFor(ground, alike, most))];
  const ranked = groups.flatMap(({ ids, ...group }) => ids.map((id) => ({ id, ...group })));
  // Only who was met within the time of a repetition can have heard a message in it.
  const since = addDays(day, -OUTREACH_SETTINGS.repeatDays);
  const recent = ranked.flatMap(({ id, lastContactOn: met }) => (met !== null && met >= since ? [id] : []));
  const heard = await listHeardByContacts(read, campaignId, recent, { since, day });
  return {
    ...ground,
    contacts: ranked.map((person) => ({
      ...person,
      heardOn: heard.get(person.id) ?? {},
      readings: stances.ofPerson.get(person.id) ?? [],
    })),
  };
}

/**
 * Those who are alike, and by themselves those who are not: in several audiences, or of a stance of their own. Counted is
 * each person once; whose retention is past is left out.
 */
function peopleIn(rows: readonly KeptRow<typeof peopleByLastDay>[], isByThemselves: ReadonlySet<string>) {
  const [alike, apart, past]: [Alike[], Alike[], Set<string>] = [[], [], new Set()];
  for (const { audienceId, lastOn, kept, gone } of rows) {
    const [ids, left]: [string[], string[]] = [JSON.parse(kept), JSON.parse(gone)];
    const own = ids.filter((id) => isByThemselves.has(id));
    const others = ids.filter((id) => !isByThemselves.has(id));
    const group = { audienceId, lastContactOn: packedDay(lastOn) };
    if (own.length > 0) apart.push({ ...group, ids: own });
    if (others.length > 0) alike.push({ ...group, ids: others.sort() });
    for (const id of left) past.add(id);
  }
  const ofThemselves = new Set(apart.flatMap(({ ids }) => ids)).size;
  const people = alike.reduce((sum, { ids }) => sum + ids.length, ofThemselves);
  return { alike, apart, people, leftOut: past.size };
}

type Days = "day" | "kept";

/**
 * The people of the campaign's audiences who have not left their post, as far as the campaign may see them: those of the
 * public lists and its own. Who only opens doors is the way in to others, and is not ranked; an unknown role is. By the
 * last day on which they were met in any campaign, one visit counts for all files; whoever was met after the day, which is
 * of the past then, has another last day. `gone` are those whose retention is past. Source: EFFECTIVENESS.md §14.
 */
const peopleByLastDay = keptQuery((read, place: Place<"campaign", Days>) => {
  const before = sql`coalesce((select max(met.day) from contact_meeting met
    where met.contact_id = person.contact_id and met.day <= ${place("day")}), '')`;
  const byDay = (last: RawBuilder<unknown>, which: RawBuilder<unknown>) => sql`
    select audience_id as "audienceId", last_on as "lastOn",
      json_group_array(contact_id) filter (where (${isPast(place)}) is not true) as kept,
      json_group_array(contact_id) filter (where ${isPast(place)}) as gone
    from (select person.audience_id, person.contact_id, person.retain_until, person.informed_on, person.is_public,
        ${last} as last_on
      from person_to_see as person
      where person.campaign_id = ${place("campaign")} and person.contact_id not in ${erasedContacts}
        and (person.ended_on is null or person.ended_on > ${place("day")}) and ${which})
    group by audience_id, last_on`;
  return read
    .selectFrom(
      sql<{ audienceId: string; lastOn: string; kept: string; gone: string }>`(
        ${byDay(sql`person.last_on`, sql`person.last_on <= ${place("day")}`)} union all
        ${byDay(before, sql`person.last_on > ${place("day")}`)})`.as("people"),
    )
    .selectAll();
});

/** As `isRetentionPast` says it of one person. */
const isPast = (place: Place<"campaign", Days>) => sql`case when retain_until is not null
  then retain_until < ${place("day")} when is_public then 0
  else coalesce(nullif(last_on, ''), informed_on) < ${place("kept")} end`;

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
