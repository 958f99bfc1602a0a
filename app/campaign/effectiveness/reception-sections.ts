import {
  type CourseChart,
  type DocumentBlock,
  noteWords,
  plainList,
  plainWords,
  type Section,
  type TableCell,
} from "#app/documents/document.ts";
import { type Figure, levelInDigits, rangeInWords } from "#app/method/figure.ts";
import { figureTint } from "#app/method/verdict.ts";
import { counted } from "#app/text/in-words.ts";
import { formatDay } from "#app/time/format.ts";
import { withMessagesShown } from "./beside-matrix.ts";
import { audienceIn, changeOfReport, noChangeInWords, numberIn } from "./changes/change-in-words.ts";
import { basisInWords, parametersInWords } from "./fits/parameters-in-words.ts";
import type { MessageReception, ReceptionReport } from "./reception-report.ts";

type Of = { reception: ReceptionReport };

/** Audience by message, all audiences first: figure, word, range, number of ratings, raw average. */
export function matrixSection(
  { reception }: Of,
  beside: { metOf: (audienceId: string) => string; finding: readonly string[] } = NOTHING_BESIDE,
): Section {
  const { messages, rows, byMessage, leftOut } = withMessagesShown(reception);
  const labels = messages.map(
    ({ number, title, isRetired }) => `${number}. ${title}${isRetired ? " (retired)" : ""}`,
  );
  const overAll = messages.map((message) => byMessage.find((one) => one.message.id === message.id)?.figure);
  const caption =
    "How each audience receives each message, from −2 (rejected) to +2 (endorsed): level, verdict, likely range, number of ratings, raw average";
  return {
    title: "How each message is received, and by whom",
    blocks: [
      {
        kind: "table",
        caption,
        columns: [
          { text: "Audience", isFigure: false, share: 2.6 },
          ...labels.map((text) => ({ text, isFigure: false, share: 2 })),
        ],
        rows: [
          [strong("All audiences, weighted by priority"), ...overAll.map(cellOf)],
          ...rows.map(({ audience, figures }) => [
            { strong: "", text: audience.name, detail: priorityAnd(audience, beside.metOf), tint: null },
            ...messages.map((_, at) => cellOf(figures[at])),
          ]),
        ],
      },
      plainWords([...reception.finding, ...beside.finding].join(" ")),
      ...(leftOut === "" ? [] : [noteWords(leftOut)]),
    ],
  };
}

const NOTHING_BESIDE = { metOf: () => "", finding: [] };

function priorityAnd(
  { id, priority }: { id: string; priority: number },
  metOf: (audienceId: string) => string,
): string {
  return [`Priority ${priority}`, metOf(id)].filter(Boolean).join(", ");
}

function strong(text: string): TableCell {
  return { strong: text, text: "", detail: "", tint: null };
}

/** "Not yet heard" has no figure of its own, only what similar cells suggest. Source: EFFECTIVENESS.md §6. */
function cellOf(figure: Figure | undefined): TableCell {
  if (figure === undefined) return strong("");
  const { mean, verdict, notes, raw } = figure;
  if (notes === 0) {
    const detail = `Similar cells suggest ${levelInDigits(mean)}, ${rangeInWords(figure)}`;
    return { strong: "", text: "Not yet heard", detail, tint: null };
  }
  return {
    strong: levelInDigits(mean),
    text: verdict,
    detail: `${rangeInWords(figure)}, n ${notes}, raw ${levelInDigits(raw ?? 0)}`,
    tint: figureTint(figure),
  };
}

/** One small chart a message. */
export function overTimeSection({ reception }: Of): Section {
  const heard = withMessagesShown(reception).byMessage.filter(({ figure }) => figure.notes > 0);
  const isByWeek = heard.some(({ marks }) => marks.some(({ count }) => count > 1));
  const note = `The line shows the level across all audiences, weighted by priority; the shading shows the likely range (90 %). Each circle ${isByWeek ? "shows one week’s ratings; the larger the circle, the more ratings" : "is a single rating"}.`;
  return {
    title: "Over time",
    blocks:
      heard.length === 0
        ? [plainWords("Not enough evidence yet.")]
        : [{ kind: "courses", charts: heard.map(chartOf), note }],
  };
}

function chartOf({ message, figure, course, marks }: MessageReception): CourseChart {
  const now = `Now ${levelInDigits(figure.mean)}, likely range ${rangeInWords(figure)}`;
  return {
    title: `${message.number}. ${message.title}`,
    subtitle: `${figure.verdict}. ${now}. ${counted(figure.notes, "rating")} by ${counted(figure.raters, "rater")}, raw average ${levelInDigits(figure.raw ?? 0)}`,
    description: `${levelInDigits(course[0]?.mean ?? 0)} at the start. ${now}, from ${counted(figure.notes, "rating")}.`,
    points: course,
    marks,
  };
}

/** What the scan found on that day, and what somebody had made of earlier findings. */
export function changesSection({ reception }: Of): Section {
  const found = reception.changes.map((change) => changeOfReport(change, reception));
  const looked = reception.lookedAt.map(
    ({ messageId, audienceId, direction, after, before, by, reason }) =>
      `Looked at: message ${numberIn(reception, messageId)}${audienceId === null ? ", all audiences" : ` with ${audienceIn(reception, audienceId)}`}, a ${direction} between ${formatDay(after, reception.day)} and ${formatDay(before, reception.day)}. ${by}: ${reason}`,
  );
  const items = [...found, ...looked];
  const blocks: DocumentBlock[] =
    items.length === 0 ? [plainWords(noChangeInWords(reception))] : [plainList(items)];
  const note =
    "A change means that the level was different before and after. It does not say why, or whether it happened all at once.";
  return { title: "Changes found", blocks: [...blocks, noteWords(note)] };
}

/** With what the figures are worked out, and what they do not say. */
export function methodSection({ reception }: Of): Section {
  const { inUse } = reception;
  const settings = parametersInWords(inUse).map(({ sentence }) => sentence);
  return {
    title: "How the figures are worked out",
    blocks: [
      plainWords([basisInWords(inUse, reception.day), ...settings].join(" ")),
      noteWords(
        "Officers who were in the room rate the reception on a five-point scale; the ratings are our own reading, not a survey of the audience. Nine times in ten we would expect the true level to fall inside the likely range, as long as opinion moves no faster than assumed. The figures describe how meetings went; they do not explain why. Officers choose who hears what, and a higher figure does not show what caused it.",
      ),
    ],
  };
}
