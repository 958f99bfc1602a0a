import type { CalendarDate } from "#app/time/wall-time.ts";
import { AGREEMENT, AUTONOMY, CYBER } from "./colleagues.ts";
import type { SampleDays } from "./sample-days.ts";

export type SampleCampaign = {
  key: string;
  name: string;
  aim: string;
  state: "planned" | "in progress" | "completed" | "cancelled";
  starts: CalendarDate;
  ends: CalendarDate;
};

/** How the texts of the sample may travel, by TLP 2.0. */
export const SAMPLE_HANDLING = "TLP:AMBER" as const;

/** The three campaigns, the rich one first. They share audiences and contacts. */
export function sampleCampaigns(days: SampleDays): SampleCampaign[] {
  const span = { starts: days.campaignStarts, ends: days.campaignEnds };
  return [
    {
      key: AUTONOMY,
      name: "European strategic autonomy in Washington",
      aim: "Policymakers in Washington support a bigger European share in defence, with NATO staying vital.",
      state: "in progress",
      ...span,
    },
    {
      key: AGREEMENT,
      name: "Putting the US–Czech defence agreement into practice",
      aim: "The agreement of 2023 is used: planning, equipment and a radar study move from paper to dates.",
      state: "in progress",
      ...span,
    },
    {
      key: CYBER,
      name: "Joint cyber defence",
      aim: "Both governments agree to a standing US–Czech task force for cyber defence.",
      state: "in progress",
      ...span,
    },
  ];
}
