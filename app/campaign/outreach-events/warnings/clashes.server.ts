import { queueMail } from "#app/campaign/mail/store.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import type { Change } from "#db/change.server.ts";
import type { Queries } from "#db/schema.ts";
import { clashesInTime, LONGEST_WAY } from "./clash.ts";
import { listEngagements, type SeenEngagement } from "./engagements.server.ts";

/**
 * The events, of whatever campaign, that are not over and at which somebody cannot be beside this one: by the hours, or
 * by the way between two places as the campaign of the other event allows for it.
 */
export async function listClashing(
  read: Queries,
  eventId: string,
  { accountId, now }: { accountId: string; now: Date },
): Promise<SeenEngagement[]> {
  const row = await read
    .selectFrom("outreach_event")
    .select(["starts_at", "ends_at"])
    .where("id", "=", eventId)
    .executeTakeFirst();
  if (row === undefined) return [];
  const from = new Date(Date.parse(row.starts_at) - LONGEST_WAY);
  const to = new Date(Date.parse(row.ends_at) + LONGEST_WAY);
  const meanwhile = await listEngagements(read, accountId, from, to);
  const event = meanwhile.find(({ id }) => id === eventId);
  if (event === undefined) return [];
  return meanwhile.filter((other) => other.endsAt > now && clashesInTime(other, event).length > 0);
}

/**
 * Does something to an event and writes to the officers of every event that it clashes with since, each about their
 * own event. Nothing is refused for a clash. Source: DOMAIN.md, rule 9; DESIGN.md, section 6, Mail.
 */
export async function clashesInWords<T extends { ok: boolean }>(
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

/** As clashesInWords, of several events at once: each officer is told once of each event of theirs. */
export async function clashesInWordsOfAll(
  change: Change,
  eventIds: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const before = await listClashingWithAny(change, eventIds);
  await work();
  const known = new Set(before.map(({ id }) => id));
  const after = await listClashingWithAny(change, eventIds);
  for (const other of after.filter(({ id }) => !known.has(id))) await tellOfficers(change, other);
}

async function listClashingWithAny(change: Change, eventIds: readonly string[]): Promise<SeenEngagement[]> {
  const { read, author } = change;
  const span = await read
    .selectFrom("outreach_event")
    .select((eb) => [eb.fn.min("starts_at").as("from"), eb.fn.max("ends_at").as("to")])
    .where("id", "in", eventIds.length === 0 ? [""] : eventIds)
    .executeTakeFirst();
  if (span === undefined || span.from === null) return [];
  const all = await listEngagements(read, author.accountId, new Date(span.from), new Date(span.to));
  const ours = all.filter(({ id }) => eventIds.includes(id));
  const others = all.filter(({ id, endsAt }) => endsAt > author.now && !eventIds.includes(id));
  return others.filter((other) => ours.some((event) => clashesInTime(event, other).length > 0));
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
    path: addressOf.event(campaignId, id),
  });
}
