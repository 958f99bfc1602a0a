import { chancesOfBeingBest } from "#app/method/best-of-several.ts";
import type { CampaignLevels } from "#app/method/campaign-levels.ts";
import { type Ahead, compareLevels } from "#app/method/comparison.ts";
import type { Level } from "#app/method/reception-level.ts";

/** About how likely a message, named by its number, is to be the best received of all; cells taken as independent. */
export type ChanceOfBest = { number: number; chance: number };

/** Which message to lead with: over all audiences, or with one. */
export type Lead = {
  /** In the order of the messages; of many, those that stand highest over all audiences. */
  best: readonly ChanceOfBest[];
  /**
   * Pairs by the levels from the top; the first is that of the two that stand highest. Over all audiences every pair of
   * those compared, with one audience the first alone.
   */
  pairs: readonly Ahead[];
};

export type Leads = { overAll: Lead; byAudience: readonly (Lead & { audienceId: string })[] };

/** As many messages are compared as a table can show: those that stand highest, and those of the heard ones that do. */
export const MOST_COMPARED = 10;

type Compared = { id: string; number: number; isHeard: boolean };

/**
 * Which of several messages stands highest on `day`, over all audiences and with each, always with the chance that it
 * does: a rank is never told without. With an audience that has not heard a message it is what similar cells suggest.
 * Only what is shown is compared; it gives way after each chance. Source: EFFECTIVENESS.md §7 and §14.
 */
export function* leadsOf(
  levels: CampaignLevels,
  messages: readonly Compared[],
  audiences: readonly { id: string }[],
  day: number,
): Generator<void, Leads> {
  if (audiences.length === 0) return { overAll: { best: [], pairs: [] }, byAudience: [] };
  const overAll = messages.map((message) => ({ ...message, level: levels.rollUpAt(message.id, day) }));
  const shown = new Set(highestOf(overAll, MOST_COMPARED));
  const heard = new Set(
    highestOf(
      overAll.filter(({ isHeard }) => isHeard),
      MOST_COMPARED,
    ),
  );
  const compared = overAll.filter((one) => shown.has(one) || heard.has(one));
  const numbers = new Set([...shown].map(({ number }) => number));
  const lead = { best: yield* bestAmong(overAll, numbers), pairs: pairsByLevel(compared, levels.pooled) };
  yield;
  const byAudience: (Lead & { audienceId: string })[] = [];
  for (const { id: audienceId } of audiences) {
    const standing = messages.map(({ id, number }) => ({
      number,
      level: levels.levelAt(id, audienceId, day),
    }));
    const pairs = pairsByLevel(highestOf(standing, 2), levels.pooled);
    byAudience.push({ audienceId, best: yield* bestAmong(standing, numbers), pairs });
    yield;
  }
  return { overAll: lead, byAudience };
}

/** A message, or a wording, by its number, with what is known of it. */
export type RankedMessage = { number: number; level: Level };

/** Every pair of them, by the levels from the top, with the chance that the order is right. Source: EFFECTIVENESS.md §7. */
export function pairsByLevel(standing: readonly RankedMessage[], pooled: CampaignLevels["pooled"]): Ahead[] {
  const ordered = highestOf(standing, standing.length);
  return ordered.flatMap((ahead, at) =>
    ordered.slice(at + 1).map((behind) => ({
      ahead: ahead.number,
      behind: behind.number,
      probability: compareLevels(pooled, ahead.level, behind.level).probability,
    })),
  );
}

function highestOf<One extends RankedMessage>(standing: readonly One[], most: number): One[] {
  return standing.toSorted((a, b) => b.level.mean - a.level.mean).slice(0, most);
}

/** The chances of those shown to be the best of all; it gives way after each. */
function* bestAmong(
  standing: readonly RankedMessage[],
  shown: ReadonlySet<number>,
): Generator<void, ChanceOfBest[]> {
  const levels = standing.map(({ level }) => level);
  const best: ChanceOfBest[] = [];
  for (const [at, { number }] of standing.entries()) {
    if (!shown.has(number)) continue;
    const [chance = 0] = chancesOfBeingBest(levels, [at]);
    best.push({ number, chance });
    yield;
  }
  return best;
}
