import type { Change } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";

/** A letter to people of ours: it names a record and leads to its page, and carries none of its text. */
export type Letter = {
  kind:
    | "clearance asked"
    | "clearance answered"
    | "clearance due"
    | "hold placed"
    | "hold lifted"
    | "new line";
  /** The accounts that it goes to. */
  to: readonly string[];
  campaignId: string;
  subjectTitle: string;
  handling: string;
  path: string;
};

/** Puts a letter in the queue for each of the people, as part of the change that it tells of. */
export async function queueMail(change: Change, letter: Letter): Promise<void> {
  const now = change.author.now.toISOString();
  for (const accountId of new Set(letter.to)) {
    await change.insertUnrecorded("mail", {
      id: newId(),
      change_id: change.id,
      account_id: accountId,
      campaign_id: letter.campaignId,
      kind: letter.kind,
      once_key: null,
      subject_title: letter.subjectTitle,
      handling: letter.handling,
      path: letter.path,
      queued_at: now,
      next_try_at: now,
      claimed_until: null,
      handed_over_at: null,
      sent_at: null,
      given_up_at: null,
      dropped_at: null,
      taken_back_by: null,
    });
  }
}
