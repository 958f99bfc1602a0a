/** Where in a JSON text something stands; `fault` says what is wrong with its syntax, if anything is. */
export type JsonPlace = { line: number; fault: string | null };

type Frame = { close: "]" | "}"; step: string | number };
type Expected = "value" | "value-or-close" | "key" | "key-or-close" | "colon" | "comma-or-close";
type Walk = { stack: Frame[]; expected: Expected };

const token =
  /"(?:[ !#-[\]-\u{10ffff}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[[\]{}:,]/uy;
const space = /[ \t\n\r]*/y;

const wanted: Record<Expected, string> = {
  value: "a value",
  "value-or-close": "a value or ]",
  key: "a name in double quotes",
  "key-or-close": "a name in double quotes or }",
  colon: "a colon",
  "comma-or-close": "a comma or a closing bracket",
};

/**
 * The line (from 1) of the value at `path` in a JSON text, or of its nearest surrounding value where the
 * path leads nowhere. Where the text is not JSON (RFC 8259), the line and the words of its first fault.
 * For reporting only: it is asked after `JSON.parse` or a schema has refused.
 */
export function placeInJson(text: string, path: readonly PropertyKey[]): JsonPlace {
  const walk: Walk = { stack: [], expected: "value" };
  let best = { offset: 0, depth: -1 };
  let offset = afterSpace(text, 0);
  let isOver = false;
  while (offset < text.length) {
    const found = isOver ? null : readToken(text, offset);
    if (found === null) return { line: lineAt(text, offset), fault: faultAt(text, offset, walk, isOver) };
    const depth = startsValue(found, walk) ? matchingDepth(walk.stack, path) : -1;
    if (depth > best.depth) best = { offset, depth };
    if (!step(found, walk)) return { line: lineAt(text, offset), fault: faultAt(text, offset, walk, false) };
    isOver = walk.stack.length === 0;
    offset = afterSpace(text, offset + found.length);
  }
  if (!isOver) return { line: lineAt(text, text.trimEnd().length), fault: "the file ends too early" };
  return { line: lineAt(text, best.offset), fault: null };
}

function readToken(text: string, offset: number): string | null {
  token.lastIndex = offset;
  return token.exec(text)?.[0] ?? null;
}

function afterSpace(text: string, offset: number): number {
  space.lastIndex = offset;
  return offset + (space.exec(text)?.[0].length ?? 0);
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}

function faultAt(text: string, offset: number, walk: Walk, isOver: boolean): string {
  if (isOver) return "there is text after the end";
  const rest = text.slice(offset, offset + 20).split("\n")[0] ?? "";
  if (rest.startsWith('"') && readToken(text, offset) === null) return "a quotation mark is not closed";
  return `${wanted[walk.expected]} is expected, but ${JSON.stringify(rest)} was found`;
}

function startsValue(found: string, walk: Walk): boolean {
  const isValue = walk.expected === "value" || walk.expected === "value-or-close";
  return isValue && !"]}:,".includes(found);
}

/** How much of the path the value that starts now fulfils, or -1 where it lies elsewhere. */
function matchingDepth(stack: readonly Frame[], path: readonly PropertyKey[]): number {
  if (stack.length > path.length) return -1;
  return stack.every((frame, depth) => frame.step === path[depth]) ? stack.length : -1;
}

/** Takes one token; false where it may not stand here. */
function step(found: string, walk: Walk): boolean {
  switch (walk.expected) {
    case "value":
    case "value-or-close":
      return takeValue(found, walk);
    case "key":
    case "key-or-close":
      return takeKey(found, walk);
    case "colon":
      return takeColon(found, walk);
    case "comma-or-close":
      return takeComma(found, walk);
  }
}

function takeValue(found: string, walk: Walk): boolean {
  if (found === "]" && walk.expected === "value-or-close") return takeClose(found, walk);
  if (found === "[") return push(walk, { close: "]", step: 0 }, "value-or-close");
  if (found === "{") return push(walk, { close: "}", step: "" }, "key-or-close");
  if ("]}:,".includes(found)) return false;
  walk.expected = "comma-or-close";
  return true;
}

function push(walk: Walk, frame: Frame, expected: Expected): boolean {
  walk.stack.push(frame);
  walk.expected = expected;
  return true;
}

function takeKey(found: string, walk: Walk): boolean {
  if (found === "}" && walk.expected === "key-or-close") return takeClose(found, walk);
  const frame = walk.stack.at(-1);
  if (frame === undefined || !found.startsWith('"')) return false;
  frame.step = String(JSON.parse(found));
  walk.expected = "colon";
  return true;
}

function takeColon(found: string, walk: Walk): boolean {
  if (found !== ":") return false;
  walk.expected = "value";
  return true;
}

function takeComma(found: string, walk: Walk): boolean {
  const frame = walk.stack.at(-1);
  if (frame === undefined || found !== ",") return takeClose(found, walk);
  if (typeof frame.step === "number") frame.step += 1;
  walk.expected = frame.close === "}" ? "key" : "value";
  return true;
}

function takeClose(found: string, walk: Walk): boolean {
  if (walk.stack.at(-1)?.close !== found) return false;
  walk.stack.pop();
  walk.expected = "comma-or-close";
  return true;
}
