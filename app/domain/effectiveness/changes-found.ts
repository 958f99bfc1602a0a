import { dateOfDay, dayNumber } from "#app/domain/time/calendar-date.ts";
import type { CalendarDate } from "#app/domain/time/wall-time.ts";
import type { CampaignLevels, WorkedCell } from "./campaign-levels.ts";
import { changeWord, SCAN_SETTINGS, type ScanInput, scanForChange } from "./change-scan.ts";
import { DEFAULT_PARAMETERS, type EffectivenessParameters } from "./parameters.ts";

/** A change of level that the scan finds; `audienceId` is null for a message over all audiences. */
export type FoundChange = {
  messageId: string;
  audienceId: string | null;
  direction: "drop" | "rise";
  word: "watch" | "alarm";
  probability: number;
  /** It lies after the first of these days and not after the second. */
  after: CalendarDate;
  before: CalendarDate;
  /** Levels before and after; differences from what was expected for a message over all audiences. */
  meanBefore: number;
  meanAfter: number;
  notes: number;
};

/** A change that a person has looked at: the scan of that cell goes on from its second day. */
export type LookedAt = { messageId: string; audienceId: string | null; before: CalendarDate };

/** The noise in which a change is looked for: never less than usual, or chance would ring too often. Source: EFFECTIVENESS.md §8. */
export function sigmaOfScan({ sigma }: { sigma: number }): number {
  return Math.max(sigma, DEFAULT_PARAMETERS.sigma);
}

/** What somebody made of a change, with who and when (an instant in UTC). */
export type Acknowledgement = LookedAt &
  Pick<FoundChange, "direction" | "after"> & { id: string; reason: string; by: string; at: string };

/**
 * Every change of the last 540 days: drops and rises at "watch" or "alarm" in each cell, and at "alarm" alone in each
 * message over all audiences, the surest first. Scores have the rater's strictness taken off. What somebody has looked
 * at is not told again: the window starts there. "The level differs", never a sudden event. Source: EFFECTIVENESS.md §7b.
 */
export function changesFound(
  worked: readonly WorkedCell[],
  levels: CampaignLevels,
  lookedAt: readonly LookedAt[],
  { parameters, asOfDay }: { parameters: EffectivenessParameters; asOfDay: number },
): FoundChange[] {
  const settings = { ...SCAN_SETTINGS, tau: parameters.tau, sigma: sigmaOfScan(parameters), asOfDay };
  const from = (messageId: string, audienceId: string | null) =>
    Math.max(
      Number.NEGATIVE_INFINITY,
      ...lookedAt
        .filter((one) => one.messageId === messageId && one.audienceId === audienceId)
        .map(({ before }) => dayNumber(before)),
    );
  const inCells = worked.flatMap((cell) => {
    const { messageId, audienceId } = cell;
    const observations = adjusted(cell, levels, 0).filter(({ day }) => day >= from(messageId, audienceId));
    const kappa = levels.expectedAt(messageId, audienceId);
    return told({ ...settings, kappa, observations }, { messageId, audienceId });
  });
  const messageIds = [...new Set(worked.map(({ messageId }) => messageId))];
  const inMessages = messageIds.flatMap((messageId) => {
    const observations = worked
      .filter((cell) => cell.messageId === messageId)
      .flatMap((cell) => adjusted(cell, levels, levels.expectedAt(messageId, cell.audienceId)))
      .filter(({ day }) => day >= from(messageId, null));
    const found = told({ ...settings, kappa: 0, observations }, { messageId, audienceId: null });
    return found.filter(({ word }) => word === "alarm");
  });
  return [...inMessages, ...inCells].toSorted((a, b) => b.probability - a.probability);
}

/** The cell's recent scores without the rater's strictness, and without what was `expected`. */
function adjusted(cell: WorkedCell, levels: CampaignLevels, expected: number): ScanInput["observations"] {
  return cell.recent.map(({ raterId, score, ...note }) => ({
    ...note,
    score: score - levels.generosityOf(raterId) - expected,
  }));
}

/** The notes of each day as one: what the scan adds up stays the same, and a change never lies within a day. */
function byDay(notes: ScanInput["observations"]): ScanInput["observations"] {
  const days = new Map<number, { weight: number; product: number; count: number }>();
  for (const { day, score, varianceMultiplier, count } of notes) {
    const known = days.get(day) ?? { weight: 0, product: 0, count: 0 };
    known.weight += 1 / varianceMultiplier;
    known.product += score / varianceMultiplier;
    known.count += count;
    days.set(day, known);
  }
  return [...days].map(([day, { weight, product, count }]) => ({
    day,
    score: product / weight,
    varianceMultiplier: 1 / weight,
    count,
  }));
}

function told(input: ScanInput, about: { messageId: string; audienceId: string | null }): FoundChange[] {
  const found = scanForChange({ ...input, observations: byDay(input.observations) });
  if ("refused" in found) return [];
  const isDrop = found.pDrop >= found.pRise;
  const probability = isDrop ? found.pDrop : found.pRise;
  const word = changeWord(probability);
  if (word === "no change found") return [];
  return [
    {
      ...about,
      direction: isDrop ? "drop" : "rise",
      word,
      probability,
      after: dateOfDay(found.after),
      before: dateOfDay(found.before),
      meanBefore: found.meanBefore,
      meanAfter: found.meanAfter,
      notes: found.n,
    },
  ];
}
