import type { Difference } from "./difference.ts";
import { bothSides, type Side } from "./say-it-openly.ts";

/** What a reader may see of a difference. `occasion` is null where it is another campaign's. */
export type SeenDifference = {
  told: Side | null;
  now: Side;
  soThat: string | null;
  occasion: {
    campaignId: string;
    eventId: string;
    title: string;
    by: readonly string[];
    toldText: string;
  } | null;
};

/**
 * A difference as one reader may see it. In a campaign that is not theirs they see that another campaign spoke with
 * the office, on which day, and the figure that differs, for nobody may tell an office two things unknowingly; no
 * title, name, text or link. A figure that is internal, or stood in a paper for its recipients only (TLP:RED), stays
 * out as well: then only that it differs is said.
 */
export function asSeenBy(difference: Difference, campaignIds: ReadonlySet<string>): SeenDifference {
  const { statement, toldPoint } = difference;
  const { told, now, soThat } = bothSides(difference);
  const { campaignId, eventId, title, by } = statement;
  if (campaignIds.has(campaignId))
    return { told, now, soThat, occasion: { campaignId, eventId, title, by, toldText: toldPoint.text } };
  return isKeptBack(difference)
    ? { told: null, now, soThat: null, occasion: null }
    : { told: withoutSource(told), now, soThat, occasion: null };
}

/** The sources of another campaign's library are its own. */
function withoutSource({ text, carriedWith }: Side): Side {
  return { text, carriedWith: carriedWith === null ? null : "another campaign’s source" };
}

function isKeptBack({ statement, ...difference }: Difference): boolean {
  if (difference.kind !== "figure") return true;
  return statement.handling === "TLP:RED" || difference.toldFootnote.isInternal;
}

/**
 * Whether the sentence that says a difference openly may stand in a paper of this campaign: what other campaigns keep
 * back, and what is internal, is not written there by the product, whoever presses the button.
 */
export function maySayIn(campaignId: string, difference: Difference): boolean {
  if (difference.kind === "figure" && difference.toldFootnote.isInternal) return false;
  if (difference.kind === "evidence" && difference.told.isInternal) return false;
  return difference.statement.campaignId === campaignId || !isKeptBack(difference);
}
