import { CompiledQuery, sql } from "kysely";
import { collectNotes, type NoteCollector, type NotedCell } from "#app/method/noted-cell.ts";
import { packedObservations } from "#db/copies.server.ts";
import type { Database } from "#db/database.server.ts";
import { nextTurn } from "#db/in-turns.server.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";

/** A smaller cell is read from its observations as fast. */
export const LEAST_PACKED = 500;
/** So many observations are packed a minute; no more than that is read for it at once. */
const MOST_AT_ONCE = 250_000;

type Cell = { campaignId: string; messageId: string; audienceId: string };

/** Four numbers for what is alike: the day, how many ratings, their sum, how many such notes. */
type Part = { rater: number; kind: number; numbers: readonly number[] };
const OF_ONE = 4;

/**
 * The notes of a cell as they were packed, null where they are not or do not come to `n`; `placeOfKind` is the place of a
 * stored kind in the method's list. Others are let in meanwhile.
 */
export async function readPackedCell(
  read: Queries,
  { campaignId: campaign, messageId: message, audienceId: audience }: Cell,
  n: number,
  placeOfKind: (kind: string) => number,
): Promise<NotedCell | null> {
  const [row] = await packedCell(read, { campaign, message, audience });
  if (row === undefined) return null;
  const parts: [string, string, number[]][] = JSON.parse(row.notes);
  const raterIds = [...new Set(parts.map(([rater]) => rater))].toSorted();
  if (parts.reduce((sum, [, , numbers]) => sum + countIn(numbers), 0) !== n) return null;
  await nextTurn();
  const collector = collectNotes(raterIds);
  addByDay(
    collector,
    parts.map(([rater, kind, numbers]) => ({
      rater: raterIds.indexOf(rater),
      kind: placeOfKind(kind),
      numbers,
    })),
  );
  return collector.cell(message, audience);
}

function countIn(numbers: readonly number[]): number {
  let count = 0;
  for (let at = OF_ONE - 1; at < numbers.length; at += OF_ONE) count += numbers[at] ?? 0;
  return count;
}

/** Each part is in order of day; all of one day is taken before the next. */
function addByDay(collector: NoteCollector, parts: readonly Part[]): void {
  const places = parts.map(() => 0);
  const dayAt = (part: number) => parts[part]?.numbers[places[part] ?? 0] ?? Number.POSITIVE_INFINITY;
  for (;;) {
    const day = Math.min(...parts.map((_, part) => dayAt(part)));
    if (day === Number.POSITIVE_INFINITY) return;
    for (const [at, { rater, kind, numbers }] of parts.entries()) {
      let place = places[at] ?? 0;
      for (; numbers[place] === day; place += OF_ONE) {
        const [ratings = 0, sum = 0, count = 0] = numbers.slice(place + 1, place + OF_ONE);
        collector.add(day, rater, kind, ratings, sum, count);
      }
      places[at] = place;
    }
  }
}

const packedCell = keptQuery((read, place: Place<"campaign" | "message" | "audience">) =>
  read
    .selectFrom("observation_packed")
    .select("notes")
    .where("campaign_id", "=", place("campaign"))
    .where("key_message_id", "=", place("message"))
    .where("audience_id", "=", place("audience")),
);

/** Packs cells of at least so many observations that are not packed; a cell that changes meanwhile is left for the next time. */
export async function packNotes(
  { read, writeUnrecorded }: Pick<Database, "read" | "writeUnrecorded">,
  least = LEAST_PACKED,
): Promise<void> {
  const packed: { cell: Cell; stamp: number; notes: string }[] = [];
  let taken = 0;
  for (const { n, stamp, ...cell } of await cellsToPack(read, least)) {
    if (taken > MOST_AT_ONCE) break;
    taken += n;
    const values = [cell.campaignId, cell.messageId, cell.audienceId];
    const { rows } = await read.executeQuery<{ notes: string }>(CompiledQuery.raw(PACKED_CELL, values));
    for (const { notes } of rows) packed.push({ cell, stamp, notes });
  }
  if (packed.length === 0) return;
  await writeUnrecorded(async (write) => {
    for (const { cell, stamp, notes } of packed)
      await sql`insert into observation_packed (campaign_id, key_message_id, audience_id, notes)
        select campaign_id, key_message_id, audience_id, ${notes} from observation_cell
        where campaign_id = ${cell.campaignId} and key_message_id = ${cell.messageId}
          and audience_id = ${cell.audienceId} and stamp = ${stamp}
        on conflict do nothing`.execute(write);
  });
}

const PACKED_CELL = packedObservations(
  "note.campaign_id = ? and note.key_message_id = ? and note.audience_id = ?",
);

function cellsToPack(read: Queries, least: number) {
  return read
    .selectFrom("observation_cell as cell")
    .leftJoin("observation_packed as packed", (join) =>
      join
        .onRef("packed.campaign_id", "=", "cell.campaign_id")
        .onRef("packed.key_message_id", "=", "cell.key_message_id")
        .onRef("packed.audience_id", "=", "cell.audience_id"),
    )
    .select(["cell.campaign_id as campaignId", "cell.key_message_id as messageId"])
    .select(["cell.audience_id as audienceId", "cell.n", "cell.stamp"])
    .where("cell.n", ">=", least)
    .where("packed.campaign_id", "is", null)
    .orderBy("cell.campaign_id")
    .execute();
}
