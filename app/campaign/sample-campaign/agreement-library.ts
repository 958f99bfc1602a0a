import type { Library, LibraryMessage } from "#app/campaign/messages/library/library.ts";
import { AGREEMENT_PROOF_POINTS, AGREEMENT_SOURCES } from "./agreement-evidence.ts";

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
  framings: [],
  objections: [
    {
      code: "O1",
      name: "Consent each time",
      says: "Every deployment still needs Prague’s consent: what does Washington get?",
      who: "committee staff in Washington (invented)",
      sources: ["dca2023"],
      proofPoints: ["P26"],
      isDifficultQuestion: false,
      wordsToSay:
        "Consent is the rule in most allied countries. What Washington gets is the frame: status, access and cost are settled before the question is asked.",
      noteToSpeaker: "",
    },
    {
      code: "O2",
      name: "We have been here",
      says: "The radar was agreed once and given up. Why start again?",
      who: "former officials, on the talks of the late 2000s",
      sources: ["dodge2020"],
      proofPoints: ["P28"],
      isDifficultQuestion: true,
      wordsToSay: "",
      noteToSpeaker: "",
    },
  ],
  proofPoints: AGREEMENT_PROOF_POINTS,
  sources: AGREEMENT_SOURCES,
};
