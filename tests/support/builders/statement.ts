import type { OfficeOrganisation, OfficePerson } from "#app/campaign/past-statements/office.ts";
import type { PastStatement, ToldPoint } from "#app/campaign/past-statements/past-statement.ts";

export const SFRC: OfficeOrganisation = { id: "sfrc", name: "Senate Foreign Relations", kind: "committee" };
export const STATE: OfficeOrganisation = {
  id: "state",
  name: "Department of State",
  kind: "executive agency",
};
export const SENATE: OfficeOrganisation = { id: "senate", name: "Senate", kind: "chamber" };

export function person(contactId: string, given: Partial<OfficePerson> = {}): OfficePerson {
  return { contactId, name: contactId, room: "", organisation: STATE, audiences: [], ...given };
}

/** Somebody on one side of the committee's staff. */
export function staff(contactId: string, side: "majority" | "minority"): OfficePerson {
  const audience = { id: side, name: side, kind: "congressional committee", side, organisation: SFRC };
  return person(contactId, { organisation: SFRC, audiences: [audience] });
}

export function toldPoint(text: string, given: Partial<ToldPoint> = {}): ToldPoint {
  return {
    messageId: null,
    messageNumber: null,
    revision: null,
    wording: null,
    text,
    footnotes: [],
    isFromLog: false,
    receptions: [],
    ...given,
  };
}

/** What the Department of State was told on 24 September 2026. */
export function statement(points: readonly ToldPoint[], given: Partial<PastStatement> = {}): PastStatement {
  return {
    eventId: "told",
    campaignId: "esa",
    title: "Office call",
    at: new Date("2026-09-24T18:00:00.000Z"),
    day: "2026-09-24",
    handling: "TLP:AMBER",
    by: ["Jana Malá"],
    people: [{ contactId: "ellen", name: "Ellen Voss" }],
    hearers: {
      contactIds: ["ellen"],
      offices: [{ kind: "organisation", id: "state", side: null, name: "Department of State" }],
    },
    points,
    ...given,
  };
}
