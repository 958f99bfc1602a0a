import { capital } from "#app/text/in-words.ts";
import { foldText } from "#app/text/search-words.ts";

/** What a person does in a decision that concerns us. Source: DOMAIN.md, record "contact". */
export const ROLES_IN_DECISION = ["decides", "advises", "drafts", "opens doors"] as const;

/** The role as a label stands: "Opens doors"; nothing where it is not known. */
export function roleLabel(role: string | null): string {
  return role === null ? "" : capital(role);
}

/** Why data about a person are kept at all. Source: DOMAIN.md, rule 8. */
export const PURPOSES = [
  { value: "mapping", label: "Mapping", meaning: "to know who holds which office" },
  {
    value: "engagement plan",
    label: "Engagement plan",
    meaning: "to plan and record our meetings with them",
  },
  { value: "address book", label: "Address book", meaning: "to invite them and write to them" },
] as const;

type PersonStanceRefusal = "person-is-staff" | "campaign-does-not-allow";

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

/** The key by which people are put in order: family name first, then given name, both folded. */
export function nameSortKey(givenName: string, familyName: string): string {
  return [familyName, givenName]
    .map(foldText)
    .filter((name) => name !== "")
    .join(", ");
}

/** A name typed whole, taken apart at its last space; a name of one word is a family name. */
export function splitName(name: string): { givenName: string; familyName: string } {
  const words = name.trim().replace(/\s+/g, " ").split(" ");
  return { givenName: words.slice(0, -1).join(" "), familyName: words.at(-1) ?? "" };
}

export type ContactRefusal = PersonStanceRefusal | "public-record" | "changed-by-somebody-else";

const REFUSALS: Readonly<Record<ContactRefusal, string>> = {
  "person-is-staff":
    "For staff and civil servants we record what they said, not a score. Only elected members and senior political appointees have a stance.",
  "campaign-does-not-allow":
    "This campaign does not record stances of individuals. An administrator can allow it in the campaign’s settings.",
  "public-record": "This record comes from a public list and changes with it.",
  "changed-by-somebody-else": "Someone has changed this contact since you opened it. Go back and check it.",
};

/** What to tell the person whose change to a contact is refused; one wording for each refusal. */
export function explainContactRefusal(reason: ContactRefusal): string {
  return REFUSALS[reason];
}
