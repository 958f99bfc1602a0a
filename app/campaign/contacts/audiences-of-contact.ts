import {
  audienceOfOrganisation,
  hasSides,
  type Side,
} from "#app/campaign/audiences/audience-of-organisation.ts";

/** Somebody in Washington, as far as it decides for which audiences a reception of theirs counts. */
export type Belonging = {
  contactId: string;
  name: string;
  organisation: { id: string; name: string; kind: string; parentName: string | null } | null;
  /** The seats held now: of a member of Congress that in the chamber and those in committees. */
  seats: readonly { organisationId: string; kind: string; side: Side | null }[];
  /** The audiences that they were put in. */
  audienceIds: readonly string[];
};

/** An audience of the campaign, with the organisation and the side that it was made of. */
export type CampaignAudience = { id: string; name: string; organisationId: string | null; side: Side | null };

/**
 * Whether somebody belongs to an audience: whoever holds a seat in a committee, to that of the side on which the seat is,
 * and to the other never, whatever list they were put on; anybody else where they were put, or where their organisation is
 * the audience. Source: DOMAIN.md, audience (majority and minority are two).
 */
export function belongsTo(person: Belonging, audience: CampaignAudience): boolean {
  if (sitsOnTheOtherSide(person, audience)) return false;
  return (
    person.audienceIds.includes(audience.id) ||
    person.seats.some(
      ({ organisationId, side }) => isOf(audience, organisationId) && side === audience.side,
    ) ||
    (audience.side === null && isOf(audience, person.organisation?.id ?? null))
  );
}

function isOf({ organisationId }: CampaignAudience, id: string | null): boolean {
  return organisationId !== null && organisationId === id;
}

/** Whether a seat of theirs is on the other side of the committee of which the audience is a side. */
export function sitsOnTheOtherSide(
  { seats }: Pick<Belonging, "seats">,
  { organisationId, side }: Pick<CampaignAudience, "organisationId" | "side">,
): boolean {
  if (side === null || organisationId === null) return false;
  const sides = seats.flatMap((seat) =>
    seat.organisationId === organisationId && seat.side !== null ? [seat.side] : [],
  );
  return sides.length > 0 && !sides.includes(side);
}

/** An audience that can be made of somebody: of a member of Congress the office, else of the organisation, by side. */
export type MakeAudience = {
  contactId: string;
  of: "office" | "organisation";
  side: Side | null;
  name: string;
};

/** Somebody for none of whose audiences the event is: those of the campaign that would do, else those that can be made. */
export type AudienceOffer = {
  contactId: string;
  name: string;
  /** The event is for the other side of their committee: the reception would count for people who were not there. */
  isOtherSide: boolean;
  present: readonly { id: string; name: string }[];
  make: readonly MakeAudience[];
};

/** What is offered to each who belongs to no audience of an event, so that a reception counts for somebody. */
export function audienceOffers(
  people: readonly Belonging[],
  audiences: readonly CampaignAudience[],
  chosenIds: readonly string[],
): AudienceOffer[] {
  const chosen = audiences.filter(({ id }) => chosenIds.includes(id));
  return people
    .filter((person) => !chosen.some((audience) => belongsTo(person, audience)))
    .map((person) => {
      const present = audiences.filter((audience) => belongsTo(person, audience));
      return {
        contactId: person.contactId,
        name: person.name,
        isOtherSide: chosen.some((audience) => sitsOnTheOtherSide(person, audience)),
        present: present.map(({ id, name }) => ({ id, name })),
        make: present.length > 0 ? [] : audiencesToMake(person),
      };
    });
}

function audiencesToMake(person: Belonging): MakeAudience[] {
  const { contactId, name, organisation, seats } = person;
  if (seats.some(({ kind }) => kind === "chamber"))
    return [{ contactId, of: "office", side: null, name: `Office of ${name}` }];
  if (organisation === null || organisation.kind === "chamber") return [];
  const sides = hasSides(organisation.kind) ? (["majority", "minority"] as const) : [null];
  return sides.flatMap((side) => {
    const made = audienceOfOrganisation(organisation, side);
    return made.ok ? [{ contactId, of: "organisation" as const, side, name: made.audience.name }] : [];
  });
}

/** As a form sends it: "hadley office", "hadley organisation minority". */
export function sentAs({ contactId, of, side }: MakeAudience): string {
  return [contactId, of, side].filter((part) => part !== null).join(" ");
}

/** Whether there is something to tick. */
export function isUseful({ present, make }: AudienceOffer): boolean {
  return present.length + make.length > 0;
}

/** Whether a reception at an event with these people would count for nobody who was there, although it could. */
export function wouldCountForNobody(offers: readonly AudienceOffer[], chosenIds: readonly string[]): boolean {
  return offers.some((offer) => isUseful(offer) && (chosenIds.length === 0 || offer.isOtherSide));
}
