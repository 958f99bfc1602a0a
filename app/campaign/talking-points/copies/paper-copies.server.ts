import type { Selectable } from "kysely";
import { messageOfOrigin } from "#app/campaign/paper-text/paper.ts";
import type { StoredPaper } from "#app/campaign/paper-text/papers.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import type { Change } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries, Schema } from "#db/schema.ts";
import type { PaperCopy, TakenCopy } from "./paper-copy.ts";

/** The same copy asked for twice within this time is one copy: a double click, a file fetched in two goes. */
const ONE_COPY_SECONDS = 60;

type Taken = { ok: true } | { ok: false; reason: "taken-just-now" };

/** Records that the author took a copy of the paper as it stands, or printed it. It is never undone. */
export async function recordPaperCopy(change: Change, paper: StoredPaper, copy: TakenCopy): Promise<Taken> {
  if (await isTakenJustNow(change, paper.id, copy)) return { ok: false, reason: "taken-just-now" };
  const id = newId();
  await change.insert("paper_copy", {
    id,
    campaign_id: paper.campaignId,
    talking_points_id: paper.id,
    outreach_event_id: paper.eventId,
    manner: copy.manner,
    is_for_outsiders: copy.isForOutsiders ? 1 : 0,
    text_hash: copy.hash,
    version_number: copy.versionNumber,
    leaving_line: copy.statusLine,
    taken_by: change.author.accountId,
    taken_at: change.author.now.toISOString(),
  });
  const messages = wordingsIn(paper).map((wording) => ({ id: newId(), paper_copy_id: id, ...wording }));
  if (messages.length > 0) await change.insertMany("paper_copy_message", messages);
  return change.describe({
    // A record of its own: whoever takes a copy has not changed the paper.
    recordKind: "paper copy",
    recordId: id,
    action: "taken",
    summary: copy.summary,
    location: addressOf.copies(paper.campaignId, paper.id),
  });
}

/** Each message of the paper with the revision whose words it says, once. */
function wordingsIn(paper: StoredPaper) {
  const wordings = paper.text.blocks.flatMap(({ origin }) => {
    const message = messageOfOrigin(origin);
    if (message === null || !("revisionId" in origin)) return [];
    return [{ key_message_id: message, message_revision_id: origin.revisionId }];
  });
  const once = new Map(wordings.map((one) => [`${one.key_message_id} ${one.message_revision_id}`, one]));
  return [...once.values()];
}

async function isTakenJustNow(change: Change, paperId: string, copy: TakenCopy): Promise<boolean> {
  const { accountId, now } = change.author;
  const row = await change.read
    .selectFrom("paper_copy")
    .select("id")
    .where("talking_points_id", "=", paperId)
    .where("taken_by", "=", accountId)
    .where("manner", "=", copy.manner)
    .where("is_for_outsiders", "=", copy.isForOutsiders ? 1 : 0)
    .where("text_hash", "=", copy.hash)
    .where("leaving_line", "=", copy.statusLine)
    .where("taken_at", ">", new Date(now.getTime() - ONE_COPY_SECONDS * 1000).toISOString())
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Who took or printed which copy, the newest first: of one paper, or of every paper that
 * said a message when it was taken.
 */
export async function listPaperCopies(
  read: Queries,
  of: { paperId: string } | { messageId: string },
): Promise<PaperCopy[]> {
  const rows = "paperId" in of ? await copiesOfPaper(read, of) : await copiesOfMessage(read, of);
  if (rows.length === 0) return [];
  const revisions = await revisionsIn(read, { ids: JSON.stringify(rows.map(({ id }) => id)) });
  const byCopy = Map.groupBy(revisions, ({ copyId }) => copyId);
  return rows.map((row) => copyOf(row, byCopy.get(row.id) ?? []));
}

const copiesOfPaper = keptQuery((read, place: Place<"paperId">) =>
  copies(read).where("talking_points_id", "=", place("paperId")),
);

const copiesOfMessage = keptQuery((read, place: Place<"messageId">) =>
  copies(read).where("paper_copy.id", "in", (eb) =>
    eb
      .selectFrom("paper_copy_message")
      .select("paper_copy_id")
      .where("key_message_id", "=", place("messageId")),
  ),
);

function copies(read: Queries) {
  return read
    .selectFrom("paper_copy")
    .innerJoin("account", "account.id", "paper_copy.taken_by")
    .innerJoin("talking_points", "talking_points.id", "paper_copy.talking_points_id")
    .selectAll("paper_copy")
    .select(["account.name as taker_name", "talking_points.title as paper_title"])
    .orderBy("taken_at", "desc")
    .orderBy("paper_copy.id");
}

const revisionsIn = keptQuery((read, place: Place<"ids">) =>
  read
    .selectFrom("paper_copy_message")
    .select(["paper_copy_id as copyId", "key_message_id as messageId", "message_revision_id as revisionId"])
    .where("paper_copy_id", "in", eachIn(place("ids")))
    .orderBy("id"),
);

type CopyRow = Selectable<Schema["paper_copy"]> & { taker_name: string; paper_title: string };

function copyOf(
  row: CopyRow,
  revisions: readonly { messageId: string; revisionId: string | null }[],
): PaperCopy {
  return {
    id: row.id,
    paperId: row.talking_points_id,
    paperTitle: row.paper_title,
    eventId: row.outreach_event_id,
    manner: row.manner,
    isForOutsiders: row.is_for_outsiders === 1,
    hash: row.text_hash,
    versionNumber: row.version_number,
    statusLine: row.leaving_line,
    takenBy: { id: row.taken_by, name: row.taker_name },
    takenAt: new Date(row.taken_at),
    revisions: revisions.map(({ messageId, revisionId }) => ({ messageId, revisionId })),
  };
}
