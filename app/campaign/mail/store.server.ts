import type { Kysely } from "kysely";
import type { HandlingIfAny } from "#app/text/handling.ts";
import type { Change } from "#db/change.server.ts";
import type { Database, UnrecordedSchema } from "#db/database.server.ts";
import { newId } from "#db/identifier.server.ts";
import type { LetterDetails, LetterKind } from "./letter.ts";

/** A letter to people of ours: it names a record and leads to its page, and carries none of its text. */
export type Letter = {
  kind: Exclude<LetterKind, "digest" | "test">;
  /** The accounts that it goes to. */
  to: readonly string[];
  campaignId: string;
  subjectTitle: string;
  handling: HandlingIfAny;
  path: string;
};

const NO_DETAILS: LetterDetails = { dueAt: null, answer: null };

/**
 * Puts a letter in the queue for each of the people, as part of the change that it tells of. It goes within seconds;
 * undoing the change takes it back while it waits. A form sent twice is one change, and so one letter. Nobody is told
 * of their own act, but who is to have a new line gets it also by their own.
 */
export async function queueMail(
  change: Change,
  letter: Letter,
  details: LetterDetails = NO_DETAILS,
): Promise<void> {
  for (const accountId of new Set(letter.to)) {
    if (accountId === change.author.accountId && letter.kind !== "new line") continue;
    const { kind, campaignId, subjectTitle, handling, path } = letter;
    const named = { accountId, campaignId, kind, subjectTitle, handling, path, details, subjectId: null };
    await change.insertUnrecorded("mail", rowOf(named, change.author.now, { changeId: change.id }));
  }
}

/** A letter that nobody's change has made: a reminder, the morning's digest, a test. */
export type OwnLetter = {
  kind: LetterKind;
  accountId: string;
  campaignId: string | null;
  subjectTitle: string;
  handling: HandlingIfAny;
  path: string;
  details: LetterDetails;
  /** The record that must still ask for it when it is sent; null where none must. */
  subjectId: string | null;
};

/** Puts a letter in the queue once for its key, whichever process comes first and however often it is asked. */
export async function queueOnce(
  database: Database,
  onceKey: string,
  letter: OwnLetter,
  now: Date,
): Promise<void> {
  await database.writeUnrecorded((write) =>
    write
      .insertInto("mail")
      .values(rowOf(letter, now, { onceKey }))
      .onConflict((on) => on.column("once_key").doNothing())
      .execute(),
  );
}

function rowOf(
  { kind, accountId, campaignId, subjectTitle, handling, path, details, subjectId }: OwnLetter,
  now: Date,
  { changeId = null, onceKey = null }: { changeId?: string | null; onceKey?: string | null },
) {
  return {
    id: newId(),
    change_id: changeId,
    account_id: accountId,
    campaign_id: campaignId,
    kind,
    once_key: onceKey,
    subject_title: subjectTitle,
    handling,
    path,
    content_json: JSON.stringify({ ...details, subjectId }),
    queued_at: now.toISOString(),
    next_try_at: now.toISOString(),
    claimed_until: null,
    handed_over_at: null,
    sent_at: null,
    given_up_at: null,
    dropped_at: null,
    taken_back_by: null,
  };
}

/** A letter in hand: nobody else takes it up until the claim ends. */
export type ClaimedLetter = NonNullable<Awaited<ReturnType<typeof claimLetter>>>;

/** Claims the letter that has waited longest past its time, until the given instant; null when none is due. */
export function claimLetter(database: Database, now: Date, until: Date) {
  return database.writeUnrecorded(async (write) => {
    const row = await nextDue(write, now.toISOString());
    if (row === undefined) return null;
    const claimed = { claimed_until: until.toISOString(), attempts: row.attempts + 1 };
    await write.updateTable("mail").set(claimed).where("id", "=", row.id).execute();
    const { attempts, claimed_until: claimedUntil } = claimed;
    return { ...row, queuedAt: new Date(row.queuedAt), attempts, claimedUntil };
  });
}

function nextDue(write: Kysely<UnrecordedSchema>, now: string) {
  return write
    .selectFrom("mail")
    .select(["id", "kind", "account_id as accountId", "campaign_id as campaignId", "change_id as changeId"])
    .select(["subject_title as subjectTitle", "handling", "path", "content_json as contentJson"])
    .select(["queued_at as queuedAt", "attempts"])
    .where("sent_at", "is", null)
    .where("given_up_at", "is", null)
    .where("dropped_at", "is", null)
    .where("taken_back_by", "is", null)
    .where("handed_over_at", "is", null)
    .where("next_try_at", "<=", now)
    .where((eb) => eb.or([eb("claimed_until", "is", null), eb("claimed_until", "<=", now)]))
    .orderBy("next_try_at")
    .orderBy("queued_at")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
}

