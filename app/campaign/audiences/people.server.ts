import { sql } from "kysely";
import { lastContactOn } from "#app/campaign/campaigns/contacts-seen.server.ts";
import { personName } from "#app/text/person-name.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";

/** Whose people, in which campaign, and who looks: the last contact is told of the reader's campaigns alone. */
type PeopleAsked = { campaignId: string; accountId: string; audienceId: string };

/** Somebody of an audience, whom the campaign keeps among its contacts. */
export type AudiencePerson = Awaited<ReturnType<typeof listAudiencePeople>>[number];

/** The people of an audience in a campaign, by name, as many as the limit says. */
export async function listAudiencePeople(read: Queries, asked: PeopleAsked, limit: number) {
  const { campaignId: campaign, accountId: account, audienceId: audience } = asked;
  const people = await peopleListed(read, { campaign, account, audience, limit });
  return people.map((person) => ({ ...person, name: personName(person.name) }));
}

/** How many people an audience has in a campaign. */
export async function countAudiencePeople(
  read: Queries,
  { campaignId: campaign, audienceId: audience }: PeopleAsked,
): Promise<number> {
  const [row] = await peopleCounted(read, { campaign, audience });
  return row?.n ?? 0;
}

const peopleListed = keptQuery((read, place: Place<"campaign" | "account" | "audience" | "limit">) =>
  peopleOf(read, place)
    .leftJoin("account as owner", "owner.id", "contact.owner_account_id")
    .select(["contact.id", "contact.name", "contact.title", "contact.role_in_decision as roleInDecision"])
    .select(["owner.name as owner", lastContactOn(place("account")).as("lastContactOn")])
    .orderBy("contact.sort_name")
    .orderBy("contact.id")
    .limit(sql<number>`${place("limit")}`),
);

const peopleCounted = keptQuery((read, place: Place<"campaign" | "audience">) =>
  peopleOf(read, place).select((eb) => eb.fn.countAll<number>().as("n")),
);

/** From a list of identifiers, so that the few people of an audience are looked up, not everybody gone through. */
function peopleOf(read: Queries, place: Place<"campaign" | "audience">) {
  return read
    .selectFrom("contact")
    .where("contact.ended_on", "is", null)
    .where(
      sql<boolean>`contact.id in (select link.contact_id from audience_contact link where link.audience_id = ${place("audience")})`,
    )
    .where(
      sql<boolean>`exists (select 1 from campaign_contact mine
        where mine.contact_id = contact.id and mine.campaign_id = ${place("campaign")})`,
    );
}
