import type { Kysely } from "kysely";
import { clashesInTime } from "#app/domain/outreach-events/clash.ts";
import type { Change } from "#db/change.server.ts";
import type { Schema } from "#db/schema.ts";
import { queueMail } from "./mail.server.ts";
import { listEngagements, type SeenEngagement } from "./outreach-event-engagements.server.ts";

/** The events, of whatever campaign, at which somebody would have to be while this one takes place, and that are not over. */
export async function listClashing(
  read: Kysely<Schema>,
  eventId: string,
  { accountId, now }: { accountId: string; now: Date },
): Promise<SeenEngagement[]> {
  const row = await read
    .selectFrom("outreach_event")
    .select(["starts_at", "ends_at"])
    .where("id", "=", eventId)
    .executeTakeFirst();
  if (row === undefined) return [];
  const meanwhile = await listEngagements(read, accountId, new Date(row.starts_at), new Date(row.ends_at));
  const event = meanwhile.find(({ id }) => id === eventId);
  if (event === undefined) return [];
  return meanwhile.filter((other) => other.endsAt > now && clashesInTime(event, other).length > 0);
}

/**
 * Does something to an event and writes to the officers of every event that it clashes with since, each about their
 * own event. Nothing is refused for a clash. Source: DOMAIN.md, rule 9; DESIGN.md, section 6, Mail.
 */
export async function tellingOfClashes<T extends { ok: boolean }>(
  change: Change,
  eventId: string,
  work: () => Promise<T>,
): Promise<T> {
  const before = await listClashing(change.read, eventId, change.author);
  const done = await work();
  if (!done.ok) return done;
  const known = new Set(before.map(({ id }) => id));
  const after = await listClashing(change.read, eventId, change.author);
  for (const other of after.filter(({ id }) => !known.has(id))) await tellOfficers(change, other);
  return done;
}

/** Writes to the officers of every event that one of these new events clashes with, once for each event of theirs. */
export async function tellClashesOf(
  change: Change,
  added: readonly { id: string; startsAt: Date; endsAt: Date }[],
): Promise<void> {
  const from = Math.min(...added.map(({ startsAt }) => startsAt.getTime()));
  const to = Math.max(...added.map(({ endsAt }) => endsAt.getTime()));
  if (added.length === 0) return;
  const all = await listEngagements(change.read, change.author.accountId, new Date(from), new Date(to));
  const own = new Set(added.map(({ id }) => id));
  const ours = all.filter(({ id }) => own.has(id));
  const isHit = (other: SeenEngagement) => ours.some((event) => clashesInTime(event, other).length > 0);
  const others = all.filter(({ id, endsAt }) => !own.has(id) && endsAt > change.author.now);
  for (const other of others.filter(isHit)) await tellOfficers(change, other);
}

async function tellOfficers(change: Change, { id, campaignId, officers }: SeenEngagement): Promise<void> {
  const event = await change.read
    .selectFrom("outreach_event")
    .select(["title", "handling"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  await queueMail(change, {
    kind: "clash",
    to: officers,
    campaignId,
    subjectTitle: event.title,
    handling: event.handling,
    path: `/c/${campaignId}/events/${id}`,
  });
}
