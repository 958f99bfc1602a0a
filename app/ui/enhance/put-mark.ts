/** A text with what is selected in it: from `start` up to, not including, `end`. */
export type Selected = { text: string; start: number; end: number };

/** What may be put into a text by a button: stars around words, a link, or the mark of a footnote. */
export type MarkToPut = { mark: "**" | "*" } | { mark: "link" } | { mark: "footnote"; code: string };

const ADDRESS = "https://";

/**
 * Puts a mark into a text as the notation has it, and says what is selected then. Stars that stand around the selected
 * words already are taken away; a selection of several lines gets them line by line, for marks do not reach over the
 * end of a line; blanks at its ends stay outside. After a link its address is selected, to be typed over. A footnote
 * comes after the selected words.
 */
export function putMark(selected: Selected, put: MarkToPut): Selected {
  switch (put.mark) {
    case "link":
      return putLink(trimmed(selected));
    case "footnote":
      return putIn({ ...selected, start: selected.end }, `[^${put.code}]`);
    default:
      return putStars(trimmed(selected), put.mark);
  }
}

function putStars(selected: Selected, stars: "**" | "*"): Selected {
  const { text, start, end } = selected;
  const outside = { text, start: start - stars.length, end: end + stars.length };
  if (isAround(outside, stars)) {
    const bare = text.slice(0, outside.start) + text.slice(start, end) + text.slice(outside.end);
    return { text: bare, start: outside.start, end: end - stars.length };
  }
  const lines = text.slice(start, end).split("\n");
  if (lines.length > 1) return replaced(selected, lines.map((line) => starred(line, stars)).join("\n"));
  const { text: whole } = replaced(selected, `${stars}${lines[0] ?? ""}${stars}`);
  return { text: whole, start: start + stars.length, end: end + stars.length };
}

/** Two stars around a word are no star with a star: "*" is not around what "**" is around. */
function isAround({ text, start, end }: Selected, stars: string): boolean {
  const before = /\**$/.exec(text.slice(0, start + stars.length))?.[0] ?? "";
  const after = /^\**/.exec(text.slice(end - stars.length))?.[0] ?? "";
  const fits = (found: string) => found.length === stars.length || found.length === 3;
  return start >= 0 && fits(before) && fits(after);
}

function starred(line: string, stars: string): string {
  const words = line.trim();
  return words === "" ? line : line.replace(words, () => `${stars}${words}${stars}`);
}

function putLink(selected: Selected): Selected {
  const words = selected.text.slice(selected.start, selected.end);
  const { text } = replaced(selected, `[${words}](${ADDRESS})`);
  const start = selected.start + words.length + 3;
  return { text, start, end: start + ADDRESS.length };
}

function putIn(selected: Selected, words: string): Selected {
  const { text, end } = replaced(selected, words);
  return { text, start: end, end };
}

function replaced({ text, start, end }: Selected, words: string): Selected {
  return { text: text.slice(0, start) + words + text.slice(end), start, end: start + words.length };
}

function trimmed({ text, start, end }: Selected): Selected {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  return { text, start: from, end: Math.max(from, start + words.trimEnd().length) };
}
