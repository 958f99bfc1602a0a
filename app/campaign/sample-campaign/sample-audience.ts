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

/** How an audience stands in one campaign. */
export function inCampaign(
  campaign: string,
  [priority, influence, interest]: [1 | 2 | 3, 1 | 2 | 3 | 4 | 5, 1 | 2 | 3 | 4 | 5],
  desiredStance: 3 | 4 | 5,
  owner: string,
  readings: readonly StanceReading[],
): AudienceInCampaign {
  return { campaign, priority, influence, interest, desiredStance, owner, readings };
}

/** A stance reading and what it rests on. */
export function reading(daysAgo: number, stance: 1 | 2 | 3 | 4 | 5, evidence: string): StanceReading {
  return { daysAgo, stance, evidence };
}
