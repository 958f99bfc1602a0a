import { AGREEMENT, AUTONOMY, CYBER } from "./colleagues.ts";

export type AudienceKind =
  | "congressional committee"
  | "member office"
  | "executive agency"
  | "think tank"
  | "press";

export type StanceReading = { daysAgo: number; stance: 1 | 2 | 3 | 4 | 5; evidence: string };

export type AudienceInCampaign = {
  campaign: string;
  priority: 1 | 2 | 3;
  influence: 1 | 2 | 3 | 4 | 5;
  interest: 1 | 2 | 3 | 4 | 5;
  desiredStance: 3 | 4 | 5;
  owner: string;
  /** Oldest first. */
  readings: readonly StanceReading[];
};

export type SampleAudience = {
  key: string;
  name: string;
  kind: AudienceKind;
  side: "majority" | "minority" | null;
  organisation: string;
  campaigns: readonly AudienceInCampaign[];
};

function inCampaign(
  campaign: string,
  [priority, influence, interest]: [1 | 2 | 3, 1 | 2 | 3 | 4 | 5, 1 | 2 | 3 | 4 | 5],
  desiredStance: 3 | 4 | 5,
  owner: string,
  readings: readonly StanceReading[],
): AudienceInCampaign {
  return { campaign, priority, influence, interest, desiredStance, owner, readings };
}

function reading(daysAgo: number, stance: 1 | 2 | 3 | 4 | 5, evidence: string): StanceReading {
  return { daysAgo, stance, evidence };
}

/** The ten audiences of the first campaign, in the order of SAMPLE.md. */
const AUTONOMY_AUDIENCES: readonly SampleAudience[] = [
  {
    key: "sfrc-majority",
    name: "Senate Foreign Relations, majority staff",
    kind: "congressional committee",
    side: "majority",
    organisation: "sfrc",
    campaigns: [
      inCampaign(AUTONOMY, [1, 5, 4], 4, "officer", [
        reading(455, 2, "Kick-off call: sees no use in another European label."),
        reading(260, 2, "Budget question asked again, no reason given."),
        reading(120, 3, "Took the figures for a hearing folder."),
        reading(34, 3, "Asks for numbers, agrees to nothing yet."),
      ]),
    ],
  },
  {
    key: "sfrc-minority",
    name: "Senate Foreign Relations, minority staff",
    kind: "congressional committee",
    side: "minority",
    organisation: "sfrc",
    campaigns: [
      inCampaign(AUTONOMY, [1, 4, 4], 5, "officer", [
        reading(440, 3, "Interested in the texts, not in the adjective."),
        reading(210, 4, "Offered to read a draft."),
        reading(34, 4, "Asked for the declaration of 2023 to quote from."),
      ]),
    ],
  },
  {
    key: "hasc-majority",
    name: "House Armed Services, majority staff",
    kind: "congressional committee",
    side: "majority",
    organisation: "hasc",
    campaigns: [
      inCampaign(AUTONOMY, [1, 5, 3], 3, "clearer", [
        reading(430, 2, "Duplication raised before we sat down."),
        reading(190, 1, "Said that the committee would write against it."),
        reading(61, 2, "Listened to the mobility case."),
      ]),
      inCampaign(AGREEMENT, [2, 5, 3], 4, "clearer", [
        reading(150, 4, "Sees the agreement as money well spent."),
      ]),
    ],
  },
  {
    key: "sasc-minority",
    name: "Senate Armed Services, minority staff",
    kind: "congressional committee",
    side: "minority",
    organisation: "sasc",
    campaigns: [
      inCampaign(AUTONOMY, [2, 4, 4], 5, "clearer", [
        reading(400, 3, "Wants the military case, not the political one."),
        reading(170, 4, "Asked for wording on military mobility."),
        reading(19, 4, "Reuses our sentence in a memo."),
      ]),
      inCampaign(AGREEMENT, [1, 4, 3], 4, "clearer", [
        reading(110, 3, "Asked what has been built since 2023."),
      ]),
    ],
  },
  {
    key: "nato-observers",
    name: "Senate NATO Observer Group",
    kind: "member office",
    side: null,
    organisation: "senate",
    campaigns: [
      inCampaign(AUTONOMY, [2, 3, 5], 5, "officer", [
        reading(380, 4, "Offered to open doors."),
        reading(196, 4, "Repeated the offer; attention is on the session's end."),
      ]),
    ],
  },
  {
    key: "nato-assembly",
    name: "House delegation to the NATO Parliamentary Assembly",
    kind: "member office",
    side: null,
    organisation: "house",
    campaigns: [inCampaign(AUTONOMY, [2, 2, 4], 4, "officer", [])],
  },
  {
    key: "state-europe",
    name: "State, European bureau",
    kind: "executive agency",
    side: null,
    organisation: "state",
    campaigns: [
      inCampaign(AUTONOMY, [1, 3, 4], 4, "clearer", [
        reading(420, 3, "Friendly, bound by the interagency line."),
        reading(140, 4, "Looks for a sentence that both sides can print."),
        reading(26, 4, "Asked for our text of the readout."),
      ]),
      inCampaign(AGREEMENT, [2, 3, 4], 5, "officer", [reading(60, 4, "Keeps the list of open annexes.")]),
    ],
  },
  {
    key: "pentagon-nato",
    name: "Pentagon, NATO policy",
    kind: "executive agency",
    side: null,
    organisation: "pentagon",
    campaigns: [
      inCampaign(AUTONOMY, [1, 5, 5], 4, "clearer", [
        reading(410, 2, "Duplication in the first minute."),
        reading(205, 3, "Talked about schedules instead of principle."),
        reading(47, 2, "Duplication again, with names of headquarters."),
      ]),
      inCampaign(AGREEMENT, [1, 5, 4], 5, "clearer", [reading(75, 4, "Wants the annexes signed.")]),
      inCampaign(CYBER, [2, 4, 3], 4, "clearer", [reading(80, 3, "Sends us to the cyber staff.")]),
    ],
  },
  {
    key: "restraint-school",
    name: "Think tanks, restraint school",
    kind: "think tank",
    side: null,
    organisation: "stimson",
    campaigns: [
      inCampaign(AUTONOMY, [3, 2, 4], 3, "eva", [
        reading(390, 4, "Welcomes a bigger European share, draws its own conclusion."),
        reading(68, 3, "Quotes us for a withdrawal that we do not ask for."),
      ]),
    ],
  },
  {
    key: "defence-reporters",
    name: "Defence reporters",
    kind: "press",
    side: null,
    organisation: "press-corps",
    campaigns: [inCampaign(AUTONOMY, [3, 2, 5], 3, "eva", [])],
  },
];

