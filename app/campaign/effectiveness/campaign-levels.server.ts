import type { NotedCell } from "#app/method/noted-cell.ts";
import type { EffectivenessParameters } from "#app/method/parameters.ts";
import { type WorkedCell, workOutCell } from "#app/method/worked-cell.ts";
import { nextTurn } from "#db/in-turns.server.ts";
import type { Queries } from "#db/schema.ts";
import { listStampedCells, readNotedCells, type StampedCell } from "./observations.server.ts";

/** At which days and with what the cells of a campaign are worked out. */
export type Question = { asOfDay: number; days: readonly number[]; parameters: EffectivenessParameters };

/**
 * What is kept of a campaign in memory: its cells' notes, packed, and what the last questions came to. It may be thrown
 * away at any moment; the figures stay the same.
 */
type Kept = { notes: Map<string, Stamped<NotedCell>>; answers: Map<string, Answer> };
type Stamped<Value> = { stamp: number; value: Value };
type Answer = { asOfDay: number; cells: Map<string, Stamped<WorkedCell>>; underWay: Promise<unknown> };

/** Some 6 MB each where a campaign has a million notes in 50 cells. */
const MOST_ANSWERS = 6;
const MOST_CAMPAIGNS = 16;

const keptOf = new WeakMap<Queries, Map<string, Kept>>();

/**
 * Every cell of a campaign that has notes, worked out. Only a cell whose notes have changed since the last time is read
 * again, so that one more note costs its cell; another day, or other parameters, reads none. Who asks the same while it
 * is worked out waits for it. Others are let in between cells.
 */
export function workOutCells(read: Queries, campaignId: string, question: Question): Promise<WorkedCell[]> {
  const kept = keptFor(read, campaignId);
  const answer = answerTo(kept, question);
  // After the one before: what has changed since it began is then seen, and hardly anything is left to do.
  const turn = answer.underWay.then(() => bringUpToDate({ read, campaignId, question, kept, answer }));
  answer.underWay = turn.catch(() => undefined);
  return turn;
}

type Work = { read: Queries; campaignId: string; question: Question; kept: Kept; answer: Answer };

async function bringUpToDate({ read, campaignId, question, kept, answer }: Work): Promise<WorkedCell[]> {
  const worked: WorkedCell[] = [];
  for (const ofMessage of await cellsByMessage(read, campaignId)) {
    const known = ofMessage.map((cell) => answer.cells.get(pairOf(cell)));
    const changed = ofMessage.filter(({ stamp }, at) => known[at]?.stamp !== stamp);
    for (const { stamp, value } of await notesOf(read, campaignId, changed, kept)) {
      const cell = workOutCell(value, question.asOfDay, question.days, question.parameters);
      answer.cells.set(pairOf(value), { stamp, value: cell });
      await nextTurn();
    }
    const cells = changed.length === 0 ? known : ofMessage.map((cell) => answer.cells.get(pairOf(cell)));
    worked.push(...cells.flatMap((cell) => cell?.value ?? []));
  }
  return worked;
}

/** The notes of every cell of a campaign, from memory where they have not changed. */
export async function listNotedCells(read: Queries, campaignId: string): Promise<NotedCell[]> {
  const kept = keptFor(read, campaignId);
  const noted: NotedCell[] = [];
  for (const ofMessage of await cellsByMessage(read, campaignId))
    for (const { value } of await notesOf(read, campaignId, ofMessage, kept)) noted.push(value);
  return noted;
}

async function cellsByMessage(read: Queries, campaignId: string) {
  return Map.groupBy(await listStampedCells(read, campaignId), ({ messageId }) => messageId).values();
}

async function notesOf(read: Queries, campaignId: string, cells: readonly StampedCell[], kept: Kept) {
  const missing = cells.filter((cell) => kept.notes.get(pairOf(cell))?.stamp !== cell.stamp);
  const stampOf = new Map(missing.map((cell) => [pairOf(cell), cell.stamp]));
  for (const value of await readNotedCells(read, campaignId, missing))
    kept.notes.set(pairOf(value), { stamp: stampOf.get(pairOf(value)) ?? 0, value });
  return cells.flatMap((cell) => kept.notes.get(pairOf(cell)) ?? []);
}

function pairOf({ messageId, audienceId }: Pick<StampedCell, "messageId" | "audienceId">): string {
  return `${messageId}/${audienceId}`;
}

function keptFor(read: Queries, campaignId: string): Kept {
  const campaigns = keptOf.get(read) ?? new Map<string, Kept>();
  keptOf.set(read, campaigns);
  const kept = campaigns.get(campaignId) ?? { notes: new Map(), answers: new Map() };
  putLast(campaigns, campaignId, kept);
  const [oldest] = campaigns.keys();
  if (campaigns.size > MOST_CAMPAIGNS && oldest !== undefined) campaigns.delete(oldest);
  return kept;
}

function answerTo({ answers }: Kept, question: Question): Answer {
  const key = JSON.stringify(question);
  const empty = { asOfDay: question.asOfDay, cells: new Map(), underWay: Promise.resolve() };
  const answer = answers.get(key) ?? empty;
  putLast(answers, key, answer);
  if (answers.size > MOST_ANSWERS) answers.delete(leastWanted(answers));
  return answer;
}

/** A map keeps the order in which its keys were put in: the one used last stands last. */
function putLast<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
}

/** The answer that was not asked for the longest; never that of the latest day, which is today's and the next to be asked. */
function leastWanted(answers: Kept["answers"]): string {
  const latest = Math.max(...[...answers.values()].map(({ asOfDay }) => asOfDay));
  const today = [...answers].findLast(([, { asOfDay }]) => asOfDay === latest);
  const [least = ""] = [...answers.keys()].filter((key) => key !== today?.[0]);
  return least;
}
