import { dayNumber } from "#app/domain/time/calendar-date.ts";
import type { CalendarDate } from "#app/domain/time/wall-time.ts";
import { type AudienceMix, audienceMix } from "./audience-mix.ts";
import { type CampaignLevels, campaignLevels } from "./campaign-levels.ts";
import { type Acknowledgement, changesFound, type FoundChange } from "./changes-found.ts";
import { type Figure, figureOf } from "./figure.ts";
import { findingOf } from "./finding.ts";
import { type Leads, leadsOf } from "./leads.ts";
import type { ObjectionHeard } from "./objection-heard.ts";
import type { ParametersInUse } from "./parameters-in-use.ts";
import { firstRated, restsOn } from "./rests-on.ts";
import { type SinceStart, sinceStart } from "./since-start.ts";
import { marksOf, type WorkedCell } from "./worked-cell.ts";

export type MessageReadOver = { id: string; number: number; title: string; isRetired: boolean };
export type AudienceReadOver = { id: string; name: string; priority: number };

/** What a report is made of: the cells worked out at `days`, the last of which is `day` itself. */
export type ReceptionInput = {
  from: CalendarDate;
  day: CalendarDate;
  days: readonly number[];
  worked: readonly WorkedCell[];
  messages: readonly MessageReadOver[];
  audiences: readonly AudienceReadOver[];
  lookedAt: readonly Acknowledgement[];
  objections: readonly ObjectionHeard[];
  inUse: ParametersInUse;
};

/** A message over all audiences: now, over time, and every rating of it. */
export type MessageReception = {
  message: MessageReadOver;
  figure: Figure;
  course: readonly { day: number; mean: number; lower: number; upper: number }[];
  marks: WorkedCell["marks"];
  /** Against its start; null where there is nothing to compare. */
  since: SinceStart | null;
  /** Whether other people were met lately than at first; null where there are too few ratings to say. */
  mix: AudienceMix | null;
};

/** How each message of a campaign is received by each audience on a day: all that a page, a file or a review shows of it. */
export type ReceptionReport = {
  from: CalendarDate;
  day: CalendarDate;
  inUse: ParametersInUse;
  ratings: number;
  raters: number;
  messages: readonly MessageReadOver[];
  /** The figures of an audience stand in the order of the messages. */
  rows: readonly { audience: AudienceReadOver; figures: readonly Figure[] }[];
  byMessage: readonly MessageReception[];
  /** Of the messages in use. */
  leads: Leads;
  changes: readonly FoundChange[];
  /** What somebody has made of earlier changes, the newest first. */
  lookedAt: readonly Acknowledgement[];
  /** What was objected up to the day, the one heard most first. */
  objections: readonly ObjectionHeard[];
  finding: readonly string[];
};

/** Works out the report; plain data that may be stored as it is. Source: EFFECTIVENESS.md §4 to §7b, §14. */
export function receptionReport(input: ReceptionInput): ReceptionReport {
  const { from, day, worked, messages, audiences, lookedAt, objections, inUse } = input;
  const readOver = { messageIds: messages.map(({ id }) => id), audiences };
  const read = { ...input, levels: campaignLevels(worked, readOver, inUse.parameters) };
  const shown = {
    day,
    messages,
    rows: audiences.map((audience) => ({ audience, figures: figuresOf(audience, read) })),
    byMessage: audiences.length === 0 ? [] : messages.map((message) => overAll(message, read)),
    leads: leadsOf(
      read.levels,
      messages.filter(({ isRetired }) => !isRetired),
      audiences,
      dayNumber(day),
    ),
    changes: changesIn(read),
  };
  return {
    from,
    ...shown,
    inUse,
    ratings: worked.reduce((sum, { notes }) => sum + notes, 0),
    raters: new Set(worked.flatMap(({ raterIds }) => raterIds)).size,
    lookedAt,
    objections,
    finding: findingOf(shown),
  };
}

type Read = ReceptionInput & { levels: CampaignLevels };

/** The changes that concern what is read over now. */
function changesIn({ worked, levels, messages, audiences, lookedAt, inUse, day }: Read): FoundChange[] {
  const isShown = new Set([...messages, ...audiences].map(({ id }) => id));
  const current = worked.filter(
    ({ messageId, audienceId }) => isShown.has(messageId) && isShown.has(audienceId),
  );
  return changesFound(current, levels, lookedAt, {
    parameters: inUse.parameters,
    asOfDay: dayNumber(day),
  });
}

/** One audience with each message, in the order of the messages. */
function figuresOf({ id }: AudienceReadOver, { messages, worked, levels, day }: Read): Figure[] {
  const own = worked.filter(({ audienceId }) => audienceId === id);
  return messages.map((message) =>
    figureOf(
      levels.levelAt(message.id, id, dayNumber(day)),
      restsOn(own.filter(({ messageId }) => messageId === message.id)),
    ),
  );
}

function overAll(message: MessageReadOver, read: Read): MessageReception {
  const { worked, audiences, levels, days, day } = read;
  const isReadOver = new Set(audiences.map(({ id }) => id));
  const cells = worked.filter(
    ({ messageId, audienceId }) => messageId === message.id && isReadOver.has(audienceId),
  );
  const basis = restsOn(cells);
  const figure = figureOf(levels.rollUpAt(message.id, dayNumber(day)), basis);
  const course = days.map((drawn) => {
    const { mean, lower, upper } = figureOf(levels.rollUpAt(message.id, drawn), basis);
    return { day: drawn, mean, lower, upper };
  });
  const since = sinceStart(levels, message.id, days, firstRated(cells));
  const mix = audienceMix(cells, dayNumber(day));
  return { message, figure, course, marks: marksOf(cells.flatMap((cell) => cell.marks)), since, mix };
}
