/** The side of a committee or chamber on which somebody sits. */
export type Side = "majority" | "minority";

/** An organisation of a public list; `key` is the list's own identifier and never changes. */
export type PublicOrganisation = {
  key: string;
  kind: string;
  parentKey: string | null;
  chamber: string | null;
  name: string;
  address: string;
  phone: string;
};

/** A person of a public list: who, in which office, and where the office is reached. `organisationKey` is the chamber. */
export type PublicContact = {
  key: string;
  organisationKey: string;
  name: string;
  sortName: string;
  title: string;
  office: string;
  phone: string;
};

/** A person's seat in an organisation; one at a time for each pair of the two, which is its key. */
export type PublicSeat = {
  key: string;
  organisationKey: string;
  contactKey: string;
  title: string;
  rank: number | null;
  side: Side | null;
  /** When the term ends, of a seat in a chamber: a day like 2027-01-03. Null of a seat in a committee. */
  termEndsOn: string | null;
};

/** Everything that one reading of a public list brings. */
export type PublicRecords = {
  organisations: PublicOrganisation[];
  contacts: PublicContact[];
  seats: PublicSeat[];
};

/** The key of the seat that a person holds in an organisation: "SSFR:N000001". */
export function seatKey(organisationKey: string, contactKey: string): string {
  return `${organisationKey}:${contactKey}`;
}
