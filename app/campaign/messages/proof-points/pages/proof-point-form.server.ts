import { z } from "zod";
import { identifier, line, optionalLine, optionalParagraphs, paragraphs } from "#app/http/fields.ts";
import { readForm } from "#app/http/form.server.ts";
import type { FieldErrors } from "#app/http/form-values.ts";
import { TEXT_LIMITS } from "#app/text/text-limits.ts";
import { parseAsOf } from "#app/time/as-of.ts";
import { parseFigure } from "../../figures.ts";
import type { Figure } from "../../library/library.ts";
import { tidyLine, tidyText } from "../../library/library-text.ts";
import { readDay } from "../../message-form.server.ts";
import type { ProofPointDraft } from "../acts.server.ts";
import { readSourceFields } from "../source-form.server.ts";

const schema = z.object({
  claim: paragraphs(TEXT_LIMITS.statement, "Enter the claim"),
  figures: optionalParagraphs(TEXT_LIMITS.text),
  asOf: line(60, "Enter the date of the fact, like 28 Aug 2025"),
  edition: optionalLine(TEXT_LIMITS.line),
  caveat: optionalParagraphs(TEXT_LIMITS.text),
  confidence: z.enum(["high", "medium", "low"]).optional(),
  disclosure: z.enum(["free to use", "internal"], { error: "Say whether it may be disclosed" }),
  owner: identifier.optional(),
});

type Known = {
  sources: ReadonlySet<string>;
  colleagues: ReadonlySet<string>;
  today: string;
  checkedOn: string | null;
};

/** What the form of a proof point says; everything that is wrong with it at once. It needs a source and a date. */
export function readProofPointForm(
  form: FormData,
  known: Known,
): { ok: true; draft: ProofPointDraft } | { ok: false; errors: FieldErrors } {
  const read = readForm(form, schema);
  const sources = readSourceFields(form, known.sources, known.today);
  const review = readDay(form, "reviewBy", known.today);
  const more = read.ok ? fieldErrors(read.value, known) : read.errors;
  const errors = { ...more, ...(sources.ok ? sourceNeeded(sources) : sources.errors), ...review.errors };
  if (!read.ok || !sources.ok || Object.keys(errors).length > 0) return { ok: false, errors };
  const { claim, asOf, edition, caveat, confidence, disclosure, owner } = read.value;
  return {
    ok: true,
    draft: {
      claim: tidyText(claim),
      figures: figuresIn(read.value.figures).flatMap(({ figure }) => figure ?? []),
      sources: sources.codes,
      newSource: sources.newSource,
      asOf: parseAsOf(asOf, known.today) ?? asOf,
      edition: edition === "" ? null : tidyLine(edition),
      checkedOn: known.checkedOn,
      reviewBy: review.day,
      caveat: tidyText(caveat),
      confidence: confidence ?? "",
      disclosure,
      ownerAccountId: owner ?? null,
    },
  };
}

function sourceNeeded({ codes, newSource }: { codes: readonly string[]; newSource: unknown }): FieldErrors {
  return codes.length === 0 && newSource === null
    ? { otherSource: "Choose a source, or add one: a proof point needs it" }
    : {};
}

function fieldErrors(
  { asOf, figures, owner }: z.infer<typeof schema>,
  { today, colleagues }: Known,
): FieldErrors {
  const unread = figuresIn(figures).find(({ figure }) => figure === null);
  return {
    ...(parseAsOf(asOf, today) === null
      ? { asOf: "Enter a day, a month or a year, like 28 Aug 2025, Aug 2025 or 2025" }
      : {}),
    ...(unread ? { figures: `Write “${unread.text.slice(0, 60)}” as: what = value (edition)` } : {}),
    ...(owner && !colleagues.has(owner) ? { owner: "Choose from the list of this campaign" } : {}),
  };
}

function figuresIn(text: string): { text: string; figure: Figure | null }[] {
  const lines = text.split("\n").map(tidyLine);
  return lines.filter((one) => one !== "").map((one) => ({ text: one, figure: parseFigure(one) }));
}
