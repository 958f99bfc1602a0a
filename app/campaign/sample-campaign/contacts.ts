import { CONTACTS_IN_CONGRESS } from "./contacts-in-congress.ts";
import { CONTACTS_IN_THE_EXECUTIVE } from "./contacts-in-the-executive.ts";
import { CONTACTS_OUTSIDE_GOVERNMENT } from "./contacts-outside-government.ts";
import type { SampleContact } from "./sample-contact.ts";

/** Everybody in Washington whom the sample knows. All are invented; no one holds or held a real office. */
export const CONTACTS: readonly SampleContact[] = [
  ...CONTACTS_IN_CONGRESS,
  ...CONTACTS_IN_THE_EXECUTIVE,
  ...CONTACTS_OUTSIDE_GOVERNMENT,
];
