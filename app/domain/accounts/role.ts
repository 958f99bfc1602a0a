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
