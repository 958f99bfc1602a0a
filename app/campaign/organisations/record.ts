import { ORGANISATION_KINDS } from "#app/campaign/audiences/audience-of-organisation.ts";
import { line, oneOf, optionalLine } from "#app/http/fields.ts";
import { record, type ValuesOf } from "#app/http/record.ts";

/** An organisation as somebody types it, that stands in no public list (DOMAIN.md, organisation). */
export const organisationRecord = record({
  name: line(200, "Enter a name for the organisation").meta({
    label: "Name",
    hint: "As it calls itself, for example: Department of State",
  }),
  kind: oneOf(ORGANISATION_KINDS, "Choose what kind of organisation it is").meta({
    label: "Kind",
    none: "Choose",
  }),
  address: optionalLine(300).meta({ label: "Address" }),
  phone: optionalLine(60).meta({ label: "Telephone" }),
  source: line(200, "Say where this comes from, such as a web page").meta({ label: "Source" }),
});

export type OrganisationText = ValuesOf<typeof organisationRecord>;
