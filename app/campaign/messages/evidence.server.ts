import { newestRevision } from "#app/campaign/campaigns/choices.server.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";

/** A proof point as a list of messages names it. */
export type ProofPointOfMessage = { messageId: string; code: string; reviewBy: CalendarDate | null };

/** An objection as a list of messages names it. */
export type ObjectionOfMessage = {
  messageId: string;
  id: string;
  code: string;
  name: string;
  isDifficultQuestion: 0 | 1;
};

/** The proof points in use on which these messages stand, in their order. */
export async function listProofPointsOfMessages(
  read: Queries,
  messageIds: readonly string[],
): Promise<ProofPointOfMessage[]> {
  return messageIds.length === 0 ? [] : proofPointsOf(read, { messages: JSON.stringify(messageIds) });
}

const proofPointsOf = keptQuery((read, place: Place<"messages">) =>
  read
    .selectFrom("message_proof_point as link")
    .innerJoin("proof_point", "proof_point.id", "link.proof_point_id")
    .select(["link.key_message_id as messageId", "proof_point.code", "proof_point.review_by as reviewBy"])
    .where("link.key_message_id", "in", eachIn(place("messages")))
    .where("proof_point.retired_at", "is", null)
    .orderBy("link.position"),
);

/** The objections in use against these messages, in their order. */
export async function listObjectionsOfMessages(
  read: Queries,
  messageIds: readonly string[],
): Promise<ObjectionOfMessage[]> {
  return messageIds.length === 0 ? [] : objectionsOf(read, { messages: JSON.stringify(messageIds) });
}

const objectionsOf = keptQuery((read, place: Place<"messages">) =>
  read
    .selectFrom("message_objection as link")
    .innerJoin("objection", "objection.id", "link.objection_id")
    .select(["link.key_message_id as messageId", "objection.id", "objection.code", "objection.name"])
    .select("objection.is_difficult_question as isDifficultQuestion")
    .where("link.key_message_id", "in", eachIn(place("messages")))
    .where("objection.retired_at", "is", null)
    .orderBy("link.position"),
);

/** The retired proof points that are still tied to a message: they count no longer, and show as retired. */
export async function listRetiredProofPointsOf(
  read: Queries,
  messageId: string,
): Promise<{ code: string }[]> {
  return retiredOf(read, { message: messageId });
}

const retiredOf = keptQuery((read, place: Place<"message">) =>
  read
    .selectFrom("message_proof_point as link")
    .innerJoin("proof_point", "proof_point.id", "link.proof_point_id")
    .select("proof_point.code")
    .where("link.key_message_id", "=", place("message"))
    .where("proof_point.retired_at", "is not", null)
    .orderBy("link.position"),
);

/** The messages in use against which an objection stands, by number. */
export async function listMessagesOfObjection(
  read: Queries,
  objectionId: string,
): Promise<{ number: number; title: string }[]> {
  return messagesOfObjection(read, { objection: objectionId });
}

const messagesOfObjection = keptQuery((read, place: Place<"objection">) =>
  read
    .selectFrom("message_objection as link")
    .innerJoin("key_message as message", "message.id", "link.key_message_id")
    .innerJoin("message_revision as revision", "revision.key_message_id", "message.id")
    .select(["message.number", "revision.title"])
    .where("link.objection_id", "=", place("objection"))
    .where("message.retired_at", "is", null)
    .where("revision.number", "=", newestRevision)
    .orderBy("message.number"),
);
