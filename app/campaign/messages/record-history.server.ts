import type { CampaignArrival } from "#app/http/page.server.ts";
import { listChanges, listRowChanges, type RecordedChange } from "#db/history.server.ts";

const KINDS = {
  key_message: "key message",
  framing: "framing",
  proof_point: "proof point",
  objection: "objection",
} as const;

/**
 * The history of a record of the library, newest first: its own changes, and the imports that touched it. With `newest`
 * no more than so many.
 */
export async function historyOf(
  { database, campaign }: CampaignArrival,
  table: keyof typeof KINDS,
  id: string,
  newest?: number,
): Promise<RecordedChange[]> {
  const own = await listChanges(database.read, KINDS[table], id, newest);
  const others = await listRowChanges(database.read, campaign.id, [{ table, id }]);
  const all = [...own, ...others.filter((change) => !own.some((one) => one.id === change.id))];
  return all
    .toSorted((one, other) => (one.madeAt < other.madeAt ? 1 : one.madeAt > other.madeAt ? -1 : 0))
    .slice(0, newest);
}
