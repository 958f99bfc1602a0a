import type { LineContext } from "./said.ts";
import { isUnit, type Reader, type Word } from "./words.ts";

const LABEL = /^(?:(?:msgs?|messages?)\.?|#|m(?=\d))(\d[\d,+&-]*)?$/;
const NUMBERS = /^\d{1,2}(?:[,+&-]\d{1,2})*$/;

/** Messages by their numbers: "msg 2 3", "messages 2 and 3", "m2", "msg 1-3". */
export const messageReader: Reader = (words, at, context) => {
  const label = words[at]?.isQuoted === false ? LABEL.exec(words[at].folded) : null;
  if (label === null) return null;
  const numbers = label[1] === undefined ? [] : numbersIn(label[1]);
  let length = 1;
  while (takesMore(words, at + length, words[at + length - 1])) {
    const more = words[at + length]?.folded ?? "";
    if (NUMBERS.test(more)) numbers.push(...numbersIn(more));
    length += 1;
  }
  if (numbers.length === 0) return null;
  return { length, says: messagesOf(numbers, context) };
};

/** Over a comma the list goes on where the number follows at once, or stands alone: "msg 2,3 tue", "msg 2, 3, tue". */
function takesMore(words: readonly Word[], at: number, before: Word | undefined): boolean {
  const word = words[at];
  if (word === undefined || before === undefined) return false;
  const next = word.endsSegment ? null : (words[at + 1]?.folded ?? null);
  if (word.folded === "and" || word.folded === "&" || word.folded === "+") {
    return !before.endsSegment && !word.endsSegment && next !== null && NUMBERS.test(next);
  }
  if (!NUMBERS.test(word.folded) || isUnit(next)) return false;
  const isAtOnce = word.from === before.to + 1;
  return !before.endsSegment || isAtOnce || word.endsSegment || words[at + 1] === undefined;
}

function numbersIn(typed: string): number[] {
  return typed.split(/[,+&]/).flatMap((part) => {
    const [first = 0, last = first] = part.split("-").map(Number);
    return first <= last
      ? Array.from({ length: Math.min(last - first + 1, 20) }, (_, index) => first + index)
      : [first, last];
  });
}

function messagesOf(numbers: readonly number[], { messages }: LineContext) {
  const known = new Map(messages.map(({ id, number }) => [number, id]));
  const missing = numbers.find((number) => !known.has(number));
  if (missing !== undefined) {
    const there =
      messages.length === 0
        ? "There are none yet"
        : `The ${messages.length === 1 ? "only message is" : "messages are"} ${messages.map(({ number }) => number).join(", ")}`;
    return { about: "nothing", why: `There is no message ${missing}. ${there}` } as const;
  }
  const ids = numbers.flatMap((number) => known.get(number) ?? []);
  return { about: "messages", ids: [...new Set(ids)] } as const;
}
