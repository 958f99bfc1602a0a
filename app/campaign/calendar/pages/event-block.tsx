import type { CalendarState } from "#app/campaign/outreach-events/calendar-state.ts";
import { StateMarks } from "#app/campaign/outreach-events/state-marks.tsx";
import { formatDay } from "#app/time/format.ts";
import { dayOf, timeOf } from "#app/time/wall-time.ts";
import { lastDayOf } from "../bands.ts";
import type { EventView } from "../calendar-event-view.ts";
import type { ChamberRuns, PlacedView } from "./week-model.ts";

/** The height of a quarter of an hour, in px. */
export const QUARTER = 18;

/** How the blocks of a page lead on: which is selected, where each leads, and in which campaign the reader moves them. */
export type Selecting = {
  movesIn: string | null;
  selectedId: string | null;
  linkTo: (event: EventView) => string;
};

/** Overlapping events cascade: each next lane begins further right and lies over the one before, or stands beside it. */
export function EventBlock({ placed, movesIn, selectedId, linkTo }: Selecting & { placed: PlacedView }) {
  const { event, top, height, lane, lanes, isBeside, lines } = placed;
  const isSelected = selectedId === event.id;
  const isByWord = lanes > 1 || event.title.length > SURELY_FITS * lines.title;
  const left = lane * (isBeside ? 100 / lanes : Math.min(22, 66 / Math.max(1, lanes - 1)));
  const right = isBeside ? left + 100 / lanes : 100;
  return (
    <li
      {...hooks(event, movesIn)}
      className={`calendar-event is-${event.look}${isSelected ? " is-selected" : ""}${height < 3 ? " tight" : ""}${isBeside && lanes > 2 ? " narrow" : ""}`}
      style={{
        top: top * QUARTER,
        height: height * QUARTER - 2,
        left: `calc(${left}% + 2px)`,
        width: `calc(${right - left}% - 4px)`,
      }}
    >
      <a href={linkTo(event)} aria-current={isSelected ? "true" : undefined}>
        <span className="visually-hidden">{event.day}, </span>
        <span className="event-time">
          {event.time} <span className="prague-time">{event.homeTime}</span>
        </span>
        <b
          style={{ maxHeight: `${lines.title * 1.22}em`, WebkitLineClamp: lines.title }}
          title={isByWord ? event.title : undefined}
        >
          {isByWord ? <ByWord text={event.title} /> : event.title}
        </b>
        {event.ownTime === null ? null : (
          <span className={lines.ownTime ? "event-where" : "event-where nofit"}>{event.ownTime}</span>
        )}
        {event.state === null ? null : <BlockMarks state={event.state} lines={lines.status} />}
        <span className={lines.details ? "event-where" : "event-where nofit"}>{detailsOf(event)}</span>
      </a>
    </li>
  );
}

/** So many letters fit on a line of any block that has its day for itself. */
const SURELY_FITS = 12;

/** A title that may have to be cut, word by word: an ellipsis then stands after a whole one, or in one that is wider than its block. */
function ByWord({ text }: { text: string }) {
  return text.split(/(\s+)/).map((part, at) =>
    /^\s*$/.test(part) ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the words of a title stand in their order
      <span key={at} className="whole-word">
        {part}
      </span>
    ),
  );
}

/** All marks where they have a line each, else both on one line; on the phone, where blocks are wide, always all. */
function BlockMarks({ state, lines }: { state: CalendarState; lines: number }) {
  const fit = lines >= state.marks.length;
  return (
    <>
      {fit || lines === 0 ? null : (
        <span className={`state state-${state.tone} calendar-state in-short`} title={state.marks.join(". ")}>
          {state.short}
        </span>
      )}
      <StateMarks state={state} className={fit ? "" : " nofit"} />
    </>
  );
}

/** What a script needs to move an event: who it is, in which version, and when it begins in Washington. */
export function hooks({ id, version, wallStart, isMovable, campaignId }: EventView, movesIn: string | null) {
  if (!isMovable || campaignId !== movesIn) return {};
  return { "data-event": id, "data-version": version, "data-start": wallStart };
}

/** "1, 3 · Jana": the messages, the owner, and the campaign where it is another. */
export function detailsOf({ messages, owner, campaign }: EventView): string {
  return [messages.join(", "), owner ?? "", campaign ?? ""].filter(Boolean).join(" · ");
}

/** "Thu 3 Dec", or "Thu 3 Dec, 18:00": the end of an event of several days, with its year where it ends in the next; null where it ends on the day it begins. */
export function untilOf(event: EventView): string | null {
  const [first, last] = [dayOf(event.wallStart), lastDayOf(event)];
  if (last === first) return null;
  return event.isAllDay ? formatDay(last, first) : `${formatDay(last, first)}, ${timeOf(event.wallEnd)}`;
}

const LOOKS = { "in session": "in-session", away: "not-in-session", "not known": "session-unknown" } as const;

/** House and Senate over the days of a week, or of a row of the month; the same is said in words in the section of each day. */
export function SessionBands({ sessions, of }: { sessions: readonly ChamberRuns[]; of: "week" | "month" }) {
  const from = of === "week" ? 2 : 1;
  return sessions.map(({ chamber, runs }) => (
    <div key={chamber} className={`session-band${of === "month" ? " session-row" : ""}`} aria-hidden="true">
      <span className="band-label">{chamber}</span>
      {runs.map((run) => (
        <span
          key={run.from}
          className={LOOKS[run.standing]}
          style={{ gridColumn: `${run.from + from} / ${run.to + from + 1}` }}
        >
          {run.words}
        </span>
      ))}
    </div>
  ));
}
