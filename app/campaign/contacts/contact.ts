/** What a person does in a decision that concerns us. Source: DOMAIN.md, record "contact". */
export const ROLES_IN_DECISION = ["decides", "advises", "drafts", "opens doors"] as const;
export type RoleInDecision = (typeof ROLES_IN_DECISION)[number];

/** The role as a label stands: "Opens doors"; nothing where it is not known. */
export function roleLabel(role: string | null): string {
  return role === null ? "" : role.charAt(0).toUpperCase() + role.slice(1);
}

/** Why data about a person are kept at all. Source: DOMAIN.md, rule 8. */
export const PURPOSES = [
  { value: "mapping", label: "Mapping", meaning: "to know who holds which office" },
  {
    value: "engagement plan",
    label: "Engagement plan",
    meaning: "to plan and record our meetings with them",
  },
  { value: "address book", label: "Address book", meaning: "to invite and to write to them" },
] as const;
export type Purpose = (typeof PURPOSES)[number]["value"];

export type PersonStanceRefusal = "person-is-staff" | "campaign-does-not-allow";

/**
 * Whether a stance may be recorded of a person: of elected members and senior political appointees only
 * ("person-is-staff"), and only where the campaign's setting allows it ("campaign-does-not-allow"). Of staff
 * and civil servants we keep what they said, not a score. Source: DOMAIN.md, record "contact".
 */
export function personStanceAllowed(
  contact: { isElectedOrAppointed: boolean },
  campaign: { isPersonStanceAllowed: boolean },
): { ok: true } | { ok: false; reason: PersonStanceRefusal } {
  if (!contact.isElectedOrAppointed) return { ok: false, reason: "person-is-staff" };
  if (!campaign.isPersonStanceAllowed) return { ok: false, reason: "campaign-does-not-allow" };
  return { ok: true };
}

/** Whether a contact stands in a public list (it has a key there) and its office is not ours to edit. */
export function isPublicRecord(contact: { key: string | null }): boolean {
  return contact.key !== null;
}
