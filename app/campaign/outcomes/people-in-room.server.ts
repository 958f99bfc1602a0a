import { isSeenIn } from "#app/campaign/campaigns/contacts-seen.server.ts";
import { listBelongings } from "#app/campaign/contacts/audiences-of-contact.server.ts";
import { type CampaignAudience, sitsOnTheOtherSide } from "#app/campaign/contacts/audiences-of-contact.ts";
import { type Cut, cut } from "#app/text/cut.ts";
import { isOnRecord } from "#app/text/person-name.ts";
import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import type { EventToRate } from "./outcome-form.server.ts";
import type { RecordedReception } from "./outcome-record.server.ts";

/** Somebody who took part, or belongs to an audience of the event; with those of its audiences that they belong to. */
export type PersonInRoom = {
  contactId: string;
  name: string;
  isParticipant: boolean;
  wasExpected: boolean;
  attendance: "attended" | "no-show" | "not recorded";
  audienceIds: string[];
  /** Audiences of the event that are the other side of a committee in which they sit. */
  notOf: string[];
};

const mostPeople = 60;

/** Whoever sits in a committee is of its own side only, whatever list they were put on. */
export async function withSides(
  read: Queries,
  people: readonly PersonInRoom[],
  ofEvent: readonly CampaignAudience[],
): Promise<PersonInRoom[]> {
  const belongings = await listBelongings(
    read,
    people.map(({ contactId }) => contactId),
  );
  return people.map((person) => {
    const own = belongings.find(({ contactId }) => contactId === person.contactId);
    const notOf = ofEvent.flatMap((audience) =>
      own !== undefined && sitsOnTheOtherSide(own, audience) ? [audience.id] : [],
    );
    return { ...person, notOf, audienceIds: person.audienceIds.filter((id) => !notOf.includes(id)) };
  });
}

/** Who was rated was there and counted for that audience, wherever they sit today. */
export function withRated(
  people: readonly PersonInRoom[],
  receptions: readonly RecordedReception[],
): PersonInRoom[] {
  const all = new Map(people.map((person) => [person.contactId, person]));
  for (const { contact, audience } of receptions) {
    if (contact === null) continue;
    const person = all.get(contact.id) ?? { ...NEWCOMER, contactId: contact.id, name: contact.name };
    const audienceIds = [...new Set([...person.audienceIds, audience.id])];
    all.set(contact.id, { ...person, audienceIds });
  }
  const rated = new Set(receptions.map(({ audience }) => audience.id));
  return [...all.values()].map((one) => ({ ...one, notOf: one.notOf.filter((id) => !rated.has(id)) }));
}

const NEWCOMER = {
  isParticipant: true,
  wasExpected: false,
  attendance: "not recorded" as const,
  audienceIds: [],
  notOf: [],
};

/** Who takes part in an event, and after them whoever else belongs to its audiences, sixty at most. */
export async function listPeople(
  read: Queries,
  event: EventToRate,
  audienceIds: readonly string[],
): Promise<Cut<PersonInRoom>> {
  const asked = { campaign: event.campaignId, audiences: JSON.stringify(audienceIds) };
  const members = await membersOf(read, asked);
  const audiencesOf = new Map<string, string[]>();
  for (const { id, audience_id } of members)
    audiencesOf.set(id, [...(audiencesOf.get(id) ?? []), audience_id]);
  const participants = event.participants.map(({ contactId, name, reply, attendance }) => ({
    contactId,
    name,
    isParticipant: true,
    wasExpected: reply !== "declined" && reply !== "delegated",
    attendance,
    audienceIds: audiencesOf.get(contactId) ?? [],
    notOf: [],
  }));
  const takePart = new Set(participants.map(({ contactId }) => contactId));
  const others = cut(
    [...new Map(members.map(({ id, name }) => [id, name] as const))].filter(
      ([id, name]) => !takePart.has(id) && isOnRecord(name),
    ),
    mostPeople,
  );
  const offered = others.rows.map(([id, name]) => ({
    contactId: id,
    name,
    ...NEWCOMER,
    isParticipant: false,
    audienceIds: audiencesOf.get(id) ?? [],
  }));
  return { rows: [...participants, ...offered], cutAt: others.cutAt };
}

const membersOf = keptQuery((read, place: Place<"campaign" | "audiences">) =>
  read
    .selectFrom("audience_contact as member")
    .innerJoin("contact", "contact.id", "member.contact_id")
    .select(["contact.id", "contact.name", "member.audience_id"])
    .where("member.audience_id", "in", eachIn(place("audiences")))
    .where("contact.ended_on", "is", null)
    .where(isSeenIn(place("campaign")))
    .orderBy("contact.sort_name")
    .orderBy("contact.id"),
);
