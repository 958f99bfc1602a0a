import { insertFirstDesks } from "#app/campaign/clearances/desks.server.ts";
import type { Role } from "#app/http/permission.ts";
import { foldText } from "#app/text/search-words.ts";
import type { NewRow } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { system, unsent } from "../author.ts";

/** Adds a campaign as a recorded change and gives its id. */
export async function addCampaign(
  database: Database,
  id = "esa",
  given: Partial<NewRow<"campaign">> = {},
): Promise<string> {
  await database.change(system, unsent, async (change) => {
    await change.insert("campaign", {
      id,
      name: `Campaign ${id}`,
      status: "in progress",
      starts_on: "2026-02-02",
      ends_on: "2027-06-30",
      ...given,
    });
    await insertFirstDesks(change, id);
    change.describe({
      recordKind: "campaign",
      recordId: id,
      action: "added",
      summary: "Added",
      location: "/",
    });
    return { ok: true };
  });
  return id;
}

/** Adds an account with its role in each campaign that it belongs to, and gives its id. */
export async function addAccount(
  database: Database,
  name: string,
  roles: Readonly<Record<string, Role>> = {},
): Promise<string> {
  const id = name.toLowerCase();
  await database.change(system, unsent, async (change) => {
    await change.insert("account", {
      id,
      name,
      sort_name: foldText(name),
      email: `${id}@demarche.example`,
      zone: "America/New_York",
      password_hash: null,
      closed_at: null,
    });
    for (const [campaignId, role] of Object.entries(roles)) {
      await change.insert("campaign_role", {
        id: `${id}-${campaignId}`,
        campaign_id: campaignId,
        account_id: id,
        role,
      });
    }
    change.describe({
      recordKind: "account",
      recordId: id,
      action: "added",
      summary: "Added",
      location: "/",
    });
    return { ok: true };
  });
  return id;
}
