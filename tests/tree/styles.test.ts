import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { styleFaults, type Text } from "../support/style-faults.ts";

const read = (pattern: string): Text[] =>
  globSync(pattern)
    .sort()
    .map((path) => ({ path, text: readFileSync(path, "utf8") }));

test("each class belongs to one sheet, says what it is and is worn; spaces and colours are tokens", () => {
  const scripts = [...read("app/ui/enhance/**/*.ts"), ...read("app/entry.client.tsx")];
  const readers = [...scripts, ...read("tests/journeys/*.ts")];
  expect(styleFaults(read("app/**/*.css"), [...read("app/**/*.tsx"), ...scripts], readers)).toEqual([]);
});

const PAGE = { path: "page.tsx", text: 'export const page = <p className="note">Words</p>;' };
const SHEET = { path: "page.css", text: ".note { color: var(--ink-2); margin: 0 auto var(--space-4); }" };

test("a sheet that styles what its page has is without fault", () => {
  expect(styleFaults([SHEET], [PAGE])).toEqual([]);
});

test("a class that a script looks for and nothing has is found", () => {
  const script = { path: "move.ts", text: 'document.querySelector<HTMLElement>(".note .week [data-event]")' };
  expect(styleFaults([SHEET], [PAGE], [script])).toEqual([
    ".week is looked for by move.ts, and nothing has it",
  ]);
});

test.for([
  {
    fault: "a class that two sheets name",
    sheet: ".room .note { color: var(--ink); }",
    page: '<b className="room" />',
    said: [".note is named by other.css and page.css"],
  },
  {
    fault: "a class that nothing has",
    sheet: ".gone { color: var(--ink); }",
    said: [".gone is styled, and nothing has it"],
  },
  {
    fault: "a class that nothing styles",
    page: '<b className={isNew ? "fresh" : "note"} />',
    said: [".fresh of other.tsx is styled nowhere"],
  },
  {
    fault: "a name too short",
    sheet: ".mk { color: var(--ink); }",
    page: '<b className="mk" />',
    said: [".mk is too short to mean something"],
  },
  {
    fault: "a space that is no token",
    sheet: "p { padding: 0.4rem var(--space-4); gap: calc(-1 * var(--space-8)); }",
    said: ["other.css:1: padding: 0.4rem var(--space-4) is no token of space"],
  },
  {
    fault: "a colour that is no token",
    sheet: "p { border: 1px solid #999; background: var(--paper); }",
    said: ["other.css:1: border: 1px solid #999 is no token of colour"],
  },
])("$fault is found", ({ sheet = "", page = "", said }) => {
  const other = { path: "other.css", text: sheet };
  const room = { path: "other.tsx", text: `export const room = ${page || "null"};` };
  expect(styleFaults([SHEET, other], [PAGE, room])).toEqual(said);
});

test("a class made of a beginning and what is put in is worn", () => {
  const page = {
    path: "other.tsx",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the text of a page
    text: "export const mark = (n: number) => <i className={`step-${n}`} />;",
  };
  const sheet = { path: "other.css", text: ".step-1 { color: var(--ink); }" };
  expect(styleFaults([SHEET, sheet], [PAGE, page])).toEqual([]);
});
