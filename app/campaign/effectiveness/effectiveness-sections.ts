import {
  type DocumentBlock,
  plainCell,
  plainList,
  plainWords,
  reportColumns,
  type Section,
  type TableCell,
} from "#app/documents/document.ts";
import { chanceInWords, type Figure, levelInDigits, rangeInWords, shareInWords } from "#app/method/figure.ts";
import { figureTint } from "#app/method/verdict.ts";
import { counted } from "#app/text/in-words.ts";
import { dateOfDay } from "#app/time/calendar-date.ts";
import { formatDay } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { leadInShort, remarksOnMatrix } from "./beside-matrix.ts";
import {
  courseDescription,
  coursesNote,
  courseTitle,
  nowInWords,
  similarInWords,
} from "./course-in-words.ts";
import type { Lead } from "./leads.ts";
import { heardInWords, type MessageReadOver, type ReceptionReport } from "./reception-report.ts";
import type { WordingReport } from "./wordings/wordings-used.ts";

/** One small chart a message, on the same axes. */
export function receptionOverTimeSection({ byMessage }: ReceptionReport): Section {
  const charts = byMessage.map((message) => ({
    title: `${message.message.number}  ${courseTitle(message)}`,
    subtitle: nowInWords(message),
    description: `Message ${message.message.number}: ${courseDescription(message)}`,
    points: message.course,
    marks: message.marks,
  }));
  return { title: "Over time", blocks: [{ kind: "courses", charts, note: coursesNote(byMessage) }] };
}

/** Audience by message, each cell with all that its figure rests on, and what stands out of it. */
export function receptionMatrixSection(report: ReceptionReport): Section {
  const { messages, rows } = report;
  const table: DocumentBlock = {
    kind: "table",
    caption:
      "Reception by audience and message. Each cell gives the level from −2 to +2, the verdict, the likely range, the number of ratings and the raw average; then the share from this audience’s own meetings, the number of raters and the latest rating. Pale cells do not have enough evidence.",
    columns: reportColumns(["Audience", ...messages.map(messageHead)]),
    rows: rows.map(({ audience, figures }) => [
      plainCell(audience.name),
      ...figures.map((figure) => figureCell(figure, report.day)),
    ]),
  };
  const remarks = remarksOnMatrix(report).map(
    ({ about, text }) => `${about}${about === "Do not read too much into" ? "" : ":"} ${text}`,
  );
  return { title: "By audience", blocks: [table, plainList(remarks)] };
}

function messageHead({ number, title, isRetired }: MessageReadOver): string {
  return `${number}  ${title}${isRetired ? " (retired)" : ""}`;
}

/** A pair that has not met yet has no figure of its own, only what similar cells suggest. Source: EFFECTIVENESS.md §6. */
function figureCell(figure: Figure, day: CalendarDate): TableCell {
  const { mean, verdict, notes, raw, ownWeight, raters, lastDay } = figure;
  if (notes === 0) return { strong: "", text: "Not yet heard", detail: similarInWords(figure), tint: null };
  const rests = [`${shareInWords(ownWeight)} own`, counted(raters, "rater")];
  const last = lastDay === null ? [] : [`last ${formatDay(dateOfDay(lastDay), day)}`];
  const shown = [rangeInWords(figure), counted(notes, "rating"), `raw ${levelInDigits(raw ?? 0)}`];
  return {
    strong: levelInDigits(mean),
    text: verdict,
    detail: `${shown.join(" · ")} · ${[...rests, ...last].join(", ")}`,
    tint: figureTint(figure),
  };
}

/** Which message to lead with, with the chance that this is right; nothing where there is only one. */
export function leadsSection({ leads, rows }: ReceptionReport): Section[] {
  const { overAll, byAudience } = leads;
  if (overAll.pairs.length === 0) return [];
  const labels = overAll.best.map(({ number }) => `Message ${number}`);
  const nameOf = new Map(rows.map(({ audience }) => [audience.id, audience.name]));
  const table: DocumentBlock = {
    kind: "table",
    caption:
      "Roughly how likely each message is to be the best received; then the two best received, with the chance that they rank in this order. Each pair of audience and message is treated as independent.",
    columns: [
      ...reportColumns(["Audience", ...labels], labels),
      { text: "The two best received", isFigure: false, share: 2 },
    ],
    rows: [
      leadRow("All audiences", overAll),
      ...byAudience.map((lead) => leadRow(nameOf.get(lead.audienceId) ?? "", lead)),
    ],
  };
  return [{ title: "Which message to lead with", blocks: [table] }];
}

function leadRow(name: string, { best, pairs: [highest] }: Lead): readonly TableCell[] {
  const cells = [
    name,
    ...best.map(({ chance }) => chanceInWords(chance)),
    highest === undefined ? "" : leadInShort(highest),
  ];
  return cells.map(plainCell);
}

/** What was objected: how many times, how many of them answered, who has not pressed it again. */
export function objectionsSection({ objections }: ReceptionReport): Section {
  const title = "What audiences object to";
  if (objections.length === 0) return { title, blocks: [plainWords("No objections heard yet.")] };
  const rows = objections.map((objection) => ({
    name: `${objection.name}${objection.messages.length === 0 ? "" : ` (on ${objection.messages.join(", ")})`}${objection.isDifficultQuestion ? ", difficult question" : ""}`,
    part: objection.answered,
    whole: objection.heard,
    text: heardInWords(objection),
  }));
  return {
    title,
    blocks: [
      {
        kind: "bars",
        caption:
          "The dark part shows objections answered at the meeting. “Not pressed again” counts audiences that were answered last time and have met us since without raising it.",
        heads: { name: "Objection", picture: "Times heard", text: "Answered, not pressed again" },
        rows,
      },
    ],
  };
}

/** How one message is received by the wording in which it was said, as the page shows it; `labels` name the wordings. */
export type WordingsShown = Pick<WordingReport, "ratings" | "recorded" | "wordings"> & {
  number: number;
  title: string;
  labels: readonly string[];
};

/** Level and likely range of each wording on one axis. */
export function wordingsSection({ number, title, labels, ...report }: WordingsShown): Section {
  const note = `The wording was recorded in ${report.recorded} of ${counted(report.ratings, "rating")}. Wordings were not tried on the same people, so this is a lead to test, not a result.`;
  const rows = report.wordings.map(({ figure }, at) => ({
    name: labels[at] ?? "",
    mean: figure.mean,
    lower: figure.lower,
    upper: figure.upper,
    text: wordingInWords(figure),
  }));
  return {
    title: `Wordings of message ${number}: ${title}`,
    blocks: [
      {
        kind: "ranges",
        caption: `Bars show the 90 % likely range. ${note}`,
        heads: { name: "Wording", picture: "Likely range", text: "Level (ratings)" },
        rows,
      },
    ],
  };
}

function wordingInWords(figure: Figure): string {
  const { mean, notes, verdict, raw } = figure;
  return `${levelInDigits(mean)} (${notes}) ${verdict}, ${rangeInWords(figure)}, raw average ${levelInDigits(raw ?? 0)}`;
}
