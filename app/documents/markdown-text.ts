/** Characters that Markdown would read as its own, wherever they stand. */
const MARKS = /[\\`*[\]<>~|]|&(?=[#\w])|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
/** What Markdown reads as a list, a heading, a quotation or a rule at the start of a line. */
const LINE_STARTS = /^([ \t]*)([-+#=]|\d{1,9}(?=[.)]))/gm;

/**
 * A text as Markdown that shows exactly that text: no word of it becomes emphasis, a link, a list or HTML, and
 * each line break stays one.
 */
export function markdownText(text: string): string {
  const marked = text.replaceAll("\r\n", "\n").replaceAll(MARKS, String.raw`\$&`);
  return marked
    .replaceAll(LINE_STARTS, (_, blanks: string, start: string) => `${blanks}${escapedStart(start)}`)
    .replaceAll("\n", "  \n");
}

/** What makes a list of a number is the dot or bracket behind it: the mark goes between the two. */
function escapedStart(start: string): string {
  return /^\d/.test(start) ? `${start}\\` : `\\${start}`;
}
