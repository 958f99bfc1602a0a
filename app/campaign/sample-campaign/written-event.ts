import { addDays } from "#app/time/calendar-date.ts";
import { WASHINGTON } from "#app/time/wall-time.ts";
import { AUTONOMY } from "./colleagues.ts";
import type { SampleEvent, SampleOutcome, SampleReception } from "./sample-event.ts";

type Written = Partial<SampleEvent> &
  Pick<
    SampleEvent,
    "key" | "title" | "kind" | "audiences" | "messages" | "officers" | "wallStart" | "minutes"
  >;

/** An event that is written out by hand: planned, confirmed and in Washington unless it says otherwise. */
export function writtenEvent(written: Written, contacts: readonly string[] = []): SampleEvent {
  const attendance = written.outcome ? ("attended" as const) : ("not recorded" as const);
  const participants = contacts.map((contact) => ({ contact, reply: "accepted" as const, attendance }));
  return {
    campaign: AUTONOMY,
    owner: written.officers[0] ?? "officer",
    participants,
    zone: WASHINGTON,
    isAllDay: false,
    place: "",
    isPlaceConfirmed: true,
    schedule: "confirmed",
    result: written.outcome ? "held" : "planned",
    reason: "",
    groundRule: "background",
    ask: "",
    plannedOn: addDays(written.wallStart.slice(0, 10), -12),
    outcome: null,
    ...written,
  };
}

/** A note that is written out by hand. */
export function writtenOutcome(
  written: Partial<SampleOutcome> & Pick<SampleOutcome, "officer" | "said" | "receptions">,
): SampleOutcome {
  return {
    loggedAfter: 3,
    impression: "",
    assessment: "",
    askAnswer: "",
    objections: [],
    followUps: [],
    ...written,
  };
}

/** How the whole room took a message, or its part of the room; null: planned and not raised. */
export function fromTheRoom(
  message: number,
  audience: string,
  score: SampleReception["score"],
  scope: "room" | "audience" = "room",
): SampleReception {
  return { message, audience, contact: null, scope, score, isAsWritten: true };
}

/** How one person took a message. */
export function fromOnePerson(
  message: number,
  audience: string,
  contact: string,
  score: SampleReception["score"],
): SampleReception {
  return { message, audience, contact, scope: "contact", score, isAsWritten: true };
}
