import { hoursInWords, spreadInWords } from "#app/campaign/activity/duration-in-words.ts";
import { heardInWords } from "#app/campaign/effectiveness/reception-report.ts";
import {
  changesSection,
  matrixSection,
  methodSection,
  overTimeSection,
} from "#app/campaign/effectiveness/reception-sections.ts";
import {
  type Document,
  noteWords,
  plainCell,
  plainList,
  plainWords,
  reportOf,
  type Section,
} from "#app/documents/document.ts";
import { counted, shareInWords } from "#app/text/in-words.ts";
import { daysInProse, formatDay, formatDayWithYear, formatLongDay, takenInWords } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { ReviewContent } from "./review-content.ts";
import { gapsSection, missesSection, objectivesSection } from "./review-progress.ts";

/**
 * A frozen review as a document: page, Word and PDF are made from it alone, and it is made from what was frozen alone, so
 * that each stays the same, but for a name that was erased, which it says. Source: DOMAIN.md, review and rule 8.
 */
export function reviewDocument(content: ReviewContent, erasedOn: CalendarDate | null): Document {
  const { campaign, day, sentence } = content;
  return reportOf(
    {
      handling: campaign.handling,
      campaign: campaign.name,
      asOf: `Review, as of ${formatDayWithYear(day)}`,
      taken: savedInWords(content),
    },
    {
      title: `${campaign.name}: review of ${formatLongDay(day)}`,
      opening: [sentence.lead, sentence.rest].filter((part) => part !== ""),
      facts: factsOf(content, erasedOn),
      sections: [
        ...remarkSection(content),
        objectivesSection(content),
        matrixSection(content, besideMatrix(content)),
        overTimeSection(content),
        gapsSection(content),
        missesSection(content),
        ...objectionsSection(content),
        changesSection(content),
        activitySection(content),
        textsSection(content),
        methodSection(content),
      ],
    },
  );
}

/** Who saved a review and when, on both clocks. */
export function savedInWords({ savedAt, savedBy, homeZone }: ReviewContent): string {
  return takenInWords("Saved", savedBy, new Date(savedAt), homeZone);
}

function factsOf(content: ReviewContent, erasedOn: CalendarDate | null): Document["facts"] {
  const { campaign, counts, day } = content;
  const rests = [
    `${counted(counts.meetingsLogged, "meeting")} logged`,
    counted(counts.ratings, "rating"),
    counted(counts.raters, "rater"),
  ];
  return [
    {
      name: "Campaign",
      text: `${daysInProse(campaign.startsOn, campaign.endsOn, day)}, ${campaign.status}`,
    },
    { name: "Based on", text: rests.join(", ") },
    { name: "Frozen", text: savedInWords(content) },
    ...(erasedOn === null
      ? []
      : [{ name: "Erased", text: `A name was erased from this review on ${formatDay(erasedOn, day)}` }]),
  ];
}

function remarkSection({ remark, savedBy }: ReviewContent): Section[] {
  if (remark === "") return [];
  const said = remark.split(/\n+/).filter((part) => part.trim() !== "");
  return [
    {
      title: "What we make of it",
      blocks: [...said.map((text) => plainWords(text)), noteWords(`Our assessment, by ${savedBy}.`)],
    },
  ];
}

function textsSection({ texts }: ReviewContent): Section {
  const items = texts.map(
    ({ number, title, statement, isRetired }) =>
      `${number}. ${title}${isRetired ? " (retired)" : ""}: ${statement}`,
  );
  return {
    title: "The messages as they were worded",
    blocks: items.length === 0 ? [plainWords("No messages yet.")] : [plainList(items)],
  };
}

/** Under each audience of the matrix how often it was met: "14 meetings, last 7 Oct, next 15 Oct"; and what that comes to. */
function besideMatrix({ coverage, reception }: Pick<ReviewContent, "coverage" | "reception">) {
  const { audiences, finding, day } = coverage;
  const metOf = (audienceId: string) => {
    const met = audiences.find(({ id }) => id === audienceId);
    if (met === undefined) return "";
    const { meetings, lastMetOn, next } = met;
    const said = [
      counted(meetings, "meeting"),
      lastMetOn === null ? "" : `last ${formatDay(lastMetOn, day)}`,
      next === null ? "" : `next ${formatDay(next.day, day)}`,
    ];
    return said.filter(Boolean).join(", ");
  };
  const shown = new Set(reception.rows.map(({ audience }) => audience.id));
  const others = audiences.filter(({ id, meetings }) => !shown.has(id) && meetings > 0);
  const also = others.map(({ id, name, isEnded }) => `${name}${isEnded ? " (ended)" : ""}: ${metOf(id)}.`);
  return { metOf, finding: [...finding, ...also] };
}

/** What was objected how often, and what became of it; no section where nothing was. */
function objectionsSection({ reception }: Pick<ReviewContent, "reception">): Section[] {
  const items = reception.objections.map((one) => `${one.name}: ${heardInWords(one)}.`);
  if (items.length === 0) return [];
  return [{ title: "Objections heard in Washington", blocks: [plainList(items)] }];
}

/** What was done, counted and never targeted. */
function activitySection({ activity, day }: Pick<ReviewContent, "activity" | "day">): Section {
  const { from, to, events, logging, clearance, promises, byKind } = activity;
  const kinds = byKind.map(({ kind, counts }) => `${kind} ${counts.held} of ${counts.planned}`).join(", ");
  const promised = (side: (typeof promises)["ours"]) =>
    `${side.promised}: ${side.keptInTime} kept on time, ${side.keptLate} late, ${side.overdue} overdue, ${side.notYetDue} not yet due`;
  const rows: [string, string][] = [
    [
      "Events planned",
      `${events.planned}: ${events.held} held, ${events.notHeld} not held, ${events.cancelled} cancelled, ${events.notRecorded} not recorded, ${events.ahead} still ahead`,
    ],
    ["Held, by kind", kinds === "" ? "none" : kinds],
    [
      "Meetings logged",
      `${shareInWords(logging.logged)}; within ${logging.withinHours} h: ${shareInWords(logging.loggedInTime)}; ${spreadInWords(logging.hoursToLog, hoursInWords)}`,
    ],
    [
      "Papers",
      `cleared before the due time: ${shareInWords(clearance.beforeDue)}; time to clear: ${spreadInWords(clearance.leadHours, hoursInWords)}; used uncleared: ${shareInWords(clearance.usedUncleared)}`,
    ],
    ["Our promises", promised(promises.ours)],
    ["Their promises", promised(promises.theirs)],
  ];
  return {
    title: "Activity",
    blocks: [
      {
        kind: "table",
        caption: `Activity from ${daysInProse(from, to, day)}: counts, without targets`,
        columns: [
          { text: "What", isFigure: false, share: 1 },
          { text: "How much", isFigure: false, share: 3 },
        ],
        rows: rows.map((row) => row.map(plainCell)),
      },
    ],
  };
}
