import { z } from "zod";
import { VECTOR_KINDS } from "./case-kinds.ts";

const caseFile = z.object({ cases: z.array(z.unknown()) });
const oneCase = z.object({ name: z.string(), kind: z.string(), input: z.unknown() });
const named = z.object({ name: z.string().catch(""), kind: z.string().catch("") });

type CaseFile = z.infer<typeof caseFile>;
export type CaseAnswer = { name: string; kind: string } & ({ result: unknown } | { refused: string });

/** Reads a file of cases for the method; `expected`, where it is there, is left aside. */
export function readCaseFile(json: unknown): { ok: true; file: CaseFile } | { ok: false; reason: string } {
  const read = caseFile.safeParse(json);
  return read.success
    ? { ok: true, file: read.data }
    : { ok: false, reason: firstIssue(read.error, "the file") };
}

/** Works every case out by the method, in the file's order; one that the method refuses says why, and leaves the others. */
export function answerCases(file: CaseFile): { cases: CaseAnswer[] } {
  return { cases: file.cases.map(answerCase) };
}

function answerCase(json: unknown): CaseAnswer {
  const read = oneCase.safeParse(json);
  if (!read.success) {
    const { name, kind } = named.catch({ name: "", kind: "" }).parse(json);
    return { name, kind, refused: firstIssue(read.error, "the case") };
  }
  const { name, kind, input } = read.data;
  const run = VECTOR_KINDS.get(kind);
  if (run === undefined) return { name, kind, refused: `unknown kind ${kind}` };
  const answer = run(input);
  if ("refused" in answer) return { name, kind, refused: answer.refused };
  return isTold(answer.result)
    ? { name, kind, result: answer.result }
    : { name, kind, refused: "the numbers are too large or too small to give a figure" };
}

function firstIssue(error: z.ZodError, whole: string): string {
  const [issue] = error.issues;
  return `${issue?.path.join(".") || whole}: ${issue?.message ?? "not valid"}`;
}

/** Whether every number of a result is one: NaN and infinity cannot be told in JSON. */
function isTold(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  return typeof value !== "object" || value === null || Object.values(value).every(isTold);
}
