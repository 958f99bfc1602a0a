import type { CongressFiles } from "#app/campaign/contacts/congress/congress.ts";
import { congressFileNames } from "#app/campaign/contacts/congress/congress-files.ts";

/** A Congress of our own making: two committees with one subcommittee, four invented members. */
export function smallCongress() {
  return {
    committees: [
      {
        type: "senate",
        name: "Senate Committee on Foreign Relations",
        thomas_id: "SSFR",
        url: "https://www.foreign.senate.gov",
        subcommittees: [
          { name: "Europe and Regional Security Cooperation", thomas_id: "01", phone: "202-555-0101" },
        ],
      },
      { type: "joint", name: "Joint Committee on Printing", thomas_id: "JSPR" },
    ],
    membership: {
      SSFR: [
        { name: "Jana Nováková", party: "majority", rank: 1, title: "Chairman", bioguide: "N000001" },
        { name: "Tom Early", party: "minority", rank: 1, title: "Ranking Member", bioguide: "E000002" },
      ],
      SSFR01: [{ name: "Jana Nováková", party: "majority", rank: 1, bioguide: "N000001" }],
      JSPR: [{ name: "Ann Ordway", party: "majority", rank: 2, bioguide: "O000003", chamber: "house" }],
    },
    legislators: [
      member("N000001", "Jana", "Nováková", { type: "sen", party: "Whig", state: "ME" }),
      member("E000002", "Tom", "Early", { type: "sen", party: "Independent", caucus: "Tory", state: "OH" }),
      member("W000004", "Lee", "West", { type: "sen", party: "Whig", state: "UT" }),
      member("O000003", "Ann", "Ordway", { type: "rep", party: "Whig", state: "AK", district: 0 }),
    ],
  };
}

export type SmallCongress = ReturnType<typeof smallCongress>;

/** One invented member with one past and one present term. */
export function member(bioguide: string, first: string, last: string, term: Record<string, unknown>) {
  const past = { type: "rep", start: "2021-01-03", end: "2023-01-03", state: "ME", party: "Whig" };
  return {
    id: { bioguide, govtrack: 1 },
    name: { first, last, official_full: `${first} ${last}` },
    bio: { gender: "F" },
    terms: [past, { start: "2025-01-03", end: "2031-01-03", phone: "202-555-0100", ...term }],
  };
}

/** The three files as they would lie on the disk. */
export function congressFiles(congress: Record<keyof SmallCongress, unknown>): CongressFiles {
  return {
    committees: jsonFile(congressFileNames.committees, congress.committees),
    membership: jsonFile(congressFileNames.membership, congress.membership),
    legislators: jsonFile(congressFileNames.legislators, congress.legislators),
  };
}

function jsonFile(name: string, value: unknown) {
  return { name, bytes: new TextEncoder().encode(JSON.stringify(value, null, 2)) };
}
