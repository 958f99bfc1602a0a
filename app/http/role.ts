import type { Role } from "./permission.ts";

/** What a role does in its campaign, in the words shown beside it where it is chosen. */
export function describeRole(role: Role): string {
  switch (role) {
    case "reader":
      return "reads everything in it";
    case "officer":
      return "plans, drafts, logs";
    case "embassy clearer":
      return "also clears for the embassy";
    case "ministry clearer":
      return "also clears for the ministry";
  }
}

/**
 * The page of a campaign on which a role begins: the ministry's clearers see what waits for them, everybody else the
 * overview. Source: DESIGN.md, section 2.
 */
export function firstPage(campaignId: string, role: Role): string {
  const campaign = `/c/${campaignId}`;
  return role === "ministry clearer" ? `${campaign}/talking-points?show=waiting` : campaign;
}