const SIBLING_AUDIENCES: readonly SampleAudience[] = [
  {
    key: "army-plans",
    name: "Army staff, plans for Europe",
    kind: "executive agency",
    side: null,
    organisation: "army",
    campaigns: [
      inCampaign(AGREEMENT, [1, 4, 4], 4, "clearer", [
        reading(90, 3, "Asks for ranges and rail, not for words."),
      ]),
    ],
  },
  {
    key: "missile-defence",
    name: "Missile Defense Agency",
    kind: "executive agency",
    side: null,
    organisation: "mda",
    campaigns: [inCampaign(AGREEMENT, [2, 3, 2], 3, "clearer", [])],
  },
  {
    key: "cyber-agency",
    name: "Cybersecurity agency, international affairs",
    kind: "executive agency",
    side: null,
    organisation: "cisa",
    campaigns: [
      inCampaign(CYBER, [1, 4, 5], 5, "clearer", [
        reading(70, 4, "Named a desk for us without being asked."),
      ]),
    ],
  },
  {
    key: "homeland-cyber",
    name: "House Homeland Security, cybersecurity subcommittee staff",
    kind: "congressional committee",
    side: "majority",
    organisation: "homeland",
    campaigns: [inCampaign(CYBER, [2, 4, 3], 4, "eva", [reading(95, 3, "Polite, short of time.")])],
  },
  {
    key: "state-cyber",
    name: "State, cyberspace and digital policy",
    kind: "executive agency",
    side: null,
    organisation: "state",
    campaigns: [
      inCampaign(CYBER, [1, 3, 4], 4, "clearer", [reading(40, 4, "Would host the first exercise.")]),
    ],
  },
];

/** Every audience of the three campaigns; an audience may belong to several. */
export const AUDIENCES: readonly SampleAudience[] = [...AUTONOMY_AUDIENCES, ...SIBLING_AUDIENCES];
