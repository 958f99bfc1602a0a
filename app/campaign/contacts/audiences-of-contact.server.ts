import { audienceOfOrganisation } from "#app/campaign/audiences/audience-of-organisation.ts";
import { takeUpAudience } from "#app/campaign/audiences/store.server.ts";
import type { Change } from "#db/change.server.ts";
import { eachIn, keptQuery, type Place, together } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import {
  type AudienceOffer,
  audienceOffers,
  type Belonging,
  type CampaignAudience,
  type MakeAudience,
  sentAs,
} from "./audiences-of-contact.ts";
import { joinCampaign, linkToAudience } from "./memberships.server.ts";

/** What is offered to each of these people who belongs to no audience of an event. */
export async function listAudienceOffers(
  read: Queries,
  campaignId: string,
  contactIds: readonly string[],
  chosenIds: readonly string[],
): Promise<AudienceOffer[]> {
  if (contactIds.length === 0) return [];
  const [people, audiences] = await Promise.all([
    listBelongings(read, contactIds),
    listCampaignAudiences(read, campaignId),
  ]);
  return audienceOffers(people, audiences, chosenIds);
}

/** The audiences of a campaign that have not ended, by name. */
export function listCampaignAudiences(read: Queries, campaignId: string): Promise<CampaignAudience[]> {
  return audiencesOf(read, { campaign: campaignId });
}

const audiencesOf = keptQuery((read, place: Place<"campaign">) =>
  read
    .selectFrom("campaign_audience as mine")
    .innerJoin("audience", "audience.id", "mine.audience_id")
    .select(["audience.id", "audience.name", "audience.organisation_id as organisationId", "audience.side"])
    .where("mine.campaign_id", "=", place("campaign"))
    .where("mine.ended_on", "is", null)
    .orderBy("audience.sort_name")
    .orderBy("audience.id"),
);

/** These people with their organisation, the seats that they hold and the audiences that they were put in, by name. */
export async function listBelongings(read: Queries, contactIds: readonly string[]): Promise<Belonging[]> {
  const { people, seats, links } = await belongings(read, { contacts: JSON.stringify(contactIds) });
  return people.map(({ id, name, own_id, own_name, kind, parent }) => ({
    contactId: id,
    name,
    organisation:
      own_id === null || own_name === null || kind === null
        ? null
        : { id: own_id, name: own_name, kind, parentName: kind === "subcommittee" ? parent : null },
    seats: seats
      .filter(({ contact_id }) => contact_id === id)
      .map((seat) => ({ organisationId: seat.organisation_id, kind: seat.kind, side: seat.side })),
    audienceIds: links.filter(({ contact_id }) => contact_id === id).map(({ audience_id }) => audience_id),
  }));
}

const belongings = together({
  people: keptQuery((read, place: Place<"contacts">) =>
    read
      .selectFrom("contact")
      .leftJoin("organisation as own", "own.id", "contact.organisation_id")
      .leftJoin("organisation as parent", "parent.id", "own.parent_id")
      .select(["contact.id", "contact.name", "own.id as own_id", "own.name as own_name", "own.kind"])
      .select("parent.name as parent")
      .where("contact.id", "in", eachIn(place("contacts")))
      .orderBy("contact.sort_name")
      .orderBy("contact.id"),
  ),
  seats: keptQuery((read, place: Place<"contacts">) =>
    read
      .selectFrom("seat")
      .innerJoin("organisation", "organisation.id", "seat.organisation_id")
      .select(["seat.contact_id", "seat.organisation_id", "seat.side", "organisation.kind"])
      .where("seat.contact_id", "in", eachIn(place("contacts")))
      .where("seat.ended_on", "is", null),
  ),
  links: keptQuery((read, place: Place<"contacts">) =>
    read
      .selectFrom("audience_contact")
      .select(["contact_id", "audience_id"])
      .where("contact_id", "in", eachIn(place("contacts"))),
  ),
});

/** What a made audience begins with: the lowest priority, until somebody says more. */
const BEGINS_WITH = { priority: 3, influence: 3, interest: 3, desiredStance: null, goal: "" } as const;

/**
 * Makes the audiences that were ticked, with the person in each, inside a change that says itself what it is, and answers
 * with their ids by what was sent; what is not offered for these people makes none.
 */
export async function makeOfferedAudiences(
  change: Change,
  campaignId: string,
  contactIds: readonly string[],
  ticked: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ticked.length === 0) return new Map();
  const offers = await listAudienceOffers(change.read, campaignId, contactIds, []);
  const wanted = offers.flatMap(({ make }) => make).filter((one) => ticked.includes(sentAs(one)));
  const ids = new Map<string, string>();
  for (const one of wanted) ids.set(sentAs(one), await makeAudience(change, campaignId, one));
  return ids;
}

async function makeAudience(change: Change, campaignId: string, one: MakeAudience): Promise<string> {
  const standing = { ...BEGINS_WITH, owner: change.author.accountId };
  const known = await findKnownOffice(change.read, one);
  const { id } = await takeUpAudience(change, campaignId, await sharedOf(change.read, one), standing, known);
  await joinCampaign(change, { campaignId, contactId: one.contactId });
  await linkToAudience(change, id, one.contactId);
  return id;
}

async function sharedOf(read: Queries, { contactId, of, side, name }: MakeAudience) {
  if (of === "office") return { name, kind: "member office" as const, organisationId: null, side: null };
  const [person] = await listBelongings(read, [contactId]);
  const organisation = person?.organisation ?? null;
  const made = organisation === null ? null : audienceOfOrganisation(organisation, side);
  if (organisation === null || made === null || !made.ok)
    throw new Error("An audience was offered that cannot be made");
  return { ...made.audience, organisationId: organisation.id };
}

/** The member's office where another campaign made it: campaigns share an audience. */
async function findKnownOffice(read: Queries, { contactId, of, name }: MakeAudience): Promise<string | null> {
  if (of !== "office") return null;
  const row = await read
    .selectFrom("audience")
    .innerJoin("audience_contact as link", "link.audience_id", "audience.id")
    .select("audience.id")
    .where("audience.kind", "=", "member office")
    .where("audience.name", "=", name)
    .where("link.contact_id", "=", contactId)
    .executeTakeFirst();
  return row?.id ?? null;
}
