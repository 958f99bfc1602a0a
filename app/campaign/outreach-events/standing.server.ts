import { sql } from "kysely";
import type { Patch } from "#db/change.server.ts";
import type { Queries } from "#db/schema.ts";
import {
  type Allowed,
  cancelEvent,
  holdEvent,
  missEvent,
  reinstateEvent,
  type Standing,
  unmarkEvent,
} from "./standing.ts";

/** What may be done with an event's standing: each is a rule of the domain. */
export type StandingAct = "hold" | "miss" | "unmark" | "cancel" | "reinstate";

type Decided = { allowed: Allowed<object>; patch: Patch<"outreach_event">; action: string; summary: string };

/** Whether the rules allow it, what it changes, and how it is called. */
export function decideStanding(act: StandingAct, standing: Standing, reason: string, now: Date): Decided {
  switch (act) {
    case "hold": {
      const patch = { result: "held", result_reason: "" } as const;
      return { allowed: holdEvent(standing, now), patch, action: "held", summary: "Marked as held" };
    }
    case "miss": {
      const patch = { result: "not held", result_reason: reason } as const;
      return { allowed: missEvent(standing, now), patch, action: "not held", summary: "Marked as not held" };
    }
    case "unmark": {
      const patch = { result: "planned", result_reason: "" } as const;
      return { allowed: unmarkEvent(standing), patch, action: "unmarked", summary: "Mark removed" };
    }
    case "cancel": {
      const patch = { schedule: "cancelled", schedule_reason: reason } as const;
      return { allowed: cancelEvent(standing, reason), patch, action: "cancelled", summary: "Cancelled" };
    }
    case "reinstate": {
      const patch = { schedule: "tentative", schedule_reason: "" } as const;
      return {
        allowed: reinstateEvent(standing),
        patch,
        action: "put back",
        summary: "Reinstated as tentative",
      };
    }
  }
}

/** Of a query of `event`: how many outcomes are logged of it. */
export const countOfOutcomes =
  sql<number>`(select count(*) from outcome where outcome.outreach_event_id = event.id)`.as("outcomes");

/** What the rules about an event's standing look at; null where it is not of this campaign. */
export async function findStanding(
  read: Queries,
  campaignId: string,
  eventId: string,
): Promise<Standing | null> {
  const row = await read
    .selectFrom("outreach_event as event")
    .select(["event.schedule", "event.result", "event.starts_at"])
    .select(countOfOutcomes)
    .where("event.id", "=", eventId)
    .where("event.campaign_id", "=", campaignId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { schedule, result, starts_at, outcomes } = row;
  return { schedule, result, startsAt: new Date(starts_at), outcomes: Number(outcomes) };
}
