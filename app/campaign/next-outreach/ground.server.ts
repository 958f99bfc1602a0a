import { sql } from "kysely";
import { keptFrom } from "#app/campaign/contacts/retention.ts";
import { isOutreachExpectedFrom } from "#app/campaign/outreach-events/standing-in-sql.server.ts";
import { OUTREACH_SETTINGS } from "#app/method/next-best-outreach.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { type CalendarDate, endOfDay, WASHINGTON } from "#app/time/wall-time.ts";
import { type KeptRow, keptQuery, type Place, packedDay, together } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import type { Alike } from "./candidates.ts";
import type { Approachable, DatedStance, OutreachMessage } from "./ranking-input.ts";

/** Meetings planned within so many days count towards what can still be learned. Source: EFFECTIVENESS.md §10. */
const PLANNED_DAYS = 90;

/** Somebody of one audience, and when they last met anybody of ours. */
export type Person = Pick<Approachable, "id" | "audienceId" | "lastContactOn">;

type Stances = {
  ofAudience: ReadonlyMap<string, DatedStance[]>;
  ofPerson: ReadonlyMap<string, DatedStance[]>;
};

/**
 * The readings of a campaign up to a day: those of audiences, and of elected members and senior appointees where the
 * campaign's setting allows it; what is kept of anybody else, from before a change of post or setting, is not read.
 * Source: DOMAIN.md, record "contact".
 */
function stancesIn(rows: readonly KeptRow<typeof stancesUpTo>[]): Stances {
  const readings = rows.flatMap(({ stance, ...row }) => (stance === null ? [] : [{ ...row, stance }]));
  const people = readings.flatMap(({ contactId, ...row }) =>
    contactId === null ? [] : [{ ...row, contactId }],
  );
  return {
    ofAudience: Map.groupBy(
      readings.filter(({ contactId }) => contactId === null),
      ({ audienceId }) => audienceId,
    ),
    ofPerson: Map.groupBy(people, ({ contactId }) => contactId),
  };
}

const stancesUpTo = keptQuery((read, place: Place<"campaign", "day">) =>
  read
    .selectFrom("stance_reading as reading")
    .innerJoin("campaign", "campaign.id", "reading.campaign_id")
    .leftJoin("contact", "contact.id", "reading.contact_id")
    .select(["reading.audience_id as audienceId", "reading.contact_id as contactId"])
    .select(["reading.read_on as readOn", "reading.stance"])
    .where("reading.campaign_id", "=", place("campaign"))
    .where("reading.read_on", "<=", place("day"))
    .where("reading.stance", "is not", null)
    .where((eb) =>
      eb.or([
        eb("reading.contact_id", "is", null),
        eb.and([
          eb("campaign.is_person_stance_allowed", "=", 1),
          eb("contact.is_elected_or_appointed", "=", 1),
        ]),
      ]),
    )
    .orderBy("reading.read_on")
    .orderBy(sql`reading.rowid`),
);

/** By audience its influence in the campaign, and how many meetings are planned with it in the 90 days that follow. */
function audiencesIn({ influences, plannedBefore }: Pick<Ground, "influences" | "plannedBefore">) {
  const counts = new Map(plannedBefore.map(({ audienceId, count }) => [audienceId, count]));
  return new Map(
    influences.map(({ id, influence }) => [id, { influence, plannedMeetings: counts.get(id) ?? 0 }]),
  );
}

const influences = keptQuery((read, place: Place<"campaign">) =>
  read
    .selectFrom("campaign_audience")
    .select(["audience_id as id", "influence"])
    .where("campaign_id", "=", place("campaign"))
    .where("ended_on", "is", null),
);

/** What was planned by the end of the day, for the day itself only where it is not over. */
const plannedBefore = keptQuery((read, place: Place<"campaign" | "known", "day" | "until">) =>
  read
    .selectFrom("outreach_event as event")
    .innerJoin("outreach_event_audience as link", "link.outreach_event_id", "event.id")
    .select("link.audience_id as audienceId")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("event.campaign_id", "=", place("campaign"))
    .where(isOutreachExpectedFrom(place("day")))
    .where("event.day", ">=", place("day"))
    .where("event.day", "<=", place("until"))
    .where("event.planned_at", "<=", place("known"))
    .groupBy("link.audience_id"),
);

/** By message why nobody is advised to use it on that day; a message in use is left out. */
export function standingsIn(
  setAside: readonly KeptRow<typeof setAsideOn>[],
): ReadonlyMap<string, OutreachMessage["standing"]> {
  return new Map(setAside.map(({ id, isHeld }) => [id, isHeld === 1 ? "on hold" : "not in effect"]));
}

const isHeld = (until: string) => sql<0 | 1>`exists (select 1 from message_hold hold
  where hold.key_message_id = message.id and hold.placed_at <= ${until}
    and (hold.lifted_at is null or hold.lifted_at > ${until}))`;

export const setAsideOn = keptQuery((read, place: Place<"campaign" | "known", "day">) =>
  read
    .selectFrom("key_message as message")
    .select(["message.id", isHeld(place("known")).as("isHeld")])
    .where("message.campaign_id", "=", place("campaign"))
    .where((eb) =>
      eb.or([
        sql<boolean>`${isHeld(place("known"))}`,
        eb("message.effective_from", ">", place("day")),
        eb("message.effective_until", "<", place("day")),
      ]),
    ),
);

const ground = together({ stancesUpTo, influences, plannedBefore, setAsideOn });
type Ground = Awaited<ReturnType<typeof ground>>;

