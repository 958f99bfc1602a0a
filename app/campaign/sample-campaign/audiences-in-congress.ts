import { AGREEMENT, AUTONOMY } from "./colleagues.ts";
import { inCampaign, reading, type SampleAudience } from "./sample-audience.ts";

/** The audiences of the first campaign on the Hill, in the order of SAMPLE.md. */
export const AUDIENCES_IN_CONGRESS: readonly SampleAudience[] = [
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
];
