import { ordinal } from "#app/text/in-words.ts";

const names: Record<string, string> = {
  AL: "Alabama",
  AK: "Alaska",
  AS: "American Samoa",
  AZ: "Arizona",
  AR: "Arkansas",
  CA: "California",
  CO: "Colorado",
  CT: "Connecticut",
  DE: "Delaware",
  DC: "the District of Columbia",
  FL: "Florida",
  GA: "Georgia",
  GU: "Guam",
  HI: "Hawaii",
  ID: "Idaho",
  IL: "Illinois",
  IN: "Indiana",
  IA: "Iowa",
  KS: "Kansas",
  KY: "Kentucky",
  LA: "Louisiana",
  ME: "Maine",
  MD: "Maryland",
  MA: "Massachusetts",
  MI: "Michigan",
  MN: "Minnesota",
  MS: "Mississippi",
  MO: "Missouri",
  MT: "Montana",
  NE: "Nebraska",
  NV: "Nevada",
  NH: "New Hampshire",
  NJ: "New Jersey",
  NM: "New Mexico",
  NY: "New York",
  NC: "North Carolina",
  ND: "North Dakota",
  MP: "the Northern Mariana Islands",
  OH: "Ohio",
  OK: "Oklahoma",
  OR: "Oregon",
  PA: "Pennsylvania",
  PR: "Puerto Rico",
  RI: "Rhode Island",
  SC: "South Carolina",
  SD: "South Dakota",
  TN: "Tennessee",
  TX: "Texas",
  UT: "Utah",
  VT: "Vermont",
  VA: "Virginia",
  VI: "the Virgin Islands",
  WA: "Washington",
  WV: "West Virginia",
  WI: "Wisconsin",
  WY: "Wyoming",
};

const delegations = ["AS", "DC", "GU", "MP", "VI"];

/**
 * A member's office in words: "Senator from Maine", "Representative from Ohio, 9th district",
 * "Representative from Alaska, at large" (district 0), "Delegate from Guam", "Resident Commissioner from Puerto Rico".
 */
export function memberPosition(chamber: "house" | "senate", state: string, district: number | null): string {
  const name = names[state] ?? state;
  if (chamber === "senate") return `Senator from ${name}`;
  if (state === "PR") return `Resident Commissioner from ${name}`;
  if (delegations.includes(state)) return `Delegate from ${name}`;
  if (district === null || district === 0) return `Representative from ${name}, at large`;
  return `Representative from ${name}, ${ordinal(district)} district`;
}
