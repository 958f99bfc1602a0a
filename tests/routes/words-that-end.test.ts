import { beforeAll, expect, test } from "vitest";
import { type Callers, mayCall, startedCallers } from "../support/callers.ts";

/** What ends a record, by its first words; a link between two is removed by a quiet *Remove* in its own line. */
const ENDS =
  /^(Delete|Retire|End (audience|the series)|Discard$|Withdraw$|Cancel event|Erase|Close the account|No longer in office|Leave this date out)/;
const OTHER_WORDS = /put back|take back|stop asking|ask this desk|bring back|restore|drop it/i;

type Button = { page: string; words: string; isRed: boolean; place: "head" | "fold" | "page"; asks: boolean };
let buttons: Button[];
let callers: Callers;

beforeAll(async () => {
  callers = await startedCallers();
  const found: Button[] = [];
  for (const person of ["officer", "clearer", "administrator"] as const)
    for (const route of callers.routes.filter(({ isPage, loader }) => isPage && mayCall(person, loader))) {
      const { status, text } = await callers.open(person, callers.ownPath(route));
      if (status === 200) found.push(...buttonsOf(text).map((button) => ({ page: route.path, ...button })));
    }
  buttons = found;
});

function buttonsOf(html: string): Omit<Button, "page">[] {
  const tags = html.matchAll(/<(button|a)\b([^>]*\bclass="(?:button|linklike)[^"]*"[^>]*)>(.*?)<\/\1>/gs);
  return [...tags].map(({ index, 2: head = "", 3: inner = "" }) => {
    const before = html.slice(0, index);
    const form = before.slice(before.lastIndexOf("<form"));
    const isIn = (open: RegExp, close: RegExp) =>
      (before.match(open) ?? []).length > (before.match(close) ?? []).length;
    const isFolded = isIn(/<details/g, /<\/details>/g);
    return {
      words: inner.replaceAll(/<!--.*?-->|<[^>]+>/g, "").trim(),
      isRed: /\bdanger\b/.test(head),
      place: isInHead(html, index) ? "head" : isFolded ? "fold" : "page",
      asks: /<(textarea|select|input(?![^>]*type="hidden"))\b/.test(form),
    };
  });
}

/** Whether a place of a page lies among the acts of its head. */
function isInHead(html: string, at: number): boolean {
  const from = html.indexOf('<div class="acts">');
  if (from < 0 || at < from) return false;
  let depth = 0;
  for (const { 0: tag, index } of html.slice(from).matchAll(/<div\b|<\/div>/g)) {
    depth += tag === "</div>" ? -1 : 1;
    if (depth === 0) return at < from + index;
  }
  return false;
}

test("what ends a record is called Delete, Retire, End or Discard, and is outlined in red; nothing else is", () => {
  const red = [...new Set(buttons.filter(({ isRed }) => isRed).map(({ words }) => words))].sort();
  expect(red.length).toBeGreaterThan(8);
  expect(red.filter((words) => !ENDS.test(words) && words !== "Remove")).toEqual([]);
  const plain = buttons.filter(({ words, isRed }) => !isRed && ENDS.test(words));
  expect(plain).toEqual([]);
});

test("what comes back is reinstated, in no other word", () => {
  expect(buttons.filter(({ words }) => OTHER_WORDS.test(words))).toEqual([]);
});

test("what ends a record stands in the page, not in its head, and in a fold only where it asks something", () => {
  const red = buttons.filter(({ isRed }) => isRed);
  expect(red.filter(({ place }) => place === "head")).toEqual([]);
  expect(red.filter(({ place, asks }) => place === "fold" && !asks)).toEqual([]);
});

test("each kind of record ends in its own word", () => {
  const wordsOn = (noun: string) => {
    const own = buttons.filter(
      ({ page, isRed }) => isRed && new RegExp(`/${noun}/:[^/]+(/edit)?$`).test(page),
    );
    return [...new Set(own.map(({ words }) => words))].sort();
  };
  const nouns = ["proof-points", "feedback", "deadlines", "messages", "objections", "objectives", "desks"];
  expect(nouns.map((noun) => [noun, ...wordsOn(noun)])).toEqual([
    ["proof-points", "Delete", "Retire"],
    ["feedback", "Delete"],
    ["deadlines", "Delete"],
    ...["messages", "objections", "objectives", "desks"].map((noun) => [noun, "Retire"]),
  ]);
});
