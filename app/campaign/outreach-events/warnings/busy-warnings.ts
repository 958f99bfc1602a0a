import { inWords } from "#app/text/in-words.ts";
import { formatDay } from "#app/time/format.ts";
import { type CalendarDate, timeIn, WASHINGTON } from "#app/time/wall-time.ts";
import { belongTogether, type ClashKind, clashKind, minutesBetween, shared } from "./clash.ts";
import { daysTaken } from "./days-taken.ts";
import type { JudgedEvent, OtherEvent } from "./judged-event.ts";
import type { Warning } from "./warnings.ts";

/**
 * Who of an event is elsewhere at its time, or cannot come from or get to the other place within `travelMinutes`.
 * Source: DOMAIN.md, rule 9.
 */
export function busyWarnings(
  event: JudgedEvent,
  others: readonly OtherEvent[],
  travelMinutes: number,
  today: CalendarDate,
): Warning[] {
  return others.flatMap((other) => {
    const by = belongTogether(event, other) ? null : clashKind(event, other, travelMinutes);
    if (by === null) return [];
    return [
      ...busy("officer busy", event, event.officers, {
        other,
        by,
        ids: other.officers,
        travelMinutes,
        today,
      }),
      ...busy("participant busy", event, event.participants, {
        other,
        by,
        ids: other.participants,
        travelMinutes,
        today,
      }),
    ];
  });
}

type Meeting = {
  other: OtherEvent;
  by: ClashKind;
  ids: readonly string[];
  travelMinutes: number;
  today: CalendarDate;
};

function busy(
  kind: "officer busy" | "participant busy",
  event: JudgedEvent,
  people: readonly { id: string; name: string }[],
  { other, by, ids, travelMinutes, today }: Meeting,
): Warning[] {
  const both = shared(
    people.map(({ id }) => id),
    ids,
  );
  if (both.length === 0) return [];
  const names = both.map((id) => people.find((one) => one.id === id)?.name ?? "Someone");
  const who = `${inWords(names)} ${names.length === 1 ? "is" : "are"}`;
  const at = `${who} at ${titleOf(other)}, ${spanWords(other, event, today)}`;
  const words =
    by === "overlap"
      ? `${at}.`
      : `${at}: that leaves ${minutesBetween(event, other)} min to get from one to the other, and ${travelMinutes} are needed.`;
  return [{ kind, words, who: names, other: openable(other) }];
}

/** How an event is called on the page of a reader: another campaign's keeps its title to itself. */
export function titleOf({ seenTitle }: OtherEvent): string {
  return seenTitle ?? "an event of another campaign";
}

/** The event to open, where it is one of the reader's campaigns. */
export function openable({ id, campaignId, seenTitle }: OtherEvent): Warning["other"] {
  return seenTitle === null ? null : { campaignId, eventId: id };
}

/** When another event is, on Washington's clock: "11:00 to 12:20 in Washington", with its days unless both are on one day. */
function spanWords(other: OtherEvent, event: JudgedEvent, today: CalendarDate): string {
  const { first, last } = daysTaken(other);
  const judged = daysTaken(event);
  if (other.isAllDay)
    return first === last
      ? `all day on ${formatDay(first, today)}`
      : `${formatDay(first, today)} to ${formatDay(last, today)}`;
  const [from, until] = [timeIn(other.startsAt, WASHINGTON), timeIn(other.endsAt, WASHINGTON)];
  if (first !== last)
    return `${formatDay(first, today)}, ${from} to ${formatDay(last, today)}, ${until} in Washington`;
  const isThatDay = judged.first === first && judged.last === first;
  return `${isThatDay ? "" : `${formatDay(first, today)}, `}${from} to ${until} in Washington`;
}
