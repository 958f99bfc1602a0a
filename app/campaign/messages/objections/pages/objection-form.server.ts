import { z } from "zod";
import { line, optionalLine, optionalParagraphs, paragraphs } from "#app/http/fields.ts";
import { readForm } from "#app/http/form.server.ts";
import type { FieldErrors } from "#app/http/form-values.ts";
import { TEXT_LIMITS } from "#app/text/text-limits.ts";
import { tidyLine, tidyText } from "../../library/library-text.ts";
import { readSourceFields, ticked } from "../../proof-points/source-form.server.ts";
import type { ObjectionDraft } from "../acts.server.ts";

const schema = z.object({
  name: line(TEXT_LIMITS.name, "Enter a short name, like Duplication"),
  says: paragraphs(TEXT_LIMITS.statement, "Enter what is said against us"),
  who: optionalLine(TEXT_LIMITS.line),
  wordsToSay: optionalParagraphs(TEXT_LIMITS.text),
  noteToSpeaker: optionalParagraphs(TEXT_LIMITS.text),
  difficult: z.literal("yes").optional(),
  proofPoints: ticked,
});

/** What the form of an objection says; everything that is wrong with it at once. */
export function readObjectionForm(
  form: FormData,
  known: { sources: ReadonlySet<string>; today: string },
): { ok: true; draft: ObjectionDraft } | { ok: false; errors: FieldErrors } {
  const read = readForm(form, schema);
  const sources = readSourceFields(form, known.sources, known.today);
  if (!read.ok || !sources.ok) {
    return { ok: false, errors: { ...(read.ok ? {} : read.errors), ...(sources.ok ? {} : sources.errors) } };
  }
  const { name, says, who, wordsToSay, noteToSpeaker, difficult, proofPoints } = read.value;
  return {
    ok: true,
    draft: {
      name: tidyLine(name),
      says: tidyText(says),
      who: tidyLine(who),
      wordsToSay: tidyText(wordsToSay),
      noteToSpeaker: tidyText(noteToSpeaker),
      isDifficultQuestion: difficult === "yes",
      proofPoints: [...new Set(proofPoints)],
      sources: sources.codes,
      newSource: sources.newSource,
    },
  };
}
