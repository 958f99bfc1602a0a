import type { PersonStanceRefusal } from "./contact.ts";

export type ContactRefusal = PersonStanceRefusal | "public-record" | "changed-by-somebody-else";

/** What to tell the person whose change to a contact is refused; one wording for each refusal. */
export function explainContactRefusal(reason: ContactRefusal): string {
  switch (reason) {
    case "person-is-staff":
      return "Of staff and civil servants we keep what they said, not a score. Only elected members and senior political appointees have a stance.";
    case "campaign-does-not-allow":
      return "This campaign keeps no stance of persons. An administrator can allow it in the campaign's settings.";
    case "public-record":
      return "This record comes from a public list and changes with it.";
    case "changed-by-somebody-else":
      return "Somebody changed this contact while you were looking at it. Go back and look again.";
  }
}
