import type { Kysely } from "kysely";
import { messageOfOrigin } from "#app/campaign/talking-points/talking-points.ts";
import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Schema } from "#db/schema.ts";
import { type LogOfEvent, listLogs } from "./logs.server.ts";
import { listMeetings } from "./meetings.server.ts";
import { type Hearers, hearersOf } from "./office.ts";
import { listPapersAsTold, type PaperAsTold } from "./papers.server.ts";
import { listPeopleOfEvents } from "./people.server.ts";
import { type Telling, toldPoints } from "./telling.ts";

/**
 * What these people, and their offices, were told at the latest held events of any campaign that began before the
 * given one, the newest first: by the text of the paper as it was frozen then, and by the logs. Whoever shows it
 * leaves out what a reader may not see.
 */
export async function listTellings(
  read: Kysely<Schema>,
  before: { campaignId: string; eventId: string; startsAt: Date; day: string },
  hearers: Hearers,
): Promise<Telling[]> {
  const eventIds = await listMeetings(read, before, hearers);
  if (eventIds.length === 0) return [];
  const events = JSON.stringify(eventIds);
  const [rows, people, papers, logs] = await Promise.all([
    eventsOf(read, { events }),
    listPeopleOfEvents(read, eventIds),
    listPapersAsTold(read, eventIds),
    listLogs(read, eventIds),
  ]);
  const numbers = await listNumbers(read, [...papers.values()]);
  const began = before.startsAt.toISOString();
  // Ordered here: SQLite would rather walk all events in their order than look up these.
  const newestFirst = rows
    .filter((row) => row.starts_at < began)
    .toSorted((one, other) => other.starts_at.localeCompare(one.starts_at) || one.id.localeCompare(other.id));
  return newestFirst.map((row) => {
    const { attending, audiences } = people.get(row.id) ?? { attending: [], audiences: [] };
    const log = logs.get(row.id) ?? NO_LOG;
    return {
      eventId: row.id,
      campaignId: row.campaign_id,
      title: row.title,
      at: new Date(row.starts_at),
      day: row.day,
      handling: papers.get(row.id)?.handling ?? row.handling,
      by: log.by.length > 0 ? log.by : row.owner === null ? [] : [row.owner],
      people: attending
        .filter(({ hasMissedIt }) => !hasMissedIt)
        .map(({ person: { contactId, name } }) => ({ contactId, name })),
      hearers: hearersOf(attending, audiences),
      points: toldPoints(papers.get(row.id)?.text ?? null, log, numbers),
    };
  });
}

const eventsOf = keptQuery((read, place: Place<"events">) =>
  read
    .selectFrom("outreach_event as event")
    .leftJoin("account as owner", "owner.id", "event.owner_account_id")
    .select([
      "event.id",
      "event.campaign_id",
      "event.title",
      "event.starts_at",
      "event.day",
      "event.handling",
    ])
    .select("owner.name as owner")
    .where("event.id", "in", eachIn(place("events")))
    .where("event.kind", "<>", "internal"),
);

const NO_LOG: LogOfEvent = { by: [], messages: [], answeredIds: [] };

async function listNumbers(
  read: Kysely<Schema>,
  papers: readonly PaperAsTold[],
): Promise<ReadonlyMap<string, number>> {
  const origins = papers.flatMap(({ text }) => text.blocks.map(({ origin }) => messageOfOrigin(origin)));
  const ids = JSON.stringify([...new Set(origins.filter((id) => id !== null))]);
  const rows = await numbersOf(read, { ids });
  return new Map(rows.map(({ id, number }) => [id, number]));
}

const numbersOf = keptQuery((read, place: Place<"ids">) =>
  read
    .selectFrom("key_message")
    .select(["id", "number"])
    .where("id", "in", eachIn(place("ids"))),
);

/** The campaigns in which an account has a role. */
export async function listOwnCampaigns(
  read: Kysely<Schema>,
  accountId: string,
): Promise<ReadonlySet<string>> {
  const rows = await read
    .selectFrom("campaign_role")
    .select("campaign_id")
    .where("account_id", "=", accountId)
    .execute();
  return new Set(rows.map((row) => row.campaign_id));
}
