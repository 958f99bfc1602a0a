import { campaignLevels, marksOf, type WorkedCell } from "#app/domain/effectiveness/campaign-levels.ts";
import { changesFound, type LookedAt } from "#app/domain/effectiveness/changes-found.ts";
import { compareLevels } from "#app/domain/effectiveness/comparison.ts";
import { daysDrawn } from "#app/domain/effectiveness/days-drawn.ts";
import { figureOf, type RestsOn } from "#app/domain/effectiveness/figure.ts";
import { type Ahead, findingOf, type MessageFigure } from "#app/domain/effectiveness/finding.ts";
import { DEFAULT_PARAMETERS } from "#app/domain/effectiveness/parameters.ts";
import type { Level } from "#app/domain/effectiveness/pooling.ts";
import { dayNumber } from "#app/domain/time/calendar-date.ts";
import { dateIn, endOfDay, WASHINGTON } from "#app/domain/time/wall-time.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { openAsKnown } from "#db/as-known.server.ts";
import { workOutCells } from "#db/queries/campaign-levels.server.ts";
import { listAcknowledgements } from "#db/queries/change-acknowledgements.server.ts";
import { listAudiencesByPriority, listMessagesReadOver } from "#db/queries/read-over.server.ts";
import { type DayAsked, readDayAsked } from "./day-asked.ts";

/**
 * Everything that the effectiveness page and its files show: as of today in Washington, or of the day and the knowledge
 * that the address asks for.
 */
export async function effectivenessView(arrival: CampaignArrival) {
  const today = dateIn(arrival.now, WASHINGTON);
  const asked = readDayAsked(arrival.url.searchParams, today);
  if (asked.knowledge === "now") return viewIn(arrival, arrival.database.read, asked);
  const known = await openAsKnown(
    arrival.database.read,
    arrival.campaign.id,
    endOfDay(asked.day, WASHINGTON),
  );
  try {
    return await viewIn(arrival, known.read, asked);
  } finally {
    await known.close();
  }
}

async function viewIn({ campaign, now, may }: CampaignArrival, database: Kysely, asked: DayAsked) {
  const read = await readReception(database, campaign, dayNumber(asked.day));
  const lookedAt = await listAcknowledgements(database, campaign.id);
  const rows = read.audiences.map((audience) => ({ audience, figures: figuresOf(audience, read) }));
  const byMessage = read.audiences.length === 0 ? [] : read.messages.map((message) => overAll(message, read));
  const pairs = rows.flatMap(({ audience, figures }) =>
    read.messages.flatMap(({ number }, at) => {
      const figure = figures[at];
      return figure === undefined ? [] : [{ number, audience: audience.name, figure }];
    }),
  );
  return {
    campaignId: campaign.id,
    today: dateIn(now, WASHINGTON),
    asked,
    from: campaign.startsOn,
    mayWrite: may("write") && asked.isToday,
    parameters: PARAMETERS,
    ratings: read.worked.reduce((sum, { notes }) => sum + notes, 0),
    raters: new Set(read.worked.flatMap(({ raterIds }) => raterIds)).size,
    messages: read.messages,
    rows,
    changes: changesIn(read, lookedAt),
    lookedAt,
    byMessage: byMessage.map(({ level: _, ...rest }) => rest),
    finding: findingOf(
      byMessage.map(({ message, figure }) => ({ number: message.number, figure })),
      pairs,
      topTwoOf(byMessage, read.levels.pooled),
    ),
  };
}

export type EffectivenessView = Awaited<ReturnType<typeof effectivenessView>>;

type Kysely = CampaignArrival["database"]["read"];

const PARAMETERS = DEFAULT_PARAMETERS;

async function readReception(database: Kysely, campaign: CampaignArrival["campaign"], asOfDay: number) {
  const days = daysDrawn(dayNumber(campaign.startsOn), asOfDay);
  const [worked, messages, audiences] = await Promise.all([
    workOutCells(database, campaign.id, { asOfDay, days, parameters: PARAMETERS }),
    listMessagesReadOver(database, campaign.id),
    listAudiencesByPriority(database, campaign.id),
  ]);
  const readOver = { messageIds: messages.map(({ id }) => id), audiences };
  const levels = campaignLevels(worked, readOver, PARAMETERS);
  return { asOfDay, days, worked, messages, audiences, levels };
}

/** The changes that concern what is read over now. */
function changesIn(
  { worked, levels, messages, audiences, asOfDay }: Reception,
  lookedAt: readonly LookedAt[],
) {
  const isShown = new Set([...messages, ...audiences].map(({ id }) => id));
  const current = worked.filter(
    ({ messageId, audienceId }) => isShown.has(messageId) && isShown.has(audienceId),
  );
  return changesFound(current, levels, lookedAt, { parameters: PARAMETERS, asOfDay });
}

type Reception = Awaited<ReturnType<typeof readReception>>;

/** One audience with each message, in the order of the messages. */
function figuresOf({ id }: { id: string }, { messages, worked, levels, asOfDay }: Reception) {
  const own = worked.filter(({ audienceId }) => audienceId === id);
  return messages.map((message) =>
    figureOf(
      levels.levelAt(message.id, id, asOfDay),
      restsOn(own.filter(({ messageId }) => messageId === message.id)),
    ),
  );
}

/** One message over all audiences: now, over time, and every rating of it. */
function overAll(message: Reception["messages"][number], read: Reception) {
  const { worked, audiences, levels, days, asOfDay } = read;
  const isReadOver = new Set(audiences.map(({ id }) => id));
  const cells = worked.filter(
    ({ messageId, audienceId }) => messageId === message.id && isReadOver.has(audienceId),
  );
  const basis = restsOn(cells);
  const level = levels.rollUpAt(message.id, asOfDay);
  const course = days.map((day) => {
    const { mean, lower, upper } = figureOf(levels.rollUpAt(message.id, day), basis);
    return { day, mean, lower, upper };
  });
  return {
    message,
    level,
    figure: figureOf(level, basis),
    course,
    marks: marksOf(cells.flatMap(({ marks }) => marks)),
  };
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

type Compared = Pick<MessageFigure, "figure"> & { message: { number: number }; level: Level };

/** The two heard messages that stand highest, against each other. */
function topTwoOf(messages: readonly Compared[], pooled: Parameters<typeof compareLevels>[0]): Ahead | null {
  const [first, second] = messages
    .filter(({ figure }) => figure.notes > 0)
    .toSorted((a, b) => b.level.mean - a.level.mean);
  if (first === undefined || second === undefined) return null;
  const { probability } = compareLevels(pooled, first.level, second.level);
  return { ahead: first.message.number, behind: second.message.number, probability };
}
