import {
  alarmsTold,
  badlyTold,
  courseOf,
  isOfPair,
  messagesTold,
  pairsTold,
  type ReadPair,
} from "#app/campaign/effectiveness/campaign-sentence.ts";
import { courseInWords } from "#app/campaign/effectiveness/changes/change-in-words.ts";
import type { FoundChange } from "#app/campaign/effectiveness/changes/changes-found.ts";
import type { ReceptionReport } from "#app/campaign/effectiveness/reception-report.ts";
import type { JudgedObjective } from "#app/campaign/objectives/judged-objective.ts";
import type { ObjectiveWord } from "#app/campaign/objectives/objective-word.ts";
import type { Verdict } from "#app/method/verdict.ts";
import { capital, inWords } from "#app/text/in-words.ts";
import { sentence } from "#app/text/sentences.ts";
import { dayInProse, monthInProse } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { asTyped, numberInProse, titled } from "../words.ts";

const SAID: readonly { verdict: Verdict; says: string; but: string }[] = [
  { verdict: "Well received", says: "well received", but: "but badly" },
  { verdict: "Badly received", says: "badly received", but: "and badly" },
  { verdict: "Mixed", says: "meeting with a mixed reception", but: "and is badly received" },
];
const AUDIENCES_NAMED = 2;

/**
 * How the messages are received, in two sentences at most, by their titles: those that are well received, with who receives
 * them badly, then the others. Source: EFFECTIVENESS.md §6; it tells how meetings went, never why.
 */
export function receptionInProse(reception: ReceptionReport): string[] {
  const badly = badlyTold(reception);
  const alarms = alarmsTold(reception);
  const clauses = SAID.flatMap(({ verdict, says, but }) => {
    const messages = messagesTold(reception)
      .filter(({ figure }) => figure.verdict === verdict)
      .map(({ message }) => message);
    if (messages.length === 0) return [];
    const isBadly = ({ id }: { id: string }) => badly.some(({ messageId }) => messageId === id);
    const inOrder = messages.toSorted((one, other) => Number(isBadly(one)) - Number(isBadly(other)));
    const titles = inWords(inOrder.map(({ title }) => titled(title)));
    const onlyOne = messages.filter(isBadly).length === 1;
    const over = alarms.find(
      ({ messageId, audienceId }) => audienceId === null && messageId === messages[0]?.id,
    );
    const since =
      over === undefined || messages.length > 1
        ? ""
        : `, ${courseInWords(over)} ${sinceMonth(over, reception.day)}`;
    const exceptions = inOrder.flatMap(({ id, title }) =>
      badlyBy(
        badly.filter(({ messageId }) => messageId === id),
        {
          how:
            messages.length === 1
              ? but
              : `though ${onlyOne ? lastOf(messages.length) : titled(title)} is badly received`,
          alarms,
          day: reception.day,
        },
      ),
    );
    return [[`${titles} ${messages.length === 1 ? "is" : "are"} ${says}${since}`, ...exceptions].join(", ")];
  });
  const [first, ...others] = clauses;
  if (messagesTold(reception).length === 0) return ["The campaign has no messages in use."];
  if (first === undefined) return ["Too little has been logged to say how the messages are being received."];
  return [sentence(first), ...(others.length === 0 ? [] : [sentence(others.join("; "))])];
}

/** The last of those that were just named: their titles are not said twice. */
function lastOf(count: number): string {
  return count === 2 ? "the latter" : "the last";
}

function badlyBy(
  pairs: readonly ReadPair[],
  told: { how: string; alarms: readonly FoundChange[]; day: CalendarDate },
): string[] {
  if (pairs.length === 0) return [];
  const named = pairs.slice(0, AUDIENCES_NAMED).map(({ audience }) => audience);
  const left = pairs.length - named.length;
  const all = left === 0 ? named : [...named, `${numberInProse(left)} more`];
  const change = told.alarms.find((alarm) => pairs.some((pair) => isOfPair(alarm, pair)));
  const where =
    change === undefined || pairs.length > 1
      ? ""
      : `, where reception has been ${courseOf(change)} ${sinceMonth(change, told.day)}`;
  return [`${told.how} by ${inWords(all)}${where}`];
}

/** "since April", "since April or May", "since some time between March and May". */
function sinceMonth({ after, before }: FoundChange, today: CalendarDate): string {
  const [from, to] = [monthInProse(after, today), monthInProse(before, today)];
  if (from === to) return `since ${from}`;
  return monthsBetween(after, before) === 1
    ? `since ${from} or ${to}`
    : `since some point between ${from} and ${to}`;
}

function monthsBetween(from: CalendarDate, to: CalendarDate): number {
  const months = (day: CalendarDate) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return months(to) - months(from);
}

/** What an alarm says of pairs that the summary has not told. */
function changesInProse(reception: ReceptionReport): string[] {
  const badly = badlyTold(reception);
  const left = alarmsTold(reception).filter(
    (change) => change.audienceId !== null && !badly.some((pair) => isOfPair(change, pair)),
  );
  return left.map((change) => {
    const title = reception.messages.find(({ id }) => id === change.messageId)?.title ?? "";
    const audience = reception.rows.find((row) => row.audience.id === change.audienceId)?.audience.name ?? "";
    const course = courseInWords(change);
    return `${titled(title)} has been ${course} received by ${audience} ${sinceMonth(change, reception.day)}.`;
  });
}

