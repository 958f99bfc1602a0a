import { timedOf } from "#app/time/wall-time.ts";
import { eachIn } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import { heldMessages, messagesMarkingEvents, messagesMarkingPapers } from "./marked-by-holds.server.ts";

/** A paper that a hold on the message marks; `points` counts its points to make, `held` those from the message. */
export type AffectedPaper = Awaited<ReturnType<typeof describePapers>>[number];

/** An event that a hold on the message marks; `people` are its owner and officers. */
export type AffectedEvent = Awaited<ReturnType<typeof describeEvents>>[number];

export type Affected = { papers: readonly AffectedPaper[]; events: readonly AffectedEvent[] };

/** Everything of a campaign that a hold on a message marks at `now`, as if the hold lay: events in their order. */
export async function listAffected(
  read: Queries,
  campaignId: string,
  messageId: string,
  now: Date,
): Promise<Affected> {
  const held = new Set([...(await heldMessages(read)), messageId]);
  const isMarked = ([, by]: [string, readonly string[]]) => by.includes(messageId);
  const candidates = await papersWithWords(read, campaignId, messageId);
  const markedPapers = [...(await messagesMarkingPapers(read, candidates, held))].filter(isMarked);
  const papers = await describePapers(
    read,
    markedPapers.map(([id]) => id),
    messageId,
  );
  const planned = await openEventsOf(read, campaignId, messageId);
  const ofPapers = papers.flatMap(({ eventId }) => (eventId === null ? [] : [eventId]));
  const eventIds = [...new Set([...planned, ...ofPapers])];
  const markedEvents = [...(await messagesMarkingEvents(read, eventIds, held, now))].filter(isMarked);
  return {
    papers,
    events: await describeEvents(
      read,
      markedEvents.map(([id]) => id),
    ),
  };
}

async function papersWithWords(read: Queries, campaignId: string, messageId: string): Promise<string[]> {
  const rows = await read
    .selectFrom("talking_points_block as block")
    .innerJoin("talking_points as paper", "paper.id", "block.talking_points_id")
    .select("paper.id")
    .distinct()
    .where("paper.campaign_id", "=", campaignId)
    .where("paper.stage", "<>", "used")
    .where("paper.retired_at", "is", null)
    .where((eb) =>
      eb.or([
        eb.and([eb("block.origin_kind", "=", "key message"), eb("block.origin_id", "=", messageId)]),
        eb.and([
          eb("block.origin_kind", "=", "objection"),
          eb(
            "block.origin_id",
            "in",
            eb.selectFrom("message_objection").select("objection_id").where("key_message_id", "=", messageId),
          ),
        ]),
      ]),
    )
    .execute();
  return rows.map(({ id }) => id);
}

async function openEventsOf(read: Queries, campaignId: string, messageId: string): Promise<string[]> {
  const rows = await read
    .selectFrom("outreach_event_message as planned")
    .innerJoin("outreach_event as event", "event.id", "planned.outreach_event_id")
    .select("event.id")
    .where("planned.key_message_id", "=", messageId)
    .where("event.campaign_id", "=", campaignId)
    .where("event.result", "=", "planned")
    .where("event.schedule", "<>", "cancelled")
    .execute();
  return rows.map(({ id }) => id);
}

async function describePapers(read: Queries, paperIds: readonly string[], messageId: string) {
  const rows = await read
    .selectFrom("talking_points as paper")
    .innerJoin("account", "account.id", "paper.drafted_by")
    .leftJoin("talking_points_block as block", (on) =>
      on.onRef("block.talking_points_id", "=", "paper.id").on("block.section", "=", "points to make"),
    )
    .select(["paper.id", "paper.title", "paper.stage", "paper.outreach_event_id", "account.id as drafter"])
    .select(["account.name", "block.id as block", "block.origin_kind", "block.origin_id"])
    .where("paper.id", "in", eachIn(JSON.stringify(paperIds)))
    .orderBy("paper.title")
    .orderBy("paper.id")
    .execute();
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((blocks) => {
    const [first] = blocks;
    if (first === undefined) return [];
    const { id, title, stage, outreach_event_id: eventId, drafter, name } = first;
    const points = blocks.filter(({ block }) => block !== null);
    const held = points.filter((one) => one.origin_kind === "key message" && one.origin_id === messageId);
    const draftedBy = { id: drafter, name };
    return [{ id, title, stage, eventId, draftedBy, points: points.length, held: held.length }];
  });
}

async function describeEvents(read: Queries, eventIds: readonly string[]) {
  const rows = await read
    .selectFrom("outreach_event as event")
    .leftJoin("account as owner", "owner.id", "event.owner_account_id")
    .leftJoin("outreach_event_officer as officer", "officer.outreach_event_id", "event.id")
    .select(["event.id", "event.title", "event.kind"])
    .select(["event.starts_at", "event.ends_at", "event.zone", "event.is_all_day"])
    .select(["owner.id as owner_id", "owner.name as owner_name", "officer.account_id"])
    .where("event.id", "in", eachIn(JSON.stringify(eventIds)))
    .orderBy("event.starts_at")
    .orderBy("event.id")
    .execute();
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((officers) => {
    const [first] = officers;
    if (first === undefined) return [];
    const { id, title, kind, owner_name: owner } = first;
    const people = [first.owner_id, ...officers.map(({ account_id }) => account_id)];
    return [{ id, title, kind, owner, ...timedOf(first), people: people.filter((one) => one !== null) }];
  });
}
