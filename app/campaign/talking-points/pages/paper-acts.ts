import { z } from "zod";
import type { FieldErrors, FormValues } from "#app/http/form-values.ts";
import { clearanceActs } from "../clearing/pages/clearance-acts.ts";
import { editingActs } from "./editing-acts.ts";

/** Every form on the page of a paper, told apart by its hidden `intent`. */
export const paperAct = z.discriminatedUnion("intent", [...editingActs, ...clearanceActs], {
  error: "The page is out of date: load it again",
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
