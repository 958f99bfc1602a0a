import type { Kysely } from "kysely";
import { type WorkedCell, workOutCell } from "#app/domain/effectiveness/campaign-levels.ts";
import type { EffectivenessParameters } from "#app/domain/effectiveness/parameters.ts";
import type { Schema } from "#db/schema.ts";
import { listStampedCells, readNotedCell } from "./observations.server.ts";

/** At which days and with what the cells of a campaign are worked out. */
export type Question = { asOfDay: number; days: readonly number[]; parameters: EffectivenessParameters };

type Kept = { question: string; cells: Map<string, { stamp: number; worked: WorkedCell }> };

/** What was worked out last for each campaign. It may be thrown away at any moment; the figures stay the same. */
const keptOf = new WeakMap<Kysely<Schema>, Map<string, Kept>>();

/**
 * Every cell of a campaign that has notes, worked out. Only a cell whose notes have changed since the last time is read
 * again, so that one more note costs its cell.
 */
export async function workOutCells(
  read: Kysely<Schema>,
  campaignId: string,
  question: Question,
): Promise<WorkedCell[]> {
  const kept = keptFor(read, campaignId, JSON.stringify(question));
  const cells = await listStampedCells(read, campaignId);
  const worked: WorkedCell[] = [];
  for (const { messageId, audienceId, stamp } of cells) {
    const pair = `${messageId}/${audienceId}`;
    const known = kept.cells.get(pair);
    if (known?.stamp === stamp) {
      worked.push(known.worked);
      continue;
    }
    const noted = await readNotedCell(read, campaignId, { messageId, audienceId });
    const anew = workOutCell(noted, question.asOfDay, question.days, question.parameters);
    kept.cells.set(pair, { stamp, worked: anew });
    worked.push(anew);
  }
  return worked;
}

function keptFor(read: Kysely<Schema>, campaignId: string, question: string): Kept {
  const campaigns = keptOf.get(read) ?? new Map<string, Kept>();
  keptOf.set(read, campaigns);
  const known = campaigns.get(campaignId);
  if (known?.question === question) return known;
  const empty = { question, cells: new Map() };
  campaigns.set(campaignId, empty);
  return empty;
}
