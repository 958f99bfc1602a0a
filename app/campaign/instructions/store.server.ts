import { addressOf } from "#app/http/addresses.ts";
import { type CalendarDate, dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import type { Change, Done, Gone, Updated } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import { checkDays, type InstructionRefusal, redLinesOf } from "./instruction.ts";
import { findInstruction, type Instruction } from "./lists.server.ts";
import type { InstructionText } from "./record.ts";

type Refused = { ok: false; reason: InstructionRefusal };

/** Records an instruction of the ministry. */
export async function addInstruction(
  change: Change,
  campaignId: string,
  instruction: InstructionText,
): Promise<Done | Refused> {
  const checked = checkDays(instruction, todayOf(change));
  if (!checked.ok) return checked;
  const id = newId();
  await change.insert("instruction", {
    id,
    campaign_id: campaignId,
    ...columnsOf(instruction),
    answered_at: null,
    answered_by: null,
  });
  return describe(change, { campaignId, id }, "added", `Recorded the instruction ${instruction.reference}`);
}

/** Saves an instruction as it was edited; refused where the page that asked is stale. */
export async function editInstruction(
  change: Change,
  target: { campaignId: string; id: string },
  instruction: InstructionText,
  version: number,
): Promise<Done | Gone | Refused | Updated> {
  const present = await findInstruction(change.read, target.campaignId, target.id);
  if (present === null) return { ok: false, reason: "not-found" };
  const checked = checkDays(instruction, todayOf(change));
  if (!checked.ok) return checked;
  const updated = await change.update("instruction", present.id, columnsOf(instruction), version);
  if (!updated.ok) return updated;
  return describe(change, target, "edited", `Saved the instruction ${instruction.reference}`);
}

/** Records how an instruction was answered, or (null) that it is open again. */
export async function answerInstruction(
  change: Change,
  target: { campaignId: string; id: string },
  answer: string | null,
): Promise<Done | Gone | Refused> {
  const present = await findInstruction(change.read, target.campaignId, target.id);
  if (present === null) return { ok: false, reason: "not-found" };
  const refusal = refuseAnswer(present, answer);
  if (refusal !== null) return { ok: false, reason: refusal };
  const { accountId, now } = change.author;
  const patch =
    answer === null
      ? { answered_at: null, answered_by: null, answer: "" }
      : { answered_at: now.toISOString(), answered_by: accountId, answer: answer.trim() };
  await change.update("instruction", present.id, patch, null);
  const [action, words] = answer === null ? ["opened again", "is open again"] : ["answered", "is answered"];
  return describe(change, target, action, `Instruction ${present.reference} ${words}`);
}

function refuseAnswer({ answered }: Instruction, answer: string | null): InstructionRefusal | null {
  if (answer === null) return answered === null ? "not-answered" : null;
  if (answered !== null) return "answered-already";
  return answer.trim() === "" ? "no-answer-given" : null;
}

/** An event or a paper over which an instruction stands. */
export type OverWhat = { kind: "event" | "paper"; id: string };

/** Lets an instruction stand over an event or a paper of the campaign. */
export async function attachInstruction(
  change: Change,
  target: { campaignId: string; id: string },
  over: OverWhat,
): Promise<Done | Gone | Refused> {
  const present = await findInstruction(change.read, target.campaignId, target.id);
  const title = await titleOf(change, target.campaignId, over);
  if (present === null || title === null) return { ok: false, reason: "not-found" };
  if (present.targets.some((one) => one.kind === over.kind && one.recordId === over.id)) {
    return { ok: false, reason: "attached-already" };
  }
  await change.insert("instruction_target", {
    id: newId(),
    instruction_id: present.id,
    outreach_event_id: over.kind === "event" ? over.id : null,
    talking_points_id: over.kind === "paper" ? over.id : null,
  });
  return describe(change, target, "attached", `Instruction ${present.reference} now applies to ${title}`);
}

/** Takes an instruction off an event or a paper. */
export async function detachInstruction(
  change: Change,
  target: { campaignId: string; id: string },
  targetId: string,
): Promise<Done | Gone> {
  const present = await findInstruction(change.read, target.campaignId, target.id);
  const attached = present?.targets.find((one) => one.id === targetId);
  if (present === null || attached === undefined) return { ok: false, reason: "not-found" };
  await change.remove("instruction_target", targetId);
  const summary = `Instruction ${present.reference} no longer applies to ${attached.title}`;
  return describe(change, target, "detached", summary);
}

async function titleOf(change: Change, campaignId: string, { kind, id }: OverWhat): Promise<string | null> {
  const table = kind === "event" ? "outreach_event" : "talking_points";
  const row = await change.read
    .selectFrom(table)
    .select("title")
    .where("id", "=", id)
    .where("campaign_id", "=", campaignId)
    .executeTakeFirst();
  return row?.title ?? null;
}

function columnsOf(instruction: InstructionText) {
  const { issuer, reference, text, handling, receivedOn, expiresOn } = instruction;
  const red_lines = redLinesOf(instruction.redLines).join("\n");
  return { issuer, reference, text, red_lines, handling, received_on: receivedOn, expires_on: expiresOn };
}

function todayOf({ author }: Change): CalendarDate {
  return dateIn(author.now, WASHINGTON);
}

function describe(
  change: Change,
  { campaignId, id }: { campaignId: string; id: string },
  action: string,
  summary: string,
): Done {
  const location = addressOf.instruction(campaignId, id);
  return change.describe({ recordKind: "instruction", recordId: id, action, summary, location });
}
