import { type GroundRule, underRule } from "#app/text/handling.ts";
import { formatDay, formatDayAndClocks, wholeDaysInWords } from "#app/time/format.ts";
import { type CalendarDate, dateIn, type Timed, WASHINGTON, type Zone } from "#app/time/wall-time.ts";

/** A wording of the held message that people hold: one revision, or one revision of a framing. */
export type HeldWording = { id: string; label: string; text: string };

/** A brief that one of ours printed, or a file that one of ours took, before the hold. */
export type TakenCopy = {
  accountId: string;
  name: string;
  manner: "printed brief" | "printed paper" | "Word" | "PDF" | "Markdown" | "copied for e-mail";
  isForOutsiders: boolean;
  takenAt: Date;
  event: (Timed & { id: string }) | null;
  wordingId: string | null;
};

/** A contact to whom the message was said at an event, as it was logged. */
export type MessageUse = {
  contactId: string;
  name: string;
  audience: string;
  eventId: string;
  eventTitle: string;
  startsAt: Date;
  groundRule: GroundRule;
  wording: "as written" | "in other words" | null;
  wordingId: string | null;
};

/** Somebody who holds the old wording; `more` counts the times beside the latest one, which `how` tells of. */
export type OldWordingHolder = {
  kind: "account" | "contact";
  id: string;
  name: string;
  who: string;
  how: string;
  at: Date;
  wordingId: string | null;
  more: number;
  /** Where a contact was told last; ours hold it whatever it was for. */
  event: { id: string; title: string; startsAt: Date } | null;
};

/** The ministry's zone, and the day on which it is read. */
type Around = { homeZone: Zone; today: CalendarDate };

/** How far back from its hold people are taken to hold a wording that is no longer the newest: 60 days. */
export const DAYS_HELD = 60;

/**
 * Who holds the old wording, each person once with the latest way: ours first, whoever took a copy last at the
 * top; then contacts, those who were told last at the top. Computed from what was printed, taken and logged; whoever
 * was told without a record is not in it. `homeZone` is the ministry's zone.
 */
export function oldWordingHolders(
  copies: readonly TakenCopy[],
  uses: readonly MessageUse[],
  { homeZone, today }: Around,
): readonly OldWordingHolder[] {
  const onPaper = new Set(copies.flatMap((one) => (one.isForOutsiders && one.event ? [one.event.id] : [])));
  const ours = copies.map((copy) => ourHolder(copy, { homeZone, today }));
  const theirs = uses.map((use) => told(use, onPaper.has(use.eventId), today));
  return [...latestOfEach(ours), ...latestOfEach(theirs)];
}

function ourHolder(copy: TakenCopy, around: Around): OldWordingHolder {
  const { accountId: id, name, wordingId, takenAt: at } = copy;
  return {
    kind: "account",
    id,
    name,
    who: "ours",
    how: howTaken(copy, around),
    at,
    wordingId,
    more: 0,
    event: null,
  };
}

const TAKEN: Readonly<Record<TakenCopy["manner"], string>> = {
  "printed brief": "Printed the brief",
  "printed paper": "Printed the paper",
  Word: "Downloaded the Word file",
  PDF: "Downloaded the PDF",
  Markdown: "Downloaded the Markdown file",
  "copied for e-mail": "Took an e-mail copy",
};

function howTaken(
  { manner, isForOutsiders, event, takenAt }: TakenCopy,
  { homeZone, today }: Around,
): string {
  const taken = `${TAKEN[manner]}${isForOutsiders ? " for outsiders" : ""}`;
  if (event === null) return `${taken}, ${formatDayAndClocks(takenAt, homeZone, today)}`;
  const when = event.isAllDay
    ? wholeDaysInWords(event, (day) => formatDay(day, today))
    : formatDayAndClocks(event.startsAt, homeZone, today);
  return `${taken}${isForOutsiders ? "," : ""} for the event on ${when}`;
}

function told(use: MessageUse, isLeftOnPaper: boolean, today: CalendarDate): OldWordingHolder {
  const { contactId: id, name, audience: who, startsAt: at, wordingId, groundRule, wording } = use;
  const rule = groundRule === "on the record" ? "Told" : `Told ${underRule(groundRule)}`;
  const paper = isLeftOnPaper ? " and given on paper" : "";
  const words = wording === "in other words" ? ". Said in other words" : "";
  const how = `${rule}${paper}, ${formatDay(dateIn(at, WASHINGTON), today)}${words}`;
  const event = { id: use.eventId, title: use.eventTitle, startsAt: at };
  return { kind: "contact", id, name, who, how, at, wordingId, more: 0, event };
}

/** Those who hold it from one event, or ours; `before` is how many people stand before them. */
export type HoldersOfEvent<Holder> = {
  event: OldWordingHolder["event"];
  holders: readonly Holder[];
  before: number;
};

/** Ours, then the others by the event at which they were told, in the order of the list. */
export function holdersByEvent<Holder extends Pick<OldWordingHolder, "event">>(
  holders: readonly Holder[],
): HoldersOfEvent<Holder>[] {
  let shown = 0;
  return [...Map.groupBy(holders, ({ event }) => event?.id ?? "").values()].map((group) => {
    const before = shown;
    shown += group.length;
    return { event: group[0]?.event ?? null, holders: group, before };
  });
}

function latestOfEach(ways: readonly OldWordingHolder[]): OldWordingHolder[] {
  const newestFirst = ways.toSorted((one, other) => other.at.getTime() - one.at.getTime());
  return [...Map.groupBy(newestFirst, ({ id }) => id).values()].flatMap(([latest, ...more]) =>
    latest === undefined ? [] : [{ ...latest, more: more.length }],
  );
}
