import { type AudienceMix, audienceMix } from "#app/method/audience-mix.ts";
import { type CampaignLevels, campaignLevels } from "#app/method/campaign-levels.ts";
import { type Figure, figureOf, shownRangeOf } from "#app/method/figure.ts";
import { type SinceStart, sinceStart } from "#app/method/since-start.ts";
import { firstRated, marksOf, restsOn, type WorkedCell } from "#app/method/worked-cell.ts";
import { timesInWords } from "#app/text/in-words.ts";
import { dayNumber } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { type Acknowledgement, changesFound, type FoundChange } from "./changes/changes-found.ts";
import { findingOf } from "./finding.ts";
import type { ParametersInUse } from "./fits/parameters-in-use.ts";
import { type Leads, leadsOf } from "./leads.ts";

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

/** How a message is received: over all audiences, null where no audience is read over, and by each audience. */
export type ReceptionOfMessage = {
  overAll: MessageReception | null;
  byAudience: readonly { audience: AudienceReadOver; figure: Figure }[];
};

/** The same with its cells pooled: any part of the report can be had of it, and costs no more than that part. */
export type PooledReception = ReceptionInput & {
  levels: CampaignLevels;
  /** By message. */
  cellsOf: ReadonlyMap<string, readonly WorkedCell[]>;
};

/** Pools what a report is made of: one solve for all its parts. Source: EFFECTIVENESS.md §4. */
export function pooledReception(input: ReceptionInput): PooledReception {
  const { worked, messages, audiences, inUse } = input;
  const readOver = { messageIds: messages.map(({ id }) => id), audiences };
  return {
    ...input,
    levels: campaignLevels(worked, readOver, inUse.parameters),
    cellsOf: Map.groupBy(worked, ({ messageId }) => messageId),
  };
}

/** What the report says of one message; nothing where it does not hold it. */
export function receptionOfMessage(pooled: PooledReception, messageId: string): ReceptionOfMessage {
  const message = pooled.messages.find(({ id }) => id === messageId);
  if (message === undefined) return { overAll: null, byAudience: [] };
  return {
    overAll: pooled.audiences.length === 0 ? null : overAll(message, pooled),
    byAudience: pooled.audiences.map((audience) => ({
      audience,
      figure: figureIn(pooled, message, audience),
    })),
  };
}

/** What the report says of one audience with each message that it holds; nothing where it is not read over. */
export function figuresOfAudience(pooled: PooledReception, audienceId: string): ReadonlyMap<string, Figure> {
  const audience = pooled.audiences.find(({ id }) => id === audienceId);
  if (audience === undefined) return new Map();
  return new Map(pooled.messages.map((message) => [message.id, figureIn(pooled, message, audience)]));
}

/**
 * Works out the report; plain data that may be stored as it is. It gives way between its steps, so that others are answered
 * however many messages a campaign has. Source: EFFECTIVENESS.md §4 to §7b, §14.
 */
export function* receptionReport(pooled: PooledReception): Generator<void, ReceptionReport> {
  const { from, day, worked, messages, audiences, lookedAt, objections, inUse, levels } = pooled;
  const byMessage: MessageReception[] = [];
  for (const message of audiences.length === 0 ? [] : messages) {
    byMessage.push(overAll(message, pooled));
    yield;
  }
  // After the messages, so that what has to be smoothed has been, a few cells at a time.
  const rows: { audience: AudienceReadOver; figures: Figure[] }[] = [];
  for (const audience of audiences) {
    rows.push({ audience, figures: messages.map((message) => figureIn(pooled, message, audience)) });
    yield;
  }
  const heard = new Set(byMessage.flatMap(({ message, figure }) => (figure.notes > 0 ? [message.id] : [])));
  const inUseNow = messages.filter(({ isRetired }) => !isRetired);
  const compared = inUseNow.map((message) => ({ ...message, isHeard: heard.has(message.id) }));
  const leads = yield* leadsOf(levels, compared, audiences, dayNumber(day));
  const shown = { day, messages, rows, byMessage, leads, changes: yield* changesIn(pooled) };
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

/** The changes that concern what is read over now. */
function changesIn({ worked, levels, messages, audiences, lookedAt, inUse, day }: PooledReception) {
  const isShown = new Set([...messages, ...audiences].map(({ id }) => id));
  const current = worked.filter(
    ({ messageId, audienceId }) => isShown.has(messageId) && isShown.has(audienceId),
  );
  return changesFound(current, levels, lookedAt, {
    parameters: inUse.parameters,
    asOfDay: dayNumber(day),
  });
}

function figureIn(pooled: PooledReception, message: MessageReadOver, { id }: AudienceReadOver): Figure {
  const own = (pooled.cellsOf.get(message.id) ?? []).filter(({ audienceId }) => audienceId === id);
  return figureOf(pooled.levels.levelAt(message.id, id, dayNumber(pooled.day)), restsOn(own));
}

function overAll(message: MessageReadOver, pooled: PooledReception): MessageReception {
  const { cellsOf, audiences, levels, days, day } = pooled;
  const isReadOver = new Set(audiences.map(({ id }) => id));
  const cells = (cellsOf.get(message.id) ?? []).filter(({ audienceId }) => isReadOver.has(audienceId));
  const figure = figureOf(levels.rollUpAt(message.id, dayNumber(day)), restsOn(cells));
  const course = days.map((drawn) => {
    // Of a message that nobody has rated the same is known on every day.
    const level = cells.length === 0 ? figure : levels.rollUpAt(message.id, drawn);
    return { day: drawn, mean: level.mean, ...shownRangeOf(level) };
  });
  const since = sinceStart(levels, message.id, days, firstRated(cells));
  const mix = audienceMix(cells, dayNumber(day));
  return { message, figure, course, marks: marksOf(cells.flatMap((cell) => cell.marks)), since, mix };
}

/**
 * An objection that was heard up to a day: how many times, how many of them answered, and how many audiences were
 * answered the last time they raised it and have met us since without raising it again. Source: DESIGN.md, section 3.
 */
export type ObjectionHeard = {
  id: string;
  code: string;
  name: string;
  isDifficultQuestion: boolean;
  /** The messages that it stands against, by number. */
  messages: readonly number[];
  heard: number;
  answered: number;
  notPressed: number;
};

/** "11 times, 8 answered; 4 audiences have not pressed it again". */
export function heardInWords({ heard, answered, notPressed }: ObjectionHeard): string {
  const quiet =
    notPressed === 0
      ? "no audience is known to have dropped it"
      : notPressed === 1
        ? "1 audience has not pressed it again"
        : `${notPressed} audiences have not pressed it again`;
  return `${timesInWords(heard)}, ${answered} answered; ${quiet}`;
}
