import { readCongress } from "#app/campaign/contacts/congress/congress.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { NewRow } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { system, unsent } from "../author.ts";
import { addAccount, addCampaign } from "./campaign.ts";
import { congressFiles, smallCongress } from "./congress.ts";
import { takeCongress } from "./take-congress.ts";

/**
 * Two campaigns, esa and cyber; Jana is an officer of the first, Rea a reader of it, Petr an officer of both. The
 * small Congress has been imported.
 */
export async function addWhoIsWho(database: Database): Promise<void> {
  await addCampaign(database, "esa");
  await addCampaign(database, "cyber");
  await addAccount(database, "Jana", { esa: "officer" });
  await addAccount(database, "Rea", { esa: "reader" });
  await addAccount(database, "Petr", { esa: "officer", cyber: "officer" });
  const reading = readCongress(congressFiles(smallCongress()));
  if (!reading.ok) throw new Error(reading.fault);
  await takeCongress(database, system, reading.records, "2026-11-01");
}

/** Puts an audience into a campaign, under a short identifier. */
export async function addAudienceIn(
  database: Database,
  id: string,
  campaignId = "esa",
  given: Partial<NewRow<"campaign_audience">> = {},
): Promise<void> {
  await database.change(system, unsent, async (change) => {
    const found = await change.read
      .selectFrom("audience")
      .select("id")
      .where("id", "=", id)
      .executeTakeFirst();
    const name = { name: `Audience ${id}`, sort_name: `audience ${id}` };
    if (found === undefined) await change.insert("audience", { id, kind: "press", ...name });
    await change.insert("campaign_audience", {
      id: `${campaignId}-${id}`,
      campaign_id: campaignId,
      audience_id: id,
      priority: 2,
      influence: 3,
      interest: 3,
      ...given,
    });
    change.describe({
      recordKind: "audience",
      recordId: id,
      action: "added",
      summary: "Added",
      location: "/",
    });
    return { ok: true };
  });
}

/** A held event with an audience, of 45 minutes from 14:00 in Washington. */
export async function addHeldEvent(
  database: Database,
  {
    id,
    day,
    audience,
    campaignId = "esa",
  }: { id: string; day: CalendarDate; audience: string; campaignId?: string },
): Promise<void> {
  await database.change(system, unsent, async (change) => {
    await change.insert("outreach_event", {
      id,
      campaign_id: campaignId,
      title: `Briefing ${id}`,
      kind: "briefing",
      wall_start: `${day}T14:00`,
      wall_end: `${day}T14:45`,
      zone: "America/New_York",
      starts_at: `${day}T19:00:00.000Z`,
      ends_at: `${day}T19:45:00.000Z`,
      day,
      schedule: "confirmed",
      result: "held",
      ground_rule: "background",
      handling: "TLP:AMBER",
      planned_at: "2026-02-02T12:00:00.000Z",
    });
    await change.insert("outreach_event_audience", {
      id: `${id}-${audience}`,
      outreach_event_id: id,
      audience_id: audience,
    });
    change.describe({
      recordKind: "outreach event",
      recordId: id,
      action: "planned",
      summary: "Planned",
      location: "/",
    });
    return { ok: true };
  });
}
