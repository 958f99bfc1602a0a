import { changeOfReport } from "#app/campaign/effectiveness/changes/change-in-words.ts";
import { heardInWords } from "#app/campaign/effectiveness/reception-report.ts";
import { gapInWords } from "#app/campaign/gaps/gap-in-words.ts";
import { levelInDigits, rangeInWords } from "#app/method/figure.ts";
import { formatDate, formatLongDay } from "#app/time/format.ts";
import { ALL_AUDIENCES, differenceInWords, differencesTold, figuresInTwo } from "./compare-figures.ts";
import { missesInOneSentence, missesNamed } from "./misses.ts";
import type { ReviewContent } from "./review-content.ts";

/** A paragraph of a cable: its number is its place, from 1. */
export type CableParagraph = { head: string; text: string };

/** The draft of the monthly report to the ministry. */
export type Cable = { handling: string; subject: string; paragraphs: readonly CableParagraph[] };

const OBJECTIONS_TOLD = 3;
const CHANGES_TOLD = 5;
const OUTREACH_TOLD = 3;

/**
 * Drafts the monthly cable from a review and the one before it: numbered paragraphs, the summary first, what was done
 * before what was seen, each figure with its range and number. Every sentence comes from the review by rule; a part of
 * which the review says nothing says so or is left out. Source: DESIGN.md, section 1 (Eva: figures that survive questions).
 */
export function draftCable(review: ReviewContent, before: ReviewContent | null): Cable {
  const { campaign, day } = review;
  return {
    handling: campaign.handling,
    subject: `${campaign.name}: progress to ${formatLongDay(day)}`,
    paragraphs: [
      { head: "Summary", text: summaryOf(review) },
      { head: "What was done", text: review.activity.finding.join(" ") },
      ...(before === null ? [] : [sinceThen(review, before)]),
      { head: "Objectives", text: objectivesOf(review) },
      { head: "What we saw", text: receptionOf(review) },
      { head: "Changes found", text: changesOf(review) },
      { head: "What Washington objects", text: objectionsOf(review) },
      { head: "Gaps and next steps", text: stepsOf(review) },
      { head: "What we missed", text: missesOf(review) },
      ...(review.remark === "" ? [] : [{ head: "Comment", text: review.remark.replaceAll(/\s+/g, " ") }]),
      { head: "What we ask of the ministry", text: asksOf(review) },
    ],
  };
}

/** The cable as plain text, with its handling at the head and at the foot. */
export function cableText({ handling, subject, paragraphs }: Cable): string {
  const told = paragraphs.map(({ head, text }, at) => `${at + 1}. ${head}. ${text}`);
  return [handling, `Subject: ${subject}`, ...told, `${handling}. Not for classified information.`, ""].join(
    "\n\n",
  );
}

function summaryOf({ sentence, counts }: ReviewContent): string {
  const rests = `The figures rest on ${counts.ratings} ratings of ${counts.meetingsLogged} logged meetings and of reactions, by ${counts.raters} raters.`;
  return [sentence.lead, sentence.rest, rests].filter((part) => part !== "").join(" ");
}

function sinceThen(review: ReviewContent, before: ReviewContent): CableParagraph {
  const told = differencesTold(figuresInTwo(before.reception, review.reception)).filter(
    ({ before: then, after }) => then !== null && after !== null && then.verdict !== after.verdict,
  );
  const text =
    told.length === 0 ? "No word has changed." : told.map((one) => `${differenceInWords(one)}.`).join(" ");
  return { head: `Since the review of ${formatDate(before.day)}`, text };
}

/** Those that are not on course with their reason, the others by name. */
function objectivesOf({ objectives }: ReviewContent): string {
  if (objectives.length === 0) return "No objective has been set.";
  const isFine = (word: string) => word === "Met" || word === "On course";
  const told = objectives
    .filter(({ word }) => !isFine(word))
    .map(
      ({ sentence, word, figure, against, reason }) =>
        `${sentence}: ${word} (${figure} ${against}). ${reason}.`,
    );
  const fine = ["Met", "On course"].flatMap((word) => {
    const those = objectives.filter((objective) => objective.word === word);
    return those.length === 0 ? [] : [`${word}: ${those.map(({ sentence }) => sentence).join("; ")}.`];
  });
  return [...told, ...fine].join(" ");
}

function receptionOf({ reception }: ReviewContent): string {
  const heard = reception.byMessage.filter(({ figure }) => figure.notes > 0);
  if (heard.length === 0) return "Too little to say yet.";
  const figures = heard.map(
    ({ message, figure }) =>
      `Message ${message.number}, ${message.title}, over ${ALL_AUDIENCES}: ${figure.verdict}, ${levelInDigits(figure.mean)}, likely range ${rangeInWords(figure)}, n ${figure.notes}.`,
  );
  const care = "It is our reading of how meetings went, and does not show what brought it about.";
  return [...figures, ...reception.finding, care].join(" ");
}

function changesOf({ reception }: ReviewContent): string {
  if (reception.changes.length === 0) return "No change of level stands out.";
  return reception.changes
    .slice(0, CHANGES_TOLD)
    .map((change) => changeOfReport(change, reception))
    .join(" ");
}

function objectionsOf({ reception }: ReviewContent): string {
  const told = reception.objections.filter(({ heard }) => heard > 0).slice(0, OBJECTIONS_TOLD);
  if (told.length === 0) return "No objection has been logged.";
  return told.map((one) => `${one.code}, ${one.name}: ${heardInWords(one)}.`).join(" ");
}

function stepsOf({ gaps, next }: ReviewContent): string {
  const missing = gaps.map((gap) => {
    const { lead, evidence } = gapInWords(gap);
    return `${lead} ${evidence}`;
  });
  const audiences = [
    ...new Set(next.first.map(({ audience, message }) => `${audience.name} with message ${message.number}`)),
  ];
  const first = audiences.slice(0, OUTREACH_TOLD);
  return [
    ...(missing.length === 0 ? ["No gap stands out."] : missing),
    ...(first.length === 0 ? [] : [`Next, by the ranking: ${first.join("; ")}.`]),
  ].join(" ");
}

function missesOf({ misses }: ReviewContent): string {
  const named = misses.filter(({ count }) => count > 0).map((group) => `${missesNamed(group)}.`);
  return [missesInOneSentence(misses), ...named].join(" ");
}

/** Only what the review holds: late clearances, and objections without a cleared reply. */
function asksOf({ misses, gaps }: ReviewContent): string {
  const late = misses.find(({ kind }) => kind === "clearances overdue");
  const unanswered = gaps.flatMap((gap) => (gap.kind === "objection without a cleared reply" ? [gap] : []));
  const asks = [
    ...(late === undefined || late.count === 0
      ? []
      : [`An answer on what waits for clearance: ${missesNamed(late)}.`]),
    ...unanswered.map(({ objection }) => `A reply that may be used on ${objection.code}, ${objection.name}.`),
  ];
  return asks.length === 0 ? "Nothing is asked this time." : asks.join(" ");
}