const NOW: Readonly<Partial<Record<Verdict, string>>> = {
  "Well received": "is now well received by",
  "Badly received": "is now badly received by",
  Mixed: "now has a mixed reception from",
};
const DIFFERENCES_TOLD = 3;

/** What differs from the review before: where a word has changed, three at most. */
function differencesInProse(before: ReceptionReport, after: ReceptionReport): string {
  const earlier = new Map(
    pairsTold(before).map((pair) => [`${pair.messageId} ${pair.audienceId}`, pair.figure.verdict]),
  );
  const changed = pairsTold(after).flatMap(({ messageId, audienceId, audience, figure }) => {
    const then = earlier.get(`${messageId} ${audienceId}`);
    const says = NOW[figure.verdict];
    if (then === undefined || then === figure.verdict || says === undefined) return [];
    const title = after.messages.find(({ id }) => id === messageId)?.title ?? "";
    return [`${titled(title)} ${says} ${audience}`];
  });
  const [first, ...others] = changed.slice(0, DIFFERENCES_TOLD);
  if (first === undefined) return "there is no clear change in how any audience receives a message.";
  return [first, ...others].map(sentence).join(" ");
}

type Moved = {
  objectives: readonly JudgedObjective[];
  reception: ReceptionReport;
  before: { day: CalendarDate; reception: ReceptionReport } | null;
};

/** What has moved: objectives against their course, then how messages are received, and of how much there is not yet enough evidence. */
export function movedInProse({ objectives, reception, before }: Moved): string {
  return [
    ...objectivesInProse(objectives),
    ...changesInProse(reception),
    ...(before === null
      ? []
      : [
          `Compared with the review of ${dayInProse(before.day, reception.day)}, ${differencesInProse(before.reception, reception)}`,
        ]),
    ...evidenceInProse(pairsTold(reception)),
  ].join(" ");
}

/** Of how many pairs there is not yet enough evidence, as the review of the day counts them, and how many have none at all. */
function evidenceInProse(pairs: readonly ReadPair[]): string[] {
  const count = (verdict: Verdict) => pairs.filter(({ figure }) => figure.verdict === verdict).length;
  const [unsure, unheard] = [count("Not enough evidence"), count("Not yet heard")];
  const of = (some: number) => `${partOf(some, pairs.length)} of audience and message`;
  const told = `There is not yet enough evidence on ${of(unsure)}`;
  if (unheard === 0) return unsure === 0 ? [] : [`${told}.`];
  if (unsure === 0) return [`The message has not been heard yet in ${of(unheard)}.`];
  return [`${told}; in ${numberInProse(unheard)} more the message has not been heard yet.`];
}

/** "eighteen of thirty pairs", "any of the eighteen pairs". */
function partOf(some: number, all: number): string {
  if (all === 1) return "the only pair";
  if (some === all) return all === 2 ? "either pair" : `any of the ${numberInProse(all)} pairs`;
  return `${numberInProse(some)} of ${numberInProse(all)} pairs`;
}

const WORDS: readonly { word: ObjectiveWord; says: (are: string) => string; isNamed: boolean }[] = [
  { word: "Met", says: (are) => `${are} met`, isNamed: true },
  { word: "Behind", says: (are) => `${are} behind`, isNamed: true },
  { word: "Likely to fall short", says: (are) => `${are} likely to fall short`, isNamed: true },
  { word: "On course", says: (are) => `${are} on course`, isNamed: false },
  {
    word: "No reading yet",
    says: (are) => (are === "is" ? "has no reading yet" : "have no reading yet"),
    isNamed: false,
  },
];
const OBJECTIVES_NAMED = 3;

function objectivesInProse(objectives: readonly JudgedObjective[]): string[] {
  if (objectives.length === 0) return ["No objectives have been set."];
  const told = WORDS.flatMap(({ word, says, isNamed }) => {
    const those = objectives.filter((one) => one.word === word);
    if (those.length === 0) return [];
    const named = those.slice(0, OBJECTIVES_NAMED).map((one) => namedObjective(one, word));
    const left = those.length - named.length;
    const list = left === 0 ? named : [...named, `and ${numberInProse(left)} more`];
    const which = isNamed || objectives.length === 1 ? ` (${list.join("; ")})` : "";
    return [`${numberInProse(those.length)} ${says(those.length === 1 ? "is" : "are")}${which}`];
  });
  if (objectives.length === 1)
    return told.map((text) => sentence(text.replace(/^one /, "The one objective ")));
  const [first, ...others] = told;
  return [
    sentence(`Of ${numberInProse(objectives.length)} objectives, ${first}`),
    ...others.map((text) => sentence(capital(text))),
  ];
}

/** "Defence reporters: three accurate uses, 1 of 3, 2 expected by now"; an estimate is told without its figures. */
function namedObjective(
  { sentence: goal, source, figure, against, expected, reading }: JudgedObjective,
  word: ObjectiveWord,
): string {
  const isCounted = source.kind === "entered" || source.kind === "feedback";
  if (word === "Met" || reading === null || !isCounted) return asTyped(goal);
  const of = /^(?:of|down to) \S+/.exec(against)?.[0] ?? "";
  return `${asTyped(goal)}, ${figure} ${of}, ${expected} expected by now`.replaceAll(/\s+,/g, ",");
}
