import type { FormValues } from "#app/http/form-values.ts";
import { formatDate } from "#app/time/format.ts";
import type { ContactRecord } from "../contact-page.server.ts";

/** The fields of the form in their order, as a conflict names them. */
export const CONTACT_LABELS: Readonly<Record<string, string>> = {
  name: "Name",
  title: "Position",
  organisation: "Organisation",
  office: "Office address",
  email: "E-mail",
  phone: "Telephone",
  isElectedOrAppointed: "Elected or appointed",
  source: "Where this comes from",
  roleInDecision: "Role in the decision",
  purpose: "Why we keep this",
  informedOn: "Informed on",
  retainUntil: "Keep until",
  owner: "Relationship owner",
  note: "Note",
};

/** The fields that we decide, of one in a public list too. */
const OWN_FIELDS = ["roleInDecision", "purpose", "informedOn", "retainUntil", "owner", "note"];

/** What stands in the form when it opens. */
export function valuesOfContact(contact: ContactRecord): FormValues {
  return {
    name: [contact.name],
    title: [contact.title],
    organisation: [contact.organisation?.id ?? ""],
    office: [contact.office],
    email: [contact.email],
    phone: [contact.phone],
    isElectedOrAppointed: contact.isElectedOrAppointed ? ["on"] : [],
    source: [contact.source],
    roleInDecision: [contact.roleInDecision ?? ""],
    purpose: [contact.purpose],
    informedOn: [contact.informedOn === null ? "" : formatDate(contact.informedOn)],
    retainUntil: [contact.retainUntil === null ? "" : formatDate(contact.retainUntil)],
    owner: [contact.owner?.id ?? ""],
    note: [contact.note],
  };
}

/** What stands in the record now, in words; of one in a public list only what is ours. */
export function contactInWords(contact: ContactRecord): Record<string, string> {
  const values = Object.entries(valuesOfContact(contact)).map(
    ([name, [value = ""]]) => [name, value] as const,
  );
  const words = [
    ...values,
    ["organisation", contact.organisation?.name ?? ""] as const,
    ["owner", contact.owner?.name ?? ""] as const,
  ];
  return Object.fromEntries(words.filter(([name]) => contact.key === null || OWN_FIELDS.includes(name)));
}

type Named = { id: string; name: string };

/** What was typed, with names instead of identifiers. */
export function typedInWords(
  values: FormValues,
  { owners, organisations }: { owners: readonly Named[]; organisations: readonly Named[] },
): FormValues {
  const nameIn = (list: readonly Named[], field: string) =>
    list.find(({ id }) => id === values[field]?.[0])?.name ?? "";
  return {
    ...values,
    owner: [nameIn(owners, "owner")],
    organisation: [nameIn(organisations, "organisation")],
  };
}
