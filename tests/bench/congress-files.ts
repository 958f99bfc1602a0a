import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { congressFileNames } from "#app/campaign/contacts/congress/congress-files.ts";

const MEMBERS = 537;
const COMMITTEES = 49;
const SUBCOMMITTEES = 181;
const SEATS_OF_A_COMMITTEE = 17;

/** Files of invented members in the shape and the size of the public list, for a machine that does not have it. */
export async function writeCongressFiles(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const write = (name: string, value: unknown) =>
    writeFile(join(folder, name), JSON.stringify(value, null, 2));
  const committees = Array.from({ length: COMMITTEES }, (_, index) => committee(index));
  await write(congressFileNames.committees, committees);
  await write(
    congressFileNames.legislators,
    Array.from({ length: MEMBERS }, (_, index) => member(index)),
  );
  await write(congressFileNames.membership, membershipOf(committees));
}

function committee(index: number) {
  const many = Math.floor(SUBCOMMITTEES / COMMITTEES) + (index < SUBCOMMITTEES % COMMITTEES ? 1 : 0);
  const isOfTheHouse = index % 2 === 0;
  return {
    type: isOfTheHouse ? "house" : "senate",
    name: `${isOfTheHouse ? "House" : "Senate"} Committee on Matter ${index}`,
    thomas_id: `${isOfTheHouse ? "HS" : "SS"}${letters(index)}`,
    address: "2170 RHOB; Washington, DC 20515",
    phone: "(202) 225-5021",
    subcommittees: Array.from({ length: many }, (_, part) => ({
      name: `Part ${part} of matter ${index}`,
      thomas_id: String(part + 1).padStart(2, "0"),
      phone: "(202) 225-5022",
    })),
  };
}

function member(index: number) {
  const isSenator = index < 100;
  const term = {
    type: isSenator ? "sen" : "rep",
    start: "2025-01-03",
    end: isSenator ? "2031-01-03" : "2027-01-03",
    state: ["AL", "CA", "ME", "NY", "TX"][index % 5],
    party: index % 2 === 0 ? "Whig" : "Tory",
    phone: "202-224-5115",
    address: `${index} Hart Senate Office Building Washington DC 20510`,
    ...(isSenator ? { class: 1 + (index % 3), state_rank: "senior" } : { district: index % 12 }),
  };
  const earlier = Array.from({ length: 4 }, (_, past) => ({
    ...term,
    start: `${2015 + past * 2}-01-03`,
    end: `${2017 + past * 2}-01-03`,
  }));
  return {
    id: { bioguide: bioguide(index), govtrack: 400_000 + index, wikipedia: `Member ${index}` },
    name: { first: "Given", last: `Family ${index}`, official_full: `Given Family ${index}` },
    bio: { birthday: "1960-01-01", gender: index % 2 === 0 ? "F" : "M" },
    terms: [...earlier, term],
  };
}

function membershipOf(committees: readonly ReturnType<typeof committee>[]) {
  const lists: Record<string, unknown[]> = {};
  let next = 0;
  for (const each of committees) {
    const codes = [each.thomas_id, ...each.subcommittees.map((part) => each.thomas_id + part.thomas_id)];
    for (const code of codes) {
      lists[code] = Array.from({ length: SEATS_OF_A_COMMITTEE }, (_, seat) => {
        next = (next + 7) % MEMBERS;
        return {
          name: `Given Family ${next}`,
          party: seat % 2 === 0 ? "majority" : "minority",
          rank: Math.floor(seat / 2) + 1,
          bioguide: bioguide(next),
          ...(seat === 0 ? { title: "Chairman" } : {}),
        };
      });
    }
  }
  return lists;
}

function bioguide(index: number): string {
  return `F${String(index).padStart(6, "0")}`;
}

function letters(index: number): string {
  return String.fromCharCode(65 + Math.floor(index / 26), 65 + (index % 26));
}
