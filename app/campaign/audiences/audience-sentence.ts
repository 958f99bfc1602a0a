import { formatDay, MONTHS } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

/** What the sentence counts: messages of the campaign, those of them heard, events held with the audience. */
export type AudienceStanding = {
  messages: number;
  heard: number;
  meetings: number;
  lastHeardOn: CalendarDate | null;
  /** How it takes the messages, in sentences of the method's words; empty where nothing is known. */
  reception: string;
  goal: string;
  goalBy: CalendarDate;
};

/**
 * The sentences over an audience's page: what it has heard, how it takes that by the method's words, and what we want of
 * it: "Heard 2 of 3 messages in 13 meetings, last on 24 Sep. Not enough evidence yet on any message. Goal by June 2027:
 * one question asked."
 */
export function audienceSentence(standing: AudienceStanding, today: CalendarDate): string {
  const { goal, goalBy, reception } = standing;
  const month = MONTHS[Number(goalBy.slice(5, 7)) - 1] ?? "";
  const end = /[.!?]$/.test(goal) ? "" : ".";
  const wanted =
    goal === "" ? "No goal is set yet." : `Goal by ${month} ${goalBy.slice(0, 4)}: ${goal}${end}`;
  return [heardInWords(standing, today), reception, wanted].filter((part) => part !== "").join(" ");
}

function heardInWords(
  { messages, heard, meetings, lastHeardOn }: AudienceStanding,
  today: CalendarDate,
): string {
  if (meetings === 0) return "No contact in this campaign yet.";
  const times = meetings === 1 ? "one meeting" : `${meetings} meetings`;
  if (heard === 0)
    return `In contact ${meetings === 1 ? "once" : `${meetings} times`}; no message has been heard yet.`;
  const last = lastHeardOn === null ? "" : `, last on ${formatDay(lastHeardOn, today)}`;
  return `Heard ${heard} of ${messages} ${messages === 1 ? "message" : "messages"} in ${times}${last}.`;
}
