import type { NewRow } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { system, unsent } from "../author.ts";
import { addAccount, addCampaign } from "./campaign.ts";

/** A meeting of Jana's and Petr's with both staffs, on Tuesday 10 November 2026 from 14:00 to 14:45 in Washington. */
export type Meeting = { database: Database; campaignId: string; eventId: string };

/** Ids are the short names: audiences majority and minority, contacts claire and marcus, messages m2 and m3. */
export async function addMeeting(
  database: Database,
  given: Partial<NewRow<"outreach_event">> = {},
): Promise<Meeting> {
  const campaignId = await addCampaign(database);
  await addAccount(database, "Jana", { esa: "officer" });
  await addAccount(database, "Petr", { esa: "officer" });
  await database.change(system, unsent, async (change) => {
    for (const [id, contact] of [
      ["majority", "claire"],
      ["minority", "marcus"],
    ] as const) {
      const name = { name: `Committee, ${id}`, sort_name: `committee, ${id}` };
      await change.insert("audience", { id, kind: "congressional committee", ...name });
      await change.insert("contact", {
        id: contact,
        name: contact,
        sort_name: contact,
        purpose: "mapping",
        source: "card",
      });
      await change.insert("campaign_contact", {
        id: `esa-${contact}`,
        campaign_id: campaignId,
        contact_id: contact,
      });
      await change.insert("audience_contact", {
        id: `${id}-${contact}`,
        audience_id: id,
        contact_id: contact,
      });
    }
    for (const number of [2, 3]) {
      await change.insert("key_message", { id: `m${number}`, campaign_id: campaignId, number });
      await change.insert("message_revision", revision(number));
    }
    for (const code of ["O1", "O9"]) await change.insert("objection", objection(campaignId, code));
    await change.insert("outreach_event", { ...event(campaignId), ...given });
    for (const audience of ["majority", "minority"])
      await change.insert("outreach_event_audience", link(audience, { audience_id: audience }));
    for (const contact of ["claire", "marcus"])
      await change.insert(
        "outreach_event_participant",
        link(contact, { contact_id: contact, reply: "accepted", attendance: "not recorded" }),
      );
    for (const number of [2, 3])
      await change.insert(
        "outreach_event_message",
        link(`m${number}`, { key_message_id: `m${number}`, position: number }),
      );
    for (const account of ["jana", "petr"])
      await change.insert("outreach_event_officer", link(account, { account_id: account }));
    change.describe({
      recordKind: "outreach event",
      recordId: "meeting",
      action: "planned",
      summary: "Planned",
      location: "/",
    });
    return { ok: true };
  });
  return { database, campaignId, eventId: "meeting" };
}

function link<Columns extends object>(to: string, columns: Columns) {
  return { id: `meeting-${to}`, outreach_event_id: "meeting", ...columns };
}

function revision(number: number): NewRow<"message_revision"> {
  return {
    id: `m${number}-r1`,
    key_message_id: `m${number}`,
    number: 1,
    title: `Message ${number}`,
    statement: "A statement.",
    talking_point: "A point.",
    avoid: "",
    text_hash: "hash",
    reason: "first",
    made_by: "system",
    made_at: "2026-02-02T12:00:00.000Z",
  };
}

function objection(campaignId: string, code: string): NewRow<"objection"> {
  return {
    id: code.toLowerCase(),
    campaign_id: campaignId,
    code,
    name: code,
    says: "No.",
    words_to_say: "But.",
    note_to_speaker: "",
  };
}

function event(campaignId: string): NewRow<"outreach_event"> {
  return {
    id: "meeting",
    campaign_id: campaignId,
    title: "Staff briefing",
    kind: "briefing",
    wall_start: "2026-11-10T14:00",
    wall_end: "2026-11-10T14:45",
    zone: "America/New_York",
    starts_at: "2026-11-10T19:00:00.000Z",
    ends_at: "2026-11-10T19:45:00.000Z",
    day: "2026-11-10",
    schedule: "confirmed",
    result: "planned",
    ground_rule: "background",
    handling: "TLP:AMBER",
    planned_at: "2026-10-27T12:00:00.000Z",
  };
}

/** Puts both audiences of the meeting into its campaign, each of priority 1. */
export async function addressBothAudiences(database: Database): Promise<void> {
  await database.change(system, unsent, async (change) => {
    for (const id of ["majority", "minority"]) {
      const audience = { id: `esa-${id}`, campaign_id: "esa", audience_id: id };
      await change.insert("campaign_audience", { ...audience, priority: 1, influence: 3, interest: 3 });
    }
    const what = { action: "added", summary: "Addressed", location: "/" };
    change.describe({ recordKind: "campaign", recordId: "esa", ...what });
    return { ok: true };
  });
}
