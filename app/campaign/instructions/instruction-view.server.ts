import { addressOf } from "#app/http/addresses.ts";
import { type CampaignArrival, notFound } from "#app/http/page.server.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { OverView } from "#app/ui/notices.tsx";
import { listChanges } from "#db/history.server.ts";
import { instructionState } from "./instruction.ts";
import {
  findInstruction,
  type Instruction,
  listInstructionsOver,
  listTargetChoices,
} from "./lists.server.ts";

/** The instruction that the address names; 404 where the campaign has none. */
export async function instructionHere({ database, campaign, params }: CampaignArrival): Promise<Instruction> {
  return (await findInstruction(database.read, campaign.id, params.instruction ?? "")) ?? notFound();
}

/** Everything that the page of an instruction shows. */
export async function readInstructionView(arrival: CampaignArrival) {
  const { database, campaign, now, today, may, kept } = arrival;
  const instruction = await instructionHere(arrival);
  const mayWrite = may("write");
  return {
    base: addressOf.overview(campaign.id),
    today,
    instruction,
    state: stateOf(instruction, today),
    changes: await listChanges(database.read, "instruction", instruction.id),
    choices: mayWrite ? await listTargetChoices(database.read, campaign.id, now) : null,
    mayWrite,
    kept,
  };
}

export type InstructionView = Awaited<ReturnType<typeof readInstructionView>>;

export function stateOf({ answered, expiresOn }: Instruction, today: CalendarDate) {
  return instructionState({ answeredAt: answered?.at ?? null, expiresOn }, today);
}

/** The instructions that stand over a paper or an event, as its page shows them; expired ones are left out. */
export async function instructionsOver(
  { database, today }: Pick<CampaignArrival, "database" | "today">,
  subject: { id: string | null; eventId: string | null },
): Promise<OverView[]> {
  const over = await listInstructionsOver(database.read, subject);
  return over
    .filter(({ expiresOn }) => expiresOn === null || today <= expiresOn)
    .map((instruction) => ({
      issuer: instruction.issuer,
      reference: instruction.reference,
      redLines: instruction.redLines,
      expiresOn: instruction.expiresOn,
      isAnswered: instruction.answered !== null,
      place: addressOf.instruction(instruction.campaignId, instruction.id),
    }));
}
