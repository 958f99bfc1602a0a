import { addressOf } from "#app/http/addresses.ts";
import { clearingSide, ROLES, type Role } from "#app/http/permission.ts";
import type { Change, Done, Gone, Patch, Updated } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import { type KeptRow, keptQuery, type Place, together } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import type { Authority } from "./clearance-status.ts";
import type { Desk, DeskPerson, DeskRefusal } from "./desk.ts";
import { refuseDesksAsLeft } from "./desk-standing.server.ts";
import { barredFrom } from "./own-draft.ts";
import type { WrittenDesk } from "./record.ts";
import { AT_WASHINGTON, DESK_PLACES } from "./written-desk.ts";

/** A desk as it is kept; `isRetired` desks are asked no more. */
export type StoredDesk = Desk & { campaignId: string; isRetired: boolean; version: number };

/** The desks of a campaign that may be asked, in their order. */
export async function listDesks(read: Queries, campaignId: string): Promise<StoredDesk[]> {
  return (await listDesksEver(read, campaignId)).filter((desk) => !desk.isRetired);
}

/** The desks of a campaign in their order, those that are asked no more included. */
export async function listDesksEver(read: Queries, campaignId: string): Promise<StoredDesk[]> {
  const { rows, clearers } = await readDesks(read, campaignId);
  return rows.map((row) => deskOf(row, clearers));
}

/**
 * The desks of a campaign as they stand to what was asked of them: who may answer is decided by the side of the request,
 * whatever the desk has become since.
 */
export async function findDesksAsAsked(
  read: Queries,
  campaignId: string,
): Promise<(deskId: string, side: Authority) => StoredDesk | null> {
  const { rows, clearers } = await readDesks(read, campaignId);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return (deskId, side) => {
    const row = byId.get(deskId);
    return row === undefined ? null : deskOf({ ...row, side }, clearers);
  };
}

async function readDesks(read: Queries, campaignId: string) {
  const { desksOf: rows, clearersOf: clearers } = await desksAndClearers(read, { campaign: campaignId });
  return { rows, clearers };
}

/** Who clears for the embassy in a campaign, by name: open accounts with the role. */
export async function listEmbassyClearers(read: Queries, campaignId: string): Promise<DeskPerson[]> {
  const clearers = await clearersOf(read, { campaign: campaignId });
  return clearers.filter(({ role }) => clearingSide(role) === "embassy").map(personOf);
}

/** Whether some clearer of a campaign, of either side, may clear a text that these accounts wrote. */
export async function isClearableBySomeone(
  read: Queries,
  campaignId: string,
  writers: readonly string[],
): Promise<boolean> {
  const rule = read
    .selectFrom("campaign")
    .select("own_draft_may_be_cleared as may")
    .where("id", "=", campaignId);
  const ownDraftMayBeCleared = (await rule.executeTakeFirst())?.may === 1;
  const barred = barredFrom({ writers, ownDraftMayBeCleared });
  return (await clearersOf(read, { campaign: campaignId })).some(({ id }) => !barred.includes(id));
}

const desksOf = keptQuery((read, place: Place<"campaign">) =>
  read
    .selectFrom("clearance_desk as desk")
    .leftJoin("account as holder", "holder.id", "desk.holder_account_id")
    .leftJoin("account as deputy", "deputy.id", "desk.deputy_account_id")
    .select(["desk.id", "desk.campaign_id", "desk.name", "desk.side", "desk.holder_account_id"])
    .select(["desk.deputy_account_id", "desk.away_from", "desk.away_until", "desk.country", "desk.zone"])
    .select(["desk.asked_by_default", "desk.is_asked_for_holding_lines", "desk.retired_at", "desk.version"])
    .select(["holder.name as holder_name", "deputy.name as deputy_name"])
    .where("desk.campaign_id", "=", place("campaign"))
    .orderBy("desk.position")
    .orderBy("desk.id"),
);

const clearersOf = keptQuery((read, place: Place<"campaign">) =>
  read
    .selectFrom("campaign_role")
    .innerJoin("account", "account.id", "campaign_role.account_id")
    .select(["account.id", "account.name", "campaign_role.role"])
    .where("campaign_role.campaign_id", "=", place("campaign"))
    .where(
      "campaign_role.role",
      "in",
      ROLES.filter((role) => clearingSide(role) !== null),
    )
    .where("account.closed_at", "is", null)
    .orderBy("account.sort_name")
    .orderBy("account.id"),
);

const desksAndClearers = together({ desksOf, clearersOf });

type Clearer = { id: string; name: string; role: Role };
type DeskRow = KeptRow<typeof desksOf>;

function deskOf(row: DeskRow, clearers: readonly Clearer[]): StoredDesk {
  const clearersOfSide = clearers.filter(({ role }) => clearingSide(role) === row.side).map(personOf);
  const person = (id: string | null, name: string | null): DeskPerson | null =>
    id === null || name === null
      ? null
      : { accountId: id, name, mayClear: clearersOfSide.some((one) => one.accountId === id) };
  return {
    id: row.id,
    campaignId: row.campaign_id,
    name: row.name,
    side: row.side,
    holder: person(row.holder_account_id, row.holder_name),
    deputy: person(row.deputy_account_id, row.deputy_name),
    awayFrom: row.away_from,
    awayUntil: row.away_until,
    country: row.country,
    zone: row.zone,
    asks: row.asked_by_default,
    isAskedForHoldingLines: row.is_asked_for_holding_lines === 1,
    clearersOfSide,
    isRetired: row.retired_at !== null,
    version: row.version,
  };
}

