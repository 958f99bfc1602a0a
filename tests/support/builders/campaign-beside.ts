import { listDesks } from "#app/campaign/clearances/desks.server.ts";
import { keepFit } from "#app/campaign/effectiveness/fits/store.server.ts";
import { DEFAULT_PARAMETERS } from "#app/method/parameters.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Change } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { system } from "../author.ts";
import { addAccount, addCampaign } from "./campaign.ts";
import { addPerson, addReading, record } from "./outreach-campaign.ts";

const AT = "2026-11-11T12:00:00.000Z";
const campaign_id = "treaty";

/**
 * A second campaign beside that of `addOutreachCampaign`, "treaty", with its officers, both its audiences and both its
 * contacts. It has met the minority 51 times on 11 November and sees it again on the 20th; every record's id begins with
 * "t-". Known to it alone are an audience and a person of the minority, whom Jana cares for.
 */
export async function addCampaignBeside(database: Database): Promise<void> {
  await addCampaign(database, campaign_id);
  await addAccount(database, "Vera", { treaty: "embassy clearer" });
  await record(database, addPeople);
  await record(database, addLibrary);
  await record(database, addMeetings);
  await record(database, addPapers);
  const [desk] = await listDesks(database.read, campaign_id);
  await record(database, (change) => addRequest(change, desk?.id ?? ""));
  for (const office of ["Theirs", ""]) await moveClaire(database, office);
  await database.change(system, { submission: null, campaignId: campaign_id }, (change) =>
    keepFit(change, campaign_id, {
      outcome: "too few notes",
      at: AT,
      asOf: "2026-11-11",
      notes: 9,
      parameters: DEFAULT_PARAMETERS,
      objective: null,
      requestedBy: null,
      state: "1/9",
    }),
  );
}

/** A change made in the second campaign of a person whom both know: taken back, it stays in her history. */
async function moveClaire(database: Database, office: string): Promise<void> {
  await database.change(system, { submission: null, campaignId: campaign_id }, async (change) => {
    await change.update("contact", "claire", { office }, null);
    change.describe({
      ...{ recordKind: "contact", recordId: "claire", action: "edited", location: "/" },
      summary: "Theirs",
    });
    return { ok: true };
  });
}

async function addPeople(change: Change): Promise<void> {
  await change.insert("organisation", {
    id: "t-institute",
    kind: "think tank",
    name: "Institute",
    sort_name: "institute",
  });
  const elsewhere = { id: "t-elsewhere", kind: "think tank", name: "Elsewhere", sort_name: "elsewhere" };
  await change.insert("audience", { ...elsewhere, organisation_id: "t-institute" });
  await change.insert("audience", {
    id: "t-framed",
    kind: "think tank",
    name: "Framed for",
    sort_name: "framed for",
  });
  for (const audience_id of ["majority", "minority", "t-elsewhere"])
    await change.insert("campaign_audience", {
      ...{ id: `t-${audience_id}`, campaign_id, audience_id, priority: 3, influence: 1, interest: 1 },
    });
  await change.insert("campaign_contact", { id: "t-claire", campaign_id, contact_id: "claire" });
  await addPerson(change, "t-tess", {}, { isKnown: false });
  await change.update("contact", "t-tess", { owner_account_id: "jana" }, null);
  await change.insert("campaign_contact", { id: "t-tess", campaign_id, contact_id: "t-tess" });
  await change.insert("audience_contact", {
    ...{ id: "t-elsewhere-claire", audience_id: "t-elsewhere", contact_id: "claire" },
  });
  for (const account_id of ["jana", "petr"])
    await change.insert("campaign_role", { id: `t-${account_id}`, campaign_id, account_id, role: "officer" });
  await addReading(change, "t-reading", { stance: 1, campaign_id });
  await addReading(change, "t-reading-majority", { stance: 1, campaign_id, audience_id: "majority" });
}

async function addLibrary(change: Change): Promise<void> {
  for (const number of [2, 5]) {
    await change.insert("key_message", { id: `t-m${number}`, campaign_id, number });
    await change.insert("message_revision", {
      ...{ id: `t-m${number}-r1`, key_message_id: `t-m${number}`, number: 1, title: "Theirs" },
      ...{ statement: "Theirs.", talking_point: "Theirs.", avoid: "", text_hash: "hash", reason: "first" },
      ...{ made_by: "system", made_at: AT },
    });
  }
  await change.insert("framing", { id: "t-framing", key_message_id: "t-m2", audience_id: "t-framed" });
  const reply = { words_to_say: "", note_to_speaker: "" };
  await change.insert("objection", {
    ...{ id: "t-o7", campaign_id, code: "O7", name: "Theirs", says: "No.", ...reply },
  });
  await change.insert("proof_point", {
    ...{ id: "t-p1", campaign_id, code: "P1", claim: "Theirs.", as_of: "2026-01-01" },
    ...{ disclosure: "free to use" },
  });
  await change.insert("library_entry", {
    ...{ id: "t-entry", campaign_id, kind: "objection", code: "O7", canonical_text: "Theirs." },
  });
  await change.insert("message_hold", {
    ...{ id: "t-hold", campaign_id, key_message_id: "t-m5", reason: "News", placed_by: "jana" },
    ...{ placed_at: AT, lifted_by: null, lifted_at: null },
  });
  await change.insert("event_series", {
    ...{ id: "t-series", campaign_id, title: "Theirs", rule: "FREQ=WEEKLY;COUNT=2" },
    ...{ wall_start: "2026-11-20T14:00", wall_end: "2026-11-20T14:45", zone: "America/New_York" },
  });
}

