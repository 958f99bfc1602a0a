import { z } from "zod";
import { SECTIONS } from "#app/campaign/paper-text/paper.ts";
import { identifier, line, optionalLine, paragraphs, version } from "#app/http/fields.ts";
import type { FieldErrors, FormValues } from "#app/http/form-values.ts";
import { HANDLINGS } from "#app/text/handling.ts";
import { explainControlCharacter, findControlCharacter } from "#app/text/text-limits.ts";
import { clearanceActs } from "../clearing/pages/clearance-acts.ts";

const submission = z.string().max(64).optional();
const block = identifier;
const words = printable(paragraphs(6_000, "Write the words"));
const heading = printable(optionalLine(200));
const hash = z.string().regex(/^[0-9a-f]{64}$/, "This page is out of date. Reload it");
const code = line(12, "Choose a proof point");

/** The words that stand above the points, as they are typed. */
export const head = {
  title: printable(line(200, "Enter a title")),
  speaker: printable(optionalLine(120)),
  ask: printable(optionalLine(600)),
  objective: printable(optionalLine(600)),
  handling: z.enum(HANDLINGS, { error: "Choose a handling mark" }),
};

/** The forms of a paper's page by which its words are changed. */
const editingActs = [
  z.strictObject({ intent: z.literal("save the head"), ...head, version, submission }),
  z.strictObject({
    intent: z.literal("add own words"),
    section: z.enum(SECTIONS, { error: "Choose a section" }),
    heading,
    text: words,
    submission,
  }),
  z.strictObject({
    intent: z.literal("add from the library"),
    kind: z.enum(["key message", "framing", "objection", "proof point"]),
    id: identifier,
    part: z.enum(["talking point", "avoid", "framing", "words to say", "claim"]),
    submission,
  }),
  z.strictObject({ intent: z.literal("save the wording"), block, heading, text: words, version, submission }),
  z.strictObject({ intent: z.literal("use the new wording"), block, version, submission }),
  z.strictObject({ intent: z.literal("use the framing"), block, framing: identifier, version, submission }),
  z.strictObject({ intent: z.literal("remove"), block, version, submission }),
  z.strictObject({ intent: z.literal("move"), block, direction: z.enum(["up", "down"]), submission }),
  z.strictObject({ intent: z.literal("cite"), block, code, submission }),
  z.strictObject({ intent: z.literal("take the source away"), block, proofPoint: identifier, submission }),
  z.strictObject({ intent: z.literal("mark as judgement"), block, submission }),
  z.strictObject({ intent: z.literal("no judgement"), block, submission }),
  z.strictObject({
    intent: z.literal("restore"),
    number: z.coerce.number().int().min(1).max(100_000),
    hash,
    submission,
  }),
  z.strictObject({ intent: z.literal("start a new version"), submission }),
] as const;

const anyEditingAct = z.discriminatedUnion("intent", editingActs);
export type EditingAct = z.infer<typeof anyEditingAct>;

/** Words that Word, PDF and print can carry. */
function printable<Schema extends z.ZodType<string, unknown>>(schema: Schema): Schema {
  return schema.superRefine((text, context) => {
    const found = findControlCharacter(text);
    if (found !== null) context.addIssue({ code: "custom", message: explainControlCharacter(found) });
  });
}

/** Every form on the page of a paper, told apart by its hidden `intent`. */
export const paperAct = z.discriminatedUnion("intent", [...editingActs, ...clearanceActs], {
  error: "This page is out of date. Reload it",
});

export type PaperAct = z.infer<typeof paperAct>;

/** The `id` of the form in which something was typed, so that a refusal shows at that form. */
export function formOf(values: Readonly<Record<string, readonly string[]>>): string {
  const [intent = ""] = values.intent ?? [];
  const [about = ""] = values.block ?? values.section ?? values.comment ?? values.request ?? [];
  return `${intent} ${about}`.trim().replaceAll(" ", "-");
}

/** What was typed into one form of the page and came back: which form, the words, what is wrong. */
export type TypedForm = { form: string; values: FormValues; errors: FieldErrors };

/** What was typed into the form called `id`; null where the typing was done in another one. */
export function typedIn(typed: TypedForm | null, id: string): TypedForm | null {
  return typed?.form === id ? typed : null;
}
