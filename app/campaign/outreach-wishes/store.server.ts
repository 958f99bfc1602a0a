import { sql } from "kysely";
import type { EventMessage, Named } from "#app/campaign/campaigns/choices.server.ts";
import { type EventKind, isEventKind } from "#app/campaign/outreach-events/kind.ts";
import { linkOutsideCampaign } from "#app/campaign/outreach-events/links.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Change, Done, Gone, Updated } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import type { WishDetails } from "./record.ts";
import { dropWish, placeWish, reopenWish, type WishRefusal, type WishState } from "./wish.ts";

/** An event that is wanted and has no date: listed in the calendar under "Unscheduled". */
export type Wish = {
  id: string;
  version: number;
  title: string;
  kind: EventKind;
  minutes: number | null;
  bestBy: CalendarDate | null;
  note: string;
  owner: Named | null;
  audiences: Named[];
  messages: EventMessage[];
};

/** A wish with what became of it. */
export type WishRecord = Wish & {
  state: WishState;
  droppedReason: string;
  placedIn: { id: string; title: string } | null;
};

/** Which wish is meant, and where the browser goes after the change. */
export type WishTarget = { campaignId: string; wishId: string; location: string };

type Stranger = { ok: false; reason: "not-of-this-campaign"; field: string };
type AgainstARule = { ok: false; reason: WishRefusal };

/** What waits to be placed, the most pressing first: all of it, since whoever looks narrows it. */
export async function listWishes(read: Queries, campaignId: string): Promise<Wish[]> {
  return (await openWishes(read, { campaign: campaignId })).map(wishFrom);
}

const audiencesOf = sql<string>`(select json_group_array(json_object('id', audience.id, 'name', audience.name) order by audience.sort_name)
  from outreach_wish_audience link join audience on audience.id = link.audience_id where link.outreach_wish_id = wish.id)`;
const messagesOf = sql<string>`(select json_group_array(json_object('id', message.id, 'number', message.number, 'title',
    (select title from message_revision where key_message_id = message.id order by number desc limit 1)) order by message.number)
  from outreach_wish_message link join key_message message on message.id = link.key_message_id where link.outreach_wish_id = wish.id)`;

function wishes(read: Queries) {
  return read
    .selectFrom("outreach_wish as wish")
    .leftJoin("account as owner", "owner.id", "wish.owner_account_id")
    .select(["wish.id", "wish.version", "wish.title", "wish.kind", "wish.minutes", "wish.best_by"])
    .select(["wish.note", "wish.owner_account_id", "owner.name as owner_name"])
    .select([audiencesOf.as("audiences"), messagesOf.as("messages")]);
}

const openWishes = keptQuery((read, place: Place<"campaign">) =>
  wishes(read)
    .where("wish.campaign_id", "=", place("campaign"))
    .where("wish.placed_event_id", "is", null)
    .where("wish.dropped_at", "is", null)
    .orderBy(sql`wish.best_by is null`)
    .orderBy("wish.best_by")
    .orderBy("wish.wished_at")
    .orderBy("wish.id"),
);

type WishRow = Awaited<ReturnType<typeof openWishes>>[number];

function wishFrom(row: WishRow): Wish {
  const { id, version, title, minutes, note, owner_account_id, owner_name } = row;
  return {
    id,
    version,
    title,
    minutes,
    note,
    kind: isEventKind(row.kind) ? row.kind : "internal",
    bestBy: row.best_by,
    owner:
      owner_account_id === null || owner_name === null ? null : { id: owner_account_id, name: owner_name },
    audiences: JSON.parse(row.audiences),
    messages: JSON.parse(row.messages),
  };
}

