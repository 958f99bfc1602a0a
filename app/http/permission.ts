import { addressOf } from "./addresses.ts";

/** What an account is in one campaign; apart from that, it may be an administrator of the installation. */
export const ROLES = ["reader", "officer", "embassy clearer", "ministry clearer"] as const;
export type Role = (typeof ROLES)[number];

/** What may be done in a campaign: see it, plan and draft and log in it, or clear its texts for one side. */
export type Permission = "read" | "write" | "clear for the embassy" | "clear for the ministry";

/** Who may call a page or an action: anybody, anybody signed in, an administrator, or a role that grants a permission. */
export type Access = "anybody" | "signed in" | "administrator" | Permission;

const GRANTS: Record<Role, readonly Permission[]> = {
  reader: ["read"],
  officer: ["read", "write"],
  "embassy clearer": ["read", "write", "clear for the embassy"],
  "ministry clearer": ["read", "write", "clear for the ministry"],
};

/**
 * Whether a role grants a permission. Clearers also plan, draft and log; being an administrator grants nothing in a
 * campaign. Source: DOMAIN.md, records "account, role" and "clearance".
 */
export function isAllowed(role: Role, permission: Permission): boolean {
  return GRANTS[role].includes(permission);
}

/** The roles that grant a permission, for a query that asks who has it. */
export function rolesAllowed(permission: Permission): Role[] {
  return ROLES.filter((role) => isAllowed(role, permission));
}

/** For which side a role clears; null for one that does not. */
export function clearingSide(role: Role): "embassy" | "ministry" | null {
  if (isAllowed(role, "clear for the ministry")) return "ministry";
  return isAllowed(role, "clear for the embassy") ? "embassy" : null;
}

const ROLES_IN_WORDS: Readonly<Record<Role, string>> = {
  reader: "reads everything in the campaign",
  officer: "plans, drafts and logs",
  "embassy clearer": "plans, drafts and logs, and clears for the embassy",
  "ministry clearer": "plans, drafts and logs, and clears for the ministry",
};

/** What a role does in its campaign, in the words shown beside it where it is chosen. */
export function describeRole(role: Role): string {
  return ROLES_IN_WORDS[role];
}

/**
 * The page of a campaign on which a role begins: the ministry's clearers see what waits for them, everybody else the
 * overview. Source: DESIGN.md, section 2.
 */
export function firstPage(campaignId: string, role: Role): string {
  return role === "ministry clearer"
    ? `${addressOf.talkingPoints(campaignId)}?show=waiting`
    : addressOf.overview(campaignId);
}
