import type { FieldErrors } from "#app/http/form-values.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import type { KeyMessage } from "./list.server.ts";
import { proofPointToChoose } from "./message-words.ts";
import { listObjections } from "./objections/list.server.ts";
import type { MessageChoices } from "./pages/message-form.tsx";
import { listProofPoints } from "./proof-points/list.server.ts";

/** What a message can lean on. What it has already comes first, in its own order, so that saving keeps the order. */
export async function readMessageChoices(
  { database, campaign, now }: CampaignArrival,
  message: KeyMessage | null,
): Promise<MessageChoices> {
  const proofPoints = await listProofPoints(database.read, campaign.id, { retired: false });
  const objections = await listObjections(database.read, campaign.id);
  return {
    proofPoints: chosenFirst(proofPoints, message?.proofPointIds ?? []).map((proofPoint) =>
      proofPointToChoose(proofPoint, dateIn(now, WASHINGTON)),
    ),
    objections: chosenFirst(objections, message?.objectionIds ?? []).map(({ code, name }) => ({
      code,
      name,
    })),
  };
}

function chosenFirst<T extends { id: string }>(records: readonly T[], ids: readonly string[]): T[] {
  const chosen = ids.flatMap((id) => records.filter((record) => record.id === id));
  return [...chosen, ...records.filter((record) => !ids.includes(record.id))];
}

/** What a form ticked that the campaign does not have, at its field. */
export function strangersAmong(
  ticked: Readonly<Record<string, readonly string[]>>,
  choices: Readonly<Record<string, readonly { code: string }[]>>,
): FieldErrors {
  const strange = Object.entries(ticked).filter(([name, codes]) =>
    codes.some((code) => !choices[name]?.some((choice) => choice.code === code)),
  );
  return Object.fromEntries(strange.map(([name]) => [name, "Choose from the list of this campaign"]));
}

/** The codes of what a message has, as its form ticks them. */
export function codesChosen(choices: readonly { code: string }[], count: number): string[] {
  return choices.slice(0, count).map(({ code }) => code);
}
