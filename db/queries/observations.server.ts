import { type Kysely, sql } from "kysely";
import type { NotedCell } from "#app/domain/effectiveness/campaign-levels.ts";
import type { ObservationKind } from "#app/domain/effectiveness/observation.ts";
import { observationKindOf } from "#app/domain/feedback/feedback.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Schema } from "#db/schema.ts";

/** A cell that has notes; `stamp` is another one whenever a note in it has come, gone or changed. */
export type StampedCell = { messageId: string; audienceId: string; n: number; stamp: number };

/** The cells of a campaign that have notes. */
export function listStampedCells(read: Kysely<Schema>, campaignId: string): Promise<StampedCell[]> {
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

/** All notes of one cell, by day: read packed, for a cell may have tens of thousands. */
export async function readNotedCell(
  read: Kysely<Schema>,
  campaignId: string,
  { messageId, audienceId }: Pick<StampedCell, "messageId" | "audienceId">,
): Promise<NotedCell> {
  const cell = { campaign: campaignId, message: messageId, audience: audienceId };
  const [row] = await packedNotes(read, cell);
  return { messageId, audienceId, notes: notesIn(row?.packed ?? "") };
}

const packedNotes = keptQuery((read, place: Place<"campaign" | "message" | "audience">) =>
  read
    .selectFrom((eb) =>
      eb
        .selectFrom("observation")
        .select(["day", "score", "ratings", "kind", "rater_account_id"])
        .where("campaign_id", "=", place("campaign"))
        .where("key_message_id", "=", place("message"))
        .where("audience_id", "=", place("audience"))
        .orderBy("day")
        .orderBy("source_id")
        .as("note"),
    )
    .select(
      sql<string | null>`group_concat(note.day || cast(round(note.score * note.ratings) as integer) || ',' ||
        note.ratings || ',' || note.rater_account_id || ',' || note.kind, char(10))`.as("packed"),
    ),
);

const DAY = 86_400_000;
const LENGTH_OF_DAY = 10;

function notesIn(packed: string): NotedCell["notes"] {
  if (packed === "") return [];
  const dayOf = dayReader();
  const notes = packed.split("\n").map((line) => {
    const [sum = "", ratings = "", raterId = "", kind = ""] = line.slice(LENGTH_OF_DAY).split(",", 4);
    return {
      day: dayOf(line.slice(0, LENGTH_OF_DAY)),
      sum: Number(sum),
      ratings: Number(ratings),
      kind: kindOf(kind),
      raterId,
    };
  });
  return notes;
}

/** Days as whole numbers since 1970; notes stand in order of day, so most days were just read. */
function dayReader(): (text: string) => number {
  let last = "";
  let day = 0;
  return (text) => {
    if (text !== last) {
      last = text;
      day = Date.parse(text) / DAY;
    }
    return day;
  };
}

function kindOf(stored: string): ObservationKind {
  switch (stored) {
    case "written reply":
    case "public statement":
    case "vote or co-signature":
    case "adopted text":
    case "media mention":
    case "survey answer":
      return observationKindOf(stored);
    default:
      return "meeting note";
  }
}
