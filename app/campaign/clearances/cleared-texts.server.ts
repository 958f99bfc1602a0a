import type { Change } from "#db/change.server.ts";
import type { Agreed } from "./clear-talking-points.ts";
import { mannerOf } from "./clearance-round.ts";
import type { DeskAnswer } from "./clearance-status.ts";
import { listRound, type StoredRequest } from "./requests.server.ts";
import { insertClearanceOfDesks, updateRequest } from "./store.server.ts";
import type { TextToClear } from "./text-to-clear.server.ts";

/** Records that every desk that had to agree has: who, when, by silence or not, and whose own draft it was. */
export async function recordCleared(
  change: Change,
  text: TextToClear,
  { authority, withdraw }: Extract<Agreed, { next: "cleared" }>,
): Promise<void> {
  for (const id of withdraw) {
    await updateRequest(change, id, {
      answer: "withdrawn",
      answer_reason: "The ministry has cleared the wording of every block: the embassy clears alone.",
      answered_by: change.author.accountId,
      answered_at: change.author.now.toISOString(),
    });
  }
  const round = await listRound(change.read, text.subject);
  const answers = round
    .filter(({ answer, hash }) => answer === "cleared" && hash === text.hash)
    .map((request) => deskAnswer(request, text.writers))
    .toSorted((one, other) => one.at.getTime() - other.at.getTime());
  await insertClearanceOfDesks(change, {
    campaignId: text.campaignId,
    subject: text.subject,
    hash: text.hash,
    content: text.content,
    authority,
    handling: text.handling,
    manner: mannerOf(answers),
    answers,
    isOwnDraft: answers.some(({ isOwnDraft }) => isOwnDraft),
  });
}

function deskAnswer(request: StoredRequest, writers: readonly string[]): DeskAnswer {
  const { desk, manner, answeredBy, answeredById, answeredFor, answeredAt, sentAt } = request;
  const isSilent = manner === "by silence";
  return {
    desk: desk.name,
    by: isSilent ? null : answeredBy,
    inPlaceOf: answeredFor,
    isOwnDraft: !isSilent && answeredById !== null && writers.includes(answeredById),
    at: answeredAt ?? sentAt,
    manner: isSilent ? "by silence" : "by a person",
  };
}