/** Notes that the text goes to the server now. Throws where the claim has ended or the change was undone meanwhile. */
export async function markHandedOver(
  database: Database,
  { id, claimedUntil }: ClaimedLetter,
  now: Date,
): Promise<void> {
  const marked = await database.writeUnrecorded((write) =>
    write
      .updateTable("mail")
      .set({ handed_over_at: now.toISOString() })
      .where("id", "=", id)
      .where("claimed_until", "=", claimedUntil)
      .where("taken_back_by", "is", null)
      .executeTakeFirst(),
  );
  if (marked.numUpdatedRows !== 1n) throw new Error("The e-mail is no longer being handled");
}

/** How an attempt ended. */
export type AttemptOutcome =
  | { is: "sent" }
  | { is: "put off"; until: Date; fault: string }
  | { is: "given up"; fault: string }
  | { is: "not known"; fault: string }
  | { is: "dropped"; why: string };

/** Puts a claimed letter down again, with how the attempt ended; another's claim is left alone. */
export async function recordAttempt(
  database: Database,
  { id, claimedUntil }: ClaimedLetter,
  outcome: AttemptOutcome,
  now: Date,
): Promise<void> {
  const patch = { ...patchFor(outcome, now.toISOString()), claimed_until: null };
  await database.writeUnrecorded((write) =>
    write
      .updateTable("mail")
      .set(patch)
      .where("id", "=", id)
      .where("claimed_until", "=", claimedUntil)
      .execute(),
  );
}

function patchFor(outcome: AttemptOutcome, now: string) {
  switch (outcome.is) {
    case "sent":
      return { sent_at: now, last_fault: "" };
    case "put off":
      return {
        next_try_at: outcome.until.toISOString(),
        handed_over_at: null,
        last_fault: outcome.fault,
      };
    case "given up":
      return { given_up_at: now, handed_over_at: null, last_fault: outcome.fault };
    case "not known":
      return { last_fault: outcome.fault };
    case "dropped":
      return { dropped_at: now, last_fault: outcome.why };
  }
}

/** Lets a letter be sent at once, also one that was given up or of which nobody knows whether it arrived. */
export function tryLetterNow(database: Database, id: string, now: Date): Promise<void> {
  const at = now.toISOString();
  return changeByHand(database, id, at, { next_try_at: at, given_up_at: null, handed_over_at: null });
}

/** Gives a letter up that waits, or of which nobody knows whether it arrived. `why` names who did it. */
export function giveLetterUp(database: Database, id: string, why: string, now: Date): Promise<void> {
  const at = now.toISOString();
  return changeByHand(database, id, at, { given_up_at: at, handed_over_at: null, last_fault: why });
}

type ByHand = {
  next_try_at?: string;
  given_up_at: string | null;
  handed_over_at: null;
  last_fault?: string;
};

/** A letter that is in hand just now, or done with, is left as it is. */
async function changeByHand(database: Database, id: string, at: string, patch: ByHand): Promise<void> {
  await database.writeUnrecorded((write) =>
    write
      .updateTable("mail")
      .set({ ...patch, claimed_until: null })
      .where("id", "=", id)
      .where("sent_at", "is", null)
      .where("dropped_at", "is", null)
      .where("taken_back_by", "is", null)
      .where((eb) => eb.or([eb("claimed_until", "is", null), eb("claimed_until", "<=", at)]))
      .execute(),
  );
}

/** Drops what has waited untried since before `waitingSince`, as where mail is off, and removes what was queued before `queuedBefore`. */
export async function clearOldLetters(
  database: Database,
  { waitingSince, queuedBefore, now }: { waitingSince: Date; queuedBefore: Date; now: Date },
): Promise<void> {
  const done = queuedBefore.toISOString();
  const oldest = await database.read
    .selectFrom("mail")
    .select((eb) => eb.fn.min("queued_at").as("at"))
    .execute();
  if ((oldest[0]?.at ?? now.toISOString()) >= waitingSince.toISOString()) return;
  await database.writeUnrecorded(async (write) => {
    await write
      .updateTable("mail")
      .set({ dropped_at: now.toISOString(), last_fault: "It waited too long while mail was off." })
      .where("attempts", "=", 0)
      .where("queued_at", "<", waitingSince.toISOString())
      .where("sent_at", "is", null)
      .where("given_up_at", "is", null)
      .where("dropped_at", "is", null)
      .execute();
    await write.deleteFrom("mail").where("queued_at", "<", done).execute();
  });
}
