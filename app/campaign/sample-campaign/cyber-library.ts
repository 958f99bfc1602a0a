import type { Library, LibraryMessage } from "#app/campaign/messages/library/library.ts";

const MESSAGES: readonly LibraryMessage[] = [
  {
    number: 1,
    title: "One team, one telephone",
    statement:
      "A standing US–Czech task force would give both sides one place to call when an attack on networks begins.",
    talkingPoint:
      "Today we look for the right desk while the attack runs. A standing team with names on both sides costs one office.",
    avoid: "No details of attacks that are not published.",
    note: "From the policy paper, section IV.B, first point.",
    effectiveFrom: null,
    effectiveUntil: null,
    proofPoints: ["P1", "P2"],
    objections: ["O1"],
  },
  {
    number: 2,
    title: "Train together before it is needed",
    statement:
      "Officials and specialists who have trained together answer faster than those who meet in an attack.",
    talkingPoint: "Two joint exercises a year, one on each side, with the people who would really pick up.",
    avoid: "Do not speak of intelligence sharing: that has its own channels.",
    note: "From the policy paper, section IV.B, second point.",
    effectiveFrom: null,
    effectiveUntil: null,
    proofPoints: ["P3"],
    objections: ["O1"],
  },
];

/** What the third campaign says: two messages with their evidence. */
export const CYBER_LIBRARY: Library = {
  messages: MESSAGES,
  framings: [],
  objections: [
    {
      code: "O1",
      name: "NATO has a centre for that",
      says: "Tallinn exists. Why another body?",
      who: "agency staff in Washington (invented)",
      sources: ["hybrid2021"],
      proofPoints: ["P3"],
      isDifficultQuestion: false,
      wordsToSay:
        "The centre in Tallinn studies and trains for all allies. A task force of two answers an attack on two networks on the day.",
      noteToSpeaker: "",
    },
  ],
  proofPoints: [
    {
      code: "P1",
      claim:
        "In December 2018 the Czech security service said that Russia was behind attacks on the foreign ministry’s network.",
      figures: [],
      sources: ["hovet2018"],
      asOf: "2018-12-03",
      edition: null,
      checkedOn: "2026-11-24",
      reviewBy: null,
      caveat: "An attribution by the Czech service, in its annual report.",
      confidence: "high",
      disclosure: "free to use",
    },
    {
      code: "P2",
      claim: "Czech websites were attacked again in April 2022, after the invasion of Ukraine.",
      figures: [],
      sources: ["expats2022"],
      asOf: "2022-04-21",
      edition: null,
      checkedOn: "2026-11-24",
      reviewBy: null,
      caveat: "Overload attacks: pages were slow or away for hours, nothing was stolen as far as reported.",
      confidence: "medium",
      disclosure: "free to use",
    },
    {
      code: "P3",
      claim:
        "The Czech strategy against hybrid interference of 2021 says that Czech and Euro-Atlantic security cannot be divided.",
      figures: [],
      sources: ["hybrid2021"],
      asOf: "2021",
      edition: null,
      checkedOn: "2026-11-24",
      reviewBy: "2027-12-31",
      caveat: "As the policy paper reports it; quote from the strategy’s own text before use.",
      confidence: "medium",
      disclosure: "free to use",
    },
  ],
  sources: [
    {
      code: "hovet2018",
      title: "Czech Security Service Says Russia Behind Cyber Attacks on Ministry",
      publisher: "Reuters",
      publishedOn: "2018-12-03",
      address:
        "https://www.reuters.com/article/us-czech-security-russia/czech-security-service-says-russia-behind-cyber-attacks-on-ministry-idUSKBN1O21BN",
      kind: "press",
    },
    {
      code: "expats2022",
      title: "Russian hackers target Czech websites in a series of cyberattacks",
      publisher: "Expats.cz",
      publishedOn: "2022-04-21",
      address:
        "https://www.expats.cz/czech-news/article/pro-russian-hackers-target-czech-websites-in-a-series-of-attacks",
      kind: "press",
    },
    {
      code: "hybrid2021",
      title: "Policy paper on US-Czech security relations, section III, on the strategy of 2021",
      publisher: "Policy paper",
      publishedOn: null,
      address: null,
      kind: "seed",
    },
  ],
};
