import { AGREEMENT, CYBER } from "./colleagues.ts";
import { inCampaign, reading, type SampleAudience } from "./sample-audience.ts";

/** What the second and third campaign have beside the audiences that they share with the first. */
export const SIBLING_AUDIENCES: readonly SampleAudience[] = [
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
