import {
  type PublicContact,
  type PublicOrganisation,
  type PublicRecords,
  type PublicSeat,
  seatKey,
} from "#app/campaign/organisations/public-list.ts";
import { nameSortKey } from "../contact.ts";
import {
  type CommitteeEntry,
  congressFileNames,
  type LegislatorEntry,
  type MembershipEntries,
  readCommittees,
  readLegislators,
  readMembership,
  type SeatEntry,
  type TermEntry,
} from "./congress-files.ts";
import { memberPosition } from "./congress-states.ts";
import { type FileReading, refusedFile, type SourceFile } from "./json-file.ts";
import { placeInJson } from "./json-place.ts";

/** The source that stands beside every record of this list. */
export const congressSource = "unitedstates/congress-legislators, CC0";

/** The three files, by what they hold. */
export type CongressFiles = { committees: SourceFile; membership: SourceFile; legislators: SourceFile };

/** The list of Congress as records of ours, with remarks on what was left out; or the first fault of a file. */
export type CongressReading =
  | { ok: true; records: PublicRecords; remarks: string[] }
  | { ok: false; reason: "file-refused"; fault: string };

/**
 * Reads the three files of Congress into organisations (chambers, committees, subcommittees), contacts
 * (members) and their seats. Keys: committee identifier, bioguide. Any fault refuses all three files.
 * A seat of somebody who is no member, in no known committee, or named twice, is left out with a remark: the
 * files are edited by hand upstream, and one may run ahead of another.
 */
export function readCongress(files: CongressFiles): CongressReading {
  const committees = onceEach(files.committees, readCommittees(files.committees), committeeKeys);
  if (!committees.ok) return committees;
  const legislators = onceEach(files.legislators, readLegislators(files.legislators), memberKeys);
  if (!legislators.ok) return legislators;
  const membership = readMembership(files.membership);
  if (!membership.ok) return membership;
  const organisations = congressOrganisations(committees.value);
  const contacts = legislators.value.map(memberContact);
  const known = { organisations: keysOf(organisations), contacts: keysOf(contacts) };
  const { seats, remarks } = committeeSeats(membership.value, known);
  const inChambers = legislators.value.map(chamberSeat);
  return { ok: true, records: { organisations, contacts, seats: [...inChambers, ...seats] }, remarks };
}

type Keyed = { key: string; path: PropertyKey[] };

/** Refuses a file in which one identifier stands twice, at the line of the second. */
function onceEach<T>(
  file: SourceFile,
  reading: FileReading<T>,
  keys: (value: T) => Iterable<Keyed>,
): FileReading<T> {
  if (!reading.ok) return reading;
  const seen = new Set<string>();
  for (const { key, path } of keys(reading.value)) {
    if (seen.has(key)) {
      return refusedFile(file.name, placeInJson(reading.text, path).line, `${key} appears twice`);
    }
    seen.add(key);
  }
  return reading;
}

function* committeeKeys(committees: CommitteeEntry[]): Iterable<Keyed> {
  for (const [at, committee] of committees.entries()) {
    yield { key: committee.thomas_id, path: [at, "thomas_id"] };
    for (const [below, subcommittee] of (committee.subcommittees ?? []).entries()) {
      const path = [at, "subcommittees", below, "thomas_id"];
      yield { key: `${committee.thomas_id}${subcommittee.thomas_id}`, path };
    }
  }
}

function* memberKeys(members: LegislatorEntry[]): Iterable<Keyed> {
  for (const [at, member] of members.entries()) {
    yield { key: member.id.bioguide, path: [at, "id", "bioguide"] };
  }
}

type Known = { organisations: ReadonlySet<string>; contacts: ReadonlySet<string> };

function keysOf(records: readonly { key: string }[]): ReadonlySet<string> {
  return new Set(records.map((record) => record.key));
}

