import { z } from "zod";
import {
  line,
  oneOf,
  optionalDay,
  optionalLine,
  optionallyChosen,
  optionallyOneOf,
  optionalParagraphs,
  tick,
} from "#app/http/fields.ts";
import { record, type ValuesOf } from "#app/http/record.ts";
import { PURPOSES, ROLES_IN_DECISION, roleLabel } from "./contact.ts";

const identity = {
  name: line(160, "Enter a name").meta({ label: "Name" }),
  title: optionalLine(200).meta({
    label: "Position",
    hint: "For example, professional staff member or legislative fellow",
  }),
};

const reach = {
  office: optionalLine(300).meta({ label: "Office address" }),
  email: z
    .email("Enter an e-mail address, or leave it empty")
    .max(254)
    .default("")
    .meta({ control: "line", optional: true, label: "E-mail" }),
  phone: optionalLine(60).meta({ label: "Telephone", beside: true }),
  isElectedOrAppointed: tick().meta({
    label: "Kind of office",
    hint: "A campaign may record a stance only for these",
    options: [{ value: "on", label: "Elected member or senior political appointee" }],
  }),
  source: line(200, "Say where this comes from, for example a business card, a web page or a meeting").meta({
    label: "Source",
    hint: "For example, a business card, a public web page or a meeting",
  }),
};

const ground = {
  roleInDecision: optionallyOneOf(ROLES_IN_DECISION, "Choose a role from the list", roleLabel).meta({
    label: "Role in the decision",
    none: "Not known",
  }),
  purpose: oneOf(
    PURPOSES.map(({ value }) => value),
    "Choose what these details are kept for",
  ).meta({
    label: "Kept for",
    control: "radios",
    options: PURPOSES.map(({ value, label, meaning }) => ({ value, label, hint: meaning })),
  }),
  informedOn: optionalDay().meta({
    label: "Informed on",
    hint: "When we told the person that we keep these details, for example 12 Nov 2026",
  }),
  retainUntil: optionalDay().meta({
    label: "Kept until",
    hint: "Leave empty for 24 months after the last contact",
    beside: true,
  }),
};

/** Who somebody is and how they are reached; a person of a public list has none of these, the list tells. */
const person = {
  ...identity,
  organisation: optionallyChosen().meta({
    label: "Organisation",
    none: "None of these",
    column: "organisation_id",
  }),
  ...reach,
};

/** What we decide about a contact, of a public list too: why it is kept and how long, who looks after it, our note. */
const ours = {
  ...ground,
  owner: optionallyChosen().meta({
    label: "Relationship owner",
    none: "No one yet",
    column: "owner_account_id",
  }),
  note: optionalParagraphs(4000).meta({
    label: "Note",
    hint: "Seen by this campaign’s team. Write as if the person could read it: no personal politics, no confidences from others.",
  }),
};

/** What a contact's row keeps under the names of the fields, without its ties to other records. */
export const contactFacts = record({ ...identity, ...reach });
export const contactGround = record(ground);

/** A contact of ours (DOMAIN.md, contact). */
export const contactRecord = record({ ...person, ...ours });
/** What is ours of a contact of a public list. */
export const publicContactRecord = record({
  ...ours,
  retainUntil: ours.retainUntil.meta({ hint: "Leave empty to keep them until they leave the public list" }),
});

export type ContactText = ValuesOf<typeof contactRecord>;
export type OursOfContact = ValuesOf<typeof publicContactRecord>;
