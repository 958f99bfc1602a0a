import { campaignLevels } from "#app/method/campaign-levels.ts";
import { type Ahead, comparisonWord } from "#app/method/comparison.ts";
import { chanceInWords, type Figure, figureOf } from "#app/method/figure.ts";
import { type Note, packNotes } from "#app/method/noted-cell.ts";
import type { EffectivenessParameters } from "#app/method/parameters.ts";
import { restsOn, type WorkedCell, workOutCell } from "#app/method/worked-cell.ts";
import { pairsByLevel } from "../leads.ts";

/**
 * A note of a message with one audience, with the words in which the message was said: those of a framing where the
 * event's paper held the one for that audience and it was said as written. Null is what nobody recorded.
 */
export type WordedNote = Note & {
  wording: "as written" | "in other words" | null;
  revisionId: string | null;
  framingId: string | null;
};

/** The notes of a message with one audience, worked out wording by wording, and revision by revision. */
export type WordedCell = {
  audienceId: string;
  ratings: number;
  recorded: number;
  byWording: readonly WorkedCell[];
  byRevision: readonly WorkedCell[];
};

export type WordingQuestion = { asOfDay: number; parameters: EffectivenessParameters };

/** Works out one audience's notes of a message by wording; later notes are plans. Source: EFFECTIVENESS.md §1 and §3. */
export function workOutWordings(
  audienceId: string,
  notes: readonly WordedNote[],
  { asOfDay, parameters }: WordingQuestion,
): WordedCell {
  const past = notes.filter(({ day }) => day <= asOfDay);
  const by = (keyOf: (note: WordedNote) => string | null) =>
    [...Map.groupBy(past, keyOf)].flatMap(([key, group]) =>
      key === null ? [] : [workOutCell(packNotes(key, audienceId, group), asOfDay, [asOfDay], parameters)],
    );
  return {
    audienceId,
    ratings: past.length,
    recorded: past.filter((note) => wordingKey(note) !== null).length,
    byWording: by(wordingKey),
    byRevision: by(({ revisionId }) => revisionId),
  };
}

function wordingKey({ wording, framingId }: WordedNote): string | null {
  return wording === "as written" && framingId !== null ? framingId : wording;
}

/** One wording over the audiences that have heard the message. */
export type WordingFigure = { key: string; figure: Figure };

/** The wordings of a message against each other. A wording's number in `pairs` is its place in `wordings`, from 1. */
export type WordingReport = {
  ratings: number;
  recorded: number;
  wordings: readonly WordingFigure[];
  pairs: readonly Ahead[];
};

type Audiences = readonly { id: string; priority: number }[];

/**
 * How each wording of a message is received, by the model of §4 with each wording in the place of a message, over the
 * audiences that have rated the message, by their weights. Wordings are not tried on the same people, so that a
 * difference is a lead to test and not a result. The highest stands first. Source: EFFECTIVENESS.md §4, §7 and §14.
 */
export function wordingReport(
  cells: readonly WordedCell[],
  audiences: Audiences,
  question: WordingQuestion,
): WordingReport {
  const own = heardOnly(cells, audiences);
  const worked = own.cells.flatMap(({ byWording }) => byWording);
  const total = (count: (cell: WordedCell) => number) =>
    own.cells.reduce((sum, cell) => sum + count(cell), 0);
  const levels = levelsOf(worked, own.audiences, question);
  const ordered = keysOf(worked)
    .map((key) => ({ key, level: levels.rollUpAt(key, question.asOfDay) }))
    .toSorted((a, b) => b.level.mean - a.level.mean);
  const numbered = ordered.map(({ level }, at) => ({ number: at + 1, level }));
  return {
    ratings: total(({ ratings }) => ratings),
    recorded: total(({ recorded }) => recorded),
    wordings: ordered.map(({ key, level }) => ({ key, figure: figureOf(level, restsOnKey(worked, key)) })),
    pairs: pairsByLevel(numbered, levels.pooled),
  };
}

/** How one revision of a message is received by itself; null where nothing was rated that was said in it. */
export function receptionOfRevision(
  cells: readonly WordedCell[],
  audiences: Audiences,
  revisionId: string,
  question: WordingQuestion,
): Figure | null {
  const own = heardOnly(cells, audiences);
  const worked = own.cells.flatMap(({ byRevision }) => byRevision);
  if (!keysOf(worked).includes(revisionId)) return null;
  const level = levelsOf(worked, own.audiences, question).rollUpAt(revisionId, question.asOfDay);
  return figureOf(level, restsOnKey(worked, revisionId));
}

function heardOnly(cells: readonly WordedCell[], audiences: Audiences) {
  const readOver = audiences.filter(({ id }) => cells.some(({ audienceId }) => audienceId === id));
  const isReadOver = new Set(readOver.map(({ id }) => id));
  return { cells: cells.filter(({ audienceId }) => isReadOver.has(audienceId)), audiences: readOver };
}

/** A wording, or a revision, stands in the place of a message. */
function levelsOf(worked: readonly WorkedCell[], audiences: Audiences, { parameters }: WordingQuestion) {
  return campaignLevels(worked, { messageIds: keysOf(worked), audiences }, parameters);
}

function keysOf(worked: readonly WorkedCell[]): string[] {
  return [...new Set(worked.map(({ messageId }) => messageId))].toSorted();
}

function restsOnKey(worked: readonly WorkedCell[], key: string) {
  return restsOn(worked.filter(({ messageId }) => messageId === key));
}

/**
 * What the wordings come to, as a title after "Wordings of message 2:". Only a pair that §7 has a word for is told, the
 * surest one. `labels` are in the order of the wordings.
 */
export function wordingsInWords({ wordings, pairs }: WordingReport, labels: readonly string[]): string {
  if (wordings.length === 0) return "none recorded yet";
  if (wordings.length === 1) return "one so far";
  const surest = pairs.toSorted((a, b) => b.probability - a.probability)[0];
  const word = surest === undefined ? "cannot tell" : comparisonWord(surest.probability);
  if (surest === undefined || word === "cannot tell") return "cannot tell them apart";
  const [ahead, behind] = [labels[surest.ahead - 1] ?? "", labels[surest.behind - 1] ?? ""];
  const stands = word === "slightly more likely" ? "is slightly more likely than not to be" : `is ${word}`;
  return `“${ahead}” ${stands} better received than “${behind}” (${chanceInWords(surest.probability)})`;
}
