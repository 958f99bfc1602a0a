import { AGREEMENT, AUTONOMY, CYBER } from "./colleagues.ts";
import { inCampaign, reading, type SampleAudience } from "./sample-audience.ts";

/** The other audiences of the first campaign, in the order of SAMPLE.md. */
export const AUDIENCES_ELSEWHERE: readonly SampleAudience[] = [
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
