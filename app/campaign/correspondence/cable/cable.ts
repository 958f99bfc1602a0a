import type { Hold } from "#app/campaign/holds/hold.ts";
import type { ReviewContent } from "#app/campaign/reviews/review-content.ts";
import { capital, inWords } from "#app/text/in-words.ts";
import { sentence, sentencesOf } from "#app/text/sentences.ts";
import { addDays, firstOfMonth, firstOfMonthAway } from "#app/time/calendar-date.ts";
import { dayInProse, daysInProse, monthInProse } from "#app/time/format.ts";
import { type CalendarDate, dateIn, timeIn, WASHINGTON } from "#app/time/wall-time.ts";
import {
  isReportable,
  type LoggedMeeting,
  type NamedInside,
  withoutCodes,
} from "../meeting/logged-meeting.ts";
import { namesAny, namesAt } from "../meeting/named.ts";
import { asTyped, titled, toBeWritten, type Words } from "../words.ts";
import { heardInProse, heldInWords } from "./heard.ts";
import { movedInProse, receptionInProse } from "./moved.ts";

/** Something that is to come. */
export type Coming = { text: string; day: CalendarDate };

/** A hold with its line as it was last cleared by desks, or by none where the head of mission released it. */
export type HoldToTell = Hold & { line: { cleared: readonly string[]; expiresAt: Date } | null };

/** What a cable tells of a review: a review as a whole is too large to be handed to another process in passing. */
export type CableFigures = Pick<ReviewContent, "day" | "campaign" | "remark" | "objectives" | "reception">;

/** The figures of a review without their courses and single ratings. */
export function figuresOfCable(review: ReviewContent): CableFigures {
  const { day, campaign, remark, objectives, reception } = review;
  const byMessage = reception.byMessage.map((one) => ({ ...one, course: [], marks: [] }));
  const shown = { ...reception, byMessage, objections: [], lookedAt: [] };
  return { day, campaign, remark, objectives, reception: shown };
}

/** Everything that a cable is made of: figures as of a day, and the records of its month. */
export type CableRecords = {
  review: CableFigures;
  /** Whether a review with these figures is saved: the cable refers to it. */
  isSaved: boolean;
  /** What has come to that review since: that it was withdrawn. */
  since: readonly string[];
  before: CableFigures | null;
  span: { from: CalendarDate; to: CalendarDate };
  /** Whether it reports some days, such as those of one meeting, and no month. */
  isOfDays: boolean;
  today: CalendarDate;
  meetings: readonly LoggedMeeting[];
  holds: readonly HoldToTell[];
  /** What the capital is asked for. */
  asks: readonly string[];
  coming: readonly Coming[];
  inside: NamedInside;
  /** From an instruction that the ministry has sent; null where none is open. */
  instruction: { issuer: string; reference: string } | null;
  drafter: string;
};

/**
 * The month that a cable covers on a day: the month of the day so far; in its first week the month before, whole.
 */
export function coveredMonth(day: CalendarDate): { from: CalendarDate; to: CalendarDate } {
  const first = firstOfMonth(day);
  if (Number(day.slice(8)) > 7) return { from: first, to: day };
  const to = addDays(first, -1);
  return { from: firstOfMonth(to), to };
}

/** A month from its first day on, as far as it has come on a day. */
export function monthUntil(from: CalendarDate, day: CalendarDate): { from: CalendarDate; to: CalendarDate } {
  const last = addDays(firstOfMonthAway(from, 1), -1);
  return { from, to: day < last && day >= from ? day : last };
}

/**
 * Drafts the monthly cable: a summary of three sentences at most, what was heard, what has moved, what was on hold, our
 * comment apart, what the capital is asked for, what is coming. Every sentence comes from a record by rule; what no record
 * holds stands in square brackets for the drafter. A cable of some days has no figures, which are of a month: its summary says
 * how many meetings it is about, and what did not happen is not told. Source: DESIGN.md, example `cable`.
 */
export function draftCable(records: CableRecords): Words {
  const { review, instruction, meetings, inside, isOfDays } = records;
  const { name, when } = spanInProse(records);
  const said = heardInProse(meetings, { handling: review.campaign.handling, inside });
  const heard = isOfDays ? said : [heldInWords(meetings, when), said].join(" ").trim();
  const held = onHold(records);
  const paragraphs = [
    `**Summary.** ${summary(records, when).join(" ")} *End summary.*`,
    ...numbered([
      ...(heard === "" ? [] : [`What we heard.** ${heard}`]),
      ...(isOfDays ? [] : [`What has moved.** ${movedInProse({ ...review, before: records.before })}`]),
      ...(held === "" ? [] : [`On hold.** ${held}`]),
      `Comment.** ${comment(records)} *End comment.*`,
      ...(isOfDays && records.asks.length === 0
        ? []
        : [
            `We ask for** ${records.asks.length === 0 ? "nothing this month." : sentence(records.asks.join("; "))}`,
          ]),
      ...(isOfDays && records.coming.length === 0 ? [] : [`Coming.** ${coming(records)}`]),
    ]),
    drafted(records),
  ];
  return {
    subject: `${review.campaign.name}: ${name}${/Washington/.test(review.campaign.name) ? "" : " in Washington"}`,
    to: instruction?.issuer ?? toBeWritten("Ministry, department"),
    reference: instruction?.reference ?? "",
    text: paragraphs.map((text) => withoutCodes(text, inside)).join("\n\n"),
  };
}

