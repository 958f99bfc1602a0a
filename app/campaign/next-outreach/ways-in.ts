import { isSameOffice, type OfficePerson, officesOfPerson } from "#app/campaign/past-statements/office.ts";

/** Somebody with the audiences of the campaign in which they are. */
export type Placed = OfficePerson & { title: string; placedIn: readonly string[] };

/** Who opens the door to somebody: of the same office, else of the same audience. */
export type WayIn = { contactId: string; name: string; title: string; isSameOffice: boolean };

/**
 * The way in to somebody of an audience: those who only open doors and are of the same office, else of the same audience.
 * Nobody is the way in to themselves. Source: EFFECTIVENESS.md §14.
 */
export function waysInTo(person: Placed, audienceId: string, doors: readonly Placed[]): WayIn[] {
  const own = officesOfPerson(person);
  const others = doors.filter(({ contactId }) => contactId !== person.contactId);
  const ofOffice = others.filter((door) =>
    officesOfPerson(door).some((office) => own.some((one) => isSameOffice(one, office))),
  );
  const found =
    ofOffice.length > 0 ? ofOffice : others.filter(({ placedIn }) => placedIn.includes(audienceId));
  return found.map(({ contactId, name, title }) => ({
    contactId,
    name,
    title,
    isSameOffice: ofOffice.length > 0,
  }));
}
