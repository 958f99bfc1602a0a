import { sql } from "kysely";
import type { ClearanceStatus } from "#app/campaign/clearances/clearance-status.ts";
import { findClearanceStatus } from "#app/campaign/clearances/paper-standings.server.ts";
import { paperIdOf } from "#app/campaign/paper-text/paper-of-event.server.ts";
import type { StoredPaper } from "#app/campaign/paper-text/papers.server.ts";
import { eachIn, keptQuery, type Place, partsJoined } from "#db/kept-query.server.ts";
import type { Queries, Schema } from "#db/schema.ts";
import {
  type HoldOnPaper,
  type MarkableEvent,
  type MarkablePaper,
  messagesThatMark,
  messagesThatMarkEvent,
} from "./what-a-hold-marks.ts";

type LyingHold = HoldOnPaper & { messageId: string };
type Marks = ReadonlyMap<string, readonly HoldOnPaper[]>;

/** The holds that mark each of these papers now, by paper; one that none marks is left out. */
export async function listHoldsOnPapers(read: Queries, paperIds: readonly string[]): Promise<Marks> {
  const holds = paperIds.length === 0 ? [] : await listLying(read);
  if (holds.length === 0) return new Map();
  return holdsByRecord(await messagesMarkingPapers(read, paperIds, heldBy(holds)), holds);
}

/** The holds that mark each of these events now, by event; one that none marks is left out. */
export async function listHoldsOnEvents(
  read: Queries,
  eventIds: readonly string[],
  now: Date,
): Promise<Marks> {
  const holds = eventIds.length === 0 ? [] : await listLying(read);
  if (holds.length === 0) return new Map();
  return holdsByRecord(await messagesMarkingEvents(read, eventIds, heldBy(holds), now), holds);
}

/** The holds that lie on these messages, by message. */
export async function listHoldsOnMessages(read: Queries, messageIds: readonly string[]): Promise<Marks> {
  const holds = messageIds.length === 0 ? [] : await listLying(read);
  return holdsByRecord(new Map(messageIds.map((id) => [id, [id]])), holds);
}

async function listLying(read: Queries): Promise<LyingHold[]> {
  const rows = await lyingHolds(read, {});
  return rows.map((row) => ({
    id: row.id,
    messageId: row.key_message_id,
    messageNumber: row.number,
    heldSince: new Date(row.placed_at),
    reason: row.reason,
  }));
}

const lyingHolds = keptQuery((read) =>
  read
    .selectFrom("message_hold as hold")
    .innerJoin("key_message as message", "message.id", "hold.key_message_id")
    .select(["hold.id", "hold.key_message_id", "hold.placed_at", "hold.reason", "message.number"])
    .where("hold.lifted_at", "is", null)
    .orderBy("message.number"),
);

function holdsByRecord(markedBy: ReadonlyMap<string, readonly string[]>, holds: readonly LyingHold[]): Marks {
  const marks = [...markedBy].map(([id, messages]): [string, HoldOnPaper[]] => [
    id,
    holds.filter(({ messageId }) => messages.includes(messageId)).map(({ messageId: _, ...hold }) => hold),
  ]);
  return new Map(marks.filter(([, found]) => found.length > 0));
}

function heldBy(holds: readonly LyingHold[]): ReadonlySet<string> {
  return new Set(holds.map(({ messageId }) => messageId));
}

/** The messages on which a hold lies, by id. */
export async function heldMessages(read: Queries): Promise<ReadonlySet<string>> {
  return heldBy(await listLying(read));
}

/** Which of the held messages mark each event, by event. */
export async function messagesMarkingEvents(
  read: Queries,
  eventIds: readonly string[],
  held: ReadonlySet<string>,
  now: Date,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await eventFacts(read, { ids: JSON.stringify(eventIds) });
  const papers = rows.flatMap(({ paper_id }) => (paper_id === null ? [] : [paper_id]));
  const paperMarks = await messagesMarkingPapers(read, papers, held);
  return new Map(
    rows.map((row) => {
      const paperMarkedBy = row.paper_id === null ? [] : (paperMarks.get(row.paper_id) ?? []);
      return [row.id, messagesThatMarkEvent({ ...markableEvent(row), paperMarkedBy }, held, now)];
    }),
  );
}

/** Which of the held messages mark each paper, by paper. */
export async function messagesMarkingPapers(
  read: Queries,
  paperIds: readonly string[],
  held: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await originsOfPapers(read, { ids: JSON.stringify(paperIds) });
  const byPaper = Map.groupBy(rows, (row) => row.paper_id);
  return new Map([...byPaper].map(([id, blocks]) => [id, messagesThatMark(markablePaper(blocks), held)]));
}

type OriginRow = {
  stage: Schema["talking_points"]["stage"];
  retired_at: string | null;
  origin_kind: string;
  origin_id: string | null;
  against: string | null;
};

function markablePaper(blocks: readonly OriginRow[]): MarkablePaper {
  const messages = blocks.filter(({ origin_kind }) => origin_kind === "key message");
  const replies = blocks.filter(({ origin_kind }) => origin_kind === "objection");
  return {
    stage: blocks[0]?.stage ?? "drafting",
    isRetired: blocks.some(({ retired_at }) => retired_at !== null),
    messageIds: messages.flatMap(({ origin_id }) => (origin_id === null ? [] : [origin_id])),
    replies: replies.map(({ against }) => ({ against: partsJoined(against) })),
  };
}

const against = sql<string | null>`(select group_concat(message.id, char(31)) from message_objection link
  join key_message message on message.id = link.key_message_id
  where block.origin_kind = 'objection' and link.objection_id = block.origin_id and message.retired_at is null)`;

const originsOfPapers = keptQuery((read, place: Place<"ids">) =>
  read
    .selectFrom("talking_points_block as block")
    .innerJoin("talking_points as paper", "paper.id", "block.talking_points_id")
    .select(["paper.id as paper_id", "paper.stage", "paper.retired_at"])
    .select(["block.origin_kind", "block.origin_id", against.as("against")])
    .where("paper.id", "in", eachIn(place("ids")))
    .where("block.origin_kind", "in", ["key message", "objection"]),
);

const paperOf = paperIdOf(sql.ref("event.id"));
const plannedOf = sql<string | null>`(select group_concat(link.key_message_id, char(31))
  from outreach_event_message link where link.outreach_event_id = event.id)`;

const eventFacts = keptQuery((read, place: Place<"ids">) =>
  read
    .selectFrom("outreach_event as event")
    .select(["event.id", "event.kind", "event.schedule", "event.result", "event.ends_at"])
    .select([paperOf.as("paper_id"), plannedOf.as("planned")])
    .where("event.id", "in", eachIn(place("ids"))),
);

function markableEvent(row: {
  kind: string;
  schedule: MarkableEvent["schedule"];
  result: MarkableEvent["result"];
  ends_at: string;
  planned: string | null;
}): Omit<MarkableEvent, "paperMarkedBy"> {
  const { kind, schedule, result } = row;
  const plannedMessageIds = partsJoined(row.planned);
  return { kind, schedule, result, endsAt: new Date(row.ends_at), plannedMessageIds };
}

/** How a paper would leave the product now: whether its text is cleared, and which holds mark it. */
export async function findLeaving(
  read: Queries,
  paper: StoredPaper,
): Promise<{ status: ClearanceStatus; holds: readonly HoldOnPaper[] }> {
  const marks = await listHoldsOnPapers(read, [paper.id]);
  return { status: await findClearanceStatus(read, paper), holds: marks.get(paper.id) ?? [] };
}
