import type { Owed } from "#app/campaign/outreach-events/brief.ts";
import { type EventKind, kindLabel } from "#app/campaign/outreach-events/kind.ts";
import { type Reply, replyLabel } from "#app/campaign/outreach-events/participants/participation.ts";
import type { PlannedTime } from "#app/campaign/outreach-events/planned-time.ts";
import { whenInWords } from "#app/campaign/outreach-events/when-in-words.ts";
import { sentence } from "#app/text/sentences.ts";
import { formatDay } from "#app/time/format.ts";
import { type CalendarDate, dateIn, WASHINGTON, type Zone } from "#app/time/wall-time.ts";

/** What is on record about an event before it: when, where, who takes part, what we owe them. */
export type RecordedEvent = PlannedTime & {
  kind: EventKind;
  place: string;
  participants: readonly { name: string; title: string; reply: Reply }[];
  owed: readonly Owed[];
};

/** A fact from the record, as it opens the background of a paper. */
export type EventFact = { heading: string; text: string };

const FACT_HEADINGS = {
  time: "When and where",
  people: "Who takes part",
  promises: "What we owe them",
} as const;

/** Whether a block under this heading can be a fact of the record: no other words stand above one. */
export function isFactHeading(heading: string): boolean {
  return Object.values<string>(FACT_HEADINGS).includes(heading);
}

/**
 * The background of a paper in facts from the event's record: when (on both clocks, `homeZone` is the ministry's; of whole days the days) and
 * where, who takes part and what they replied, and which promises of ours to them are open, the earliest due first.
 * What is not on record is left out.
 */
export function eventFacts(event: RecordedEvent, homeZone: Zone): readonly EventFact[] {
  // They are compared with what the record says later: read in another year they are the same.
  const ofEvent = dateIn(event.startsAt, WASHINGTON);
  return [
    { heading: FACT_HEADINGS.time, text: whenAndWhere(event, homeZone, ofEvent) },
    { heading: FACT_HEADINGS.people, text: event.participants.map(participantLine).join("\n") },
    { heading: FACT_HEADINGS.promises, text: owedInWords(event.owed, ofEvent) },
  ].filter((fact) => fact.text !== "");
}

function whenAndWhere(event: RecordedEvent, homeZone: Zone, today: CalendarDate): string {
  const { kind, place } = event;
  const when = whenInWords(event, homeZone, today);
  return `${when}. ${sentence(`${kindLabel(kind)}${place === "" ? "" : `, ${place}`}`)}`;
}

function participantLine({ name, title, reply }: RecordedEvent["participants"][number]): string {
  const answer = reply === "needs-action" ? "" : ` (${replyLabel(reply).toLowerCase()})`;
  return `${name}${title === "" ? "" : `, ${title}`}${answer}`;
}

/** Promises that a paper lists; the page of the event has all. */
const OWED_TOLD = 10;

function owedInWords(owed: readonly Owed[], today: CalendarDate): string {
  const left = owed.length - OWED_TOLD;
  const lines = owed.slice(0, OWED_TOLD).map((one) => owedLine(one, today));
  return [...lines, ...(left > 0 ? [`And ${left} more.`] : [])].join("\n");
}

function owedLine({ what, toWhom, dueOn, owner }: Owed, today: CalendarDate): string {
  const whose = [toWhom === null ? "" : `to ${toWhom}`, `due ${formatDay(dueOn, today)}`, owner ?? ""];
  return `${what} (${whose.filter(Boolean).join(", ")})`;
}
