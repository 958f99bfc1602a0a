import type { LibraryProofPoint, LibrarySource } from "#app/campaign/messages/library/library.ts";

/** The proof points of the second campaign. */
export const AGREEMENT_PROOF_POINTS: readonly LibraryProofPoint[] = [
  {
    code: "P26",
    claim:
      "The US-Czech Defense Cooperation Agreement was signed on 23 May 2023 and ratified by 16 August 2023; it sets the legal frame for US forces on Czech territory.",
    figures: [
      { what: "Chamber of Deputies, votes for", value: "115 of 144", edition: "Radio Prague, 2023" },
      { what: "Senate, votes for", value: "66 of 72", edition: "Radio Prague, 2023" },
    ],
    sources: ["dca2023", "dcaradio"],
    asOf: "2023-08-16",
    edition: null,
    checkedOn: "2026-11-24",
    reviewBy: null,
    caveat: "Each deployment still needs the consent of government and parliament.",
    confidence: "high",
    disclosure: "free to use",
  },
  {
    code: "P27",
    claim:
      "In 2022 the US International Trade Administration still described much of the Czech army’s equipment as dating from communist times.",
    figures: [],
    sources: ["ita2022"],
    asOf: "2022",
    edition: "Country Commercial Guide 2022",
    checkedOn: "2026-11-24",
    reviewBy: "2027-06-30",
    caveat: "As quoted in the policy paper; what has been delivered since then is not counted.",
    confidence: "medium",
    disclosure: "free to use",
  },
  {
    code: "P28",
    claim:
      "Talks about an American missile defence site in the Czech Republic in the late 2000s ended without one; Prague declined an early warning centre in 2011.",
    figures: [],
    sources: ["dodge2020"],
    asOf: "2020",
    edition: null,
    checkedOn: "2026-11-24",
    reviewBy: null,
    caveat: "History: say what is different now before somebody else does.",
    confidence: "high",
    disclosure: "free to use",
  },
  {
    code: "P29",
    claim: "In February 2018 Russia said that it may place missiles in Kaliningrad, next to two allies.",
    figures: [],
    sources: ["dw2018"],
    asOf: "2018-02-07",
    edition: null,
    checkedOn: "2026-11-24",
    reviewBy: null,
    caveat: "A statement of that year; for what stands there now, ask the defence ministry.",
    confidence: "medium",
    disclosure: "internal",
  },
];

/** Where they were read. */
export const AGREEMENT_SOURCES: readonly LibrarySource[] = [
  {
    code: "dca2023",
    title: "Czech ratification of the Defense Cooperation Agreement complete",
    publisher: "Associated Press",
    publishedOn: "2023-08-16",
    address:
      "https://kion546.com/ap-colorado/2023/08/16/czechs-ratify-defense-treaty-with-us-that-makes-it-easier-to-deploy-us-troops-in-czech-territory/",
    kind: "press",
  },
  {
    code: "dcaradio",
    title: "Parliamentary votes on the agreement",
    publisher: "Radio Prague",
    publishedOn: null,
    address: "https://english.radio.cz/node/8790309",
    kind: "press",
  },
  {
    code: "ita2022",
    title: "Czech Republic, Defense: Country Commercial Guide",
    publisher: "US International Trade Administration",
    publishedOn: "2022",
    address: "https://www.trade.gov/country-commercial-guides/czech-republic-defense",
    kind: "primary (government)",
  },
  {
    code: "dodge2020",
    title: "U.S.-Czech ballistic missile defense cooperation: Lessons learned",
    publisher: "Comparative Strategy 39:3",
    publishedOn: "2020",
    address: "https://doi.org/10.1080/01495933.2020.1740573",
    kind: "academic",
  },
  {
    code: "dw2018",
    title: "Russia claims right to deploy Kaliningrad missiles",
    publisher: "Deutsche Welle",
    publishedOn: "2018-02-07",
    address:
      "https://www.dw.com/en/russia-deploys-nuclear-capable-missile-system-in-kaliningrad-reports/a-42474925",
    kind: "press",
  },
];