function personOf({ id, name }: Clearer): DeskPerson {
  return { accountId: id, name, mayClear: true };
}

/** The two desks that every campaign starts with; whoever has the side's role answers for them. */
export async function insertFirstDesks(change: Change, campaignId: string): Promise<void> {
  const home = await change.read
    .selectFrom("installation")
    .select(["home_country", "home_zone"])
    .executeTakeFirstOrThrow();
  const { country, zone } = AT_WASHINGTON;
  const embassy = { name: "Embassy", side: "embassy", country, zone } as const;
  const ministry = { name: "Ministry desk", side: "ministry" } as const;
  const clear = { asked_by_default: "clear" } as const;
  await change.insert("clearance_desk", { ...NOBODY, ...embassy, ...clear, ...place(campaignId, 0) });
  await change.insert("clearance_desk", {
    ...NOBODY,
    ...ministry,
    ...clear,
    ...place(campaignId, 1),
    country: home.home_country,
    zone: home.home_zone,
  });
}

const NOBODY = {
  holder_account_id: null,
  deputy_account_id: null,
  away_from: null,
  away_until: null,
  retired_at: null,
} as const;

function place(campaignId: string, position: number) {
  return { id: newId(), campaign_id: campaignId, position };
}

/** Adds a desk after the others. */
export async function addDesk(change: Change, campaignId: string, desk: WrittenDesk): Promise<{ ok: true }> {
  const others = await listDesksEver(change.read, campaignId);
  const at = place(campaignId, others.length);
  await change.insert("clearance_desk", { ...at, ...columnsOf(desk), retired_at: null });
  return describe(change, campaignId, {
    id: at.id,
    action: "added",
    summary: `Added the desk “${desk.name}”`,
  });
}

type Target = { campaignId: string; deskId: string; version: number };
type Needed = { ok: false; reason: "desk-is-needed"; refusal: DeskRefusal };

/** Saves what a person wrote of a desk. Refused where a text that it is asked about, or its side, would lose it. */
export async function changeDesk(
  change: Change,
  { campaignId, deskId, version }: Target,
  written: WrittenDesk,
): Promise<Updated | Gone | Needed> {
  const desk = (await listDesksEver(change.read, campaignId)).find((one) => one.id === deskId);
  if (desk === undefined) return { ok: false, reason: "not-found" };
  const summary = `Saved the desk “${written.name}”`;
  describe(change, campaignId, { id: deskId, action: "changed", summary });
  return updateDesk(change, { campaignId, deskId, version }, columnsOf(written));
}

function columnsOf({ place: city, holder, deputy, awayFrom, awayUntil, asks, ...desk }: WrittenDesk) {
  const { country, zone } = DESK_PLACES.find((one) => one.city === city) ?? AT_WASHINGTON;
  return {
    name: desk.name,
    side: desk.side,
    country,
    zone,
    holder_account_id: holder,
    deputy_account_id: deputy,
    away_from: awayFrom,
    away_until: awayUntil,
    asked_by_default: asks,
    is_asked_for_holding_lines: desk.isAskedForHoldingLines ? 1 : 0,
  } as const;
}

async function updateDesk(
  change: Change,
  { campaignId, deskId, version }: Target,
  patch: Patch<"clearance_desk">,
): Promise<Updated | Needed> {
  const updated = await change.update("clearance_desk", deskId, patch, version);
  if (!updated.ok) return updated;
  const refusal = await refuseDesksAsLeft(change.read, campaignId, [deskId]);
  return refusal === null ? updated : { ok: false, reason: "desk-is-needed", refusal };
}

/** Asks a desk no more, or again; what it has answered stays, and what it was asked it may still answer. */
export async function retireDesk(
  change: Change,
  { campaignId, deskId, version }: Target,
  isRetired: boolean,
): Promise<Updated | Gone | Needed> {
  const desk = (await listDesksEver(change.read, campaignId)).find((one) => one.id === deskId);
  if (desk === undefined) return { ok: false, reason: "not-found" };
  const summary = isRetired
    ? `“${desk.name}” is no longer asked for clearance`
    : `“${desk.name}” will again be asked for clearance`;
  describe(change, campaignId, { id: deskId, action: isRetired ? "retired" : "taken back", summary });
  const retired_at = isRetired ? change.author.now.toISOString() : null;
  return updateDesk(change, { campaignId, deskId, version }, { retired_at });
}

function describe(
  change: Change,
  campaignId: string,
  { id, action, summary }: { id: string; action: string; summary: string },
): Done {
  const location = addressOf.desks(campaignId);
  return change.describe({ recordKind: "clearance desk", recordId: id, action, summary, location });
}
