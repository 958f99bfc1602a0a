import type { Library, LibraryMessage } from "#app/domain/messages/library.ts";

const MESSAGES: readonly LibraryMessage[] = [
  {
    number: 1,
    title: "The agreement is law: now use it",
    statement:
      "The defence agreement of 2023 is in force in both countries; filling it with joint planning costs little and shows at once.",
    talkingPoint:
      "The legal frame is there since August 2023. What is missing is dates: ranges, depots, rail. Each of them is one annex.",
    avoid:
      "Do not speak of permanent bases: each deployment still needs the consent of government and parliament.",
    note: "The policy paper, section IV.A, asks for a treaty that has existed since 2023.",
    effectiveFrom: null,
    effectiveUntil: null,
    proofPoints: ["P26"],
    objections: ["O1"],
  },
  {
    number: 2,
    title: "Common equipment makes common defence",
    statement:
      "Replacing the equipment of the Warsaw Pact years with American systems makes Czech forces easier to reinforce and to supply.",
    talkingPoint:
      "An army that shares spare parts with yours can be reinforced in days. Modernisation is the cheapest depot.",
    avoid: "No company names, no prices, no delivery dates that are not published.",
    note: "From the policy paper, section IV.A, second point.",
    effectiveFrom: null,
    effectiveUntil: null,
    proofPoints: ["P27"],
    objections: ["O2"],
  },
  {
    number: 3,
    title: "A radar in Central Europe sees earlier",
    statement:
      "A study of a forward radar in Central Europe would show what earlier warning costs and whom it protects.",
    talkingPoint:
      "We ask for a study, not for a site. The question of the late 2000s has a new answer since 2022.",
    avoid: "Do not promise a site. Do not say whom the radar looks at.",
    note: "From the policy paper, section IV.A, third point: a TPY-2 radar.",
    effectiveFrom: null,
    effectiveUntil: null,
    proofPoints: ["P28", "P29"],
    objections: ["O2"],
  },
];

/** What the second campaign says, small on purpose: three messages with their evidence. */
export const AGREEMENT_LIBRARY: Library = {
  messages: MESSAGES,
  objections: [
    {
      code: "O1",
      name: "Consent each time",
      says: "Every deployment still needs Prague’s consent: what does Washington get?",
      who: "committee staff in Washington (invented)",
      sources: ["dca2023"],
      proofPoints: ["P26"],
      isDifficultQuestion: false,
      reply:
        "Consent is the rule in most allied countries. What Washington gets is the frame: status, access and cost are settled before the question is asked.",
    },
    {
      code: "O2",
      name: "We have been here",
      says: "The radar was agreed once and given up. Why start again?",
      who: "former officials, on the talks of the late 2000s",
      sources: ["dodge2020"],
      proofPoints: ["P28"],
      isDifficultQuestion: true,
      reply: "",
    },
  ],
  proofPoints: [
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
  ],
  sources: [
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
  ],
};
