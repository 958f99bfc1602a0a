import type { Kysely } from "kysely";
import type { Schema } from "#db/schema.ts";

type ChangedRow = {
  table_name: string;
  row_id: string;
  before_json: string | null;
  after_json: string | null;
};

const WORDS = ["title", "ask", "speaker", "objective"];

/** Whether rows of a change are words of a paper that is marked as used: those stay as they were, undone or not. */
export async function changesUsedPaper(read: Kysely<Schema>, rows: readonly ChangedRow[]): Promise<boolean> {
  const papers = [...rows.flatMap(paperOfRow), ...(await papersOfFootnotes(read, rows))];
  if (papers.length === 0) return false;
  const used = await read
    .selectFrom("talking_points")
    .select("id")
    .where("id", "in", papers)
    .where("stage", "=", "used")
    .executeTakeFirst();
  return used !== undefined;
}

function paperOfRow(row: ChangedRow): readonly string[] {
  const [before, after] = [cellsOf(row.before_json), cellsOf(row.after_json)];
  if (row.table_name === "talking_points_block") return [String({ ...before, ...after }.talking_points_id)];
  const isReworded =
    row.table_name === "talking_points" && WORDS.some((word) => before[word] !== after[word]);
  return isReworded ? [row.row_id] : [];
}

/** A block that is gone with its footnotes is among the rows itself. */
async function papersOfFootnotes(read: Kysely<Schema>, rows: readonly ChangedRow[]): Promise<string[]> {
  const blocks = rows
    .filter((row) => row.table_name === "talking_points_footnote")
    .map((row) =>
      String({ ...cellsOf(row.before_json), ...cellsOf(row.after_json) }.talking_points_block_id),
    );
  if (blocks.length === 0) return [];
  const found = await read
    .selectFrom("talking_points_block")
    .select("talking_points_id as id")
    .where("id", "in", blocks)
    .execute();
  return found.map((block) => block.id);
}

function cellsOf(json: string | null): Readonly<Record<string, unknown>> {
  return json === null ? {} : JSON.parse(json);
}
