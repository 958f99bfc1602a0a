import type { StandingRefusal } from "./standing.ts";

/** What to tell the person whose change to an event is refused; one wording for each refusal. */
export function explainStandingRefusal(reason: StandingRefusal): string {
  switch (reason) {
    case "event-already-cancelled":
      return "The event is cancelled already.";
    case "event-is-cancelled":
      return "The event is cancelled. Put it back first.";
    case "event-not-cancelled":
      return "The event is not cancelled.";
    case "event-was-held":
      return "The event is marked held. Take that back first.";
    case "event-was-not-held":
      return "The event is marked not held. Plan a new one, or take that back first.";
    case "event-has-not-begun":
      return "The event has not begun yet. Cancel or move it instead.";
    case "event-has-an-outcome":
      return "An outcome has been logged of this event, so it did take place.";
    case "event-not-marked":
      return "The event is marked neither held nor not held.";
    case "cancellation-needs-a-reason":
      return "Say why the event is cancelled.";
  }
}
