import { addressOf } from "#app/http/addresses.ts";
import { underRule } from "#app/text/handling.ts";
import { capital, inWords } from "#app/text/in-words.ts";
import { personName } from "#app/text/person-name.ts";
import { cityOf } from "#app/time/format.ts";
import { type CalendarDate, timeIn, timeOf, WASHINGTON, type Zone } from "#app/time/wall-time.ts";
import { whoGoesInWords } from "../members/who-goes.ts";
import { decideByInWords, homeTime, type ItemState } from "../programme-words.ts";

import type { VisitItem, VisitRecord } from "../store.server.ts";

type Around = {
  visit: VisitRecord;
  homeZone: Zone;
  now: Date;
  today: CalendarDate;
  state: ItemState | null;
  mayWrite: boolean;
};

/** An item of the programme as the page and the print show it. */
export function itemView(item: VisitItem, { visit, homeZone, now, today, state, mayWrite }: Around) {
  const going = visit.parts.filter(({ itemId }) => itemId === item.id);
  return {
    id: item.id,
    eventId: item.eventId,
    title: item.title,
    washington: item.isAllDay
      ? "All day"
      : `${timeIn(item.startsAt, WASHINGTON)}–${timeIn(item.endsAt, WASHINGTON)}`,
    home: item.isAllDay ? "" : homeTime(item.startsAt, homeZone, today),
    local: localTime(item),
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
    madeOf: item.endsAt <= now ? madeOf(item, visit.event.campaignId, mayWrite) : [],
  };
}

/** On its own clock, where that is another than Washington's. */
function localTime({ zone, wallStart, isAllDay }: VisitItem): string | null {
  if (zone === WASHINGTON) return null;
  return isAllDay ? `in ${cityOf(zone)}` : `${timeOf(wallStart)} ${cityOf(zone)}`;
}

/** What readout and thanks are made of once an item is over, each with its page: its logs, its memorandum, its notes of thanks; what is still to be written too. */
function madeOf(
  { eventId, kind, logs, letters, takesPlace }: VisitItem,
  campaignId: string,
  mayWrite: boolean,
): { words: string; to: string }[] {
  if (kind === "internal" || !takesPlace) return [];
  if (logs.length === 0)
    return mayWrite ? [{ words: "Log it", to: `${addressOf.event(campaignId, eventId)}/log` }] : [];
  const memoranda = letters.filter((one) => one.kind === "memorandum of conversation");
  const thanks = letters.filter((one) => one.kind === "thank-you note");
  const missing = [
    ...(memoranda.length === 0 ? ["memorandum"] : []),
    ...(thanks.length === 0 ? ["thank-you note"] : []),
  ];
  return [
    ...logs.map((id, at) => ({
      words: logs.length === 1 ? "Log" : `Log ${at + 1}`,
      to: addressOf.outcome(campaignId, id),
    })),
    ...memoranda.map(({ id }) => ({ words: "Memorandum", to: addressOf.letter(campaignId, id) })),
    ...thanks.map(({ id, to }) => ({
      words: to === null ? "Thank-you note" : `Thank-you note to ${personName(to)}`,
      to: addressOf.letter(campaignId, id),
    })),
    ...(mayWrite && missing.length > 0
      ? [
          {
            words: `Write ${inWords(missing)}`,
            to: `${addressOf.correspondence(campaignId)}?event=${eventId}`,
          },
        ]
      : []),
  ];
}

export type ItemView = ReturnType<typeof itemView>;

/** "Russell Building. Host: the clerk's office. On background." */
function placeWords({ place, host, groundRule, kind }: VisitItem): string {
  const parts = [
    place,
    host === "" ? "" : `Host: ${host}`,
    kind === "internal" ? "" : capital(underRule(groundRule)),
  ];
  return parts
    .filter((part) => part !== "")
    .map((part) => (part.endsWith(".") ? part : `${part}.`))
    .join(" ");
}
