import { addressOf } from "#app/http/addresses.ts";
import { MessageNumber } from "#app/ui/marks.tsx";
import { Empty } from "#app/ui/page-head.tsx";
import { calendarLink } from "../calendar-search.ts";
import type { CalendarPage } from "./calendar-page.server.ts";
import type { WishView } from "./to-place.server.ts";

/** What waits for a date, beside the week. */
export function ToPlacePanel({ page }: { page: CalendarPage }) {
  const { toPlace, campaignId, search, mayWrite } = page;
  const { wishes, count } = toPlace;
  if (count === 0) return null;
  const all = calendarLink(campaignId, search, { view: "to-place", eventId: null });
  return (
    <aside className="event-panel" aria-label="Unscheduled">
      <h2>
        <a href={all}>Unscheduled</a> ({count})
      </h2>
      {wishes.map((wish) => (
        <p key={wish.id}>
          <a className="quiet-link" href={addressOf.wish(wish.campaignId, wish.id)}>
            {wish.title}
          </a>
          <Messages wish={wish} />
          <br />
          {mayWrite ? <FindSlot wish={wish} /> : null} <BestBy wish={wish} />
        </p>
      ))}
      {toPlace.next === null ? null : <a href={all}>and {count - wishes.length} more</a>}
    </aside>
  );
}

/** The same as a page, with all that is known of each. */
export function ToPlaceView({ page }: { page: CalendarPage }) {
  const { toPlace, campaignId, mayWrite } = page;
  const add = addressOf.newWish(campaignId);
  if (toPlace.count === 0)
    return (
      <Empty
        text="Nothing is waiting for a date. Add events here that should happen but have no date yet."
        act={mayWrite ? { label: "Add an unscheduled event", to: add } : null}
      />
    );
  return (
    <div className="agenda">
      <ul>
        {toPlace.wishes.map((wish) => (
          <li key={wish.id} className="agenda-row">
            <span>
              <BestBy wish={wish} />
            </span>
            <span>
              <a href={addressOf.wish(wish.campaignId, wish.id)}>{wish.title}</a>
              <Messages wish={wish} />
              <span className="event-owner">
                {[wish.what, wish.audiences, wish.campaign].filter(Boolean).join(" · ")}
              </span>
              {wish.note === "" ? null : <span className="event-owner">{wish.note}</span>}
            </span>
            <span className="secondary">{wish.owner ?? "No owner yet"}</span>
            {mayWrite ? <FindSlot wish={wish} /> : <span />}
          </li>
        ))}
      </ul>
      <MoreOfView
        page={page}
        of="unscheduled"
        all="the unscheduled events"
        part={{ shown: toPlace.wishes.length, next: toPlace.next }}
      />
      {mayWrite ? (
        <p className="noprint">
          <a href={add}>Add an unscheduled event</a>
        </p>
      ) : null}
    </div>
  );
}

function FindSlot({ wish }: { wish: WishView }) {
  return (
    <a className="noprint" href={addressOf.slotOfWish(wish.campaignId, wish.id)}>
      Find a slot<span className="visually-hidden"> for {wish.title}</span>
    </a>
  );
}

function Messages({ wish }: { wish: WishView }) {
  return wish.messages.map((number) => (
    <span key={number}>
      {" "}
      <MessageNumber n={number} />
    </span>
  ));
}

function BestBy({ wish: { bestBy } }: { wish: WishView }) {
  if (bestBy === null) return null;
  return <span className={bestBy.near === "past" ? "state state-bad" : "note"}>{bestBy.words}</span>;
}

/** Before and after the part of a long view that is shown; `next` is how many come before the next part. */
export function MoreOfView({
  page: { campaignId, search },
  of,
  all,
  part,
}: {
  page: Pick<CalendarPage, "campaignId" | "search">;
  of: "events" | "unscheduled";
  all: string;
  part: { shown: number; next: number | null };
}) {
  const { skip } = search;
  if (part.next === null && skip === 0) return null;
  const to = (before: number) => calendarLink(campaignId, search, { skip: before, eventId: null });
  return (
    <nav className="noprint small" aria-label={`More of ${all}`}>
      {of === "events" ? "Events" : "Unscheduled events"} {skip + 1} to {skip + part.shown}.{" "}
      {skip === 0 ? null : <a href={to(0)}>First page</a>}{" "}
      {part.next === null ? null : <a href={to(part.next)}>Next page</a>}
    </nav>
  );
}
