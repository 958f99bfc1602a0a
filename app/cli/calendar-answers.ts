import { basename } from "node:path";
import { whenInWords } from "#app/campaign/calendar-files/calendar-entry.ts";
import type { ImportPreview } from "#app/campaign/calendar-files/import.server.ts";
import { stepInWords } from "#app/campaign/calendar-files/import-in-words.ts";
import type { ImportStep } from "#app/campaign/calendar-files/plan-import.ts";
import {
  type CalendarReading,
  linesInWords,
  type NotTaken,
} from "#app/campaign/calendar-files/reading/calendar-reading.ts";
import type { CommandAnswer } from "./command.ts";

/**
 * What became, or would become, of each event of a file. Refused only where the file has events and none of them can be
 * taken over.
 */
export function calendarAnswer(
  file: string,
  reading: CalendarReading,
  preview: ImportPreview,
  isWritten: boolean,
): CommandAnswer {
  const { steps, counts, gone } = preview;
  const refusals = [...reading.notTaken, ...steps.flatMap(refusalOf)];
  const notTaken = refusals.length + reading.notTakenMore;
  const taken = steps.length - steps.filter(({ kind }) => kind === "refused").length;
  const outcome = isWritten
    ? "Written."
    : counts.toWrite === 0
      ? "Nothing to change."
      : "Nothing was written.";
  const place = (line: number) => `${basename(file)}:${line}`;
  const lines = [
    ...steps
      .filter(({ kind }) => kind !== "refused")
      .map((step) => `${place(step.line)}: ${stepInWords(step)}`),
    ...refusals.map(({ line, title, reason }) => `${place(line)}: not imported, ${title}: ${reason}`),
    ...(reading.notTakenMore > 0 ? [`${reading.notTakenMore} more not imported.`] : []),
    ...reading.remarks.map((remark) => [linesInWords(remark), remark.sentence].filter(Boolean).join(": ")),
    ...gone.map(({ title }) => `Imported before but not in this file; kept: ${title}`),
    `${counts.added} new, ${counts.changed} changed, ${counts.cancelled} cancelled, ${counts.both} changed here and in the file, ${counts.same} the same, ${counts.kept} kept unchanged, ${notTaken} not imported.`,
    outcome,
  ];
  return {
    ok: taken > 0 || notTaken === 0,
    lines,
    json: {
      file: basename(file),
      written: isWritten,
      ...counts,
      notTaken,
      events: steps.flatMap(stepInJson),
      refusals,
      remarks: reading.remarks,
      notInFile: gone,
      asksForClock: reading.asksForClock,
    },
  };
}

function refusalOf(step: ImportStep): NotTaken[] {
  return step.kind === "refused" ? [{ line: step.line, title: step.title, reason: step.reason }] : [];
}

/** What a program gets to know about one event: its fate, and what differs. */
function stepInJson(step: ImportStep): readonly Record<string, unknown>[] {
  const { kind, key, line, title } = step;
  const base = { fate: kind, key, line, title };
  switch (kind) {
    case "refused":
      return [];
    case "new event":
      return [{ ...base, when: whenInWords(step.event.taken), startsAt: step.event.taken.startsAt }];
    case "new time":
      return [{ ...base, when: whenInWords(step.time.taken), startsAt: step.time.taken.startsAt }];
    case "new series":
      return [
        { ...base, rule: step.series.rule, startsAt: step.series.times.map(({ taken }) => taken.startsAt) },
      ];
    case "same":
      return [{ ...base, times: step.times }];
    case "no longer":
      return [{ ...base, when: whenInWords(step.here) }];
    case "rule":
      return [{ ...base, here: step.here.rule, inFile: step.series.rule }];
    default:
      return [{ ...base, differences: step.differences }];
  }
}
