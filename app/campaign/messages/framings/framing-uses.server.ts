import type { ReceptionOfMessage } from "#app/campaign/effectiveness/reception-report.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import type { Figure } from "#app/method/figure.ts";
import { type Cut, cut } from "#app/text/cut.ts";
import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import { type MessageEvent, type MessagePaper, wholeDay } from "../uses.server.ts";
import { type Framing, listFramings } from "./framing-list.server.ts";

const MOST_SHOWN = 100;

/** In how many papers in use each framing stands; those that stand in none are left out. */
async function countPapersOfFramings(
  read: Queries,
  framingIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (framingIds.length === 0) return new Map();
  const rows = await papersByFraming(read, { framings: JSON.stringify(framingIds) });
  return new Map(rows.map((row) => [row.id ?? "", Number(row.papers)]));
}

const papersByFraming = keptQuery((read, place: Place<"framings">) =>
  read
    .selectFrom("talking_points_block as block")
    .innerJoin("talking_points as paper", "paper.id", "block.talking_points_id")
    .select((eb) => ["block.origin_framing_id as id", eb.fn.count("paper.id").distinct().as("papers")])
    .where("block.origin_framing_id", "in", eachIn(place("framings")))
    .where("paper.retired_at", "is", null)
    .groupBy("block.origin_framing_id"),
);

/** The papers in use that have the words of a framing, the newest first, at most a hundred. */
export async function listPapersOfFraming(read: Queries, framingId: string): Promise<Cut<MessagePaper>> {
  return cut(await papersOfFraming(read, { framing: framingId }), MOST_SHOWN);
}

const papersOfFraming = keptQuery((read, place: Place<"framing">) =>
  read
    .selectFrom("talking_points_block as block")
    .innerJoin("talking_points as paper", "paper.id", "block.talking_points_id")
    .select(["paper.id", "paper.title", "paper.stage", "paper.changed_at as changedAt"])
    .distinct()
    .where("block.origin_framing_id", "=", place("framing"))
    .where("paper.retired_at", "is", null)
    .orderBy("paper.changed_at", "desc")
    .orderBy("paper.id")
    .limit(MOST_SHOWN + 1),
);

/** The events whose papers have the words of a framing, the newest first, at most a hundred. */
export async function listEventsOfFraming(read: Queries, framingId: string): Promise<Cut<MessageEvent>> {
  return cut(await eventsOfFraming(read, { framing: framingId }), MOST_SHOWN);
}

const eventsOfFraming = keptQuery((read, place: Place<"framing">) =>
  read
    .selectFrom("talking_points_block as block")
    .innerJoin("talking_points as paper", "paper.id", "block.talking_points_id")
    .innerJoin("outreach_event as event", "event.id", "paper.outreach_event_id")
    .select(["event.id", "event.title", "event.starts_at as startsAt", "event.schedule", "event.result"])
    .select(wholeDay)
    .distinct()
    .where("block.origin_framing_id", "=", place("framing"))
    .where("paper.retired_at", "is", null)
    .orderBy("event.starts_at", "desc")
    .orderBy("event.id")
    .limit(MOST_SHOWN + 1),
);

/** A framing as a list shows it: how the message was taken by that audience, and how many papers have the framing. */
export type ListedFraming = { framing: Framing; figure: Figure | null; papers: number };

/** The framings of a message with what their audiences made of the message. */
export async function listedFramings(
  { database }: CampaignArrival,
  messageId: string,
  { byAudience }: ReceptionOfMessage,
): Promise<ListedFraming[]> {
  const framings = await listFramings(database.read, [messageId]);
  const ids = framings.map((framing) => framing.id);
  const papers = await countPapersOfFramings(database.read, ids);
  return framings.map((framing) => ({
    framing,
    figure: byAudience.find(({ audience }) => audience.id === framing.audienceId)?.figure ?? null,
    papers: papers.get(framing.id) ?? 0,
  }));
}
