import {
  listClearedRevisions,
  listObjectionReplies,
} from "#app/campaign/messages/cleared-wordings.server.ts";
import { listFootnotes, listFootnotesOf } from "#app/campaign/paper-text/footnotes.server.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Queries } from "#db/schema.ts";
import { listClearedFramingsOfMessages, listFramingsInForce } from "./cleared-framings.server.ts";
import {
  framingItem,
  type LibraryItem,
  messageItems,
  objectionItem,
  proofPointItem,
} from "./library-item.ts";
import { listLooseProofPoints, type ShelvedMessage } from "./store.server.ts";

/** What the library holds for one message; without a number, what belongs to none. */
export type LibraryShelf = {
  messageId: string;
  number: number | null;
  title: string;
  items: readonly LibraryItem[];
  /** How many these are where more match; null of a message, of which everything is offered. */
  cutAt: number | null;
};

/** What the library offers for these messages of a campaign, message by message. `today` decides what is stale. */
export async function listLibrary(
  read: Queries,
  messages: readonly ShelvedMessage[],
  today: CalendarDate,
): Promise<LibraryShelf[]> {
  const ids = messages.map((message) => message.id);
  const cleared = await listClearedRevisions(read, ids);
  const framings = await listClearedFramingsOfMessages(read, ids);
  const footnotes = await listFootnotesOf(read, "message_proof_point", ids);
  const replies = await listReplies(read, ids);
  return messages.map(({ id, number, title }) => {
    const revision = cleared.get(id) ?? null;
    const proofPoints = footnotes.get(id) ?? [];
    const own = revision === null ? [] : messageItems(revision, proofPoints);
    const framed = framings.filter((one) => one.messageId === id).map((one) => framingItem(one, proofPoints));
    const claims = proofPoints.map((one) => proofPointItem(one, today));
    return {
      messageId: id,
      number,
      title,
      items: [...own, ...framed, ...(replies.get(id) ?? []), ...claims],
      cutAt: null,
    };
  });
}

/** The proof points that match what is looked for and stand under no message; null where there are none. */
export async function findLooseShelf(
  read: Queries,
  campaignId: string,
  wanted: string,
  today: CalendarDate,
): Promise<LibraryShelf | null> {
  const { rows, cutAt } = await listLooseProofPoints(read, campaignId, wanted);
  const footnotes = await listFootnotes(read, rows);
  const items = [...footnotes.values()].map((one) => proofPointItem(one, today));
  return items.length === 0
    ? null
    : { messageId: "", number: null, title: "Not under any message", items, cutAt };
}

type Wanted = Pick<LibraryItem, "kind" | "id" | "part">;

/** One thing that the library offers; null where this campaign's library has no such thing in use. */
export async function findLibraryItem(
  read: Queries,
  campaignId: string,
  wanted: Wanted,
  today: CalendarDate,
): Promise<LibraryItem | null> {
  if (!(await isOfCampaign(read, campaignId, wanted))) return null;
  return (await itemsOf(read, wanted, today)).find((item) => item.part === wanted.part) ?? null;
}

async function itemsOf(
  read: Queries,
  { kind, id }: Wanted,
  today: CalendarDate,
): Promise<readonly LibraryItem[]> {
  switch (kind) {
    case "key message": {
      const revision = (await listClearedRevisions(read, [id])).get(id);
      const proofPoints = await listFootnotesOf(read, "message_proof_point", [id]);
      return revision === undefined ? [] : messageItems(revision, proofPoints.get(id) ?? []);
    }
    case "framing": {
      const framing = (await listFramingsInForce(read, [id])).get(id);
      if (framing === undefined) return [];
      const proofPoints = await listFootnotesOf(read, "message_proof_point", [framing.messageId]);
      return [framingItem(framing, proofPoints.get(framing.messageId) ?? [])];
    }
    case "objection": {
      const objection = (await listObjectionReplies(read, [id])).get(id);
      const proofPoints = await listFootnotesOf(read, "objection_proof_point", [id]);
      return objection?.wordsToSay ? [objectionItem(objection, proofPoints.get(id) ?? [])] : [];
    }
    case "proof point": {
      const footnote = (await listFootnotes(read, [id])).get(id);
      return footnote === undefined || footnote.isRetired ? [] : [proofPointItem(footnote, today)];
    }
  }
}

async function isOfCampaign(read: Queries, campaignId: string, { kind, id }: Wanted): Promise<boolean> {
  const row = await (kind === "framing"
    ? read
        .selectFrom("framing")
        .innerJoin("key_message", "key_message.id", "framing.key_message_id")
        .select("campaign_id")
        .where("framing.id", "=", id)
    : read.selectFrom(TABLES[kind]).select("campaign_id").where("id", "=", id)
  ).executeTakeFirst();
  return row?.campaign_id === campaignId;
}

const TABLES = {
  "key message": "key_message",
  objection: "objection",
  "proof point": "proof_point",
} as const;

async function listReplies(
  read: Queries,
  messageIds: readonly string[],
): Promise<ReadonlyMap<string, LibraryItem[]>> {
  if (messageIds.length === 0) return new Map();
  const links = await read
    .selectFrom("message_objection")
    .select(["key_message_id as messageId", "objection_id as id"])
    .where("key_message_id", "in", messageIds)
    .orderBy("position")
    .execute();
  const ids = [...new Set(links.map((link) => link.id))];
  const objections = await listObjectionReplies(read, ids);
  const footnotes = await listFootnotesOf(read, "objection_proof_point", ids);
  const items = links.flatMap(({ messageId, id }) => {
    const objection = objections.get(id);
    if (objection === undefined || objection.wordsToSay === "") return [];
    return [{ messageId, item: objectionItem(objection, footnotes.get(id) ?? []) }];
  });
  const byMessage = Map.groupBy(items, (one) => one.messageId);
  return new Map([...byMessage].map(([message, list]) => [message, list.map((one) => one.item)]));
}
