import type { StanceReading } from "./sample-audience.ts";

export type RoleInDecision = "decides" | "advises" | "drafts" | "opens doors";

export type SampleContact = {
  key: string;
  givenName: string;
  familyName: string;
  title: string;
  organisation: string;
  audiences: readonly string[];
  role: RoleInDecision;
  owner: string;
  /** Of staff and civil servants we keep what they said, not a score: only political appointees have readings. */
  politicalAppointee: boolean;
  readings: readonly StanceReading[];
};

/** People of one audience, written one a line: given name, family name, title, role in the decision. */
export function contactsOf(
  audience: string,
  organisation: string,
  owner: string,
  people: readonly (readonly [string, string, string, RoleInDecision])[],
): SampleContact[] {
  return people.map(([givenName, familyName, title, role]) => ({
    key: `${givenName}-${familyName}`.toLowerCase(),
    givenName,
    familyName,
    title,
    organisation,
    audiences: [audience],
    role,
    owner,
    politicalAppointee: false,
    readings: [],
  }));
}
