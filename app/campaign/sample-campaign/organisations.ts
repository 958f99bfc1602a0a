export type SampleOrganisation = {
  key: string;
  name: string;
  kind: "chamber" | "committee" | "executive agency" | "think tank" | "press";
  /** The key in the public list of Congress, or null outside Congress. */
  congressCode: string | null;
  chamber: "senate" | "house" | null;
};

/** Real institutions, named as they name themselves. None carries a stance or a note of its own. */
export const ORGANISATIONS: readonly SampleOrganisation[] = [
  { key: "senate", name: "Senate", kind: "chamber", congressCode: "senate", chamber: "senate" },
  {
    key: "house",
    name: "House of Representatives",
    kind: "chamber",
    congressCode: "house",
    chamber: "house",
  },
  {
    key: "sfrc",
    name: "Senate Committee on Foreign Relations",
    kind: "committee",
    congressCode: "SSFR",
    chamber: "senate",
  },
  {
    key: "sasc",
    name: "Senate Committee on Armed Services",
    kind: "committee",
    congressCode: "SSAS",
    chamber: "senate",
  },
  {
    key: "hasc",
    name: "House Committee on Armed Services",
    kind: "committee",
    congressCode: "HSAS",
    chamber: "house",
  },
  {
    key: "homeland",
    name: "House Committee on Homeland Security",
    kind: "committee",
    congressCode: "HSHM",
    chamber: "house",
  },
  { key: "state", name: "Department of State", kind: "executive agency", congressCode: null, chamber: null },
  {
    key: "pentagon",
    name: "Department of Defense",
    kind: "executive agency",
    congressCode: null,
    chamber: null,
  },
  {
    key: "army",
    name: "Department of the Army",
    kind: "executive agency",
    congressCode: null,
    chamber: null,
  },
  { key: "mda", name: "Missile Defense Agency", kind: "executive agency", congressCode: null, chamber: null },
  {
    key: "cisa",
    name: "Cybersecurity and Infrastructure Security Agency",
    kind: "executive agency",
    congressCode: null,
    chamber: null,
  },
  { key: "stimson", name: "Stimson Center", kind: "think tank", congressCode: null, chamber: null },
  { key: "cato", name: "Cato Institute", kind: "think tank", congressCode: null, chamber: null },
  { key: "quincy", name: "Quincy Institute", kind: "think tank", congressCode: null, chamber: null },
  { key: "press-corps", name: "Senate Press Gallery", kind: "press", congressCode: null, chamber: null },
  { key: "defense-news", name: "Defense News", kind: "press", congressCode: null, chamber: null },
  { key: "breaking-defense", name: "Breaking Defense", kind: "press", congressCode: null, chamber: null },
  { key: "reuters", name: "Reuters", kind: "press", congressCode: null, chamber: null },
  { key: "politico", name: "Politico", kind: "press", congressCode: null, chamber: null },
];
