import { kindLabel } from "#app/campaign/outreach-events/kind.ts";
import { listWishes, type Wish } from "#app/campaign/outreach-wishes/store.server.ts";
import { bestByOn } from "#app/campaign/outreach-wishes/wish.ts";
import { formatDuration } from "#app/time/format.ts";
import type { CalendarFilter } from "../calendar-filter.ts";
import type { CalendarScope } from "./calendar-scope.ts";

/** An event that waits for a date, in words. */
export type WishView = ReturnType<typeof wishView>;

/** So many stand beside a week, and on a page of their own. */
const SHOWN = { week: 6, "to-place": 60 } as const;

/** The part of what waits to be placed that is shown, how many wait in all, and how many come before the next part. */
export type ToPlace = { wishes: WishView[]; count: number; next: number | null };

/** What waits to be placed in the campaigns shown, narrowed as the events are; a status narrows nothing: they have none. */
export async function wishesToPlace(scope: CalendarScope): Promise<ToPlace> {
  const { view, skip } = scope.search;
  if (view !== "week" && view !== "to-place") return { wishes: [], count: 0, next: null };
  const first = view === "week" ? 0 : skip;
  const after = first + SHOWN[view];
  const all = await listWaiting(scope);
  return {
    wishes: all.slice(first, after).map((one) => wishView(scope, one)),
    count: all.length,
    next: all.length > after ? after : null,
  };
}

async function listWaiting({
  arrival,
  campaignIds,
  search,
}: CalendarScope): Promise<{ wish: Wish; campaignId: string }[]> {
  const lists = await Promise.all(
    campaignIds.map(async (campaignId) => {
      const wishes = await listWishes(arrival.database.read, campaignId);
      return wishes.map((wish) => ({ wish, campaignId }));
    }),
  );
  return lists.flat().filter(({ wish }) => fits(wish, search.filter));
}

function wishView(
  { arrival, campaignNames, today }: CalendarScope,
  { wish, campaignId }: { wish: Wish; campaignId: string },
) {
  return {
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
  };
}

function fits(wish: Wish, filter: CalendarFilter): boolean {
  return (
    (filter.audienceId === null || wish.audiences.some(({ id }) => id === filter.audienceId)) &&
    (filter.messageId === null || wish.messages.some(({ id }) => id === filter.messageId)) &&
    (filter.ownerId === null || wish.owner?.id === filter.ownerId) &&
    (filter.kind === null || wish.kind === filter.kind)
  );
}
