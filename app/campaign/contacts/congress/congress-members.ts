import { nameSortKey } from "../names.ts";
import type { LegislatorEntry, TermEntry } from "./congress-files.ts";
import { memberPosition } from "./congress-states.ts";
import { type PublicContact, type PublicSeat, seatKey } from "./public-records.ts";

/** A member as a contact of ours, by the present term. */
export function memberContact(entry: LegislatorEntry): PublicContact {
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
export function chamberSeat({ id, term }: LegislatorEntry): PublicSeat {
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
