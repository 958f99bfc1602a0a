import {
  type DocumentBlock,
  plainCell,
  plainList,
  plainWords,
  reportColumns,
  type Section,
  type TableBlock,
  type TableCell,
} from "#app/documents/document.ts";
import { counted, inWords, type Share, shareInWords } from "#app/text/in-words.ts";
import { formatDay } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { ActivityReport } from "./activity-report.ts";
import { hoursInWords, type Spread, spreadInWords, workingDaysInWords } from "./duration-in-words.ts";

type Clearance = ActivityReport["clearance"];

/** How long talking points took to be cleared, desk by desk, and which were used uncleared. */
export function clearanceSection({ clearance, to }: Pick<ActivityReport, "clearance" | "to">): Section {
  const blocks: readonly DocumentBlock[] =
    clearance.cleared === 0 && clearance.rounds.sent === 0
      ? [plainWords("No paper was sent or cleared in this period.")]
      : [figureLines("How long clearance took", clearanceFigures(clearance))];
  return {
    title: "Clearance of talking points",
    blocks: [...blocks, ...desks(clearance), ...used(clearance, to)],
  };
}

/** How long clearance took, and how many rounds came back. */
export function clearanceFigures(clearance: Clearance): ActivityFigure[] {
  const { cleared, byManner, leadHours, clearedUnsent, beforeDue, withoutDue } = clearance;
  const { hoursBeforeEvent, clearedAfterStart, rounds } = clearance;
  return [
    {
      ...plainFigure("Cleared", counted(cleared, "paper")),
      details: plainDetails([mannersInWords(byManner)]),
    },
    {
      ...spreadFigure("From first sending to clearance", leadHours),
      details: plainDetails(some(clearedUnsent, "cleared without being sent (not counted)")),
    },
    {
      ...shareFigure("Cleared before the due time", beforeDue),
      details: plainDetails(some(withoutDue, "had no due time")),
    },
    {
      ...spreadFigure("From clearance to the event", hoursBeforeEvent),
      details: plainDetails(some(clearedAfterStart, "cleared after the event had begun")),
    },
    {
      ...plainFigure("Rounds returned", shareInWords(rounds.returned)),
      details: plainDetails(some(rounds.waiting, "still waiting")),
    },
  ];
}

/** In which manner how many papers were cleared. */
function mannersInWords({ byPerson, bySilence, released }: Clearance["byManner"]): string {
  return inWords([
    ...some(byPerson, "by a person"),
    ...some(bySilence, "by silence"),
    ...some(released, "released by the head of mission"),
  ]);
}

const FIGURES = ["Asked", "Cleared", "Returned", "Open"];

function desks({ desks: all }: Clearance): DocumentBlock[] {
  if (all.length === 0) return [];
  const rows = all.map((desk) => [
    plainCell(desk.name),
    detailed(String(desk.asked), some(desk.withdrawn, "withdrawn").join("")),
    detailed(String(desk.cleared), some(desk.bySilence, "by silence").join("")),
    plainCell(String(desk.returned)),
    plainCell(String(desk.open)),
    plainCell(shareInWords(desk.beforeDue)),
    detailed(spreadInWords(desk.workingDays, workingDaysInWords), spreadInWords(desk.hours, hoursInWords)),
  ]);
  const columns = reportColumns(["Desk", ...FIGURES, "Before the due time", "Time to answer"], FIGURES).map(
    (column) => (column.text === "Time to answer" ? { ...column, share: 2 } : column),
  );
  return [{ kind: "table", caption: "Requests and answers by desk", columns, rows }];
}

function detailed(text: string, detail: string): TableCell {
  return { strong: "", text, detail, tint: null };
}

/** As many uncleared papers as are named; the others are counted. */
export const MOST_NAMED = 20;

/** Whether the papers that were used, one at least, had been cleared. */
export function clearedBeforeUse({
  usedPapers,
  usedUncleared,
}: Pick<Clearance, "usedPapers" | "usedUncleared">): string {
  if (usedPapers === 1) return `The one paper used had ${usedUncleared.n === 0 ? "" : "not "}been cleared.`;
  if (usedUncleared.n > 0) return `${shareInWords(usedUncleared, "papers used")} had not been cleared.`;
  return `${usedPapers === 2 ? "Both" : `All ${usedPapers}`} papers used had been cleared.`;
}

function used({ usedPapers, usedUncleared, uncleared }: Clearance, today: CalendarDate): DocumentBlock[] {
  if (usedPapers === 0) return [];
  const named = uncleared
    .slice(0, MOST_NAMED)
    .map(({ title, day }) => `${title}: used uncleared on ${formatDay(day, today)}`);
  const more = uncleared.length > MOST_NAMED ? [`And ${uncleared.length - MOST_NAMED} more.`] : [];
  const list: DocumentBlock[] = named.length === 0 ? [] : [plainList([...named, ...more])];
  return [plainWords(clearedBeforeUse({ usedPapers, usedUncleared })), ...list];
}

/** Words of a figure; `logged` narrows the list of events to those that they count, "" where no list leads on. */
export type CountedWords = { text: string; logged: string };

/** A figure by its name, the share that a bar draws (null for none), and what it rests on. */
export type ActivityFigure = CountedWords & {
  name: string;
  share: Share | null;
  details: readonly CountedWords[];
};

/** A figure a line: its name, its words, and what it rests on. */
export function figureLines(caption: string, figures: readonly ActivityFigure[]): TableBlock {
  return {
    kind: "table",
    caption,
    columns: [
      { text: "Measure", isFigure: false, share: 1 },
      { text: "Figure", isFigure: false, share: 2 },
    ],
    rows: figures.map(({ name, text, details }) => [
      plainCell(name),
      detailed(text, details.map((detail) => detail.text).join("; ")),
    ]),
  };
}

/** A figure in plain words, which rests on nothing that need be said. */
export function plainFigure(name: string, text: string): ActivityFigure {
  return { name, text, share: null, logged: "", details: [] };
}

/** A share with its bar. */
export function shareFigure(name: string, share: Share): ActivityFigure {
  return { ...plainFigure(name, shareInWords(share)), share };
}

/** How long something took, in hours. */
export function spreadFigure(name: string, hours: Spread): ActivityFigure {
  return plainFigure(name, spreadInWords(hours, hoursInWords));
}

/** "3 still waiting"; nothing where there is none. */
export function some(n: number, words: string): string[] {
  return n === 0 ? [] : [`${n} ${words}`];
}

/** Words behind which no list of events stands. */
export function plainDetails(texts: readonly string[]): CountedWords[] {
  return texts.map((text) => ({ text, logged: "" }));
}
