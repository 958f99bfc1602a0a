import { z } from "zod";
import { identifier, paragraphs } from "#app/http/fields.ts";
import type { CampaignArrival, Sent } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { save } from "#app/http/save-form.server.ts";
import { explainInstructionRefusal } from "../instruction.ts";
import { answerInstruction, attachInstruction, detachInstruction } from "../store.server.ts";

const schema = z.discriminatedUnion(
  "intent",
  [
    z.object({
      intent: z.literal("attach"),
      over: z
        .string({ error: "Choose an event or a paper" })
        .regex(/^(event|paper):[A-Za-z0-9:._-]{1,128}$/, {
          error: "Choose an event or a paper",
        }),
    }),
    z.object({ intent: z.literal("detach"), target: identifier }),
    z.object({
      intent: z.literal("answer"),
      answer: paragraphs(5_000, explainInstructionRefusal("no-answer-given")),
    }),
    z.object({ intent: z.literal("open-again") }),
  ],
  { error: "Choose what to do" },
);

/** Lets the instruction stand over something or takes it off; records its answer or opens it again. */
export async function answerInstructionAct(arrival: CampaignArrival & Sent) {
  const { form, campaign, params } = arrival;
  const target = { campaignId: campaign.id, id: params.instruction ?? "" };
  return save(
    arrival,
    readForm(form, schema),
    async (change, act) => {
      switch (act.intent) {
        case "attach":
          return attachInstruction(change, target, overWhat(act.over));
        case "detach":
          return detachInstruction(change, target, act.target);
        case "answer":
          return answerInstruction(change, target, act.answer);
        case "open-again":
          return answerInstruction(change, target, null);
      }
    },
    ({ reason }) => explainInstructionRefusal(reason),
  );
}

function overWhat(over: string) {
  const [kind, ...id] = over.split(":");
  return { kind: kind === "event" ? ("event" as const) : ("paper" as const), id: id.join(":") };
}
