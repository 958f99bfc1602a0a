import { type Block, messageOfOrigin } from "#app/campaign/paper-text/paper.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Queries } from "#db/schema.ts";
import type { AvoidLine } from "./avoided-words.ts";
import { listRedLines } from "./lists.server.ts";

/** A paper as far as it binds: its blocks, and its event. */
type Paper = { id: string; eventId: string | null; text: { blocks: readonly Pick<Block, "origin">[] } };

/** The messages that a paper uses, and those that are planned for its event. */
export async function listMessagesOfPaper(
  read: Queries,
  { text, eventId }: Paper,
): Promise<readonly string[]> {
  const used = text.blocks.flatMap(({ origin }) => messageOfOrigin(origin) ?? []);
  const planned =
    eventId === null
      ? []
      : await read
          .selectFrom("outreach_event_message")
          .select("key_message_id as id")
          .where("outreach_event_id", "=", eventId)
          .execute();
  return [...new Set([...used, ...planned.map((message) => message.id)])];
}

/**
 * What a paper should not say: the Avoid lines of its messages, as their newest revisions have them, and the red
 * lines of the instructions that bind it today.
 */
export async function listAvoidLines(
  read: Queries,
  paper: Paper,
  messageIds: readonly string[],
  today: CalendarDate,
): Promise<readonly AvoidLine[]> {
  const redLines = await listRedLines(read, paper, today);
  return [
    ...redLines.map(({ text, issuer, reference }) => ({ text, of: `${issuer}, ${reference}` })),
    ...(await listAvoidOfMessages(read, messageIds)),
  ];
}

async function listAvoidOfMessages(
  read: Queries,
  messageIds: readonly string[],
): Promise<readonly AvoidLine[]> {
  if (messageIds.length === 0) return [];
  const rows = await read
    .selectFrom("message_revision as revision")
    .innerJoin("key_message as message", "message.id", "revision.key_message_id")
    .select(["message.id", "message.number", "revision.avoid"])
    .where("message.id", "in", messageIds)
    .orderBy("message.number")
    .orderBy("revision.number")
    .execute();
  const newest = [...new Map(rows.map((row) => [row.id, row])).values()];
  return newest
    .filter((row) => row.avoid !== "")
    .map((row) => ({ text: row.avoid, of: `message ${row.number}` }));
}
