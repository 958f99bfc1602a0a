import { cityOf } from "#app/time/two-clocks.ts";
import { type CalendarDate, timeIn, timeOf, WASHINGTON, type Zone } from "#app/time/wall-time.ts";
import { whoGoesInWords } from "../members/who-goes.ts";
import { decideByInWords, homeTime, type ItemState } from "../programme-words.ts";

import type { VisitItem, VisitRecord } from "../store.server.ts";

type Around = { visit: VisitRecord; homeZone: Zone; today: CalendarDate; state: ItemState | null };

/** An item of the programme as the page and the print show it. */
export function itemView(item: VisitItem, { visit, homeZone, today, state }: Around) {
  const going = visit.parts.filter(({ itemId }) => itemId === item.id);
  return {
    id: item.id,
    eventId: item.eventId,
    title: item.title,
    washington: item.isAllDay
      ? "All day"
      : `${timeIn(item.startsAt, WASHINGTON)}–${timeIn(item.endsAt, WASHINGTON)}`,
    home: item.isAllDay ? "" : homeTime(item.startsAt, homeZone, today),
    local: item.zone === WASHINGTON ? null : `${timeOf(item.wallStart)} ${cityOf(item.zone)}`,
    placeWords: placeWords(item),
    link: item.link,
    messages: item.messages,
    state,
    note: item.note,
    who: whoGoesInWords(visit.members, going),
    planB: item.planB,
    planBNote: item.planBNote,
    decideBy: item.decideBy === null ? null : decideByInWords(item.decideBy, homeZone, today),
    takesPlace: item.takesPlace,
  };
}

export type ItemView = ReturnType<typeof itemView>;

/** "Russell Building. Host: the clerk's office. On background." */
function placeWords({ place, host, groundRule, kind }: VisitItem): string {
  const parts = [
    place,
    host === "" ? "" : `Host: ${host}`,
    kind === "internal" ? "" : groundRuleWords(groundRule),
  ];
  return parts
    .filter((part) => part !== "")
    .map((part) => (part.endsWith(".") ? part : `${part}.`))
    .join(" ");
}

function groundRuleWords(rule: string): string {
  const words = rule.includes("background") ? `on ${rule}` : rule;
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
