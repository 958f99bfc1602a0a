import { z } from "zod";
import { HANDLINGS } from "#app/domain/campaigns/handling.ts";
import { SECTIONS } from "#app/domain/talking-points/talking-points.ts";
import { identifier, line, optionalLine, optionalParagraphs, paragraphs, version } from "#app/http/fields.ts";

const submission = z.string().max(64).optional();
const words = paragraphs(6_000, "Write the words");
const block = identifier;

/** Every form on the page of a paper, told apart by its hidden `intent`. */
export const paperAct = z.discriminatedUnion(
  "intent",
  [
    z.strictObject({
      intent: z.literal("save the head"),
      title: line(200, "Give the paper a title"),
      speaker: optionalLine(120),
      ask: optionalLine(600),
      objective: optionalLine(600),
      handling: z.enum(HANDLINGS, { error: "Choose how the paper may travel" }),
      version,
      submission,
    }),
    z.strictObject({
      intent: z.literal("add own words"),
      section: z.enum(SECTIONS, { error: "Choose a section" }),
      heading: optionalLine(200),
      text: words,
      submission,
    }),
    z.strictObject({
      intent: z.literal("add from the library"),
      kind: z.enum(["key message", "objection", "proof point"]),
      id: identifier,
      part: z.enum(["talking point", "avoid", "reply", "claim"]),
      submission,
    }),
    z.strictObject({
      intent: z.literal("save the wording"),
      block,
      heading: optionalLine(200),
      text: words,
      version,
      submission,
    }),
    z.strictObject({ intent: z.literal("use the new wording"), block, version, submission }),
    z.strictObject({ intent: z.literal("remove"), block, version, submission }),
    z.strictObject({ intent: z.literal("move"), block, direction: z.enum(["up", "down"]), submission }),
    z.strictObject({ intent: z.literal("cite"), block, proofPoint: identifier, submission }),
    z.strictObject({ intent: z.literal("take the source away"), block, proofPoint: identifier, submission }),
    z.strictObject({ intent: z.literal("send for clearance"), submission }),
    z.strictObject({
      intent: z.literal("return"),
      reasons: paragraphs(4_000, "Say what the drafter should change"),
      submission,
    }),
    z.strictObject({
      intent: z.literal("clear"),
      hash: z.string().regex(/^[0-9a-f]{64}$/, "The page is out of date: load it again"),
      shownText: optionalParagraphs(200_000),
      submission,
    }),
    z.strictObject({ intent: z.literal("mark as used"), submission }),
  ],
  { error: "The page is out of date: load it again" },
);

export type PaperAct = z.infer<typeof paperAct>;

/** The `id` of the form in which something was typed, so that a refusal shows at that form. */
export function formOf(values: Readonly<Record<string, readonly string[]>>): string {
  const [intent = ""] = values.intent ?? [];
  const [about = ""] = values.block ?? values.section ?? [];
  return `${intent} ${about}`.trim().replaceAll(" ", "-");
}
