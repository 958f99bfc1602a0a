import { z } from "zod";
import { VECTOR_KINDS } from "./case-kinds.ts";

const caseFile = z.object({
  cases: z.array(z.object({ name: z.string(), kind: z.string(), input: z.unknown() })),
});

type CaseFile = z.infer<typeof caseFile>;
export type CaseAnswer = { name: string; kind: string } & ({ result: unknown } | { refused: string });

/** Reads a file of cases for the method; `expected`, where it is there, is left aside. */
export function readCaseFile(json: unknown): { ok: true; file: CaseFile } | { ok: false; reason: string } {
  const read = caseFile.safeParse(json);
  if (read.success) return { ok: true, file: read.data };
  const issue = read.error.issues[0];
  return {
    ok: false,
    reason: `${issue?.path.join(".") || "the file"}: ${issue?.message ?? "not a file of cases"}`,
  };
}

/** Works every case out by the method, in the file's order; one that the method refuses says why. */
export function answerCases(file: CaseFile): { cases: CaseAnswer[] } {
  return { cases: file.cases.map(answerCase) };
}

function answerCase({ name, kind, input }: CaseFile["cases"][number]): CaseAnswer {
  const run = VECTOR_KINDS.get(kind);
  if (run === undefined) return { name, kind, refused: `unknown kind ${kind}` };
  const answer = run(input);
  return "refused" in answer
    ? { name, kind, refused: answer.refused }
    : { name, kind, result: answer.result };
}
