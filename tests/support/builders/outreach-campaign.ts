import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Change } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { system, unsent } from "../author.ts";
import { addMeeting } from "./meeting.ts";

/** Does it as one recorded change of the system's. */
export async function record(database: Database, work: (change: Change) => Promise<void>): Promise<void> {
  await database.change(system, unsent, async (change) => {
    await work(change);
    change.describe({
      recordKind: "campaign",
      recordId: "esa",
      action: "set",
      summary: "Set",
      location: "/",
    });
    return { ok: true };
  });
}

/**
 * Both audiences of the meeting in the campaign, of priority 1 with full influence, and both contacts known to it. The
 * meeting of 10 November is held; Petr's note says that the majority took message 2 up and message 3 not.
 */
export async function addOutreachCampaign(database: Database): Promise<void> {
  await addMeeting(database, { result: "held" });
  await record(database, async (change) => {
    for (const id of ["majority", "minority"])
      await change.insert("campaign_audience", {
        id: `esa-${id}`,
        campaign_id: "esa",
        audience_id: id,
        priority: 1,
        influence: 5,
        interest: 3,
      });
    await change.insert("outcome", {
      id: "noted",
      campaign_id: "esa",
      outreach_event_id: "meeting",
      officer_account_id: "petr",
      ground_rule: "background",
      handling: "TLP:AMBER",
      logged_at: "2026-11-10T22:00:00.000Z",
    });
    for (const [message, score] of [
      ["m2", 1],
      ["m3", null],
    ] as const)
      await change.insert("reception", {
        id: `noted-${message}`,
        outcome_id: "noted",
        key_message_id: message,
        audience_id: "majority",
        contact_id: null,
        scope: "room",
        score,
        wording: null,
        message_revision_id: null,
      });
  });
}

/** Somebody of an audience whom the campaign knows; of the minority unless said otherwise. */
export async function addPerson(
  change: Change,
  id: string,
  given: Partial<Parameters<Change["insert"]>[1]> & {
    ended_on?: CalendarDate;
    retain_until?: CalendarDate;
    is_elected_or_appointed?: 0 | 1;
    organisation_id?: string;
    role_in_decision?: "opens doors" | "decides";
    title?: string;
  } = {},
  { audience = "minority", isKnown = true }: { audience?: string; isKnown?: boolean } = {},
): Promise<void> {
  const person = { id, name: id, sort_name: id, purpose: "mapping", source: "card" } as const;
  await change.insert("contact", { ...person, ...given });
  await change.insert("audience_contact", { id: `${audience}-${id}`, audience_id: audience, contact_id: id });
  if (isKnown)
    await change.insert("campaign_contact", { id: `esa-${id}`, campaign_id: "esa", contact_id: id });
}

/** A reading of a stance in the campaign, of an audience or of a person in it. */
export function addReading(
  change: Change,
  id: string,
  given: {
    stance: number | null;
    contact_id?: string;
    read_on?: CalendarDate;
    audience_id?: string;
    campaign_id?: string;
  },
): Promise<void> {
  return change.insert("stance_reading", {
    id,
    campaign_id: "esa",
    audience_id: "minority",
    contact_id: null,
    read_on: "2026-11-01",
    evidence: "Said so.",
    outreach_event_id: null,
    author_account_id: "jana",
    ...given,
  });
}

/** A planned briefing with the minority on message 2, ten days after the meeting. */
export async function addPlan(
  change: Change,
  id: string,
  given: {
    day?: CalendarDate;
    schedule?: "tentative" | "cancelled";
    kind?: string;
    campaign_id?: string;
  } = {},
): Promise<void> {
  const day = given.day ?? "2026-11-20";
  await change.insert("outreach_event", {
    id,
    campaign_id: "esa",
    title: id,
    kind: "briefing",
    wall_start: `${day}T14:00`,
    wall_end: `${day}T14:45`,
    zone: "America/New_York",
    starts_at: `${day}T19:00:00.000Z`,
    ends_at: `${day}T19:45:00.000Z`,
    schedule: "tentative",
    result: "planned",
    ground_rule: "background",
    handling: "TLP:AMBER",
    planned_at: "2026-10-27T12:00:00.000Z",
    ...given,
    day,
  });
  await change.insert("outreach_event_audience", {
    id: `${id}-a`,
    outreach_event_id: id,
    audience_id: "minority",
  });
  await change.insert("outreach_event_message", {
    id: `${id}-m`,
    outreach_event_id: id,
    key_message_id: "m2",
    position: 1,
  });
}
