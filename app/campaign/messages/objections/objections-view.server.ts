import { countHeard, type Heard, NEVER_HEARD } from "#app/campaign/effectiveness/objections-heard.server.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import type { Objection } from "./list.server.ts";

export type ListedObjection = Objection & Heard;

/** Objections with how often they were heard, answered and not pressed again. */
export async function withHeard(
  read: CampaignArrival["database"]["read"],
  objections: readonly Objection[],
): Promise<ListedObjection[]> {
  const ids = objections.map((objection) => objection.id);
  const heard = await countHeard(read, ids);
  return objections.map((objection) => ({ ...objection, ...(heard.get(objection.id) ?? NEVER_HEARD) }));
}
