import { dateOfDay, dayNumber } from "#app/time/calendar-date.ts";
import { nextTurn } from "#db/in-turns.server.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import { listStampedCells } from "../observations.server.ts";
import { type WordedCell, type WordedNote, type WordingQuestion, workOutWordings } from "./wordings-used.ts";

type Kept = { state: string; worked: WordedCell };

/** What was worked out last of each cell. It may be thrown away at any moment; the figures stay the same. */
const keptOf = new WeakMap<Queries, Map<string, Kept>>();

/**
 * A message's notes by the wording in which it was said, audience by audience. Only an audience whose notes, or whose
 * framings in papers, have changed since the last time is read again.
 */
export async function workOutWordingsUsed(
  read: Queries,
  campaignId: string,
  messageId: string,
  question: WordingQuestion,
): Promise<WordedCell[]> {
  const kept = keptOf.get(read) ?? new Map<string, Kept>();
  keptOf.set(read, kept);
  const [cells, framed] = await Promise.all([
    listStampedCells(read, campaignId),
    framedEvents(read, { message: messageId }),
  ]);
  const worked: WordedCell[] = [];
  for (const { audienceId, stamp } of cells.filter((cell) => cell.messageId === messageId)) {
    const own = framed.filter((one) => one.audienceId === audienceId);
    const state = JSON.stringify([stamp, question, own]);
    const key = `${campaignId} ${messageId} ${audienceId}`;
    const known = kept.get(key);
    const pair = { campaignId, messageId, audienceId };
    const cell = known?.state === state ? known.worked : await workOutPair(read, pair, own, question);
    kept.set(key, { state, worked: cell });
    worked.push(cell);
  }
  return worked;
}

/** The events whose papers in use hold the message's framing for an audience. */
const framedEvents = keptQuery((read, place: Place<"message">) =>
  read
    .selectFrom("framing")
    .innerJoin("talking_points_block as block", "block.origin_framing_id", "framing.id")
    .innerJoin("talking_points as paper", "paper.id", "block.talking_points_id")
    .select(["framing.id as framingId", "framing.audience_id as audienceId"])
    .select("paper.outreach_event_id as eventId")
    .distinct()
    .where("framing.key_message_id", "=", place("message"))
    .where("paper.retired_at", "is", null)
    .where("paper.outreach_event_id", "is not", null)
    .orderBy("framing.id")
    .orderBy("paper.outreach_event_id"),
);

/** For which audience each framing of a message is, by the framing's id. */
export async function audiencesFramedFor(
  read: Queries,
  messageId: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await read
    .selectFrom("framing")
    .innerJoin("audience", "audience.id", "framing.audience_id")
    .select(["framing.id", "audience.name"])
    .where("framing.key_message_id", "=", messageId)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

type Pair = { campaignId: string; messageId: string; audienceId: string };
type Framed = { framingId: string; eventId: string | null };

/** Others are let in while one audience is worked out. Of a reaction outside a meeting nobody records the wording: it is counted. */
async function workOutPair(
  read: Queries,
  pair: Pair,
  framed: readonly Framed[],
  question: WordingQuestion,
): Promise<WordedCell> {
  const { campaignId: campaign, messageId: message, audienceId: audience } = pair;
  const until = dateOfDay(question.asOfDay);
  const [reactions] = await reactionsUntil(read, { campaign, message, audience, until });
  const notes = await readNotes(read, pair, framed);
  await nextTurn();
  const worked = workOutWordings(audience, notes, question);
  await nextTurn();
  return { ...worked, ratings: worked.ratings + (reactions?.count ?? 0) };
}

const reactionsUntil = keptQuery((read, place: Place<"campaign" | "message" | "audience", "until">) =>
  read
    .selectFrom("observation")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("campaign_id", "=", place("campaign"))
    .where("key_message_id", "=", place("message"))
    .where("audience_id", "=", place("audience"))
    .where("day", "<=", place("until"))
    .where("kind", "<>", "meeting note"),
);

async function readNotes(
  read: Queries,
  { campaignId, messageId, audienceId }: Pair,
  framed: readonly Framed[],
): Promise<WordedNote[]> {
  const rows = await wordedNotes(read, { campaign: campaignId, message: messageId, audience: audienceId });
  const framingOf = new Map(framed.map(({ eventId, framingId }) => [eventId, framingId]));
  return rows.map(({ day, rater, ratings, score, wording, revision, event }) => ({
    day: dayNumber(day),
    raterId: rater,
    kind: "meeting note",
    ratings,
    sum: Math.round(score * ratings),
    wording,
    revisionId: revision,
    framingId: event === null ? null : (framingOf.get(event) ?? null),
  }));
}

const wordedNotes = keptQuery((read, place: Place<"campaign" | "message" | "audience">) =>
  read
    .selectFrom("observation as note")
    .leftJoin("outcome", "outcome.id", "note.source_id")
    .leftJoin("reception as said", (join) =>
      join.onRef("said.id", "=", (eb) =>
        eb
          .selectFrom("reception as one")
          .select((inner) => inner.fn.min("one.id").as("first"))
          .whereRef("one.outcome_id", "=", "note.source_id")
          .whereRef("one.key_message_id", "=", "note.key_message_id")
          .whereRef("one.audience_id", "=", "note.audience_id")
          .where("one.score", "is not", null),
      ),
    )
    .select(["note.day", "note.rater_account_id as rater", "note.ratings", "note.score"])
    .select(["said.wording", "said.message_revision_id as revision", "outcome.outreach_event_id as event"])
    .where("note.campaign_id", "=", place("campaign"))
    .where("note.key_message_id", "=", place("message"))
    .where("note.audience_id", "=", place("audience"))
    .where("note.kind", "=", "meeting note")
    .orderBy("note.day")
    .orderBy("note.source_id"),
);