function committeeSeats(membership: MembershipEntries, known: Known) {
  const seats = new Map<string, PublicSeat>();
  const remarks: string[] = [];
  for (const [organisationKey, entries] of Object.entries(membership)) {
    for (const entry of entries) {
      const seat = committeeSeat(organisationKey, entry);
      const fault = seats.has(seat.key) ? "it appears twice" : strangerIn(seat, known);
      if (fault === null) seats.set(seat.key, seat);
      else remarks.push(remarkOn(organisationKey, entry, fault));
    }
  }
  return { seats: [...seats.values()], remarks };
}

function committeeSeat(organisationKey: string, entry: SeatEntry): PublicSeat {
  return {
    key: seatKey(organisationKey, entry.bioguide),
    organisationKey,
    contactKey: entry.bioguide,
    title: entry.title ?? "",
    rank: entry.rank,
    side: entry.party,
    termEndsOn: null,
  };
}

function strangerIn(seat: PublicSeat, known: Known): string | null {
  if (!known.organisations.has(seat.organisationKey)) return "no such committee on the list";
  return known.contacts.has(seat.contactKey) ? null : "no such member on the list";
}

function remarkOn(organisationKey: string, entry: SeatEntry, fault: string): string {
  const seat = `seat of ${entry.name} (${entry.bioguide}) in ${organisationKey}`;
  return `${congressFileNames.membership}: ${seat} left out: ${fault}`;
}

/** A member as a contact of ours, by the present term. */
function memberContact(entry: LegislatorEntry): PublicContact {
  const term = entry.term;
  const { first, middle, last, suffix, official_full } = entry.name;
  return {
    key: entry.id.bioguide,
    organisationKey: chamberOf(term),
    name: official_full ?? [first, middle, last, suffix].filter((part) => part !== null).join(" "),
    sortName: nameSortKey(first, last),
    title: `${positionIn(term)}, ${term.party}`,
    office: term.office ?? "",
    phone: term.phone ?? "",
  };
}

/** The seat of a member in the chamber itself; the files state a side for committees only, and none is guessed. */
function chamberSeat({ id, term }: LegislatorEntry): PublicSeat {
  const chamber = chamberOf(term);
  return {
    key: seatKey(chamber, id.bioguide),
    organisationKey: chamber,
    contactKey: id.bioguide,
    title: positionIn(term),
    rank: null,
    side: null,
    termEndsOn: term.end,
  };
}

function chamberOf(term: TermEntry): "house" | "senate" {
  return term.type === "sen" ? "senate" : "house";
}

function positionIn(term: TermEntry): string {
  return memberPosition(chamberOf(term), term.state, term.district);
}

const chambers: PublicOrganisation[] = [
  chamber("house", "House of Representatives"),
  chamber("senate", "Senate"),
];

function chamber(key: "house" | "senate", name: string): PublicOrganisation {
  return { key, kind: "chamber", parentKey: null, chamber: key, name, address: "", phone: "" };
}

/**
 * The two chambers, then every committee followed by its subcommittees. A joint committee belongs to
 * neither chamber. A subcommittee's key is its committee's with two digits behind it: HSAS25.
 */
function congressOrganisations(committees: readonly CommitteeEntry[]): PublicOrganisation[] {
  return [...chambers, ...committees.flatMap((entry) => [committeeOf(entry), ...subcommitteesOf(entry)])];
}

function committeeOf(entry: CommitteeEntry): PublicOrganisation {
  return {
    key: entry.thomas_id,
    kind: "committee",
    parentKey: entry.type === "joint" ? null : entry.type,
    chamber: entry.type,
    name: entry.name,
    address: entry.address ?? "",
    phone: entry.phone ?? "",
  };
}

function subcommitteesOf(entry: CommitteeEntry): PublicOrganisation[] {
  return (entry.subcommittees ?? []).map((subcommittee) => ({
    key: `${entry.thomas_id}${subcommittee.thomas_id}`,
    kind: "subcommittee",
    parentKey: entry.thomas_id,
    chamber: entry.type,
    name: subcommittee.name,
    address: subcommittee.address ?? "",
    phone: subcommittee.phone ?? "",
  }));
}
