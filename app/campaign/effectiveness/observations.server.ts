import { sql } from "kysely";
import { FEEDBACK_KINDS, observationKindOf } from "#app/campaign/feedback/feedback.ts";
import { collectNotes, type NoteCollector, type NotedCell } from "#app/method/noted-cell.ts";
import { OBSERVATION_KINDS } from "#app/method/observation.ts";
import { dayNumber } from "#app/time/calendar-date.ts";
import { nextTurn } from "#db/in-turns.server.ts";
import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import { LEAST_PACKED, readPackedCell } from "./packed-notes.server.ts";

/** A cell that has notes; `stamp` is another one whenever a note in it has come, gone or changed. */
export type StampedCell = { messageId: string; audienceId: string; n: number; stamp: number };

/** The cells of a campaign that have notes. */
export function listStampedCells(read: Queries, campaignId: string): Promise<StampedCell[]> {
  return stampedCells(read, { campaign: campaignId });
}

const stampedCells = keptQuery((read, place: Place<"campaign">) =>
  read
    .selectFrom("observation_cell")
    .select(["key_message_id as messageId", "audience_id as audienceId", "n", "stamp"])
    .where("campaign_id", "=", place("campaign"))
    .orderBy("key_message_id")
    .orderBy("audience_id"),
);

/**
 * All notes of cells of one message, packed on their way here and kept packed: a cell may have hundreds of thousands, and a
 * campaign thousands of small ones, which are read together. While they are unpacked, others are let in.
 */
export async function readNotedCells(
  read: Queries,
  campaignId: string,
  cells: readonly StampedCell[],
): Promise<NotedCell[]> {
  const isSmall = ({ n }: StampedCell) => n < LEAST_PACKED;
  const noted = await readLooseCells(read, campaignId, cells.filter(isSmall));
  for (const cell of cells.filter((one) => !isSmall(one))) {
    const packed = await readPackedCell(read, { campaignId, ...cell }, cell.n, placeOfStoredKind);
    noted.push(...(packed === null ? await readLooseCells(read, campaignId, [cell]) : [packed]));
  }
  return noted;
}

async function readLooseCells(
  read: Queries,
  campaignId: string,
  cells: readonly StampedCell[],
): Promise<NotedCell[]> {
  const [first] = cells;
  if (first === undefined) return [];
  const audiences = JSON.stringify(cells.map(({ audienceId }) => audienceId));
  const days = await packedNotes(read, { campaign: campaignId, message: first.messageId, audiences });
  // After the notes, so that whoever rated is among them.
  const raterIds = (await accountIds(read, {})).map(({ id }) => id);
  const placeOf = new Map(raterIds.map((id, place) => [id, place]));
  const daysOf = Map.groupBy(days, ({ audienceId }) => audienceId);
  const noted: NotedCell[] = [];
  let taken = 0;
  for (const { messageId, audienceId } of cells) {
    const collector = collectNotes(raterIds);
    for (const { day, packed } of daysOf.get(audienceId) ?? []) {
      addNotes(collector, dayNumber(day), packed, placeOf);
      taken += packed.length;
      if (taken > LETTERS_AT_ONCE) {
        taken = 0;
        await nextTurn();
      }
    }
    noted.push(collector.cell(messageId, audienceId));
  }
  return noted;
}

/** About 20,000 notes: a few milliseconds of unpacking. */
const LETTERS_AT_ONCE = 500_000;

const accountIds = keptQuery((read) => read.selectFrom("account").select("id").orderBy("id"));

const kindPlace = sql.join(
  FEEDBACK_KINDS.map(
    (kind) => sql`when ${sql.lit(kind)} then ${sql.lit(placeOfKind(observationKindOf(kind)))}`,
  ),
  sql` `,
);

function placeOfKind(kind: (typeof OBSERVATION_KINDS)[number]): number {
  return OBSERVATION_KINDS.indexOf(kind);
}

/** What no reaction is, is a note of a meeting. */
function placeOfStoredKind(stored: string): number {
  const reaction = FEEDBACK_KINDS.find((kind) => kind === stored);
  return reaction === undefined ? 0 : placeOfKind(observationKindOf(reaction));
}

const packedNotes = keptQuery((read, place: Place<"campaign" | "message" | "audiences">) =>
  read
    .selectFrom("observation as note")
    .select(["note.audience_id as audienceId", "note.day"])
    .select(
      sql<string>`group_concat(cast(round(note.score * note.ratings) as integer) || ',' || note.ratings || ',' ||
        case note.kind ${kindPlace} else 0 end || ',' || note.rater_account_id)`.as("packed"),
    )
    .where("note.campaign_id", "=", place("campaign"))
    .where("note.key_message_id", "=", place("message"))
    .where("note.audience_id", "in", eachIn(place("audiences")))
    .groupBy(["note.audience_id", "note.day"])
    .orderBy("note.day"),
);

/** A day's notes: sum, ratings, kind and rater of each, parted by commas. */
function addNotes(
  collector: NoteCollector,
  day: number,
  packed: string,
  placeOf: ReadonlyMap<string, number>,
): void {
  for (let start = 0; start < packed.length; ) {
    const ratings = packed.indexOf(",", start) + 1;
    const kind = packed.indexOf(",", ratings) + 1;
    const rater = packed.indexOf(",", kind) + 1;
    const next = packed.indexOf(",", rater);
    const end = next < 0 ? packed.length : next;
    collector.add(
      day,
      placeOf.get(packed.slice(rater, end)) ?? -1,
      Number(packed.slice(kind, rater - 1)),
      Number(packed.slice(ratings, kind - 1)),
      Number(packed.slice(start, ratings - 1)),
    );
    start = end + 1;
  }
}
