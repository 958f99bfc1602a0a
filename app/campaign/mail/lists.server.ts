import { type Cut, cut } from "#app/text/cut.ts";
import type { Queries } from "#db/schema.ts";

/** A letter as the administrator sees it: never what it is about, since a campaign's titles are for its people. */
export type ListedLetter = ReturnType<typeof listedLetter>;

/** The post as it stands: what waits, what nobody knows of whether it arrived, what was given up, and what was sent. */
export type PostAtHand = {
  waiting: readonly ListedLetter[];
  notKnown: readonly ListedLetter[];
  /** Of those that wait or of which nobody knows, together. */
  openCutAt: number | null;
  givenUp: Cut<ListedLetter>;
  sent: { count: number; lastAt: string | null };
};

/** How many letters a list shows; what comes after them takes their place. */
const SHOWN = 100;

export async function readPost(read: Queries, now: Date): Promise<PostAtHand> {
  const [found, givenUp, sent] = await Promise.all([
    lettersOf(read)
      .where("mail.given_up_at", "is", null)
      .orderBy("mail.next_try_at")
      .orderBy("mail.id")
      .limit(SHOWN + 1)
      .execute(),
    lettersOf(read)
      .where("mail.given_up_at", "is not", null)
      .orderBy("mail.given_up_at", "desc")
      .orderBy("mail.id")
      .limit(SHOWN + 1)
      .execute(),
    read
      .selectFrom("mail")
      .select((eb) => [eb.fn.count<number>("id").as("count"), eb.fn.max("sent_at").as("last")])
      .where("sent_at", "is not", null)
      .executeTakeFirst(),
  ]);
  const at = now.toISOString();
  const isInHand = (until: string | null) => until !== null && until > at;
  const open = cut(found, SHOWN);
  const listed = open.rows.map((row) => ({
    ...listedLetter(row, isInHand(row.claimed_until)),
    isNotKnown: row.handed_over_at !== null && !isInHand(row.claimed_until),
  }));
  return {
    waiting: listed.filter((letter) => !letter.isNotKnown),
    notKnown: listed.filter((letter) => letter.isNotKnown),
    openCutAt: open.cutAt,
    givenUp: cut(
      givenUp.map((row) => listedLetter(row, false)),
      SHOWN,
    ),
    sent: { count: Number(sent?.count ?? 0), lastAt: sent?.last ?? null },
  };
}

function lettersOf(read: Queries) {
  return read
    .selectFrom("mail")
    .innerJoin("account", "account.id", "mail.account_id")
    .select(["mail.id", "mail.kind", "account.name", "mail.queued_at", "mail.next_try_at", "mail.attempts"])
    .select(["mail.last_fault", "mail.claimed_until", "mail.handed_over_at"])
    .where("mail.sent_at", "is", null)
    .where("mail.dropped_at", "is", null)
    .where("mail.taken_back_by", "is", null);
}

type Row = Awaited<ReturnType<ReturnType<typeof lettersOf>["execute"]>>[number];

function listedLetter(row: Row, isInHand: boolean) {
  return {
    id: row.id,
    kind: row.kind,
    to: row.name,
    queuedAt: row.queued_at,
    nextTryAt: row.next_try_at,
    attempts: row.attempts,
    fault: row.last_fault,
    isInHand,
  };
}
