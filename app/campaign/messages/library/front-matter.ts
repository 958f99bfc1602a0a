import { Document, isMap, isScalar, LineCounter, parseDocument, visit } from "yaml";
import type { z } from "zod";
import type { FaultReason } from "./library-fault.ts";

type FrontMatterFault = { line: number } & FaultReason;

/** What stands between the two lines --- at the top of a file, and the rest of it. Lines count from 1. */
export type FrontMatter<T> = { value: T; body: string; bodyLine: number; lineOf: (key: string) => number };

const BETWEEN_MARKS = /^---\n(?<yaml>(?:.*\n)*?)---(?:\n|$)/;

/**
 * Reads the front matter of a Markdown file against a strict schema of plain keys, whose messages say what a key
 * takes. Refuses a file without it, broken YAML, aliases (a small file could unfold into a huge one), a key that
 * the schema does not know, lacks, or takes otherwise.
 */
export function readFrontMatter<T>(
  text: string,
  schema: z.ZodType<T>,
): { ok: true; matter: FrontMatter<T> } | { ok: false; fault: FrontMatterFault } {
  const marked = BETWEEN_MARKS.exec(text);
  if (!marked) return { ok: false, fault: { line: 1, reason: "no-front-matter" } };
  const counter = new LineCounter();
  const document = parseDocument(marked.groups?.yaml ?? "", { lineCounter: counter, prettyErrors: false });
  const lineAt = (offset: number) => counter.linePos(offset).line + 1;
  const problem = problemOf(document);
  if (problem) {
    return {
      ok: false,
      fault: { line: lineAt(problem.at), reason: "broken-front-matter", problem: problem.words },
    };
  }
  const lineOf = (key: string) => lineAt(offsetOfKey(document, key));
  const checked = schema.safeParse(document.toJS() ?? {}, { reportInput: true });
  if (!checked.success) return { ok: false, fault: schemaFault(checked.error.issues, lineOf) };
  const bodyLine = marked[0].split("\n").length;
  return { ok: true, matter: { value: checked.data, body: text.slice(marked[0].length), bodyLine, lineOf } };
}

function problemOf(document: Document.Parsed): { at: number; words: string } | null {
  const problems = [...document.errors, ...document.warnings].map((problem) => ({
    at: problem.pos[0],
    words: problem.message,
  }));
  visit(document, {
    Alias(_, node) {
      problems.push({ at: node.range?.[0] ?? 0, words: "aliases are not allowed in this file" });
    },
  });
  return problems[0] ?? null;
}

function offsetOfKey(document: Document.Parsed, key: string): number {
  if (!isMap(document.contents)) return 0;
  const pair = document.contents.items.find((item) => isScalar(item.key) && item.key.value === key);
  return isScalar(pair?.key) ? (pair.key.range?.[0] ?? 0) : 0;
}

function schemaFault(issues: readonly z.core.$ZodIssue[], lineOf: (key: string) => number): FrontMatterFault {
  const [issue] = issues;
  if (issue?.code === "unrecognized_keys") {
    const key = issue.keys[0] ?? "";
    return { line: lineOf(key), reason: "key-unknown", key };
  }
  const key = String(issue?.path[0] ?? "");
  if (issue?.path.length === 1 && issue.input === undefined) return { line: 1, reason: "key-missing", key };
  return { line: lineOf(key), reason: "key-not-as-expected", key, expected: issue?.message ?? "" };
}

/** The front matter of a file with the lines around it, in the one way in which it is written: lists in brackets, no line folded. */
export function formatFrontMatter(keys: Readonly<Record<string, unknown>>): string {
  const document = new Document(keys);
  visit(document, {
    Seq(_, node) {
      node.flow = true;
    },
  });
  return `---\n${document.toString({ lineWidth: 0, flowCollectionPadding: false })}---\n`;
}
