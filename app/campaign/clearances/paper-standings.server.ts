import { sql } from "kysely";
import { paperHash } from "#app/campaign/paper-text/paper.ts";
import { paperQueries, papersFrom, type StoredPaper } from "#app/campaign/paper-text/papers.server.ts";
import { keptAnswer } from "#db/kept-answer.server.ts";
import { eachIn, together } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import { type ClearanceStatus, clearanceStatus, type PaperStanding, standingOf } from "./clearance-status.ts";
import { clearanceOf, clearancesOf, listClearances, type StoredClearance } from "./store.server.ts";

type Standings = ReadonlyMap<string, PaperStanding>;

/** Whether each of these papers is cleared as it stands, by its id. Only what was ever cleared is read and hashed. */
export const listStandings = keptAnswer(async (read, paperIds: readonly string[]): Promise<Standings> => {
  if (paperIds.length === 0) return new Map();
  const found = await clearancesAndPapers(read, { kind: "talking points", ids: JSON.stringify(paperIds) });
  const clearances = found.clearancesOf.map(clearanceOf);
  const standings = new Map(papersFrom(found).map((paper) => [paper.id, standingAmong(paper, clearances)]));
  return new Map(paperIds.map((id) => [id, standings.get(id) ?? NEVER_CLEARED]));
});

const clearancesAndPapers = together({
  clearancesOf,
  ...paperQueries(
    (place) => sql<string>`(select subject_id from clearance
      where subject_kind = 'talking points' and subject_id in ${eachIn(place("ids"))})`,
  ),
});

const NEVER_CLEARED: PaperStanding = { status: "draft", clearedBy: null, manner: null };

export function standingAmong(paper: StoredPaper, clearances: readonly StoredClearance[]): PaperStanding {
  return standingOf(
    { hash: paperHash(paper.text), handling: paper.handling },
    clearances.filter((clearance) => clearance.subjectId === paper.id),
  );
}

/** Whether a paper is cleared as it stands, by the clearances on record. */
export async function findClearanceStatus(read: Queries, paper: StoredPaper): Promise<ClearanceStatus> {
  const stored = await listClearances(read, "talking points", [paper.id]);
  return clearanceStatus(
    paper,
    stored.map(({ contentJson, subjectId: _, ...clearance }) => ({
      ...clearance,
      text: JSON.parse(contentJson),
    })),
  );
}
