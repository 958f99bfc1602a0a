import type { PublicContact } from "#app/campaign/organisations/public-list.ts";
import { makeSample } from "#app/campaign/sample-campaign/make-sample.ts";

/** People of the sample who bear the name of a member: there must be none, since stances hang on the invented only. */
export function namesakesInSample(members: readonly PublicContact[]): string[] {
  const named = new Set(members.map(({ name }) => name.toLowerCase()));
  const { contacts, colleagues, days } = makeSample("2026-11-24");
  return [
    ...contacts.map(({ givenName, familyName }) => `${givenName} ${familyName}`),
    ...colleagues.map(({ name }) => name),
  ]
    .filter((name) => named.has(name.toLowerCase()))
    .map((name) => `${name} of the sample (${days.today}) bears the name of a member`);
}
