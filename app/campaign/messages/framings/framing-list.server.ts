import type { Selectable } from "kysely";
import { listClearances } from "#app/campaign/clearances/store.server.ts";
import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries, Schema } from "#db/schema.ts";
import { clearanceOfText, messageStatus, type RevisionClearance } from "../message-status.ts";
import { clearanceOfRevision } from "../revisions.server.ts";
import { isOlderThanMessage } from "./framing.ts";

/** One wording of a framing: who wrote it, when and why. */
export type FramingRevision = ReturnType<typeof revisionOf>;

export type FramingRevisionWithClearance = FramingRevision & { clearance: RevisionClearance | null };

/** The wording of a message for one audience, with its newest revision and what follows from it. */
export type Framing = Awaited<ReturnType<typeof withNewest>>[number];

/** The framings of messages, by the name of their audience, the retired ones last. */
export async function listFramings(read: Queries, messageIds: readonly string[]): Promise<Framing[]> {
  if (messageIds.length === 0) return [];
  return withNewest(read, await framingsOfMessages(read, { messages: JSON.stringify(messageIds) }));
}

/** How many framings a message has in use. */
export async function countFramings(read: Queries, messageId: string): Promise<number> {
  const [row] = await countOfMessage(read, { message: messageId });
  return Number(row?.count ?? 0);
}

const countOfMessage = keptQuery((read, place: Place<"message">) =>
  read
    .selectFrom("framing")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("key_message_id", "=", place("message"))
    .where("retired_at", "is", null),
);

/** One framing of a message by its id; null where the message has none with it. */
export async function findFraming(
  read: Queries,
  messageId: string,
  framingId: string,
): Promise<Framing | null> {
  const rows = await framingNamed(read, { message: messageId, framing: framingId });
  return (await withNewest(read, rows)).at(0) ?? null;
}

const framingsOfMessages = keptQuery((read, place: Place<"messages">) =>
  framingsWithAudience(read)
    .where("framing.key_message_id", "in", eachIn(place("messages")))
    .orderBy((eb) => eb("framing.retired_at", "is not", null))
    .orderBy("audience.sort_name")
    .orderBy("framing.id"),
);

const framingNamed = keptQuery((read, place: Place<"message" | "framing">) =>
  framingsWithAudience(read)
    .where("framing.key_message_id", "=", place("message"))
    .where("framing.id", "=", place("framing")),
);

function framingsWithAudience(read: Queries) {
  return read
    .selectFrom("framing")
    .innerJoin("audience", "audience.id", "framing.audience_id")
    .selectAll("framing")
    .select("audience.name as audience_name")
    .select((eb) =>
      eb
        .selectFrom("message_revision")
        .select((inner) => inner.fn.max("made_at").as("made_at"))
        .whereRef("message_revision.key_message_id", "=", "framing.key_message_id")
        .as("message_made_at"),
    );
}

type Row = Selectable<Schema["framing"]> & { audience_name: string; message_made_at: string | null };

async function withNewest(read: Queries, rows: readonly Row[]) {
  if (rows.length === 0) return [];
  const framings = JSON.stringify(rows.map((row) => row.id));
  const newest = (await newestRevisions(read, { framings })).map(revisionOf);
  const clearances = await clearancesOf(read, newest);
  return rows.flatMap((row) => {
    const revision = newest.find((one) => one.framingId === row.id);
    if (revision === undefined) return [];
    const state = {
      newest: revision,
      sentForReviewAt: row.sent_for_review_at,
      retiredAt: row.retired_at,
    };
    return {
      id: row.id,
      messageId: row.key_message_id,
      version: row.version,
      audienceId: row.audience_id,
      audienceName: row.audience_name,
      ...state,
      status: messageStatus(state, clearances),
      /** The message has a newer wording than the framing. */
      isOlderThanMessage: isOlderThanMessage(revision.madeAt, row.message_made_at ?? ""),
    };
  });
}

async function clearancesOf(
  read: Queries,
  revisions: readonly { id: string }[],
): Promise<RevisionClearance[]> {
  const ids = revisions.map((revision) => revision.id);
  return (await listClearances(read, "framing revision", ids)).map(clearanceOfRevision);
}

const newestRevisions = keptQuery((read, place: Place<"framings">) =>
  revisionsWithAuthor(read)
    .where("framing_revision.framing_id", "in", eachIn(place("framings")))
    .where((eb) =>
      eb(
        "framing_revision.number",
        "=",
        eb
          .selectFrom("framing_revision as other")
          .select((inner) => inner.fn.max("other.number").as("newest"))
          .whereRef("other.framing_id", "=", "framing_revision.framing_id"),
      ),
    ),
);

/** Every revision of a framing, the newest first, each with the clearance of its text. */
export async function listFramingRevisions(
  read: Queries,
  framingId: string,
): Promise<FramingRevisionWithClearance[]> {
  const revisions = (await revisionsOf(read, { framing: framingId })).map(revisionOf);
  const clearances = await clearancesOf(read, revisions);
  return revisions.map((revision) => ({
    ...revision,
    clearance: clearanceOfText(revision, clearances),
  }));
}

const revisionsOf = keptQuery((read, place: Place<"framing">) =>
  revisionsWithAuthor(read)
    .where("framing_revision.framing_id", "=", place("framing"))
    .orderBy("framing_revision.number", "desc"),
);

function revisionsWithAuthor(read: Queries) {
  return read
    .selectFrom("framing_revision")
    .innerJoin("account", "account.id", "framing_revision.made_by")
    .selectAll("framing_revision")
    .select("account.name as author_name");
}

function revisionOf(row: Selectable<Schema["framing_revision"]> & { author_name: string }) {
  return {
    id: row.id,
    framingId: row.framing_id,
    number: row.number,
    text: row.text,
    textHash: row.text_hash,
    reason: row.reason,
    madeBy: row.made_by,
    madeByName: row.author_name,
    madeAt: row.made_at,
  };
}

/** The audiences that a campaign may frame its messages for, by name: those that it addresses, and those framed for already. */
export async function audienceIdsByName(
  read: Queries,
  campaignId: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await audiencesOfCampaign(read, { campaign: campaignId });
  return new Map(rows.map((row) => [row.name, row.id]));
}

const audiencesOfCampaign = keptQuery((read, place: Place<"campaign">) =>
  read
    .selectFrom("audience")
    .select(["audience.id", "audience.name"])
    .where((eb) =>
      eb.or([
        eb(
          "audience.id",
          "in",
          eb
            .selectFrom("campaign_audience")
            .select("audience_id")
            .where("campaign_id", "=", place("campaign")),
        ),
        eb(
          "audience.id",
          "in",
          eb
            .selectFrom("framing")
            .innerJoin("key_message", "key_message.id", "framing.key_message_id")
            .select("framing.audience_id")
            .where("key_message.campaign_id", "=", place("campaign")),
        ),
      ]),
    )
    .orderBy("audience.sort_name")
    .orderBy("audience.id", "desc"),
);
