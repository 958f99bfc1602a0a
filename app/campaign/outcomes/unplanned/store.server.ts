import { isOfferedIn } from "#app/campaign/campaigns/contacts-seen.server.ts";
import type { HomeCountry } from "#app/campaign/follow-ups/due-date.ts";
import { type EventDetails, enterEvent } from "#app/campaign/outreach-events/store.server.ts";
import type { Change } from "#db/change.server.ts";
import type { Queries } from "#db/schema.ts";
import type { LogRefusal } from "../log-outcome.ts";
import { describeLogged, type OutcomeDraft, writeOutcome } from "../store.server.ts";

type Refused =
  | { ok: false; reason: "not-of-this-campaign"; field: string }
  | { ok: false; reason: LogRefusal | "not-found" };

/** Logs what was in no calendar: the event and its log in one change, so that one Undo takes back both. */
export async function logUnplanned(
  change: Change,
  of: { campaignId: string; home: HomeCountry },
  details: EventDetails,
  contactIds: readonly string[],
  draft: OutcomeDraft,
  make: readonly string[],
): Promise<{ ok: true } | Refused> {
  const entered = await enterEvent(change, of.campaignId, details, contactIds);
  if (!entered.ok) return entered;
  const written = await writeOutcome(change, { ...of, eventId: entered.eventId }, draft, {
    audienceIds: [],
    make,
    contactIds,
  });
  if (!written.ok) return written;
  return describeLogged(change, of, draft, {
    id: written.outcomeId,
    logged: `Logged and added to the calendar: ${details.title}`,
  });
}

export type Met = { id: string; name: string; title: string };

const SUGGESTED = 8;
const LAST_MEETINGS = 60;

/** Whom the campaign met at its last meetings: those whom the account met before the others, eight at most. */
export function listMetLately(read: Queries, campaignId: string, accountId: string): Promise<Met[]> {
  return read
    .with("recent", (eb) =>
      eb
        .selectFrom("outreach_event")
        .select("id")
        .where("campaign_id", "=", campaignId)
        .where("result", "=", "held")
        .orderBy("starts_at", "desc")
        .orderBy("id")
        .limit(LAST_MEETINGS),
    )
    .selectFrom("recent")
    .innerJoin("contact_meeting as met", "met.outreach_event_id", "recent.id")
    .innerJoin("contact", "contact.id", "met.contact_id")
    .leftJoin("outreach_event_officer as mine", (on) =>
      on.onRef("mine.outreach_event_id", "=", "recent.id").on("mine.account_id", "=", accountId),
    )
    .select(["contact.id", "contact.name", "contact.title"])
    .where("contact.ended_on", "is", null)
    .where(isOfferedIn(campaignId))
    .groupBy("contact.id")
    .orderBy((eb) => eb(eb.fn.count("mine.id"), "=", 0))
    .orderBy((eb) => eb.fn.max("met.day"), "desc")
    .orderBy("contact.id")
    .limit(SUGGESTED)
    .execute();
}