/** What the ranking of a day stands on beside the figures and the people. */
export async function readRankingGround(read: Queries, campaignId: string, day: CalendarDate) {
  const found = await ground(read, {
    campaign: campaignId,
    day,
    until: addDays(day, PLANNED_DAYS),
    known: endOfDay(day, WASHINGTON).toISOString(),
  });
  return {
    stances: stancesIn(found.stancesUpTo),
    audiences: audiencesIn(found),
    standings: standingsIn(found.setAsideOn),
  };
}

/**
 * The people of the campaign's audiences who have not left their post, as far as the campaign may see them: those of the
 * public lists and its own, nobody who was erased. Who only opens doors is the way in to others, and is not ranked; an unknown role is. Last met is
 * in any campaign, one visit counts for all files. Source: EFFECTIVENESS.md §14.
 */
export const isInPost = (campaign: string, day: CalendarDate) => sql<boolean>`person.campaign_id = ${campaign}
  and (coalesce(person.ended_on, '') = '' or person.ended_on > ${day})`;

/** As `isRetentionPast` says it of somebody who was not met after the day. */
export const isPast = (day: CalendarDate, kept: CalendarDate) => sql<boolean>`(case
  when coalesce(person.retain_until, '') <> '' then person.retain_until < ${day} when person.is_public then 0
  else coalesce(nullif(person.last_on, ''), nullif(person.informed_on, '')) < ${kept} end)`;

/**
 * The people of groups that were chosen, of those who were not met within the time of a repetition the first `most`, by
 * their identifiers; and what they, and those apart, have heard in that time, by message: nobody else can have heard any.
 */
export async function readCandidates(
  read: Queries,
  asked: {
    campaignId: string;
    day: CalendarDate;
    apart: readonly Person[];
    chosen: readonly Alike[];
    most: number | null;
  },
) {
  const since = addDays(asked.day, -OUTREACH_SETTINGS.repeatDays);
  const found = await candidates(read, {
    campaign: asked.campaignId,
    day: asked.day,
    kept: keptFrom(asked.day),
    since,
    // To SQLite a limit below nought is none.
    most: asked.most ?? -1,
    apart: JSON.stringify(asked.apart.map(({ id, lastContactOn }) => [id, lastContactOn ?? ""])),
    chosen: JSON.stringify(
      asked.chosen.map(({ audienceId, lastContactOn }) => [audienceId, lastContactOn ?? ""]),
    ),
  });
  const people = found.people.map(({ lastOn, ...one }) => ({ ...one, lastContactOn: packedDay(lastOn) }));
  const heard = Map.groupBy(found.hearings, ({ contactId }) => contactId);
  const heardBy = (id: string) =>
    Object.fromEntries(heard.get(id)?.map(({ messageId, heardOn }) => [messageId, heardOn]) ?? []);
  return { people, heardBy };
}

type Names = "campaign" | "apart" | "chosen" | "most";
type WantedDays = "day" | "kept" | "since";

/** Those of a chosen group, `want`, whose retention is not past, without those apart. */
const isOfGroup = (
  place: Place<Names, WantedDays>,
) => sql`${isInPost(place("campaign"), place("day"))} and ${isPast(place("day"), place("kept"))} is not true
  and person.audience_id = want.value ->> 0 and person.last_on = want.value ->> 1
  and person.contact_id not in (select value ->> 0 from json_each(${place("apart")}))`;

const metLately = (place: Place<Names, WantedDays>) => sql`select person.contact_id as id, want.value as want
  from json_each(${place("chosen")}) want cross join person_to_see person
  where want.value ->> 1 >= ${place("since")} and ${isOfGroup(place)}`;

const people = keptQuery((read, place: Place<Names, WantedDays>) =>
  read
    .selectFrom(
      sql<{ id: string; want: string }>`(${metLately(place)} union all
        select first.value, want.value from json_each(${place("chosen")}) want cross join json_each(
          (select json_group_array(contact_id) from (select person.contact_id from person_to_see person
            where ${isOfGroup(place)} order by person.contact_id limit ${place("most")}))) first
        where want.value ->> 1 < ${place("since")})`.as("candidate"),
    )
    .select([
      sql<string>`cast(candidate.id as text)`.as("id"),
      sql<string>`candidate.want ->> 0`.as("audienceId"),
      sql<string>`candidate.want ->> 1`.as("lastOn"),
    ]),
);

/** The last day in the span on which a message was raised at a meeting of the campaign that somebody was at. */
const hearings = keptQuery((read, place: Place<Names, WantedDays>) =>
  read
    .selectFrom(
      // Each contact's meetings are gone back through until the message is found.
      sql<{ contactId: string; messageId: string; heardOn: CalendarDate | null }>`(
        select cast(who.id as text) as "contactId", message.id as "messageId", (select met.day from contact_meeting met
          where met.contact_id = who.id and met.campaign_id = ${place("campaign")}
            and met.day between ${place("since")} and ${place("day")}
            and exists (select 1 from message_heard heard where heard.campaign_id = ${place("campaign")}
              and heard.key_message_id = message.id and heard.day = met.day
              and heard.outreach_event_id = met.outreach_event_id)
          order by met.day desc limit 1) as "heardOn"
        from (select id from (${metLately(place)}) union select value ->> 0 from json_each(${place("apart")})
          where value ->> 1 >= ${place("since")}) who cross join key_message message
        where message.campaign_id = ${place("campaign")} and message.retired_at is null)`.as("hearing"),
    )
    .select(["contactId", "messageId", "heardOn"])
    .where("heardOn", "is not", null)
    .$narrowType<{ heardOn: CalendarDate }>(),
);

const candidates = together({ people, hearings });
