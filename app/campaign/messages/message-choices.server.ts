import type { FieldErrors, Option } from "#app/http/form-values.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import type { Read } from "#app/http/read-form.ts";
import type { KeyMessage } from "./list.server.ts";
import { proofPointToChoose } from "./message-words.ts";
import { listObjections } from "./objections/list.server.ts";
import { listProofPointsToChoose } from "./proof-points/list.server.ts";

export type MessageChoices = { proofPoints: Option[]; objections: Option[] };

/** What a message can lean on. What it has already comes first, in its own order, so that saving keeps the order. */
export async function readMessageChoices(
  { database, campaign, today }: CampaignArrival,
  message: KeyMessage | null,
): Promise<MessageChoices> {
  const proofPoints = await listProofPointsToChoose(database.read, campaign.id);
  const objections = await listObjections(database.read, campaign.id);
  return {
    proofPoints: chosenFirst(proofPoints, "id", message?.proofPointIds ?? []).map((proofPoint) =>
      proofPointToChoose(proofPoint, today),
    ),
    objections: chosenFirst(objections, "id", message?.objectionIds ?? []).map(({ code, name }) => ({
      value: code,
      label: `${code} ${name}`,
    })),
  };
}

/** The records with those in front, in their order, that go by one of these ids or codes. */
export function chosenFirst<Key extends string, T extends Record<Key, string>>(
  records: readonly T[],
  by: Key,
  chosen: readonly string[],
): T[] {
  const first = chosen.flatMap((one) => records.filter((record) => record[by] === one));
  return [...first, ...records.filter((record) => !chosen.includes(record[by]))];
}

/** What a form ticked or chose that the campaign does not have, at its field. */
export function strangersAmong(
  read: Read<object>,
  choices: Readonly<Record<string, readonly Option[]>>,
): FieldErrors {
  if (!read.ok) return {};
  const values = new Map<string, unknown>(Object.entries(read.value));
  const strange = Object.entries(choices).filter(([name, list]) =>
    [values.get(name) ?? []].flat().some((chosen) => !list.some(({ value }) => value === chosen)),
  );
  return Object.fromEntries(strange.map(([name]) => [name, "Choose from this campaign’s list"]));
}
