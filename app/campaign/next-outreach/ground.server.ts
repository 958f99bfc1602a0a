import { type Kysely, sql } from "kysely";
import { addDays } from "#app/time/calendar-date.ts";
import { type CalendarDate, endOfDay, WASHINGTON } from "#app/time/wall-time.ts";
import { type KeptRow, keptQuery, type Place, packedDay, together } from "#db/kept-query.server.ts";
import type { Schema } from "#db/schema.ts";
import type { DatedStance, OutreachMessage } from "./ranking-input.ts";

const UNIT = "\u001f";
const RECORD = "\u001e";
/** Meetings planned within so many days count towards what can still be learned. Source: EFFECTIVENESS.md §10. */
const PLANNED_DAYS = 90;

/**
 * By contact, then message, the last day in the span on which a message was raised at a meeting of the campaign that
 * the contact was at. Each contact's meetings are gone back through until the message is found.
 */
export async function listHeardByContacts(
  read: Kysely<Schema>,
  campaignId: string,
  contactIds: readonly string[],
  { since, day }: { since: CalendarDate; day: CalendarDate },
): Promise<ReadonlyMap<string, Record<string, CalendarDate>>> {
  const contacts = JSON.stringify([...new Set(contactIds)]);
  const rows = await packedHearings(read, { campaign: campaignId, contacts, since, day });
  const heard = new Map<string, Record<string, CalendarDate>>();
  for (const { messageId, packed } of rows) {
    for (const record of packed === null ? [] : packed.split(RECORD)) {
      const [contactId = "", heardOn] = record.split(UNIT);
      const on = packedDay(heardOn);
      if (on === null) continue;
      const ofContact = heard.get(contactId) ?? {};
      ofContact[messageId] = on;
      heard.set(contactId, ofContact);
    }
  }
  return heard;
}

const packedHearings = keptQuery((read, place: Place<"campaign" | "contacts", "since" | "day">) =>
  read
    .selectFrom("key_message as message")
    .select("message.id as messageId")
    .select(
      sql<string | null>`(select group_concat(who.value || char(31) || ${lastHeardOn(place)}, char(30))
        from json_each(${place("contacts")}) who)`.as("packed"),
    )
    .where("message.campaign_id", "=", place("campaign"))
    .where("message.retired_at", "is", null),
);

/** Null where it was not raised; what is put together with it is then null too, and left out. */
function lastHeardOn(place: Place<"campaign" | "contacts", "since" | "day">) {
  return sql`(select met.day from contact_meeting met
    where met.contact_id = who.value and met.campaign_id = ${place("campaign")}
      and met.day between ${place("since")} and ${place("day")}
      and exists (select 1 from message_heard heard where heard.campaign_id = ${place("campaign")}
        and heard.key_message_id = message.id and heard.day = met.day
        and heard.outreach_event_id = met.outreach_event_id)
    order by met.day desc limit 1)`;
}

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
    .where("event.schedule", "in", ["tentative", "confirmed"])
    .where("event.result", "<>", "not held")
    .where("event.kind", "<>", "internal")
    .where("event.day", ">=", place("day"))
    .where("event.day", "<=", place("until"))
    .where("event.planned_at", "<=", place("known"))
    .where((eb) => eb.or([eb("event.day", ">", place("day")), eb("event.result", "=", "planned")]))
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

/** Who belongs to several audiences. */
const peopleOfSeveral = keptQuery((read, place: Place<"campaign">) =>
  read
    .selectFrom("person_to_see")
    .select("contact_id as id")
    .where("campaign_id", "=", place("campaign"))
    .groupBy("contact_id")
    .having((eb) => eb.fn.countAll(), ">", 1),
);

const ground = together({ stancesUpTo, influences, plannedBefore, setAsideOn, peopleOfSeveral });
type Ground = Awaited<ReturnType<typeof ground>>;

/** What the ranking of a day stands on beside the figures and the people. */
export async function readRankingGround(read: Kysely<Schema>, campaignId: string, day: CalendarDate) {
  const found = await ground(read, {
    ...{ campaign: campaignId, day, until: addDays(day, PLANNED_DAYS) },
    known: endOfDay(day, WASHINGTON).toISOString(),
  });
  return {
    stances: stancesIn(found.stancesUpTo),
    audiences: audiencesIn(found),
    standings: standingsIn(found.setAsideOn),
    ofSeveral: found.peopleOfSeveral.map(({ id }) => id),
  };
}
