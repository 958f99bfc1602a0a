import type { CalendarDate } from "#app/time/wall-time.ts";
/** A record of the list as we hold it; `endedOn` is the day from which the list no longer had it. */
export type Held<T> = { id: string; version: number; endedOn: CalendarDate | null; record: T };

/** What we hold of the list, ended records included. */
export type HeldRecords = {
  organisations: Held<PublicOrganisation>[];
  contacts: Held<PublicContact>[];
  seats: Held<PublicSeat>[];
};

/** What a new reading does to one kind of record. */
export type RefreshOf<T> = {
  added: T[];
  changed: { held: Held<T>; incoming: T }[];
  ended: Held<T>[];
  same: number;
};

/** What a new reading of the list does, kind by kind; `day` is the day on which what is missing ends. */
export type Refresh = {
  day: CalendarDate;
  organisations: RefreshOf<PublicOrganisation>;
  contacts: RefreshOf<PublicContact>;
  seats: RefreshOf<PublicSeat>;
};

/**
 * Compares what we hold of a public list with a new reading of it. Whoever is missing ends and is kept;
 * whoever comes back is the same contact again, counted as changed, with new seats beside the old ended
 * ones. Only fields of the list are compared and changed: notes, owners, stances and everything else that
 * is ours stay as they are. `day` is a date like 2026-12-15.
 */
export function planRefresh(held: HeldRecords, incoming: PublicRecords, day: CalendarDate): Refresh {
  const current = held.seats.filter((seat) => seat.endedOn === null);
  return {
    day,
    organisations: compare(held.organisations, incoming.organisations),
    contacts: compare(held.contacts, incoming.contacts),
    seats: compare(current, incoming.seats),
  };
}

/** The number of records of each fate, as an import reports it. */
export type RefreshCounts = { added: number; changed: number; ended: number; same: number };

/** Counts a plan for one kind of record; added + changed + same is what the reading brought. */
export function countRefresh<T>(refresh: RefreshOf<T>): RefreshCounts {
  return {
    added: refresh.added.length,
    changed: refresh.changed.length,
    ended: refresh.ended.length,
    same: refresh.same,
  };
}

function compare<T extends { key: string }>(held: readonly Held<T>[], incoming: readonly T[]): RefreshOf<T> {
  const missing = new Map(held.map((one) => [one.record.key, one]));
  const refresh: RefreshOf<T> = { added: [], changed: [], ended: [], same: 0 };
  for (const record of incoming) {
    const known = missing.get(record.key);
    missing.delete(record.key);
    if (known === undefined) refresh.added.push(record);
    else if (known.endedOn === null && isSame(known.record, record)) refresh.same += 1;
    else refresh.changed.push({ held: known, incoming: record });
  }
  refresh.ended = [...missing.values()].filter((one) => one.endedOn === null);
  return refresh;
}

function isSame<T extends object>(one: T, other: T): boolean {
  const theirs = new Map(Object.entries(other));
  return Object.entries(one).every(([name, value]) => theirs.get(name) === value);
}

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
  termEndsOn: CalendarDate | null;
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
