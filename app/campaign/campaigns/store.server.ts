import { insertFirstDesks } from "#app/campaign/clearances/desks.server.ts";
import { type Campaign, campaignOf } from "#app/http/campaigns-of-account.server.ts";
import type { Change, Done, Patch, Updated } from "#db/change.server.ts";
import type { Queries } from "#db/schema.ts";
import { type CampaignRefusal, checkCampaignDates } from "./campaign-dates.ts";
import type { CampaignTerms, RuledCampaign } from "./record.ts";

type Refused = { ok: false; reason: CampaignRefusal };

/** A campaign whoever asks: for the command line and for administrators. */
export async function findCampaign(read: Queries, id: string): Promise<Campaign | null> {
  const row = await read.selectFrom("campaign").selectAll().where("id", "=", id).executeTakeFirst();
  return row ? campaignOf(row) : null;
}

/** The campaign that is called so, or has this id; the first of all where nothing is said. */
export async function findCampaignByName(read: Queries, nameOrId: string | null): Promise<Campaign | null> {
  const all = read.selectFrom("campaign").selectAll().orderBy("position").orderBy("id").limit(1);
  const wanted =
    nameOrId === null ? all : all.where((eb) => eb.or([eb("name", "=", nameOrId), eb("id", "=", nameOrId)]));
  const row = await wanted.executeTakeFirst();
  return row ? campaignOf(row) : null;
}

/** Every campaign in its order, whoever asks: for administrators. */
export async function listCampaigns(read: Queries): Promise<Campaign[]> {
  const rows = await read
    .selectFrom("campaign")
    .selectAll()
    .orderBy("position")
    .orderBy("name")
    .orderBy("id")
    .execute();
  return rows.map(campaignOf);
}

export type NewCampaign = Pick<Campaign, "name" | "startsOn" | "endsOn" | "status">;

/** Puts a campaign in after the others, and answers with its id, which stands in its addresses for good. */
export async function insertCampaign(change: Change, campaign: NewCampaign): Promise<string> {
  const others = await change.read.selectFrom("campaign").select("id").execute();
  const id = freeSlug(
    campaign.name,
    others.map((other) => other.id),
  );
  await change.insert("campaign", {
    id,
    name: campaign.name,
    status: campaign.status,
    starts_on: campaign.startsOn,
    ends_on: campaign.endsOn,
    position: others.length,
  });
  await insertFirstDesks(change, id);
  return id;
}

/** Adds a campaign as an administrator wrote it. */
export async function addCampaign(change: Change, written: RuledCampaign): Promise<{ ok: true } | Refused> {
  const checked = checkCampaignDates(written);
  if (!checked.ok) return checked;
  const id = await insertCampaign(change, written);
  await change.update("campaign", id, columnsOf(written), null);
  return describe(change, id, "added", `Added the campaign ${written.name}`, "/admin/campaigns");
}

/** Saves what was written of a campaign, its rules only where they were. */
export async function changeCampaign(
  change: Change,
  { id, location }: { id: string; location: string },
  written: CampaignTerms | RuledCampaign,
  version: number,
): Promise<Updated | Refused> {
  const checked = checkCampaignDates(written);
  if (!checked.ok) return checked;
  describe(change, id, "changed", `Saved the campaign ${written.name}`, location);
  return change.update("campaign", id, columnsOf(written), version);
}

/** Takes the list of first steps off the overview, or puts it back. */
export function hideFirstSteps(
  change: Change,
  campaignId: string,
  isHidden: boolean,
  location: string,
): Promise<Updated> {
  const summary = isHidden ? "First steps hidden" : "First steps shown again";
  describe(change, campaignId, "changed", summary, location);
  return change.update("campaign", campaignId, { hides_first_steps: isHidden ? 1 : 0 }, null);
}

function describe(change: Change, id: string, action: string, summary: string, location: string): Done {
  return change.describe({ recordKind: "campaign", recordId: id, action, summary, location });
}

function columnsOf(written: CampaignTerms | RuledCampaign): Patch<"campaign"> {
  const { name, sentence, status, startsOn, endsOn, handling, paperSize, clashDays, travelMinutes } = written;
  const days = { starts_on: startsOn, ends_on: endsOn };
  const clashes = { clash_days: clashDays, travel_minutes: travelMinutes };
  const about = { name, sentence, status, handling, paper_size: paperSize, ...days, ...clashes };
  if (!("headOfMission" in written)) return about;
  return {
    ...about,
    is_person_stance_allowed: written.isPersonStanceAllowed ? 1 : 0,
    embassy_clears_alone: written.embassyClearsAlone ? 1 : 0,
    own_draft_may_be_cleared: written.ownDraftMayBeCleared ? 1 : 0,
    silence_is_agreement: written.silenceIsAgreement ? 1 : 0,
    cables_are_cleared: written.cablesAreCleared ? 1 : 0,
    head_of_mission_account_id: written.headOfMission,
  };
}

const LONGEST = 40;

/**
 * The name of a campaign as it stands in its address, and for good: lower-case letters a to z, digits and
 * hyphens, 40 characters at most, cut between words; "campaign" where the name has none of these.
 */
export function campaignSlug(name: string): string {
  const words =
    name
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? word.slice(0, LONGEST) : `${slug}-${word}`;
    if (longer.length > LONGEST) break;
    slug = longer;
  }
  return slug === "" ? "campaign" : slug;
}

/** The slug, or where it is taken the first of `slug-2`, `slug-3`, … that is not. */
export function freeSlug(name: string, taken: readonly string[]): string {
  const slug = campaignSlug(name);
  if (!taken.includes(slug)) return slug;
  let number = 2;
  while (taken.includes(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
}
