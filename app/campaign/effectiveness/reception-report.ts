import { type AudienceMix, audienceMix } from "#app/method/audience-mix.ts";
import { type CampaignLevels, campaignLevels } from "#app/method/campaign-levels.ts";
import { type Figure, figureOf } from "#app/method/figure.ts";
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

/**
 * Works out the report; plain data that may be stored as it is. It gives way between its steps, so that others are answered
 * however many messages a campaign has. Source: EFFECTIVENESS.md §4 to §7b, §14.
 */
export function* receptionReport(input: ReceptionInput): Generator<void, ReceptionReport> {
  const { from, day, worked, messages, audiences, lookedAt, objections, inUse } = input;
  const readOver = { messageIds: messages.map(({ id }) => id), audiences };
  const levels = campaignLevels(worked, readOver, inUse.parameters);
  const read = { ...input, levels, cellsOf: Map.groupBy(worked, ({ messageId }) => messageId) };
  yield;
  const rows: { audience: AudienceReadOver; figures: Figure[] }[] = [];
  for (const audience of audiences) {
    rows.push({ audience, figures: figuresOf(audience, read) });
    yield;
  }
  const byMessage: MessageReception[] = [];
  for (const message of audiences.length === 0 ? [] : messages) {
    byMessage.push(overAll(message, read));
    yield;
  }
  const heard = new Set(byMessage.flatMap(({ message, figure }) => (figure.notes > 0 ? [message.id] : [])));
  const inUseNow = messages.filter(({ isRetired }) => !isRetired);
  const compared = inUseNow.map((message) => ({ ...message, isHeard: heard.has(message.id) }));
  const leads = yield* leadsOf(levels, compared, audiences, dayNumber(day));
  const shown = { day, messages, rows, byMessage, leads, changes: yield* changesIn(read) };
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

type Read = ReceptionInput & {
  levels: CampaignLevels;
  /** By message. */
  cellsOf: ReadonlyMap<string, readonly WorkedCell[]>;
};

/** The changes that concern what is read over now. */
function changesIn({ worked, levels, messages, audiences, lookedAt, inUse, day }: Read) {
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
function figuresOf({ id }: AudienceReadOver, { messages, cellsOf, levels, day }: Read): Figure[] {
  return messages.map((message) => {
    const own = (cellsOf.get(message.id) ?? []).filter(({ audienceId }) => audienceId === id);
    return figureOf(levels.levelAt(message.id, id, dayNumber(day)), restsOn(own));
  });
}

function overAll(message: MessageReadOver, read: Read): MessageReception {
  const { cellsOf, audiences, levels, days, day } = read;
  const isReadOver = new Set(audiences.map(({ id }) => id));
  const cells = (cellsOf.get(message.id) ?? []).filter(({ audienceId }) => isReadOver.has(audienceId));
  const basis = restsOn(cells);
  const figure = figureOf(levels.rollUpAt(message.id, dayNumber(day)), basis);
  const course = days.map((drawn) => {
    // Of a message that nobody has rated the same is known on every day.
    const { mean, lower, upper } =
      cells.length === 0 ? figure : figureOf(levels.rollUpAt(message.id, drawn), basis);
    return { day: drawn, mean, lower, upper };
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