async function addEvent(
  change: Change,
  id: string,
  day: CalendarDate,
  result: "held" | "planned",
): Promise<void> {
  await change.insert("outreach_event", {
    ...{ id, campaign_id, title: id, kind: "briefing", zone: "America/New_York", result },
    ...{ wall_start: `${day}T14:00`, wall_end: `${day}T14:45`, schedule: "confirmed", day },
    ...{ starts_at: `${day}T19:00:00.000Z`, ends_at: `${day}T19:45:00.000Z`, owner_account_id: "jana" },
    ...{ ground_rule: "background", handling: "TLP:AMBER", planned_at: "2026-10-27T12:00:00.000Z" },
  });
  await change.insert("outreach_event_audience", {
    ...{ id, outreach_event_id: id, audience_id: "minority" },
  });
  await change.insert("outreach_event_message", {
    ...{ id, outreach_event_id: id, key_message_id: "t-m2", position: 0 },
  });
}

async function addMeetings(change: Change): Promise<void> {
  for (let at = 0; at < 51; at += 1) await addEvent(change, `t-met-${at}`, "2026-11-11", "held");
  await addEvent(change, "t-soon", "2026-11-20", "planned");
  for (const contact_id of ["claire", "marcus"])
    await change.insert("outreach_event_participant", {
      ...{ id: `t-${contact_id}`, outreach_event_id: "t-met-0", contact_id },
      ...{ reply: "accepted", attendance: "attended" },
    });
  for (const officer_account_id of ["jana", "petr"])
    await change.insert("outcome", {
      ...{
        id: `t-noted-${officer_account_id}`,
        campaign_id,
        outreach_event_id: "t-met-0",
        officer_account_id,
      },
      ...{ ground_rule: "background", handling: "TLP:AMBER", logged_at: "2026-11-11T22:00:00.000Z" },
    });
  await change.insert("reception", {
    ...{ id: "t-taken", outcome_id: "t-noted-jana", key_message_id: "t-m2", audience_id: "minority" },
    ...{ contact_id: null, scope: "room", score: 2, wording: null, message_revision_id: null },
  });
  await change.insert("outcome_objection", {
    ...{ id: "t-raised", outcome_id: "t-noted-jana", objection_id: "t-o7", audience_id: "minority" },
    contact_id: null,
  });
  await change.insert("follow_up", {
    ...{ id: "t-promise", campaign_id, outreach_event_id: "t-met-0", outcome_id: null, text: "Theirs" },
    ...{ promised_by: "us", owner_account_id: "jana", contact_id: null, due_on: "2026-11-11" },
    ...{ done_at: null, done_by: null },
  });
  await change.insert("stopped_post", {
    ...{ id: "t-stopped", message_hold_id: "t-hold", outreach_event_id: "t-soon" },
    ...{ starts_at: "2026-11-20T19:00:00.000Z", settled_at: null },
  });
}

async function addPapers(change: Change): Promise<void> {
  await change.insert("talking_points", {
    ...{ id: "t-paper", campaign_id, outreach_event_id: "t-soon", title: "Theirs", handling: "TLP:AMBER" },
    ...{ stage: "sent for clearance", drafted_by: "jana", started_at: AT, changed_at: AT },
  });
  await change.insert("talking_points_block", {
    ...{ id: "t-block", talking_points_id: "t-paper", section: "points to make", position: 0 },
    ...{ text: "Theirs.", origin_kind: "key message", origin_id: "t-m2", origin_revision_id: "t-m2-r1" },
  });
}

function addRequest(change: Change, clearance_desk_id: string): Promise<void> {
  return change.insert("clearance_request", {
    ...{ id: "t-request", campaign_id, subject_kind: "talking points", subject_id: "t-paper" },
    ...{ text_hash: "hash", authority: "embassy", clearance_desk_id, asks: "clear", sending: 1 },
    ...{ sent_by: "jana", sent_at: AT, asked_at: AT, due_at: null },
  });
}
