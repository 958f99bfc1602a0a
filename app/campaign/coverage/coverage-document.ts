import {
  type Document,
  noteWords,
  plainCell,
  plainWords,
  reportColumns,
  reportOf,
  type Section,
  type TableCell,
} from "#app/documents/document.ts";
import type { LeavingReport } from "#app/documents/page-edges.ts";
import { counted, shareInWords, shareOf } from "#app/text/in-words.ts";
import { daysInProse, formatDay, formatDayWithYear } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { CoverageAudience, CoverageCell, CoverageReport, PlannedNext } from "./coverage-report.ts";
import { coverageShown, neverUsed, nothingUnheardInWords } from "./coverage-shown.ts";

/** The coverage page as a document: who heard what how often, who had no contact, what nobody has heard. */
export function coverageDocument(report: CoverageReport, leaving: LeavingReport): Document {
  const { day, audiences, messages, finding } = report;
  const basis = [counted(audiences.length, "audience"), counted(messages.length, "message")];
  return reportOf(
    {
      ...leaving,
      asOf: `Coverage, as of ${formatDayWithYear(day)}`,
    },
    {
      title: "Who has heard what, and how often",
      opening: finding,
      facts: [{ name: "Counted", text: basis.join(", ") }],
      sections: [
        silentSection(report),
        reachSection(report),
        heardSection(report),
        neverUsedSection(report),
        HOW_COUNTED,
      ],
    },
  );
}

function silentSection(report: CoverageReport): Section {
  const title = "Priority audiences without recent contact";
  const silent = report.silentAudienceIds.flatMap((id) => report.audiences.filter((one) => one.id === id));
  if (silent.length === 0) {
    const text = `No priority 1 or 2 audience has gone more than ${report.silentAfterDays} days without contact.`;
    return { title, blocks: [plainWords(text)] };
  }
  const rows = silent.map(({ name, priority, lastMetOn, silentDays, meetings, next }) => {
    const last = lastMetOn === null ? "none" : formatDay(lastMetOn, report.day);
    const silence = silentDays === null ? "No contact yet" : `${silentDays} days`;
    const all = meetings === 0 ? "" : `, ${meetings} in all`;
    return [name, String(priority), `${last}${all}`, silence, nextInWords(next, report.day)].map(plainCell);
  });
  return {
    title,
    blocks: [
      {
        kind: "table",
        caption: `Priority 1 and 2 audiences without contact for over ${report.silentAfterDays} days`,
        columns: reportColumns(
          ["Audience", "Priority", "Last contact", "No contact for", "Next"],
          ["Priority"],
        ),
        rows,
      },
    ],
  };
}

function nextInWords(next: PlannedNext | null, day: CalendarDate): string {
  return next === null ? "Nothing planned" : formatDay(next.day, day);
}

function reachSection({ reach, reachDays, reachFrom, day }: CoverageReport): Section {
  return {
    title: `Reached in the last ${reachDays} days`,
    blocks: [
      {
        kind: "bars",
        caption: `${daysInProse(reachFrom, day, day)}. An audience counts as reached after one event held, or one letter sent, in this campaign.`,
        heads: { name: "Priority", picture: "Audiences (dark: reached)", text: "Reached, no contact yet" },
        rows: reach.map(({ priority, audiences, reached, neverMet }) => ({
          name: `Priority ${priority}`,
          part: reached,
          whole: audiences,
          text: `${shareInWords(shareOf(reached, audiences))}, ${neverMet} without contact yet`,
        })),
      },
    ],
  };
}

function heardSection(report: CoverageReport): Section {
  const { messages, audiences, leftOut } = coverageShown(report);
  const current = audiences.filter(({ isEnded }) => !isEnded).length;
  const heads = messages.map(
    ({ number, title, meetings, audiences: by, isRetired }) =>
      `${number}  ${title}: ${counted(meetings, "meeting")}, ${by} of ${counted(current, "audience")}${isRetired ? ", retired" : ""}`,
  );
  return {
    title: "Who heard what",
    blocks: [
      {
        kind: "table",
        caption:
          "By audience and message: the number of meetings at which the message was heard, the latest, and the next one planned.",
        columns: reportColumns(["Audience", ...heads]),
        rows: audiences.map((audience) => [
          audienceCell(audience, report.day),
          ...audience.cells.map((cell, at) =>
            heardCell(cell, audience.isEnded || messages[at]?.isRetired === true, report.day),
          ),
        ]),
      },
      ...noteOf(leftOut),
    ],
  };
}

function audienceCell(
  { name, priority, isEnded, meetings, lastMetOn }: CoverageAudience,
  day: CalendarDate,
): TableCell {
  const last = lastMetOn === null ? "" : `, last ${formatDay(lastMetOn, day)}`;
  const detail = `Priority ${priority}${isEnded ? " (ended)" : ""} · ${counted(meetings, "meeting")}${last}`;
  return { strong: "", text: name, detail, tint: null };
}

/** Nothing is planned any more for what is over. */
function heardCell(
  { meetings, lastHeardOn, reactions, next }: CoverageCell,
  isOver: boolean,
  day: CalendarDate,
): TableCell {
  const told = [
    ...(lastHeardOn === null ? [] : [`last ${formatDay(lastHeardOn, day)}`]),
    ...(reactions === 0 ? [] : [counted(reactions, "reaction")]),
    ...(isOver || next === null ? [] : [`next ${formatDay(next.day, day)}`]),
  ];
  const text = meetings === 0 ? "Not yet heard" : meetings === 1 ? "meeting" : "meetings";
  return { strong: meetings === 0 ? "" : String(meetings), text, detail: told.join(" · "), tint: null };
}

function neverUsedSection(report: CoverageReport): Section {
  const { lines, leftOut } = neverUsed(report);
  const rows = lines.map(({ message, audience, next }) => [
    `${message.number}  ${message.title}`,
    audience?.name ?? "any audience, at any meeting",
    audience === null ? "" : String(audience.priority),
    nextInWords(next, report.day),
  ]);
  const title = "Messages never used";
  if (rows.length === 0)
    return {
      title,
      blocks: [plainWords(nothingUnheardInWords(report))],
    };
  return {
    title,
    blocks: [
      {
        kind: "table",
        caption: `Messages in use that an audience had not heard by ${formatDay(report.day, report.day)}, and the next event planned`,
        columns: reportColumns(["Message", "Never used with", "Priority", "Next"], ["Priority"]),
        rows: rows.map((row) => row.map(plainCell)),
      },
      ...noteOf(leftOut),
    ],
  };
}

/** What a table does not show is said under it. */
function noteOf(text: string): Section["blocks"] {
  return text === "" ? [] : [noteWords(text)];
}

const HOW_COUNTED: Section = {
  title: "How this is counted",
  blocks: [
    noteWords(
      "A meeting here is any event held, or letter sent. It counts once for each audience and message if someone from that audience was recorded as having heard the message, however many of us logged it; a message that was planned but not raised does not count. Reactions outside meetings are shown beside the meetings but not counted as meetings. The counts show how often, not how well, and do not count towards any objective.",
    ),
  ],
};
