import { type Document, NO_NOTES, plainRun } from "#app/documents/document.ts";
import { handlingLine } from "#app/documents/page-edges.ts";
import { type Handling, narrowestHandling } from "#app/text/handling.ts";
import { cityOf, dayInProse, formatDayWithYear } from "#app/time/format.ts";
import { type CalendarDate, dateIn, timeIn, WASHINGTON, type Zone } from "#app/time/wall-time.ts";

export type SchedulersItem = {
  title: string;
  day: CalendarDate;
  startsAt: Date;
  endsAt: Date;
  isAllDay: boolean;
  zone: Zone;
  place: string;
  host: string;
  /** Each with the title: "Petr Dvořák, defence counsellor". */
  who: readonly string[];
  isInternal: boolean;
  handling: Handling;
  isTentative: boolean;
  takesPlace: boolean;
};

export type SchedulersProgramme = {
  title: string;
  handling: Handling;
  number: number;
  items: readonly SchedulersItem[];
  homeZone: Zone;
  now: Date;
};

export type SchedulersCopy = { document: Document; leftOut: readonly string[] };

/** Whether hosts' schedulers may be told of an item: it takes place, is not internal, and not for named people only. */
export function isForSchedulers(
  item: Pick<SchedulersItem, "isInternal" | "handling" | "takesPlace">,
): boolean {
  return item.takesPlace && !item.isInternal && item.handling !== "TLP:RED";
}

/**
 * The programme as hosts' schedulers get it: when on both clocks, where, the host and who comes. It has no plan B, no
 * messages, no notes, nothing internal and nothing of TLP:RED; how it may travel stands first and last.
 * Source: mock-up `visit-programme` ("Copy for schedulers"); DOMAIN.md, handling.
 */
export function schedulersCopy(programme: SchedulersProgramme): SchedulersCopy {
  const { title, number, homeZone, now } = programme;
  const items = programme.items.filter(isForSchedulers);
  const handling = narrowestHandling([programme.handling, ...items.map((item) => item.handling)]);
  const lines = [{ text: handlingLine(handling, "For hosts’ schedulers"), isLoud: true }];
  const edges = { head: lines, foot: lines };
  const version = `Version ${number}, ${formatDayWithYear(dateIn(now, WASHINGTON))}`;
  const document: Document = {
    language: "en-GB",
    look: "paper",
    isForOutsiders: true,
    name: `${title}, for schedulers`,
    title,
    marks: { handling, subject: version, first: edges, further: edges, last: version },
    leaving: null,
    opening: [],
    facts: [],
    sections: [...Map.groupBy(items, ({ day }) => day)].map(([day, ofDay]) => ({
      title: dayInProse(day, dateIn(now, WASHINGTON)),
      blocks: [
        {
          kind: "list",
          isNumbered: false,
          items: ofDay.map((item) => ({
            lines: itemLines(item, homeZone).map((line) => [plainRun(line)]),
            marks: [],
          })),
        },
      ],
    })),
    notes: NO_NOTES,
    annex: null,
  };
  const leftOut = programme.items
    .filter((item) => item.takesPlace && !isForSchedulers(item))
    .map((item) => item.title);
  return { document, leftOut };
}

function whenOf({ startsAt, endsAt, isAllDay, zone }: SchedulersItem, homeZone: Zone): string {
  if (isAllDay) return zone === WASHINGTON ? "All day" : `All day in ${cityOf(zone)}`;
  const washington = `${timeIn(startsAt, WASHINGTON)} to ${timeIn(endsAt, WASHINGTON)} Washington`;
  return `${washington} (${timeIn(startsAt, homeZone)} ${cityOf(homeZone)})`;
}

function itemLines(item: SchedulersItem, homeZone: Zone): string[] {
  return [
    `${whenOf(item, homeZone)}${item.isTentative ? ", tentative" : ""}`,
    item.title,
    [item.place, item.host === "" ? "" : `Host: ${item.host}`].filter(Boolean).join(". "),
    item.who.length === 0 ? "" : `From us: ${item.who.join("; ")}`,
  ].filter((line) => line !== "");
}
