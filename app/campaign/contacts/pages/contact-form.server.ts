import { z } from "zod";
import { identifier, line, optionalLine, optionalParagraphs } from "#app/http/fields.ts";
import { readForm } from "#app/http/form.server.ts";
import type { FieldErrors } from "#app/http/form-values.ts";
import { explainDateRefusal, parseDate } from "#app/time/parse-date.ts";
import type { OwnDetails, PersonDetails } from "../columns.server.ts";
import { PURPOSES, ROLES_IN_DECISION } from "../contact.ts";

const person = z.object({
  name: line(160, "Enter a name"),
  title: optionalLine(200),
  organisation: identifier.optional(),
  office: optionalLine(300),
  email: z.union([z.literal(""), z.email("Enter an e-mail address, or leave it empty").max(254)]).default(""),
  phone: optionalLine(60),
  isElectedOrAppointed: z.literal("on").optional(),
  source: line(200, "Say where this comes from: a card, a web page, a meeting"),
});

const own = z.object({
  roleInDecision: z.enum(ROLES_IN_DECISION, { error: "Choose a role of the list" }).optional(),
  purpose: z.enum(
    PURPOSES.map(({ value }) => value),
    { error: "Choose why we keep this" },
  ),
  owner: identifier.optional(),
  note: optionalParagraphs(4000),
  informedOn: optionalLine(60),
  retainUntil: optionalLine(60),
});

type Read<T> = { ok: true; value: T } | { ok: false; errors: FieldErrors };

/** What a form may choose from: colleagues of the campaign, organisations that exist. */
export type ContactChoices = { owners: readonly { id: string }[]; organisations: readonly { id: string }[] };

/** What somebody typed about a person who stands in no public list. */
export function readPersonForm(form: FormData, { organisations }: ContactChoices): Read<PersonDetails> {
  const read = readForm(form, person);
  if (!read.ok) return read;
  const { organisation = null, isElectedOrAppointed, ...rest } = read.value;
  if (organisation !== null && !organisations.some(({ id }) => id === organisation)) {
    return { ok: false, errors: { organisation: "Choose an organisation of the list" } };
  }
  return {
    ok: true,
    value: { ...rest, organisationId: organisation, isElectedOrAppointed: isElectedOrAppointed === "on" },
  };
}

/** What we decide about any contact: why and how long we keep it, who looks after it, our note. */
export function readOwnForm(form: FormData, { owners }: ContactChoices, today: string): Read<OwnDetails> {
  const read = readForm(form, own);
  if (!read.ok) return read;
  const { roleInDecision = null, owner = null, purpose, note } = read.value;
  const informedOn = readDay(read.value.informedOn, today);
  const retainUntil = readDay(read.value.retainUntil, today);
  const errors: Record<string, string> = {};
  if (!informedOn.ok) errors.informedOn = informedOn.sentence;
  else if (informedOn.day !== null && informedOn.day > today) errors.informedOn = "Enter a day that has been";
  if (!retainUntil.ok) errors.retainUntil = retainUntil.sentence;
  if (owner !== null && !owners.some(({ id }) => id === owner))
    errors.owner = "Choose a colleague of this campaign";
  if (!informedOn.ok || !retainUntil.ok || Object.keys(errors).length > 0) return { ok: false, errors };
  const days = { informedOn: informedOn.day, retainUntil: retainUntil.day };
  return { ok: true, value: { roleInDecision, ownerAccountId: owner, purpose, note, ...days } };
}

type ReadDay = { ok: true; day: string | null } | { ok: false; sentence: string };

function readDay(typed: string, today: string): ReadDay {
  if (typed === "") return { ok: true, day: null };
  const read = parseDate(typed, today);
  return read.ok ? { ok: true, day: read.date } : { ok: false, sentence: explainDateRefusal(read.reason) };
}
