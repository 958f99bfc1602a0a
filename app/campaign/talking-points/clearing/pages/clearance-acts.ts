import { z } from "zod";
import { chosenDesks } from "#app/campaign/clearances/chosen-desks.ts";
import { identifier, line, optionalParagraphs, paragraphs } from "#app/http/fields.ts";
import { HANDLINGS } from "#app/text/handling.ts";

const submission = z.string().max(64).optional();
const request = identifier.optional();
const hash = z.string().regex(/^[0-9a-f]{64}$/, "This page is out of date. Reload it");
const handling = z.enum(HANDLINGS, "This page is out of date. Reload it");
const shownText = optionalParagraphs(400_000);
const comment = identifier;

/** The forms of a paper's page by which it is sent, answered, commented on and used. */
export const clearanceActs = [
  z.strictObject({
    intent: z.literal("send for clearance"),
    only: z.literal("the difference").optional(),
    desks: chosenDesks,
    submission,
  }),
  z.strictObject({
    intent: z.literal("return"),
    request,
    reasons: paragraphs(4_000, "Say what the drafter should change"),
    submission,
  }),
  z.strictObject({ intent: z.literal("clear"), request, hash, handling, shownText, submission }),
  z.strictObject({ intent: z.literal("release"), hash, handling, shownText, submission }),
  z.strictObject({
    intent: z.literal("record the report"),
    on: line(60, "Enter the day of the report, like 12 Nov 2026"),
    to: line(120, "Say who it was reported to"),
    submission,
  }),
  z.strictObject({
    intent: z.literal("comment"),
    block: identifier.optional(),
    text: paragraphs(4_000, "Write the comment"),
    submission,
  }),
  z.strictObject({
    intent: z.literal("reply"),
    comment,
    text: paragraphs(4_000, "Write the reply"),
    submission,
  }),
  z.strictObject({ intent: z.literal("resolve"), comment, submission }),
  z.strictObject({ intent: z.literal("open again"), comment, submission }),
  z.strictObject({ intent: z.literal("mark as used"), submission }),
] as const;

const anyClearanceAct = z.discriminatedUnion("intent", clearanceActs);
export type ClearanceAct = z.infer<typeof anyClearanceAct>;

const INTENTS: readonly string[] = clearanceActs.map(({ shape }) => shape.intent.value);

/** Whether a form is one of these. */
export function isClearanceAct<Act extends { intent: string }>(act: Act | ClearanceAct): act is ClearanceAct {
  return INTENTS.includes(act.intent);
}
