import type { Figure } from "#app/method/figure.ts";
import type { Verdict } from "#app/method/verdict.ts";
import { atWord } from "#app/text/cut.ts";
import { capital, inWords } from "#app/text/in-words.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { courseInWords, sinceInWords } from "./changes/change-in-words.ts";
import type { FoundChange } from "./changes/changes-found.ts";
import type { MessageReception, ReceptionReport } from "./reception-report.ts";

/** The overview's opening: `lead`, the worst news, is set strong, and `rest` goes on from it. */
export type CampaignSentence = { lead: string; rest: string };

/** A pair of message and audience with its figure. */
export type ReadPair = {
  number: number;
  messageId: string;
  audienceId: string;
  audience: string;
  figure: Figure;
};

type Read = Pick<ReceptionReport, "day" | "messages" | "rows" | "byMessage" | "changes" | "ratings">;

/**
 * The campaign in one breath, by plain rule from the words of its figures, the worst first: which messages are badly
 * received, which audiences receive one badly, what the scan has found to drop ("alarm" only), what is mixed, what is well
 * received, what rose, and of how many pairs there is not yet enough evidence. Retired messages are left out. It tells how
 * meetings went, never why. Source: EFFECTIVENESS.md §6 and §7b; DESIGN.md, section 3.
 */
export function campaignSentence(report: Read): CampaignSentence {
  const [lead = "", ...rest] = sentencesOfCampaign(report);
  return { lead, rest: rest.join(" ") };
}

/** So many characters of a title or a name, and fewer where the sentence is still too long. */
const NAMES_CUT_AT = [60, 40, 24, 12];

/** The worst news in no more characters than these, with titles and names cut at a word; as it is where nothing can be cut. */
export function leadWithin(most: number, report: Read): string {
  const leads = [Number.POSITIVE_INFINITY, ...NAMES_CUT_AT].map(
    (length) => sentencesOfCampaign(namesCut(report, length))[0] ?? "",
  );
  return leads.find((lead) => lead.length <= most) ?? leads.at(-1) ?? "";
}

function namesCut({ byMessage, rows, ...report }: Read, length: number): Read {
  return {
    ...report,
    byMessage: byMessage.map((one) => ({
      ...one,
      message: { ...one.message, title: atWord(one.message.title, length) },
    })),
    rows: rows.map((row) => ({
      ...row,
      audience: { ...row.audience, name: atWord(row.audience.name, length) },
    })),
  };
}

/** The same, sentence by sentence. */
export function sentencesOfCampaign(report: Read): string[] {
  const inUse = messagesTold(report);
  if (inUse.length === 0 && report.messages.every(({ isRetired }) => isRetired))
    return ["The campaign has no messages in use."];
  if (report.rows.length === 0) return ["The campaign has no audiences at present."];
  const pairs = pairsTold(report);
  if (report.ratings === 0)
    return ["No message has been rated yet.", "No audience is known to have heard any message."];
  const badly = badlyTold(report);
  const alarms = alarmsTold(report);
  return [
    ...groupsOf(inUse).map(groupInWords),
    ...badlyInWords(badly, alarms, report.day),
    ...alarms
      .filter((change) => !badly.some((pair) => isOfPair(change, pair)))
      .map((change) => ({
        rank: change.direction === "drop" ? RANKS.drop : RANKS.rise,
        text: alarmInWords(change, report),
      })),
    ...unsureInWords(pairs.map(({ figure }) => figure)).map((text) => ({ rank: RANKS.unsure, text })),
  ]
    .sort((one, other) => one.rank - other.rank)
    .map(({ text }) => text);
}

/** What is told before what: the worst first, and what is not known last. */
const RANKS = {
  badly: 0,
  fallenWithSome: 1,
  badlyWithSome: 2,
  drop: 3,
  mixed: 4,
  well: 5,
  rise: 6,
  little: 7,
  unheard: 8,
  unsure: 9,
};

const RANK_OF: Readonly<Record<Verdict, number>> = {
  "Badly received": RANKS.badly,
  Mixed: RANKS.mixed,
  "Well received": RANKS.well,
  "Not enough evidence": RANKS.little,
  "Not yet heard": RANKS.unheard,
};

/** The messages that the sentence tells of: those in use, over all audiences. */
export function messagesTold({ byMessage }: Pick<Read, "byMessage">): readonly MessageReception[] {
  return byMessage.filter(({ message }) => !message.isRetired);
}

/** Every pair of a message in use and an audience. */
export function pairsTold({ messages, rows }: Pick<Read, "messages" | "rows">): ReadPair[] {
  return rows.flatMap(({ audience, figures }) =>
    messages.flatMap(({ id, number, isRetired }, at) => {
      const figure = figures[at];
      if (figure === undefined || isRetired) return [];
      return [{ number, messageId: id, audienceId: audience.id, audience: audience.name, figure }];
    }),
  );
}

/** The pairs that are badly received while the message over all audiences is not. */
export function badlyTold(report: Pick<Read, "messages" | "rows" | "byMessage">): ReadPair[] {
  const badOverall = new Set(
    messagesTold(report)
      .filter(({ figure }) => figure.verdict === "Badly received")
      .map(({ message }) => message.number),
  );
  return pairsTold(report).filter(
    ({ number, figure }) => figure.verdict === "Badly received" && !badOverall.has(number),
  );
}

