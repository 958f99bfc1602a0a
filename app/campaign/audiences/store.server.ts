import { addressOf } from "#app/http/addresses.ts";
import { foldText } from "#app/text/search-words.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Change, Done, Gone, Stale } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import type { Queries } from "#db/schema.ts";
import type { AudienceKind } from "./audience-kind.ts";
import type { AudienceRefusal, Side } from "./audience-of-organisation.ts";
import type { AudienceStanding, AudienceText } from "./record.ts";

/** What an audience is in every campaign. */
export type SharedAudience = {
  name: string;
  kind: AudienceKind;
  organisationId: string | null;
  side: Side | null;
};

/** Which audience is meant, in which campaign. */
export type AudienceTarget = { campaignId: string; audienceId: string };

type Refused = { ok: false; reason: AudienceRefusal };

/** The page of an audience in a campaign. */
export function audienceLocation({ campaignId, audienceId }: AudienceTarget): string {
  return addressOf.audience(campaignId, audienceId);
}

/**
 * Takes an audience up in a campaign. One that was made of the same side of the same organisation in another
 * campaign is the same audience; the campaigns share it. It comes after those that the campaign has.
 */
export async function addAudience(
  change: Change,
  campaignId: string,
  shared: SharedAudience,
  standing: AudienceStanding,
): Promise<Done | Refused> {
  const taken = await takeUpAudience(change, campaignId, shared, standing);
  if (taken.isNew) describe(change, { campaignId, audienceId: taken.id }, "added", `Added: ${shared.name}`);
  return taken.isNew ? { ok: true } : { ok: false, reason: "audience-already-here" };
}

/**
 * Takes an audience up inside a change that says itself what it is: the one of `knownId`, one made of the same side of the
 * same organisation, or a new one. One that the campaign has already stays as it is.
 */
export async function takeUpAudience(
  change: Change,
  campaignId: string,
  shared: SharedAudience,
  standing: AudienceStanding,
  knownId: string | null = null,
): Promise<{ id: string; isNew: boolean }> {
  const known = knownId ?? (await findAudienceOf(change.read, shared));
  const audienceId = known ?? newId();
  if (known === null) await insertAudience(change, audienceId, shared);
  if ((await findRow(change.read, { campaignId, audienceId })) !== null)
    return { id: audienceId, isNew: false };
  const row = { id: newId(), campaign_id: campaignId, audience_id: audienceId, ...columnsOf(standing) };
  const position = await countAudiences(change.read, campaignId);
  await change.insert("campaign_audience", { ...row, position });
  return { id: audienceId, isNew: true };
}

/** Saves an audience as it was edited; the version is that of both its rows together. */
export async function editAudience(
  change: Change,
  target: AudienceTarget,
  audience: AudienceText,
  version: number,
): Promise<Done | Gone | Stale> {
  const row = await findRow(change.read, target);
  if (row === null) return { ok: false, reason: "not-found" };
  if (row.version !== version) return { ok: false, reason: "changed-by-somebody-else" };
  const { name, kind } = audience;
  await change.update("audience", target.audienceId, { name, sort_name: foldText(name), kind }, null);
  await change.update("campaign_audience", row.id, columnsOf(audience), null);
  return describe(change, target, "edited", `Saved: ${name}`);
}

/** Ends an audience in a campaign on a day, or takes the end back with null; it stays in every list and report. */
export async function endAudience(
  change: Change,
  target: AudienceTarget,
  endedOn: CalendarDate | null,
  version: number,
): Promise<Done | Gone | Stale> {
  const row = await findRow(change.read, target);
  if (row === null) return { ok: false, reason: "not-found" };
  if (row.version !== version) return { ok: false, reason: "changed-by-somebody-else" };
  await change.update("campaign_audience", row.id, { ended_on: endedOn }, null);
  const isEnd = endedOn !== null;
  const summary = `${isEnd ? "Ended" : "Reinstated"}: ${row.name}`;
  return describe(change, target, isEnd ? "ended" : "taken up again", summary);
}

/** Whether an audience belongs to a campaign. */
export async function isAudienceOf(read: Queries, target: AudienceTarget): Promise<boolean> {
  return (await findRow(read, target)) !== null;
}

async function findRow(read: Queries, { campaignId, audienceId }: AudienceTarget) {
  const row = await read
    .selectFrom("campaign_audience")
    .innerJoin("audience", "audience.id", "campaign_audience.audience_id")
    .select(["campaign_audience.id", "campaign_audience.version", "audience.name"])
    .select("audience.version as shared_version")
    .where("campaign_audience.campaign_id", "=", campaignId)
    .where("campaign_audience.audience_id", "=", audienceId)
    .executeTakeFirst();
  return row === undefined ? null : { id: row.id, name: row.name, version: row.version + row.shared_version };
}

async function countAudiences(read: Queries, campaignId: string): Promise<number> {
  const { count } = await read
    .selectFrom("campaign_audience")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("campaign_id", "=", campaignId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

async function findAudienceOf(read: Queries, shared: SharedAudience): Promise<string | null> {
  if (shared.organisationId === null) return null;
  const row = await read
    .selectFrom("audience")
    .select("id")
    .where("organisation_id", "=", shared.organisationId)
    .where("side", "is", shared.side)
    .executeTakeFirst();
  return row?.id ?? null;
}

async function insertAudience(change: Change, id: string, shared: SharedAudience): Promise<void> {
  const { name, kind, organisationId, side } = shared;
  const named = { name, sort_name: foldText(name) };
  await change.insert("audience", { id, ...named, kind, organisation_id: organisationId, side });
}

function columnsOf({ priority, influence, interest, desiredStance, goal, owner }: AudienceStanding) {
  return {
    priority,
    influence,
    interest,
    desired_stance: desiredStance,
    goal,
    owner_account_id: owner,
  };
}

function describe(change: Change, target: AudienceTarget, action: string, summary: string): Done {
  const location = audienceLocation(target);
  return change.describe({ recordKind: "audience", recordId: target.audienceId, action, summary, location });
}
