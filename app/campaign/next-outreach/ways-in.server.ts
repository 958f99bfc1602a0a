import { sql } from "kysely";
import { isOfferedIn } from "#app/campaign/campaigns/contacts-seen.server.ts";
import { isRetentionPast } from "#app/campaign/contacts/retention.ts";
import { listMemberships, personOf } from "#app/campaign/past-statements/people.server.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import type { OutreachOption } from "./next-outreach.ts";
import { type Placed, type WayIn, waysInTo } from "./ways-in.ts";

/** By contact, who opens the door to those who are shown. */
export async function listWaysIn(
  read: Queries,
  campaignId: string,
  day: CalendarDate,
  options: readonly Pick<OutreachOption, "contactId" | "audience">[],
): Promise<Readonly<Record<string, WayIn[]>>> {
  const ids = JSON.stringify(options.map(({ contactId }) => contactId));
  const audiences = JSON.stringify([...new Set(options.map(({ audience }) => audience.id))]);
  const [people, doors] = await Promise.all([
    shownPeople(read, { ids }),
    doorOpeners(read, { campaign: campaignId, day, audiences, ids }),
  ]);
  const kept = doors.filter((door) => !isRetentionPast(retentionOf(door), day));
  const placed = await placedOf(read, [...people, ...kept]);
  const opensDoors = new Set(kept.map(({ id }) => id));
  const all = placed.filter(({ contactId }) => opensDoors.has(contactId));
  return Object.fromEntries(
    options.map(({ contactId, audience }) => {
      const person = placed.find((one) => one.contactId === contactId);
      return [contactId, person === undefined ? [] : waysInTo(person, audience.id, all)];
    }),
  );
}

type Row = Awaited<ReturnType<typeof shownPeople>>[number];

async function placedOf(read: Queries, rows: readonly Row[]): Promise<Placed[]> {
  const memberships = await listMemberships(
    read,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const audiences = memberships.get(row.id) ?? [];
    return { ...personOf(row, audiences), title: row.title, placedIn: audiences.map(({ id }) => id) };
  });
}

function retentionOf({ key, retain_until, informed_on, last_met }: Row) {
  const days = { retainUntil: retain_until, informedOn: informed_on, lastContactOn: last_met };
  return { isPublicRecord: key !== null, ...days };
}

function peopleWithOffice(read: Queries) {
  return read
    .selectFrom("contact")
    .leftJoin("organisation", "organisation.id", "contact.organisation_id")
    .select(["contact.id", "contact.name", "contact.title", "contact.office", "contact.organisation_id"])
    .select(["organisation.name as organisation", "organisation.kind"])
    .select(["contact.key", "contact.retain_until", "contact.informed_on"])
    .select(
      sql<CalendarDate | null>`(select max(met.day) from contact_meeting met where met.contact_id = contact.id)`.as(
        "last_met",
      ),
    );
}

const shownPeople = keptQuery((read, place: Place<"ids">) =>
  peopleWithOffice(read).where("contact.id", "in", eachIn(place("ids"))),
);

/** Those of the audiences, and of the organisations, of the people who are shown. */
const doorOpeners = keptQuery((read, place: Place<"campaign" | "audiences" | "ids", "day">) =>
  peopleWithOffice(read)
    .where("contact.role_in_decision", "=", "opens doors")
    .where((eb) => eb.or([eb("contact.ended_on", "is", null), eb("contact.ended_on", ">", place("day"))]))
    .where(
      sql<boolean>`(contact.id in (select link.contact_id from audience_contact link
          where link.audience_id in (select value from json_each(${place("audiences")})))
        or contact.organisation_id in (select own.organisation_id from contact own
          where own.id in (select value from json_each(${place("ids")}))))`,
    )
    .where(isOfferedIn(place("campaign")))
    .orderBy("contact.sort_name")
    .orderBy("contact.id"),
);