const MOST_ALARMS = 2;

/**
 * The surest changes at "alarm" of messages in use that nobody has looked at, two at most; where all audiences
 * together gave one, its single audiences are not told. Source: EFFECTIVENESS.md §7b.
 */
export function alarmsTold({ changes, messages }: Pick<Read, "changes" | "messages">): FoundChange[] {
  const inUse = new Set(messages.filter(({ isRetired }) => !isRetired).map(({ id }) => id));
  const alarms = changes.filter(({ word, messageId }) => word === "alarm" && inUse.has(messageId));
  const overAll = new Set(
    alarms.flatMap(({ audienceId, messageId }) => (audienceId === null ? [messageId] : [])),
  );
  return alarms
    .filter(({ audienceId, messageId }) => audienceId === null || !overAll.has(messageId))
    .slice(0, MOST_ALARMS);
}

const ORDER: readonly Verdict[] = [
  "Well received",
  "Badly received",
  "Mixed",
  "Not enough evidence",
  "Not yet heard",
];

type Group = { verdict: Verdict; messages: readonly MessageReception["message"][] };

function groupsOf(told: readonly MessageReception[]): Group[] {
  return ORDER.flatMap((verdict) => {
    const messages = told.filter(({ figure }) => figure.verdict === verdict).map(({ message }) => message);
    return messages.length === 0 ? [] : [{ verdict, messages }];
  });
}

const PREDICATES: Readonly<Record<Verdict, (subject: string, is: "is" | "are") => string>> = {
  "Well received": (subject, is) => `${capital(subject)} ${is} well received`,
  "Badly received": (subject, is) => `${capital(subject)} ${is} badly received`,
  Mixed: (subject, is) => `${capital(subject)} ${is === "is" ? "has" : "have"} a mixed reception`,
  "Not enough evidence": (subject) => `There is not yet enough evidence on ${subject} across all audiences`,
  "Not yet heard": (subject) => `No one has yet heard ${subject}`,
};

type Told = { rank: number; text: string };

function groupInWords({ verdict, messages }: Group): Told {
  const [only] = messages;
  const isOne = only !== undefined && messages.length === 1;
  const subject = isOne
    ? `message ${only.number}, ${only.title},`
    : `messages ${inWords(messages.map(({ number }) => String(number)))}`;
  const sentence = PREDICATES[verdict](subject, isOne ? "is" : "are").replace(/,$/, "");
  return { rank: RANK_OF[verdict], text: `${sentence}.` };
}

/** Whether a change is of this pair. */
export function isOfPair({ messageId, audienceId }: FoundChange, pair: ReadPair): boolean {
  return messageId === pair.messageId && audienceId === pair.audienceId;
}

/** Who receives which message badly, a sentence a message, with the drop at "alarm" where there is one. */
function badlyInWords(badly: readonly ReadPair[], alarms: readonly FoundChange[], day: CalendarDate): Told[] {
  return [...Map.groupBy(badly, ({ number }) => number)].map(([number, pairs]) => {
    const changes = pairs.flatMap((pair) => alarms.filter((change) => isOfPair(change, pair)));
    const told = changes.map((change) => `${courseOf(change)} ${sinceInWords(change, day)}`);
    const whom = pairs.length === 1 ? "" : " by some of them";
    const course = told.length === 0 ? "" : `, and reception${whom} has been ${inWords(told)}`;
    const rank = changes.some(({ direction }) => direction === "drop")
      ? RANKS.fallenWithSome
      : RANKS.badlyWithSome;
    return { rank, text: `Message ${number} is badly received by ${audiencesOf(pairs)}${course}.` };
  });
}

/** What reception has been since a change: "lower", "higher". */
export function courseOf({ direction }: FoundChange): string {
  return direction === "drop" ? "lower" : "higher";
}

const MOST_NAMED = 2;

function audiencesOf(pairs: readonly ReadPair[]): string {
  const named = pairs.slice(0, MOST_NAMED).map(({ audience }) => audience);
  const left = pairs.length - named.length;
  return inWords(
    left === 0 ? named : [...named, left === 1 ? "one more audience" : `${left} more audiences`],
  );
}

/** "Message 3 has been received less well by Defence reporters since …": that the level differs, never why. */
function alarmInWords(change: FoundChange, { messages, rows, day }: Read): string {
  const number = messages.find(({ id }) => id === change.messageId)?.number ?? "";
  const audience = rows.find((row) => row.audience.id === change.audienceId)?.audience.name;
  const who = audience === undefined ? "overall" : `by ${audience}`;
  return `Message ${number} has been ${courseInWords(change)} received ${who} ${sinceInWords(change, day)}.`;
}

/** Of how many pairs of audience and message there is not yet enough evidence. */
export function unsureInWords(pairs: readonly Pick<Figure, "verdict">[]): string[] {
  const unsure = pairs.filter(({ verdict }) => verdict === "Not enough evidence").length;
  if (unsure === 0) return [];
  const which = pairs.length === 1 ? "the only pair" : `${unsure} of ${pairs.length} pairs`;
  return [`There is not yet enough evidence on ${which} of audience and message.`];
}
