import { FEEDBACK_KINDS } from "#app/campaign/feedback/feedback.ts";
import type { Option } from "#app/ui/controls.tsx";
import type { ReadingSource } from "../reading-source.ts";

type Named = { id: string; name: string };

/** What may read an indicator, as one list of choices: "reception:ID", "feedback:public statement", "stance". */
export function sourceOptions(messages: readonly Named[], objections: readonly Named[]): Option[] {
  return [
    { value: "entered", label: "People enter its readings" },
    { value: "stance", label: "Stance of the audience, 1 to 5" },
    ...messages.map(({ id, name }) => ({ value: `reception:${id}`, label: `Reception of message ${name}` })),
    ...FEEDBACK_KINDS.map((kind) => ({ value: `feedback:${kind}`, label: `How often it came: ${kind}` })),
    ...objections.map(({ id, name }) => ({
      value: `objection:${id}`,
      label: `Share of meetings that raised ${name}, in percent`,
    })),
  ];
}

/** The choice that stands for a source. */
export function choiceOfSource(source: ReadingSource): string {
  switch (source.kind) {
    case "entered":
    case "stance":
      return source.kind;
    case "reception":
      return `reception:${source.messageId}`;
    case "feedback":
      return `feedback:${source.feedback}`;
    case "objection":
      return `objection:${source.objectionId}`;
  }
}

/** The source that a choice stands for; null where it is none of the list. */
export function sourceOfChoice(choice: string, meetings: number): ReadingSource | null {
  const [kind = "", ...rest] = choice.split(":");
  const of = rest.join(":");
  if (kind === "entered" || kind === "stance") return of === "" ? { kind } : null;
  if (kind === "reception" && of !== "") return { kind, messageId: of };
  if (kind === "objection" && of !== "") return { kind, objectionId: of, meetings };
  const feedback = FEEDBACK_KINDS.find((one) => one === of);
  return kind === "feedback" && feedback !== undefined ? { kind, feedback } : null;
}
