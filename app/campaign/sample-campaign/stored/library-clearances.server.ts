import { insertClearance } from "#app/campaign/clearances/store.server.ts";
import { findKeyMessage } from "#app/campaign/messages/list.server.ts";
import { messageTextHash } from "#app/campaign/messages/message-revision.ts";
import { listObjections } from "#app/campaign/messages/objections/list.server.ts";
import { wordsToSayHash } from "#app/campaign/messages/words-to-say.ts";
import type { Database } from "#db/database.server.ts";
import { accountId, writeEntry } from "./scribe.server.ts";

const DAY = 86_400_000;

/** The ministry clears a new wording two days after it was written. */
export async function clearNewest(
  database: Database,
  campaign: string,
  number: number,
  writtenAt: Date,
): Promise<void> {
  const message = await findKeyMessage(database.read, campaign, String(number));
  if (message === null) return;
  const { newest } = message;
  const entry = {
    by: accountId("ministry"),
    at: new Date(writtenAt.getTime() + 2 * DAY),
    campaign,
    kind: "key message",
    id: message.id,
    action: "cleared",
    summary: `Cleared revision ${newest.number} of message ${number}`,
    location: `/c/${campaign}/messages/${number}`,
  } as const;
  const { title, statement, talkingPoint, avoid, note } = newest;
  const content = { title, statement, talkingPoint, avoid, note };
  await writeEntry(database, entry, (change) =>
    insertClearance(change, {
      campaignId: campaign,
      subject: { kind: "message revision", id: newest.id },
      hash: messageTextHash(content),
      content,
      authority: "ministry",
      isOwnDraft: false,
    }),
  );
}

/** The ministry clears the words to say that are ready: the difficult question waits for the line from the capital. */
export async function clearReplies(database: Database, campaign: string, at: Date): Promise<void> {
  const objections = await listObjections(database.read, campaign);
  for (const { id, code, name, wordsToSay } of objections) {
    if (wordsToSay === "") continue;
    const entry = {
      by: accountId("ministry"),
      at,
      campaign,
      kind: "objection",
      id,
      action: "cleared",
      summary: `Cleared the reply to ${code}, ${name}`,
      location: `/c/${campaign}/objections/${code}`,
    } as const;
    await writeEntry(database, entry, (change) =>
      insertClearance(change, {
        campaignId: campaign,
        subject: { kind: "objection", id },
        hash: wordsToSayHash({ name, wordsToSay }),
        content: { name, wordsToSay },
        authority: "ministry",
        isOwnDraft: false,
      }),
    );
  }
}
