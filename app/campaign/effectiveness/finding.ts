import type { AudienceMix } from "#app/method/audience-mix.ts";
import { type Ahead, type ComparisonWord, comparisonWord } from "#app/method/comparison.ts";
import { chanceInWords, type Figure } from "#app/method/figure.ts";
import type { SinceStart } from "#app/method/since-start.ts";
import type { Verdict } from "#app/method/verdict.ts";
import { capital, inWords, lowered } from "#app/text/in-words.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { unsureInWords } from "./campaign-sentence.ts";
import { courseInWords, sinceInWords } from "./changes/change-in-words.ts";
import type { FoundChange } from "./changes/changes-found.ts";
import { sinceTold } from "./changes/since-told.ts";
import type { Leads } from "./leads.ts";

type Numbered = { id: string; number: number; isRetired: boolean };

/** What a finding is told from: the figures of a report. */
export type ToTell = {
  day: CalendarDate;
  messages: readonly Numbered[];
  rows: readonly { audience: { id: string; name: string }; figures: readonly Figure[] }[];
  byMessage: readonly {
    message: Numbered;
    figure: Figure;
    since: SinceStart | null;
    mix: AudienceMix | null;
  }[];
  leads: Leads;
  changes: readonly FoundChange[];
};

const VERDICTS: readonly Verdict[] = [
  "Well received",
  "Mixed",
  "Badly received",
  "Not enough evidence",
  "Not yet heard",
];

const TOLD: Readonly<Record<Verdict, (which: string, isOne: boolean) => string>> = {
  "Well received": (which, isOne) => `${which} ${isOne ? "is" : "are"} well received overall`,
  Mixed: (which, isOne) => `${which} ${isOne ? "has" : "have"} a mixed reception overall`,
  "Badly received": (which, isOne) => `${which} ${isOne ? "is" : "are"} badly received overall`,
  "Not enough evidence": (which) => `There is not yet enough evidence on ${lowered(which)}`,
  "Not yet heard": (which) => `No one has yet heard ${lowered(which)}`,
};

/**
 * What a campaign's figures say in sentences built by rule: each message by its word; the two that stand highest against
 * each other; the one that has most surely moved since its start; where the scan raises an alarm, since when; who
 * receives a message badly; and for how many pairs there is not enough evidence. It tells how meetings went, never why.
 * Source: EFFECTIVENESS.md §6, §7 and §7b; DESIGN.md, section 3.
 */
export function findingOf(told: ToTell): string[] {
  const heard = new Set(
    told.byMessage.filter(({ figure }) => figure.notes > 0).map(({ message }) => message.number),
  );
  const topTwo = told.leads.overAll.pairs.find(({ ahead, behind }) => heard.has(ahead) && heard.has(behind));
  return [
    ...verdictsTold(told),
    ...(topTwo === undefined ? [] : [aheadInWords(topTwo)]),
    ...sinceTold(told),
    ...alarmsTold(told),
    ...badlyTold(told),
    ...unsureInWords(told.rows.flatMap(({ figures }) => figures)),
  ];
}

function verdictsTold({ byMessage }: ToTell): string[] {
  return VERDICTS.flatMap((verdict) => {
    const numbers = byMessage
      .filter(({ figure }) => figure.verdict === verdict)
      .map(({ message }) => message.number);
    return numbers.length === 0 ? [] : [`${TOLD[verdict](numbersInWords(numbers), numbers.length === 1)}.`];
  });
}

/** The surest alarm, and how many more there are. */
function alarmsTold({ changes, messages, rows, day }: ToTell): string[] {
  const alarms = changes.filter(({ word }) => word === "alarm");
  const [surest] = alarms;
  if (surest === undefined) return [];
  const number = messages.find(({ id }) => id === surest.messageId)?.number ?? 0;
  const audience = rows.find(({ audience: { id } }) => id === surest.audienceId)?.audience.name;
  const who = audience === undefined ? "overall" : `by ${audience}`;
  const course = courseInWords(surest);
  const since = capital(sinceInWords(surest, day));
  const chance = chanceInWords(surest.probability);
  return [
    `${since}, message ${number} has been ${course} received ${who} (${chance})${more(alarms.length - 1)}.`,
  ];
}

function more(count: number): string {
  if (count === 0) return "";
  return count === 1 ? "; one more change is listed below" : `; ${count} more changes are listed below`;
}

/** "Message 2 is badly received by House Armed Services and by Pentagon, NATO policy.", a sentence for each message. */
function badlyTold({ rows, messages }: ToTell): string[] {
  const badly = rows.flatMap(({ audience, figures }) =>
    figures.flatMap((figure, at) =>
      figure.verdict === "Badly received"
        ? [{ audience: audience.name, number: messages[at]?.number ?? 0 }]
        : [],
    ),
  );
  if (badly.length === 0) return [];
  const byMessage = Map.groupBy(badly.slice(0, 3), ({ number }) => number);
  const named = [...byMessage].map(
    ([number, of]) =>
      `Message ${number} is badly received by ${inWords(of.map(({ audience }, at) => (at === 0 ? audience : `by ${audience}`)))}.`,
  );
  const rest = badly.length - 3;
  if (rest <= 0) return named;
  return [
    ...named,
    rest === 1
      ? "One more such pair of audience and message is shown below."
      : `${rest} more such pairs of audience and message are shown below.`,
  ];
}

/** Which of two messages is better received, with the chance that this is right. Source: EFFECTIVENESS.md §7. */
export function aheadInWords({ ahead, behind, probability }: Ahead): string {
  const word: ComparisonWord = comparisonWord(probability);
  const chance = chanceInWords(probability);
  if (word === "cannot tell")
    return `We cannot tell whether message ${ahead} is better received than message ${behind} (${chance}).`;
  return word === "slightly more likely"
    ? `It is slightly more likely than not (${chance}) that message ${ahead} is better received than message ${behind}.`
    : `Message ${ahead} is ${word} better received than message ${behind} (${chance}).`;
}

/** "Message 2", "Messages 1 and 3": messages by their numbers, at the head of a sentence. */
function numbersInWords(numbers: readonly number[]): string {
  return `${numbers.length === 1 ? "Message" : "Messages"} ${inWords(numbers.map(String))}`;
}
