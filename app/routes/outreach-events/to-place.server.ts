import type { CalendarFilter } from "#app/domain/outreach-events/calendar-filter.ts";
import { kindLabel } from "#app/domain/outreach-events/kind.ts";
import { bestByOn } from "#app/domain/outreach-wishes/wish.ts";
import { formatDuration } from "#app/domain/time/format.ts";
import { listWishes, type Wish } from "#db/queries/outreach-wishes.server.ts";
import type { CalendarScope } from "./calendar-scope.ts";

/** An event that waits for a date, in words. */
export type WishView = {
  id: string;
  campaignId: string;
  campaign: string | null;
  title: string;
  what: string;
  audiences: string;
  messages: number[];
  owner: string | null;
  note: string;
  bestBy: { near: "later" | "soon" | "past"; words: string } | null;
};

/** What waits to be placed in the campaigns shown, narrowed as the events are; a status narrows nothing: they have none. */
export async function wishesToPlace({
  arrival,
  campaignIds,
  campaignNames,
  search,
  today,
}: CalendarScope): Promise<WishView[]> {
  const lists = await Promise.all(
    campaignIds.map(async (campaignId) => {
      const wishes = await listWishes(arrival.database.read, campaignId);
      return wishes.map((wish) => ({ wish, campaignId }));
    }),
  );
  return lists
    .flat()
    .filter(({ wish }) => fits(wish, search.filter))
    .map(({ wish, campaignId }) => ({
      id: wish.id,
      campaignId,
      campaign: campaignId === arrival.campaign.id ? null : (campaignNames.get(campaignId) ?? null),
      title: wish.title,
      what: [kindLabel(wish.kind), wish.minutes === null ? "" : formatDuration(wish.minutes)]
        .filter(Boolean)
        .join(", "),
      audiences: wish.audiences.map(({ name }) => name).join(", "),
      messages: wish.messages.map(({ number }) => number),
      owner: wish.owner?.name ?? null,
      note: wish.note,
      bestBy: bestByOn(wish.bestBy, today),
    }));
}

function fits(wish: Wish, filter: CalendarFilter): boolean {
  return (
    (filter.audienceId === null || wish.audiences.some(({ id }) => id === filter.audienceId)) &&
    (filter.messageId === null || wish.messages.some(({ id }) => id === filter.messageId)) &&
    (filter.ownerId === null || wish.owner?.id === filter.ownerId) &&
    (filter.kind === null || wish.kind === filter.kind)
  );
}
