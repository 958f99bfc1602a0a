import { dayNumber } from "#app/domain/time/calendar-date.ts";
import type { CalendarDate } from "#app/domain/time/wall-time.ts";
import { type CampaignLevels, campaignLevels, marksOf, type WorkedCell } from "./campaign-levels.ts";
import { type Acknowledgement, changesFound, type FoundChange } from "./changes-found.ts";
import { compareLevels } from "./comparison.ts";
import { type Figure, figureOf, type RestsOn } from "./figure.ts";
import { type Ahead, findingOf } from "./finding.ts";
import type { ParametersInUse } from "./parameters-in-use.ts";
import type { Level } from "./pooling.ts";

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
  inUse: ParametersInUse;
};

/** A message over all audiences: now, over time, and every rating of it. */
export type MessageReception = {
  message: MessageReadOver;
  figure: Figure;
  course: readonly { day: number; mean: number; lower: number; upper: number }[];
  marks: WorkedCell["marks"];
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
  changes: readonly FoundChange[];
  /** What somebody has made of earlier changes, the newest first. */
  lookedAt: readonly Acknowledgement[];
  finding: readonly string[];
};

/** Works out the report; plain data that may be stored as it is. Source: EFFECTIVENESS.md §4 to §7b, §14. */
export function receptionReport(input: ReceptionInput): ReceptionReport {
  const { from, day, worked, messages, audiences, lookedAt, inUse } = input;
  const readOver = { messageIds: messages.map(({ id }) => id), audiences };
  const read = { ...input, levels: campaignLevels(worked, readOver, inUse.parameters) };
  const rows = audiences.map((audience) => ({ audience, figures: figuresOf(audience, read) }));
  const byMessage = audiences.length === 0 ? [] : messages.map((message) => overAll(message, read));
  const pairs = rows.flatMap(({ audience, figures }) =>
    messages.flatMap(({ number }, at) => {
      const figure = figures[at];
      return figure === undefined ? [] : [{ number, audience: audience.name, figure }];
    }),
  );
  return {
    from,
    day,
    inUse,
    ratings: worked.reduce((sum, { notes }) => sum + notes, 0),
    raters: new Set(worked.flatMap(({ raterIds }) => raterIds)).size,
    messages,
    rows,
    byMessage: byMessage.map(({ level: _, ...rest }) => rest),
    changes: changesIn(read),
    lookedAt,
    finding: findingOf(
      byMessage.map(({ message, figure }) => ({ number: message.number, figure })),
      pairs,
      topTwoOf(byMessage, read.levels.pooled),
    ),
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

function overAll(message: MessageReadOver, read: Read): MessageReception & { level: Level } {
  const { worked, audiences, levels, days, day } = read;
  const isReadOver = new Set(audiences.map(({ id }) => id));
  const cells = worked.filter(
    ({ messageId, audienceId }) => messageId === message.id && isReadOver.has(audienceId),
  );
  const basis = restsOn(cells);
  const level = levels.rollUpAt(message.id, dayNumber(day));
  const course = days.map((drawn) => {
    const { mean, lower, upper } = figureOf(levels.rollUpAt(message.id, drawn), basis);
    return { day: drawn, mean, lower, upper };
  });
  const marks = marksOf(cells.flatMap((cell) => cell.marks));
  return { message, level, figure: figureOf(level, basis), course, marks };
}

function restsOn(cells: readonly WorkedCell[]): RestsOn {
  const days = cells.flatMap(({ lastDay }) => (lastDay === null ? [] : [lastDay]));
  return {
    notes: cells.reduce((sum, { notes }) => sum + notes, 0),
    total: cells.reduce((sum, { total }) => sum + total, 0),
    raters: new Set(cells.flatMap(({ raterIds }) => raterIds)).size,
    lastDay: days.length === 0 ? null : Math.max(...days),
  };
}

type Compared = { message: { number: number }; figure: Figure; level: Level };

/** The two heard messages that stand highest, against each other. */
function topTwoOf(messages: readonly Compared[], pooled: CampaignLevels["pooled"]): Ahead | null {
  const [first, second] = messages
    .filter(({ figure }) => figure.notes > 0)
    .toSorted((a, b) => b.level.mean - a.level.mean);
  if (first === undefined || second === undefined) return null;
  const { probability } = compareLevels(pooled, first.level, second.level);
  return { ahead: first.message.number, behind: second.message.number, probability };
}
