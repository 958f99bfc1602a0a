import type { CalendarDate } from "#app/time/wall-time.ts";

/** Where an instruction stands (DOMAIN.md, instruction). */
export type InstructionState = "open" | "answered" | "expired";

/**
 * The state of an instruction on a day: answered once an answer is recorded; else expired from the day after its last
 * day on; else open. `expiresOn` is null where it holds until it is answered.
 */
export function instructionState(
  { answeredAt, expiresOn }: { answeredAt: Date | null; expiresOn: CalendarDate | null },
  today: CalendarDate,
): InstructionState {
  if (answeredAt !== null) return "answered";
  return expiresOn !== null && expiresOn < today ? "expired" : "open";
}

/** Whether the red lines of an instruction bind on a day: until its last day, answered or not. */
export function isBinding({ expiresOn }: { expiresOn: CalendarDate | null }, today: CalendarDate): boolean {
  return expiresOn === null || today <= expiresOn;
}

/** The red lines of an instruction, one a line as they were typed; empty lines and leading dashes are left out. */
export function redLinesOf(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.replace(/^\s*[-–•*]\s/, "").trim())
    .filter((line) => line !== "");
}

export type InstructionRefusal = keyof typeof REFUSALS;

/** Whether the days of an instruction agree: received today or before, and not expired before it was received. */
export function checkDays(
  { receivedOn, expiresOn }: { receivedOn: CalendarDate; expiresOn: CalendarDate | null },
  today: CalendarDate,
): { ok: true } | { ok: false; reason: InstructionRefusal } {
  if (receivedOn > today) return { ok: false, reason: "received-in-the-future" };
  return expiresOn !== null && expiresOn < receivedOn
    ? { ok: false, reason: "expires-before-received" }
    : { ok: true };
}

/** At which field of the form a refusal stands, in words. */
export function errorsOf(reason: InstructionRefusal): Readonly<Record<string, string>> {
  const field = reason === "received-in-the-future" ? "receivedOn" : "expiresOn";
  return { [field]: explainInstructionRefusal(reason) };
}

const REFUSALS = {
  "expires-before-received": "Enter a last day no earlier than the day on which the instruction was received",
  "received-in-the-future": "Enter the day it was received: today or earlier",
  "answered-already": "The instruction has already been answered",
  "not-answered": "The instruction has not been answered",
  "no-answer-given": "Say how it was answered, with the cable reference",
  "attached-already": "The instruction already applies to that event or paper",
  "nothing-chosen": "Choose an event or a paper",
};

/** What to tell somebody whose act on an instruction was refused; one wording for each refusal. */
export function explainInstructionRefusal(reason: InstructionRefusal): string {
  return REFUSALS[reason];
}
