import type { CampaignLevels } from "./campaign-levels.ts";
import { type Ahead, chancesOfBeingBest, compareLevels } from "./comparison.ts";
import type { Level } from "./pooling.ts";

/** About how likely a message, named by its number, is to be the best received of all; cells taken as independent. */
export type ChanceOfBest = { number: number; chance: number };

/** Which message to lead with: over all audiences, or with one. */
export type Lead = {
  /** In the order of the messages. */
  best: readonly ChanceOfBest[];
  /** Every pair, by the levels from the top; the first is that of the two that stand highest. */
  pairs: readonly Ahead[];
};

export type Leads = { overAll: Lead; byAudience: readonly (Lead & { audienceId: string })[] };

/**
 * Which of several messages stands highest on `day`, over all audiences and with each, always with the chance that it
 * does: a rank is never told without. With an audience that has not heard a message it is what similar cells suggest.
 * Source: EFFECTIVENESS.md §7.
 */
export function leadsOf(
  levels: CampaignLevels,
  messages: readonly { id: string; number: number }[],
  audiences: readonly { id: string }[],
  day: number,
): Leads {
  const lead = (levelOf: (messageId: string) => Level): Lead =>
    leadAmong(
      messages.map(({ id, number }) => ({ number, level: levelOf(id) })),
      levels.pooled,
    );
  return {
    overAll: audiences.length === 0 ? { best: [], pairs: [] } : lead((id) => levels.rollUpAt(id, day)),
    byAudience: audiences.map(({ id: audienceId }) => ({
      audienceId,
      ...lead((id) => levels.levelAt(id, audienceId, day)),
    })),
  };
}

/** A message, or a wording, by its number, with what is known of it. */
export type Standing = { number: number; level: Level };

/** Every pair of them, by the levels from the top, with the chance that the order is right. Source: EFFECTIVENESS.md §7. */
export function pairsByLevel(standing: readonly Standing[], pooled: CampaignLevels["pooled"]): Ahead[] {
  const ordered = standing.toSorted((a, b) => b.level.mean - a.level.mean);
  return ordered.flatMap((ahead, at) =>
    ordered.slice(at + 1).map((behind) => ({
      ahead: ahead.number,
      behind: behind.number,
      probability: compareLevels(pooled, ahead.level, behind.level).probability,
    })),
  );
}

function leadAmong(standing: readonly Standing[], pooled: CampaignLevels["pooled"]): Lead {
  const chances = chancesOfBeingBest(standing.map(({ level }) => level));
  return {
    best: standing.map(({ number }, at) => ({ number, chance: chances[at] ?? 0 })),
    pairs: pairsByLevel(standing, pooled),
  };
}
