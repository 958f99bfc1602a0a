import { explainHandling, narrowestHandling } from "#app/text/handling.ts";
import { formatDayWithYear, formatLongDay } from "#app/time/format.ts";
import { cityOf } from "#app/time/two-clocks.ts";
import { type CalendarDate, dateIn, timeIn, WASHINGTON } from "#app/time/wall-time.ts";

export type SchedulersItem = {
  title: string;
  day: CalendarDate;
  startsAt: Date;
  endsAt: Date;
  place: string;
  host: string;
  /** Each with the title: "Petr Dvořák, defence counsellor". */
  who: readonly string[];
  isInternal: boolean;
  handling: string;
  isTentative: boolean;
  takesPlace: boolean;
};

export type SchedulersProgramme = {
  title: string;
  handling: string;
  number: number;
  items: readonly SchedulersItem[];
  homeZone: string;
  now: Date;
};

export type SchedulersCopy = { text: string; markdown: string; handling: string; leftOut: readonly string[] };

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
  const items = programme.items.filter(isForSchedulers);
  const handling = narrowestHandling([programme.handling, ...items.map((item) => item.handling)]);
  const mark = [handling, explainHandling(handling)].filter(Boolean).join(". ");
  const days = [...Map.groupBy(items, ({ day }) => day)];
  const foot = `Version ${programme.number}, ${formatDayWithYear(dateIn(programme.now, WASHINGTON))}. Not for classified information.`;
  const lines = (item: SchedulersItem) => itemLines(item, programme.homeZone);
  const text = [
    mark,
    programme.title,
    ...days.flatMap(([day, ofDay]) => [formatLongDay(day), ...ofDay.map((item) => lines(item).join("\n"))]),
    `${foot}\n${mark}`,
  ];
  const markdown = [
    `**${escaped(mark)}**`,
    `# ${escaped(programme.title)}`,
    ...days.flatMap(([day, ofDay]) => [
      `## ${formatLongDay(day)}`,
      ...ofDay.map((item) => `- ${lines(item).map(escaped).join("\\\n  ")}`),
    ]),
    `${foot}  \n**${escaped(mark)}**`,
  ];
  const leftOut = programme.items
    .filter((item) => item.takesPlace && !isForSchedulers(item))
    .map(({ title }) => title);
  return { text: `${text.join("\n\n")}\n`, markdown: `${markdown.join("\n\n")}\n`, handling, leftOut };
}

function itemLines(item: SchedulersItem, homeZone: string): string[] {
  const { startsAt, endsAt } = item;
  const washington = `${timeIn(startsAt, WASHINGTON)} to ${timeIn(endsAt, WASHINGTON)} Washington`;
  const home = `${timeIn(startsAt, homeZone)} ${cityOf(homeZone)}`;
  return [
    `${washington} (${home})${item.isTentative ? ", tentative" : ""}`,
    item.title,
    [item.place, item.host === "" ? "" : `Host: ${item.host}`].filter(Boolean).join(". "),
    item.who.length === 0 ? "" : `From us: ${item.who.join("; ")}`,
  ].filter((line) => line !== "");
}

/** Signs that Markdown would read as its own. */
function escaped(line: string): string {
  return line.replaceAll(/[\\`*_{}[\]<>#|~]/g, String.raw`\$&`);
}
