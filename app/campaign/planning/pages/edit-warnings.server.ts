import { data } from "@remix-run/node";
import type { EventRecord } from "#app/campaign/outreach-events/outreach-event-record.server.ts";
import { takesPlace } from "#app/campaign/outreach-events/standing.ts";
import type { EventDetails } from "#app/campaign/outreach-events/store.server.ts";
import {
  expectedContacts,
  isSameTime,
  warningsOfDraft,
  warningsOfEvent,
} from "#app/campaign/outreach-events/warnings/event-warnings.server.ts";
import { type Warning, warningsAdded } from "#app/campaign/outreach-events/warnings/warnings.ts";
import { valuesOf } from "#app/http/form.server.ts";
import type { RefusedForm } from "#app/http/form-values.ts";
import type { CampaignArrival, Sent } from "#app/http/page.server.ts";
import { digestOf } from "../plan-preview.server.ts";
import { nameOfReach, type ReachOfEdit } from "../what-an-edit-changes.server.ts";

/**
 * An edit that comes back: with what is wrong, or once with what it does to other dates and what speaks against the event
 * since, where `digest` says that this was shown.
 */
export type SentEdit = RefusedForm & { asked?: Asked };

export type Asked = { reach: ReachOfEdit | null; added: Warning[]; digest: string };

/**
 * The edit as it comes back once, where it reaches other dates, or adds something that speaks against the event and gives no
 * reason of its own; null where it can be saved. What stood before the edit is not asked about again, nor anything of an
 * event that does not take place.
 */
export async function toConfirm(
  arrival: CampaignArrival & Sent,
  event: EventRecord,
  details: EventDetails,
  reach: ReachOfEdit | null,
) {
  const { form } = arrival;
  const added = await warningsSince(arrival, event, details);
  const digest = `${digestOf(added)}${nameOfReach(reach)}`;
  if ((added.length === 0 && reach === null) || form.get("seen") === digest) return null;
  const asked = { reach, added, digest };
  return data<SentEdit>({ values: valuesOf(form), errors: {}, stale: null, asked }, { status: 409 });
}

async function warningsSince(arrival: CampaignArrival, event: EventRecord, details: EventDetails) {
  const isReasoned = details.goingAheadReason !== "" && details.goingAheadReason !== event.goingAheadReason;
  if (isReasoned || !takesPlace(event)) return [];
  const plannedAt = isSameTime(event, details.time) ? event.plannedAt : null;
  const saved = { id: event.id, visitId: null, plannedAt };
  const [before, after] = await Promise.all([
    warningsOfEvent(arrival, event),
    warningsOfDraft(arrival, details, expectedContacts(event), saved),
  ]);
  return warningsAdded(before, after);
}
