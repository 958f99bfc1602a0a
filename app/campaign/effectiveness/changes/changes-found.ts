import type { CampaignLevels } from "#app/method/campaign-levels.ts";
import { changeWord, SCAN_SETTINGS, type ScanInput, scanForChange } from "#app/method/change-scan.ts";
import { DEFAULT_PARAMETERS, type EffectivenessParameters } from "#app/method/parameters.ts";
import type { WorkedCell } from "#app/method/worked-cell.ts";
import { dateOfDay, dayNumber } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

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
 * at is not told again: the window starts there. "The level differs", never a sudden event. It gives way after each cell. Source: EFFECTIVENESS.md §7b.
 */
export function* changesFound(
  worked: readonly WorkedCell[],
  levels: CampaignLevels,
  lookedAt: readonly LookedAt[],
  { parameters, asOfDay }: { parameters: EffectivenessParameters; asOfDay: number },
): Generator<void, FoundChange[]> {
  const settings = { ...SCAN_SETTINGS, tau: parameters.tau, sigma: sigmaOfScan(parameters), asOfDay };
  const from = (messageId: string, audienceId: string | null) =>
    Math.max(
      Number.NEGATIVE_INFINITY,
      ...lookedAt
        .filter((one) => one.messageId === messageId && one.audienceId === audienceId)
        .map(({ before }) => dayNumber(before)),
    );
  const inCells: FoundChange[] = [];
  for (const cell of worked) {
    const { messageId, audienceId } = cell;
    const observations = byDay([{ cell, expected: 0 }], levels, from(messageId, audienceId));
    const kappa = levels.expectedAt(messageId, audienceId);
    inCells.push(...told({ ...settings, kappa, observations }, { messageId, audienceId }));
    yield;
  }
  const inMessages: FoundChange[] = [];
  for (const [messageId, own] of Map.groupBy(worked, (cell) => cell.messageId)) {
    const cells = own.map((cell) => ({ cell, expected: levels.expectedAt(messageId, cell.audienceId) }));
    const observations = byDay(cells, levels, from(messageId, null));
    const found = told({ ...settings, kappa: 0, observations }, { messageId, audienceId: null });
    inMessages.push(...found.filter(({ word }) => word === "alarm"));
    yield;
  }
  return [...inMessages, ...inCells].toSorted((a, b) => b.probability - a.probability);
}

type Expected = { cell: WorkedCell; expected: number };
type DayOfNotes = { day: number; weight: number; product: number; count: number };

/**
 * The cells' recent scores without the rater's strictness and without what was `expected`, from a day on, the notes of
 * each day as one: what the scan adds up stays the same, and a change never lies within a day.
 */
function byDay(cells: readonly Expected[], levels: CampaignLevels, from: number): ScanInput["observations"] {
  const days = new Map<number, DayOfNotes>();
  for (const { cell, expected } of cells) addDays(days, cell, expected, levels, from);
  return [...days.values()].map(({ day, weight, product, count }) => ({
    day,
    score: product / weight,
    varianceMultiplier: 1 / weight,
    count,
  }));
}

function addDays(
  days: Map<number, DayOfNotes>,
  { recent, raterIds }: WorkedCell,
  expected: number,
  levels: CampaignLevels,
  from: number,
): void {
  const generosities = raterIds.map((id) => levels.generosityOf(id));
  for (let at = 0; at < recent.days.length; at += 1) {
    const day = recent.days[at] ?? 0;
    if (day < from) continue;
    const weight = 1 / (recent.multipliers[at] ?? 1);
    const known = days.get(day) ?? { day, weight: 0, product: 0, count: 0 };
    known.weight += weight;
    known.product +=
      weight * ((recent.scores[at] ?? 0) - (generosities[recent.raters[at] ?? 0] ?? 0) - expected);
    known.count += recent.counts[at] ?? 0;
    days.set(day, known);
  }
}

function told(input: ScanInput, about: { messageId: string; audienceId: string | null }): FoundChange[] {
  const found = scanForChange(input);
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
