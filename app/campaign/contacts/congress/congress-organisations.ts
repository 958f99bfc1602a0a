import type { CommitteeEntry } from "./congress-files.ts";
import type { PublicOrganisation } from "./public-records.ts";

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
export function congressOrganisations(committees: readonly CommitteeEntry[]): PublicOrganisation[] {
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
