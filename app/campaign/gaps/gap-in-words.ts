import { STANCE_LAPSE_DAYS } from "#app/campaign/audiences/stances/stance.ts";
import type { ReceptionReport } from "#app/campaign/effectiveness/reception-report.ts";
import { capital, countedInWords, inWords } from "#app/text/in-words.ts";
import { formatDay } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type {
  GapWorthClosing,
  NeverHeard,
  SilentAudience,
  UnansweredObjection,
} from "./gap-worth-closing.ts";

/** `lead` is set strong, `evidence` goes on from it; `path` of the one act begins under the campaign's address. */
export type GapInWords = { lead: string; evidence: string; act: { label: string; path: string } };

/**
 * What is said where no gap is found. Without a message in use, an audience and a rating nothing could be found: then that is
 * said, and nobody is told that all is well.
 */
export function noGapInWords({
  messages,
  rows,
  ratings,
}: Pick<ReceptionReport, "messages" | "rows" | "ratings">): string {
  const isKnown = rows.length > 0 && ratings > 0 && messages.some(({ isRetired }) => !isRetired);
  return isKnown
    ? "No gaps worth closing at present."
    : "Gaps appear once the campaign has messages, audiences and ratings.";
}

/** A gap as every page and file words it. It says what is missing, never why. Source: DESIGN.md, section 3. */
export function gapInWords(gap: GapWorthClosing, today: CalendarDate): GapInWords {
  switch (gap.kind) {
    case "never heard":
      return neverHeardInWords(gap);
    case "objection without a cleared reply":
      return objectionInWords(gap, today);
    case "silent":
      return silenceInWords(gap, today);
    case "proof point out of date": {
      const { proofPoint, event, message, audience } = gap;
      return {
        lead: `A proof point for message ${message} must be reviewed before the ${event.kind} with ${audience.name} on ${formatDay(event.day, today)}.`,
        evidence: `Its review date is ${formatDay(proofPoint.reviewBy, today)}; the message is planned for the event.`,
        act: { label: "Check it", path: `/proof-points/${encodeURIComponent(proofPoint.code)}` },
      };
    }
    case "stance reading":
      return {
        lead: `The stance of ${gap.audience.name} was last read ${gap.days} days ago.`,
        evidence: `That was on ${formatDay(gap.readOn, today)}; a reading lapses after ${STANCE_LAPSE_DAYS} days.`,
        act: { label: "Add a reading", path: `/audiences/${gap.audience.id}/stance` },
      };
  }
}

function neverHeardInWords({ audience, messages, heardOf, ratings, isAnyTooLittle }: NeverHeard): GapInWords {
  const numbers = messages.map(({ number }) => String(number));
  const search = new URLSearchParams([
    ["kind", "briefing"],
    ["audience", audience.id],
    ...messages.map(({ id }) => ["message", id]),
  ]);
  const [noun, has] = numbers.length === 1 ? ["Message", "has"] : ["Messages", "have"];
  return {
    lead: `${noun} ${inWords(numbers)} ${has} not been heard by ${audience.name}.`,
    evidence:
      ratings === 0
        ? "We have met them, but no message was rated."
        : `${capital(countedInWords(ratings, "rating"))} on message${heardOf.length === 1 ? "" : "s"} ${inWords(heardOf.map(String))}${isAnyTooLittle ? `, too few to judge ${heardOf.length === 1 ? "" : "each message "}by.` : "."}`,
    act: { label: "Plan a briefing", path: `/events/new?${search}` },
  };
}

function objectionInWords(
  { objection, audience, heard, lastOn }: UnansweredObjection,
  today: CalendarDate,
): GapInWords {
  return {
    lead: `“${objection.name}” keeps coming up, most recently with ${audience.name}.`,
    evidence: `Heard ${heard} times, last on ${formatDay(lastOn, today)}; ${
      objection.hasReply ? "its reply is not cleared." : "no reply has been written yet."
    }`,
    act: {
      label: objection.hasReply ? "See the reply" : "Write a reply",
      path: `/objections/${encodeURIComponent(objection.code)}`,
    },
  };
}

function silenceInWords({ audience, lastContactOn, days }: SilentAudience, today: CalendarDate): GapInWords {
  const act = {
    label: "Plan a meeting",
    path: `/events/new?${new URLSearchParams({ audience: audience.id })}`,
  };
  const priority = `Priority ${audience.priority}`;
  if (lastContactOn === null || days === null)
    return {
      lead: `We have had no contact with ${audience.name} yet.`,
      evidence: `${priority}; nothing is planned.`,
      act,
    };
  return {
    lead: `We have had no contact with ${audience.name} for ${days} days.`,
    evidence: `${priority}, last contact on ${formatDay(lastContactOn, today)}; nothing is planned.`,
    act,
  };
}
