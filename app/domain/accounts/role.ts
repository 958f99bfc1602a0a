import { z } from "zod";

/** What an account may be in a campaign, from least to most [DOMAIN.md, account and role]. */
export const ROLES = ["reader", "officer", "embassy clearer", "ministry clearer"] as const;

export const roleSchema = z.enum(ROLES);

export type Role = z.infer<typeof roleSchema>;

/** What a role does in its campaign, in the words shown beside it where it is chosen. */
export function describeRole(role: Role): string {
  switch (role) {
    case "reader":
      return "reads everything";
    case "officer":
      return "plans, drafts, logs";
    case "embassy clearer":
      return "also clears for the embassy";
    case "ministry clearer":
      return "also clears for the ministry";
  }
}
