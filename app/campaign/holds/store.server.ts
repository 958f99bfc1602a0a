import { answerOpenRequests } from "#app/campaign/clearances/store.server.ts";
import { queueMail } from "#app/campaign/mail/store.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import type { Handling } from "#app/text/handling.ts";
import type { Change } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { newId } from "#db/identifier.server.ts";
import type { Queries } from "#db/schema.ts";
import { listStoppedPosts } from "./event-hold-states.server.ts";
import { type Holder, type HoldRefusal, liftHold, placeHold } from "./hold.ts";
import { listAffected } from "./hold-affected.server.ts";
import { describeHold, findHold, listSightings } from "./hold-records.server.ts";
import { subjectOfLine } from "./holding-lines/holding-line-standing.server.ts";
import { findHoldingLine } from "./holding-lines/store.server.ts";

type Refused<Reason> = { ok: false; reason: Reason };

/** Places a hold on a message and tells the owners of what it marks. */
export async function placeMessageHold(
  change: Change,
  target: { campaignId: string; message: { id: string; number: number; title: string; isRetired: boolean } },
  request: { by: Holder; reason: string; handling: Handling },
): Promise<{ ok: true } | Refused<HoldRefusal>> {
  const { campaignId, message } = target;
  const lying = await findLying(change.read, message.id);
  const decided = placeHold({
    ...request,
    message: { isRetired: message.isRetired, isOnHold: lying !== null },
  });
  if (!decided.ok) return decided;
  const id = newId();
  await change.insert("message_hold", {
    id,
    campaign_id: campaignId,
    key_message_id: message.id,
    reason: request.reason.trim(),
    placed_by: change.author.accountId,
    placed_at: change.author.now.toISOString(),
    lifted_by: null,
    lifted_at: null,
  });
  const location = addressOf.hold(campaignId, id);
  await tellOwners(change, {
    kind: "hold placed",
    campaignId,
    message,
    handling: request.handling,
    location,
  });
  const summary = `Placed a hold on message ${message.number}`;
  return describeHold(change, { campaignId, holdId: id }, "placed", summary);
}

/** Lifts a hold with a reason: everything is as it was, but for posts, which ask for a new time. */
export async function liftMessageHold(
  change: Change,
  target: { campaignId: string; holdId: string },
  request: { by: Holder; reason: string; handling: Handling },
): Promise<{ ok: true } | Refused<HoldRefusal | "not-found">> {
  const { campaignId, holdId } = target;
  const hold = await findHold(change.read, campaignId, holdId);
  if (hold === null) return { ok: false, reason: "not-found" };
  const decided = liftHold({ ...request, isLifted: hold.lifted !== null });
  if (!decided.ok) return decided;
  const location = addressOf.hold(campaignId, holdId);
  const { message } = hold;
  await tellOwners(change, {
    kind: "hold lifted",
    campaignId,
    message,
    handling: request.handling,
    location,
  });
  await keepStoppedPosts(change, { campaignId, holdId, messageId: message.id });
  const line = await findHoldingLine(change.read, holdId);
  if (line !== null) {
    await answerOpenRequests(change, subjectOfLine(line.id), "withdrawn", "The hold was lifted.");
  }
  const now = change.author.now.toISOString();
  const patch = { lifted_by: change.author.accountId, lifted_at: now, lift_reason: request.reason.trim() };
  await change.update("message_hold", holdId, patch, null);
  const summary = `Lifted the hold on message ${message.number}`;
  return describeHold(change, target, "lifted", summary);
}

/** A post keeps the time at which it was stopped; only at another time, or once settled, does it go out again. */
async function keepStoppedPosts(
  change: Change,
  { campaignId, holdId, messageId }: { campaignId: string; holdId: string; messageId: string },
): Promise<void> {
  const { events } = await listAffected(change.read, campaignId, messageId, change.author.now);
  for (const event of events.filter(({ kind }) => kind === "social post")) {
    await change.insert("stopped_post", {
      id: newId(),
      message_hold_id: holdId,
      outreach_event_id: event.id,
      starts_at: event.startsAt.toISOString(),
      settled_at: null,
    });
  }
}

/** Settles a stopped post at the time that it has: it goes out then. */
export async function settleStoppedPost(
  change: Change,
  { campaignId, event }: { campaignId: string; event: { id: string; title: string } },
): Promise<{ ok: true } | Refused<"not-stopped">> {
  const stopped = await listStoppedPosts(change.read, [event.id]);
  if (stopped.length === 0) return { ok: false, reason: "not-stopped" };
  const settled_at = change.author.now.toISOString();
  for (const { id } of stopped) await change.update("stopped_post", id, { settled_at }, null);
  const location = addressOf.event(campaignId, event.id);
  const summary = `${event.title} keeps its time`;
  return change.describe({
    recordKind: "outreach event",
    recordId: event.id,
    action: "settled",
    summary,
    location,
  });
}

type News = {
  kind: "hold placed" | "hold lifted";
  campaignId: string;
  message: { id: string; title: string };
  handling: Handling;
  location: string;
};

/** One letter to everybody who owns, drafts or takes part in something that is marked; nobody is told of their own act. */
async function tellOwners(change: Change, news: News): Promise<void> {
  const { kind, campaignId, message, handling, location } = news;
  const { papers, events } = await listAffected(change.read, campaignId, message.id, change.author.now);
  const people = [...papers.map(({ draftedBy }) => draftedBy.id), ...events.flatMap(({ people }) => people)];
  await queueMail(change, {
    kind,
    to: people.filter((id) => id !== change.author.accountId),
    campaignId,
    subjectTitle: message.title,
    handling,
    path: location,
  });
}

async function findLying(read: Queries, messageId: string): Promise<string | null> {
  const row = await read
    .selectFrom("message_hold")
    .select("id")
    .where("key_message_id", "=", messageId)
    .where("lifted_at", "is", null)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Notes that an account has opened a page that shows these holds, once each. */
export async function noteSightings(
  database: Database,
  accountId: string,
  holdIds: readonly string[],
  now: Date,
): Promise<void> {
  const seen = await listSightings(database.read, holdIds);
  const unseen = holdIds.filter(
    (id) => !seen.some((one) => one.holdId === id && one.accountId === accountId),
  );
  if (unseen.length === 0) return;
  await database.writeUnrecorded(async (write) => {
    for (const holdId of unseen) {
      const sighting = {
        id: newId(),
        message_hold_id: holdId,
        account_id: accountId,
        seen_at: now.toISOString(),
      };
      await write
        .insertInto("hold_sighting")
        .values(sighting)
        .onConflict((on) => on.doNothing())
        .execute();
    }
  });
}