/** A wish of this campaign, whatever became of it; null where there is none. */
export async function findWish(
  read: Queries,
  campaignId: string,
  wishId: string,
): Promise<WishRecord | null> {
  const row = await wishes(read)
    .leftJoin("outreach_event as event", "event.id", "wish.placed_event_id")
    .select(["wish.dropped_at", "wish.dropped_reason", "event.id as event_id", "event.title as event_title"])
    .select(["event.schedule", "event.result"])
    .where("wish.id", "=", wishId)
    .where("wish.campaign_id", "=", campaignId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { event_id, event_title } = row;
  const placedIn = event_id === null || event_title === null ? null : { id: event_id, title: event_title };
  const placed = row.schedule === "cancelled" || row.result === "not held" ? "fell through" : "placed";
  const state = placedIn !== null ? placed : row.dropped_at !== null ? "dropped" : "to place";
  return { ...wishFrom(row), state, droppedReason: row.dropped_reason, placedIn };
}

/** Keeps an event that has no date yet among those to place. */
export async function addWish(
  change: Change,
  campaignId: string,
  details: WishDetails,
): Promise<Done | Stranger> {
  const field = await strangerIn(change, campaignId, details);
  if (field !== null) return { ok: false, reason: "not-of-this-campaign", field };
  const id = newId();
  await change.insert("outreach_wish", {
    id,
    campaign_id: campaignId,
    ...columnsOf(details),
    wished_at: change.author.now.toISOString(),
    placed_event_id: null,
    dropped_at: null,
  });
  await insertWishLinks(change, id, details);
  const target = { campaignId, wishId: id, location: addressOf.wish(campaignId, id) };
  return describe(change, target, "added", `Added as unscheduled: ${details.title}`);
}

/** Saves a wish as it was edited; refused where the page that asked is stale. */
export async function editWish(
  change: Change,
  target: WishTarget,
  details: WishDetails,
  version: number,
): Promise<Done | Gone | Stranger | Updated> {
  const { campaignId, wishId } = target;
  const before = await findWish(change.read, campaignId, wishId);
  if (before === null) return { ok: false, reason: "not-found" };
  const present = before.owner === null ? [] : [before.owner.id];
  const field = await strangerIn(change, campaignId, details, present);
  if (field !== null) return { ok: false, reason: "not-of-this-campaign", field };
  const renewed = await change.renew("outreach_wish", wishId, columnsOf(details), version);
  if (!renewed.ok) return renewed;
  await removeWishLinks(change, wishId);
  await insertWishLinks(change, wishId, details);
  return describe(change, target, "edited", `Saved: ${details.title}`);
}

/** Drops a wish, and keeps why. */
export async function abandonWish(
  change: Change,
  target: WishTarget,
  reason: string,
): Promise<Done | Gone | AgainstARule> {
  const wish = await findWish(change.read, target.campaignId, target.wishId);
  if (wish === null) return { ok: false, reason: "not-found" };
  const allowed = dropWish(wish.state, reason);
  if (!allowed.ok) return allowed;
  const patch = { dropped_at: change.author.now.toISOString(), dropped_reason: reason.trim() };
  await change.update("outreach_wish", wish.id, patch, null);
  return describe(change, target, "dropped", `Discarded: ${wish.title}`);
}

/** Puts a wish back among those to place: it was dropped, or the event that it was placed in fell through. */
export async function takeUpWish(change: Change, target: WishTarget): Promise<Done | Gone | AgainstARule> {
  const wish = await findWish(change.read, target.campaignId, target.wishId);
  if (wish === null) return { ok: false, reason: "not-found" };
  const allowed = reopenWish(wish.state);
  if (!allowed.ok) return allowed;
  const patch = { dropped_at: null, dropped_reason: "", placed_event_id: null };
  await change.update("outreach_wish", wish.id, patch, null);
  return describe(change, target, "put back", `Reinstated as unscheduled: ${wish.title}`);
}

/** Ties a wish to the event in which it was placed, inside the change that plans the event: Undo takes back both. */
export async function placeWishIn(
  change: Change,
  campaignId: string,
  wishId: string,
  eventId: string,
): Promise<Done | Gone | AgainstARule> {
  const wish = await findWish(change.read, campaignId, wishId);
  if (wish === null) return { ok: false, reason: "not-found" };
  const allowed = placeWish(wish.state);
  if (!allowed.ok) return allowed;
  await change.update("outreach_wish", wish.id, { placed_event_id: eventId }, null);
  return { ok: true };
}

function strangerIn(
  change: Change,
  campaignId: string,
  details: WishDetails,
  present: readonly string[] = [],
): Promise<string | null> {
  const { owner, audiences, messages } = details;
  const about = { ownerAccountId: owner, audienceIds: audiences, messageIds: messages };
  const wanted = { ...about, objectiveId: null, officerIds: [] };
  return linkOutsideCampaign(change.read, campaignId, wanted, [], present).then((field) =>
    field === "officers" ? "owner" : field,
  );
}

function columnsOf({ title, kind, length, bestBy, note, owner }: WishDetails) {
  return { title, kind, minutes: length, best_by: bestBy, note, owner_account_id: owner };
}

async function insertWishLinks(
  change: Change,
  wishId: string,
  { audiences, messages }: WishDetails,
): Promise<void> {
  for (const audienceId of new Set(audiences)) {
    const link = { id: newId(), outreach_wish_id: wishId, audience_id: audienceId };
    await change.insert("outreach_wish_audience", link);
  }
  for (const messageId of new Set(messages)) {
    const link = { id: newId(), outreach_wish_id: wishId, key_message_id: messageId };
    await change.insert("outreach_wish_message", link);
  }
}

async function removeWishLinks(change: Change, wishId: string): Promise<void> {
  for (const table of ["outreach_wish_audience", "outreach_wish_message"] as const) {
    const rows = await change.read
      .selectFrom(table)
      .select("id")
      .where("outreach_wish_id", "=", wishId)
      .execute();
    for (const { id } of rows) await change.remove(table, id);
  }
}

function describe(change: Change, { wishId, location }: WishTarget, action: string, summary: string): Done {
  return change.describe({ recordKind: "event to place", recordId: wishId, action, summary, location });
}
