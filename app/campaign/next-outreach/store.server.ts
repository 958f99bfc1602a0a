import { type Kysely, sql } from "kysely";
import { isSeenIn } from "#app/campaign/campaigns/contacts-seen.server.ts";
import { isRetentionPast, type Retention } from "#app/campaign/contacts/retention.ts";

import type { ReceptionReport } from "#app/campaign/effectiveness/reception-report.ts";
import { OUTREACH_SETTINGS } from "#app/method/next-best-outreach.ts";
import { addDays } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { eachIn, keptQuery, type Place, packedDay } from "#db/kept-query.server.ts";
import type { Schema } from "#db/schema.ts";
import { type Considered, candidatesFor } from "./candidates.ts";
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

const UNIT = "\u001f";
const RECORD = "\u001e";

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
  const [packed, { stances, audiences, standings }] = await Promise.all([
    packedContacts(read, { campaign: campaignId, day }),
    readRankingGround(read, campaignId, day),
  ]);
  const known = packed.flatMap((group) =>
    contactsIn(group.audience_id, group.packed ?? "", stances.ofPerson),
  );
  const approachable = known.filter((person) => !isRetentionPast(person, day));
  const ranked = most === null ? approachable : candidatesFor(approachable, day, most);
  const heard = await readHeard(read, campaignId, ranked, day);
  const people = countPeople(approachable);
  return {
    day,
    sigma: report.inUse.parameters.sigma,
    messages: report.messages.map(({ isRetired, ...message }) => ({
      ...message,
      standing: isRetired ? "retired" : (standings.get(message.id) ?? "in use"),
    })),
    rows: report.rows.map(({ audience, figures }) => {
      const { influence, plannedMeetings } = audiences.get(audience.id) ?? {
        influence: 1,
        plannedMeetings: 0,
      };
      const readings = stances.ofAudience.get(audience.id) ?? [];
      return { audience, influence, plannedMeetings, readings, figures };
    }),
    contacts: ranked.map(({ id, audienceId, lastContactOn }) => {
      const readings = stances.ofPerson.get(id) ?? [];
      return { id, audienceId, lastContactOn, heardOn: heard.get(id) ?? {}, readings };
    }),
    people,
    leftOut: countPeople(known) - people,
  };
}

function countPeople(people: readonly { id: string }[]): number {
  return new Set(people.map(({ id }) => id)).size;
}

/** Only who was met within the time of a repetition can have heard a message in it. */
function readHeard(
  read: Kysely<Schema>,
  campaignId: string,
  people: readonly Considered[],
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

type Known = Considered & Retention;

/** One text for each audience: thousands of short rows would cost more to fetch than to find. */
function contactsIn(audienceId: string, packed: string, stances: ReadonlyMap<string, unknown>): Known[] {
  return packed.split(RECORD).map((record) => {
    const [id = "", last, retain, informed, isPublic] = record.split(UNIT);
    return {
      id,
      audienceId,
      hasOwnStance: stances.has(id),
      isPublicRecord: isPublic === "1",
      retainUntil: packedDay(retain),
      informedOn: packedDay(informed),
      lastContactOn: packedDay(last),
    };
  });
}

/** The last day on which somebody was met in any campaign: one visit counts for all files. */
const lastMet = (day: CalendarDate) => sql<CalendarDate | null>`(
  select max(met.day) from contact_meeting met where met.contact_id = contact.id and met.day <= ${day})`;

/**
 * The people of the campaign's audiences who have not left their post, as far as the campaign may see them: those of
 * the public lists and its own. Who only opens doors is the way in to others, and is not ranked; an unknown role is.
 * Source: EFFECTIVENESS.md §14.
 */
const packedContacts = keptQuery((read, place: Place<"campaign", "day">) =>
  read
    .selectFrom("campaign_audience as mine")
    .innerJoin("audience_contact as link", "link.audience_id", "mine.audience_id")
    .innerJoin("contact", "contact.id", "link.contact_id")
    .select("mine.audience_id")
    .select(
      sql<
        string | null
      >`group_concat(contact.id || char(31) || coalesce(${lastMet(place("day"))}, '') || char(31) ||
        coalesce(contact.retain_until, '') || char(31) || coalesce(contact.informed_on, '') || char(31) ||
        (contact.key is not null), char(30))`.as("packed"),
    )
    .where("mine.campaign_id", "=", place("campaign"))
    .where("mine.ended_on", "is", null)
    .where((eb) =>
      eb.or([
        eb("contact.role_in_decision", "is", null),
        eb("contact.role_in_decision", "<>", "opens doors"),
      ]),
    )
    .where((eb) => eb.or([eb("contact.ended_on", "is", null), eb("contact.ended_on", ">", place("day"))]))
    .where(isSeenIn(place("campaign")))
    .groupBy("mine.audience_id"),
);

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
