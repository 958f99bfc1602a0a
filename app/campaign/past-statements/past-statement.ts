import {
  type Footnote,
  isNoteToSpeaker,
  messageOfOrigin,
  type TalkingPoints,
} from "#app/campaign/paper-text/paper.ts";
import type { Wording } from "#app/method/reception-scale.ts";
import type { Handling } from "#app/text/handling.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { namesValue } from "./figure-key.ts";
import type { Hearers } from "./office.ts";

/** One thing that was said, in the words and on the evidence of that day. */
export type ToldPoint = {
  /** The message whose words these are, or null for words of our own. */
  messageId: string | null;
  messageNumber: number | null;
  /** The number of the message's revision; null where none was noted. */
  revision: number | null;
  wording: Wording | null;
  text: string;
  /** The evidence of that day; of words known from the log alone, the message's proof points as they stand. */
  footnotes: readonly Footnote[];
  isFromLog: boolean;
  receptions: readonly { score: number; whom: string }[];
};

/** One occasion on which offices were told something by one of our campaigns; its instant orders statements. */
export type PastStatement = {
  eventId: string;
  campaignId: string;
  title: string;
  at: Date;
  day: CalendarDate;
  handling: Handling;
  by: readonly string[];
  people: readonly { contactId: string; name: string }[];
  hearers: Hearers;
  points: readonly ToldPoint[];
};

/** What the log says of one message at one event; `score` null: not raised. */
export type LoggedMessage = {
  messageId: string;
  messageNumber: number;
  revision: number | null;
  /** The words of that revision; "" where none was noted. */
  revisionText: string;
  /** The proof points of the message as they stand today. */
  evidence: readonly Footnote[];
  wording: Wording | null;
  score: number | null;
  whom: string;
};

/** `answeredIds` are the objections that were logged as raised and answered. */
export type Log = { messages: readonly LoggedMessage[]; answeredIds: readonly string[] };

/** The numbers of messages by their ids, those included that nobody logged. */
export type MessageNumbers = ReadonlyMap<string, number>;

/**
 * What was said at an event: the points of its paper, but those of a message that was logged as not raised; the
 * words to say to the objections that were logged as answered; and messages that were logged without standing in the paper, in the
 * words of the revision that was noted, on those of its proof points of which it names a figure. What to avoid and the background are not said. `paper` is the text of that
 * day, or null. Source: DOMAIN.md, outcome (per message the wording used, or "not raised"), and rule 13.
 */
export function toldPoints(
  paper: TalkingPoints | null,
  log: Log,
  numbers: MessageNumbers,
): readonly ToldPoint[] {
  const logged = Map.groupBy(log.messages, (one) => one.messageId);
  const said = (paper?.blocks ?? []).filter((block) => {
    const { section, origin } = block;
    if (isNoteToSpeaker(block)) return false;
    if (section === "if raised") return origin.kind === "objection" && log.answeredIds.includes(origin.id);
    const messageId = messageOfOrigin(origin);
    return section === "points to make" && (messageId === null || wasRaised(logged.get(messageId)));
  });
  const fromPaper = said.map(({ origin, text, footnotes }) => {
    const messageId = messageOfOrigin(origin);
    const messageNumber = numbers.get(messageId ?? "") ?? null;
    return {
      messageId,
      messageNumber,
      text,
      footnotes,
      isFromLog: false,
      ...howSaid(logged.get(messageId ?? "") ?? []),
    };
  });
  const inPaper = new Set(fromPaper.map(({ messageId }) => messageId));
  const besides = [...logged].flatMap(([messageId, of]) => {
    const raised = of.filter(({ score }) => score !== null);
    const text = raised.find(({ revisionText }) => revisionText !== "")?.revisionText ?? "";
    if (raised.length === 0 || inPaper.has(messageId)) return [];
    const messageNumber = raised[0]?.messageNumber ?? null;
    const footnotes = (raised[0]?.evidence ?? []).filter(({ figures }) =>
      figures.some(({ value }) => namesValue(text, value)),
    );
    return [{ messageId, messageNumber, text, footnotes, isFromLog: true, ...howSaid(raised) }];
  });
  return [...fromPaper, ...besides];
}

function wasRaised(logged: readonly LoggedMessage[] | undefined): boolean {
  return logged === undefined || logged.some(({ score }) => score !== null);
}

function howSaid(logged: readonly LoggedMessage[]) {
  const raised = logged.filter(({ score }) => score !== null);
  const [first] = raised;
  return {
    revision: first?.revision ?? null,
    wording: first?.wording ?? null,
    receptions: raised
      .flatMap(({ score, whom }) => (score === null ? [] : [{ score, whom }]))
      .filter((one, at, all) => all.findIndex((other) => other.whom === one.whom) === at),
  };
}
