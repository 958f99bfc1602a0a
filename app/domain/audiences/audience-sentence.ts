import { formatShortDate, MONTHS } from "#app/domain/time/format.ts";
import type { CalendarDate } from "#app/domain/time/wall-time.ts";

/** What the sentence counts: messages of the campaign, those of them heard, events held with the audience. */
export type AudienceStanding = {
  messages: number;
  heard: number;
  meetings: number;
  lastHeardOn: CalendarDate | null;
  goal: string;
  goalBy: CalendarDate;
};

/**
 * The sentence over an audience's page: what it has heard, by counts alone, and what we want of it. It gives
 * no verdict: "Heard 2 of 3 messages in 13 meetings, last on 24 Sep. Goal by June 2027: one question asked."
 */
export function audienceSentence(standing: AudienceStanding, today: CalendarDate): string {
  const { goal, goalBy } = standing;
  const month = MONTHS[Number(goalBy.slice(5, 7)) - 1] ?? "";
  const end = /[.!?]$/.test(goal) ? "" : ".";
  const wanted =
    goal === "" ? "No goal is set yet." : `Goal by ${month} ${goalBy.slice(0, 4)}: ${goal}${end}`;
  return `${heardInWords(standing, today)} ${wanted}`;
}

function heardInWords(
  { messages, heard, meetings, lastHeardOn }: AudienceStanding,
  today: CalendarDate,
): string {
  if (meetings === 0) return "Never met in this campaign.";
  const times = meetings === 1 ? "one meeting" : `${meetings} meetings`;
  if (heard === 0) return `Met in ${times}; no message has been heard yet.`;
  const last = lastHeardOn === null ? "" : `, last on ${formatShortDate(lastHeardOn, today)}`;
  return `Heard ${heard} of ${messages} messages in ${times}${last}.`;
}
