import type { ClearanceAct } from "#app/campaign/clearances/clear-text.ts";
import type { ClearanceSettings, RoundRequest } from "#app/campaign/clearances/clearance-round.ts";
import type { Desk, DeskPerson } from "#app/campaign/clearances/desk.ts";

/** The usual rules of a campaign. */
export const SETTINGS: ClearanceSettings = {
  embassyClearsAlone: true,
  ownDraftMayBeCleared: false,
  silenceIsAgreement: false,
};

export function person(name: string, mayClear = true): DeskPerson {
  return { accountId: name.toLowerCase(), name, mayClear };
}

/** A desk of the ministry without a holder, at which Tomas and Ivana may answer. */
export function desk(given: Partial<Desk> = {}): Desk {
  return {
    id: "desk",
    name: "Ministry desk",
    side: "ministry",
    holder: null,
    deputy: null,
    awayFrom: null,
    awayUntil: null,
    country: "CZ",
    zone: "Europe/Prague",
    asks: "clear",
    isAskedForHoldingLines: true,
    clearersOfSide: [person("Ivana"), person("Tomas")],
    ...given,
  };
}

export const ASKED_AT = new Date("2026-11-06T15:00:00.000Z");

/** What the embassy's desk is asked about the text "hash". */
export function request(given: Partial<RoundRequest> = {}): RoundRequest {
  return {
    id: "embassy",
    side: "embassy",
    asks: "clear",
    hash: "hash",
    handling: "TLP:AMBER",
    askedAt: ASKED_AT,
    silenceAt: null,
    answer: null,
    ...given,
  };
}

/** A desk of the ministry that is waiting for the embassy. */
export function waiting(id: string, given: Partial<RoundRequest> = {}): RoundRequest {
  return request({ id, side: "ministry", askedAt: null, ...given });
}

/** A clearer's act at the embassy's desk, on a paper of cleared wording used unaltered. */
export function clearanceAct(given: Partial<ClearanceAct> = {}): ClearanceAct {
  return {
    hash: "hash",
    shownHash: "hash",
    handling: "TLP:AMBER",
    shownHandling: "TLP:AMBER",
    status: "draft",
    round: [request(), waiting("ministry")],
    requestId: "embassy",
    clearer: { accountId: "clearer", mayAnswer: true },
    writers: ["officer"],
    isAllClearedByMinistry: true,
    settings: SETTINGS,
    ...given,
  };
}
