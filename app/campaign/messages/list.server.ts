import { sql } from "kysely";
import { listClearances } from "#app/campaign/clearances/store.server.ts";
import { type Cut, cut } from "#app/text/cut.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import { messageStatus } from "./message-status.ts";
import { clearanceOfRevision, revisionOf, revisionsWithAuthor } from "./revisions.server.ts";

/** A key message with its newest revision and the codes of what it leans on. */
export type KeyMessage = Awaited<ReturnType<typeof withNewest>>[number];

/** The key messages of a campaign by number, the retired ones last. */
export async function listKeyMessages(read: Queries, campaignId: string): Promise<KeyMessage[]> {
  return withNewest(read, await messagesOfCampaign(read, { campaign: campaignId }));
}

const messagesOfCampaign = keptQuery((read, place: Place<"campaign">) =>
  read
    .selectFrom("key_message")
    .selectAll()
    .where("campaign_id", "=", place("campaign"))
    .orderBy((eb) => eb("retired_at", "is not", null))
    .orderBy("number"),
);

/** A page of the key messages in use, by number. */
export async function listMessagesInUse(
  read: Queries,
  campaignId: string,
  { offset, limit }: { offset: number; limit: number },
): Promise<KeyMessage[]> {
  return withNewest(read, await messagesInUse(read, { campaign: campaignId, offset, limit }));
}

const messagesInUse = keptQuery((read, place: Place<"campaign" | "offset" | "limit">) =>
  read
    .selectFrom("key_message")
    .selectAll()
    .where("campaign_id", "=", place("campaign"))
    .where("retired_at", "is", null)
    .orderBy("number")
    .offset(sql<number>`${place("offset")}`)
    .limit(sql<number>`${place("limit")}`),
);

/** The retired messages of a campaign by number, a hundred at most. */
export async function listRetiredMessages(read: Queries, campaignId: string): Promise<Cut<KeyMessage>> {
  const { rows, cutAt } = cut(await retiredMessages(read, { campaign: campaignId }), MOST_RETIRED);
  return { rows: await withNewest(read, rows), cutAt };
}

const MOST_RETIRED = 100;

const retiredMessages = keptQuery((read, place: Place<"campaign">) =>
  read
    .selectFrom("key_message")
    .selectAll()
    .where("campaign_id", "=", place("campaign"))
    .where("retired_at", "is not", null)
    .orderBy("number")
    .limit(MOST_RETIRED + 1),
);

/** One key message of a campaign by its number or its id. */
export async function findKeyMessage(
  read: Queries,
  campaignId: string,
  numberOrId: string,
): Promise<KeyMessage | null> {
  const number = /^[1-9]\d{0,2}$/.test(numberOrId) ? Number(numberOrId) : 0;
  const rows = await messagesNamed(read, { campaign: campaignId, number, id: numberOrId });
  return (await withNewest(read, rows)).at(0) ?? null;
}

const messagesNamed = keptQuery((read, place: Place<"campaign" | "number" | "id">) =>
  read
    .selectFrom("key_message")
    .selectAll()
    .where("campaign_id", "=", place("campaign"))
    .where((eb) => eb.or([eb(sql<string>`number`, "=", place("number")), eb("id", "=", place("id"))])),
);

/** Which wording and which ties a page showed, as its form carries it: a save from a page that showed others is refused. */
export function linksOfMessage({ newest, proofPointIds, objectionIds }: KeyMessage): string {
  return [newest.id, ...proofPointIds, ...objectionIds].join(" ");
}

type MessageRow = {
  id: string;
  number: number;
  version: number;
  effective_from: CalendarDate | null;
  effective_until: CalendarDate | null;
  sent_for_review_at: string | null;
  retired_at: string | null;
};

async function withNewest(read: Queries, rows: readonly MessageRow[]) {
  if (rows.length === 0) return [];
  const messages = JSON.stringify(rows.map((row) => row.id));
  const newest = (await newestRevisions(read, { messages })).map(revisionOf);
  const ids = newest.map((revision) => revision.id);
  const clearances = (await listClearances(read, "message revision", ids)).map(clearanceOfRevision);
  const proofPoints = await proofPointLinks(read, { messages });
  const objections = await objectionLinks(read, { messages });
  return rows.flatMap((row) => {
    const revision = newest.find((one) => one.messageId === row.id);
    if (revision === undefined) return [];
    const { id, number, version, sent_for_review_at: sentForReviewAt, retired_at: retiredAt } = row;
    const state = { newest: revision, sentForReviewAt, retiredAt };
    return {
      id,
      number,
      version,
      effectiveFrom: row.effective_from,
      effectiveUntil: row.effective_until,
      ...state,
      status: messageStatus(state, clearances),
      proofPointIds: proofPoints.filter((link) => link.messageId === id).map((link) => link.id),
      objectionIds: objections.filter((link) => link.messageId === id).map((link) => link.id),
    };
  });
}

const newestRevisions = keptQuery((read, place: Place<"messages">) =>
  revisionsWithAuthor(read)
    .where("message_revision.key_message_id", "in", eachIn(place("messages")))
    .where((eb) =>
      eb(
        "message_revision.number",
        "=",
        eb
          .selectFrom("message_revision as other")
          .select((inner) => inner.fn.max("other.number").as("newest"))
          .whereRef("other.key_message_id", "=", "message_revision.key_message_id"),
      ),
    ),
);

/** Only what is in use: a retired proof point stays tied to the message, and shows again when it comes back. */
const proofPointLinks = keptQuery((read, place: Place<"messages">) =>
  read
    .selectFrom("message_proof_point")
    .innerJoin("proof_point", "proof_point.id", "message_proof_point.proof_point_id")
    .select(["key_message_id as messageId", "proof_point_id as id"])
    .where("key_message_id", "in", eachIn(place("messages")))
    .where("proof_point.retired_at", "is", null)
    .orderBy("message_proof_point.position"),
);

const objectionLinks = keptQuery((read, place: Place<"messages">) =>
  read
    .selectFrom("message_objection")
    .innerJoin("objection", "objection.id", "message_objection.objection_id")
    .select(["key_message_id as messageId", "objection_id as id"])
    .where("key_message_id", "in", eachIn(place("messages")))
    .where("objection.retired_at", "is", null)
    .orderBy("message_objection.position"),
);
