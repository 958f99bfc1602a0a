import type {
  LoggedMeeting,
  MeetingLog,
  NamedInside,
} from "#app/campaign/correspondence/meeting/logged-meeting.ts";
import type { MeetingAsked } from "#app/campaign/correspondence/meeting/memorandum.ts";
import { WASHINGTON } from "#app/time/wall-time.ts";

export const INSIDE: NamedInside = {
  objections: new Map([["O9", "Look at your own budget"]]),
  messages: new Map([[3, "The bill moves, the bond stays"]]),
};

export const log = (given: Partial<MeetingLog> = {}): MeetingLog => ({
  ...{ officer: "Jana Malá", said: "", impression: "", assessment: "", askAnswer: "" },
  ...{ groundRule: "background", put: [], objections: [], ...given },
});

/** Claire Hadley of the majority staff on 12 November 2026, on background. */
export const meeting = (given: Partial<LoggedMeeting> = {}): LoggedMeeting => ({
  ...{ eventId: "hadley", title: "Call on Claire Hadley", kind: "office call", day: "2026-11-12" },
  ...{ startsAt: new Date("2026-11-12T19:00:00Z"), endsAt: new Date("2026-11-12T19:40:00Z") },
  ...{ zone: WASHINGTON, isAllDay: false },
  ...{ place: "Dirksen Building", ask: "", handling: "TLP:AMBER", groundRule: "background" },
  audiences: [
    {
      ...{ id: "majority", name: "Senate Foreign Relations, majority staff" },
      ...{ kind: "congressional committee", priority: 1 },
    },
  ],
  attended: [{ id: "claire", name: "Claire Hadley", title: "Professional staff, majority", side: null }],
  officers: ["Jana Malá", "Petr Dvořák"],
  logs: [],
  promises: [],
  ...given,
});

export const asked = (given: Partial<MeetingAsked> = {}): MeetingAsked => ({
  ...{ meeting: meeting(), next: null, inside: INSIDE, homeZone: "Europe/Prague" },
  ...{ today: "2026-11-12", drafter: "Jana Malá", ...given },
});

export const promise = (
  text: string,
  given: Partial<LoggedMeeting["promises"][number]> = {},
): LoggedMeeting["promises"][number] => ({
  ...{ text, promisedBy: "us" as const, dueOn: "2026-11-20", doneAt: null, owner: "Jana Malá" },
  ...{ contactId: null, ...given },
});