/** What the days of a cable are called, in a title and in a sentence: "November", "in November"; "1 to 3 December", "from 1 to 3 December". */
function spanInProse({ span: { from, to }, isOfDays, today }: CableRecords): { name: string; when: string } {
  if (!isOfDays) return { name: monthInProse(from, today), when: `in ${monthInProse(from, today)}` };
  if (from === to) return { name: dayInProse(from, today), when: `on ${dayInProse(from, today)}` };
  const days = daysInProse(from, to, today);
  return { name: days, when: `from ${days}` };
}

function numbered(sections: readonly string[]): string[] {
  return sections.map((section, at) => `**${at + 1}. ${section}`);
}

/** Two sentences at most on how the messages are received, of some days how many meetings they had; and the first ask. */
function summary({ review, asks, isOfDays, meetings }: CableRecords, when: string): string[] {
  const [first] = asks;
  const ask = first === undefined ? [] : [sentence(`We ask for ${first}`)];
  return [...(isOfDays ? [heldInWords(meetings, when)] : receptionInProse(review.reception)), ...ask];
}

/** What was on hold in its days, and what is on hold now, since whenever that is; "" where the cable says nothing of it. */
function onHold({ holds, span, today, isOfDays }: CableRecords): string {
  const told = holds.filter(({ placedAt, lifted }) => {
    if (lifted === null) return true;
    return dateIn(placedAt, WASHINGTON) <= span.to && dateIn(lifted.at, WASHINGTON) >= span.from;
  });
  if (told.length === 0) return isOfDays ? "" : "No message was on hold.";
  return told.map((hold) => holdInProse(hold, today)).join(" ");
}

function holdInProse({ message, placedAt, lifted, line }: HoldToTell, today: CalendarDate): string {
  const from = dateIn(placedAt, WASHINGTON);
  const to = lifted === null ? null : dateIn(lifted.at, WASHINGTON);
  const since = `${timeIn(placedAt, WASHINGTON)}, Washington time, on ${dayInProse(from, today)}`;
  const course =
    lifted === null || to === null
      ? `has been on hold since ${since}`
      : to === from
        ? `was on hold from ${timeIn(placedAt, WASHINGTON)} to ${timeIn(lifted.at, WASHINGTON)}, Washington time, on ${dayInProse(from, today)}`
        : `was on hold from ${since} to ${timeIn(lifted.at, WASHINGTON)} on ${dayInProse(to, today)}`;
  return `${titled(message.title)} ${course}.${lineInProse(line, today)}`;
}

function lineInProse(line: HoldToTell["line"], today: CalendarDate): string {
  if (line === null) return " No holding line was cleared.";
  const day = dateIn(line.expiresAt, WASHINGTON);
  const desks = inWords(line.cleared.map((desk) => `the ${desk}`));
  const how = desks === "" ? "released by the head of mission" : `cleared by ${desks}`;
  return ` The holding line was ${how}, for use until ${timeIn(line.expiresAt, WASHINGTON)}, Washington time, on ${dayInProse(day, today)}.`;
}

const ASSESSMENTS = 3;
const SENTENCES = 2;

/**
 * The remark of the review, else what officers have assessed, apart from what was said; the drafter completes or writes it.
 * Nothing of a meeting that is not reported, nor what names anybody who was at one of the meetings.
 */
function comment({ review, meetings, inside }: CableRecords): string {
  const remark = review.remark.trim();
  if (remark !== "") return asTyped(remark.replaceAll(/\s+/g, " "));
  const names = meetings.flatMap(namesAt);
  const assessed = meetings
    .filter((meeting) => isReportable(meeting, review.campaign.handling))
    .flatMap(({ logs }) => logs.map(({ assessment }) => assessment))
    .filter((assessment) => assessment !== "" && !namesAny(assessment, names))
    .map((assessment) => sentence(withoutCodes(asTyped(firstOf(assessment)), inside)));
  if (assessed.length === 0)
    return toBeWritten("Comment: no logged assessment can be used here; please write one");
  return `${[...new Set(assessed)].slice(-ASSESSMENTS).join(" ")} ${toBeWritten("Comment: taken from the logged assessments; please complete it")}`;
}

/** As much of a long text as a cable has room for. */
function firstOf(text: string): string {
  const sentences = sentencesOf(text.replaceAll(/\s+/g, " ").trim()).filter((part) => part.trim() !== "");
  return sentences.slice(0, SENTENCES).join(" ").slice(0, 400);
}

function coming({ coming: all }: CableRecords): string {
  if (all.length === 0) return "Nothing that can be reported here is planned in the coming weeks.";
  return all.map(({ text }) => sentence(capital(text))).join(" ");
}

function drafted({ review, isSaved, since, drafter, today, isOfDays }: CableRecords): string {
  if (isOfDays) return `Drafted: ${asTyped(drafter)}.`;
  const day = dayInProse(review.day, today);
  const where = isSaved ? "; their ranges are in the review of that day" : "";
  return [`Drafted: ${asTyped(drafter)}. Figures as known on ${day}${where}.`, ...since.map(asTyped)].join(
    " ",
  );
}
