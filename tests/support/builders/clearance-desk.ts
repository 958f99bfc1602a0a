import { addDesk as add, listDesks } from "#app/campaign/clearances/desks.server.ts";
import type { WrittenDesk } from "#app/campaign/clearances/record.ts";
import type { Database } from "#db/database.server.ts";
import { by } from "./started-paper.ts";

/** Adds a desk of the ministry with the holder and deputy of these accounts, and answers with its id. */
export async function addDesk(
  database: Database,
  campaignId: string,
  {
    name,
    holder,
    deputy,
    ...given
  }: { name: string; holder: string | null; deputy: string | null } & Partial<WrittenDesk>,
): Promise<string> {
  const desk: WrittenDesk = {
    name,
    side: "ministry",
    place: "Brussels",
    holder,
    deputy,
    awayFrom: null,
    awayUntil: null,
    asks: "not asked",
    isAskedForHoldingLines: true,
    ...given,
  };
  await database.change(by("petr"), { submission: null, campaignId }, (change) =>
    add(change, campaignId, desk),
  );
  const desks = await listDesks(database.read, campaignId);
  return desks.at(-1)?.id ?? "";
}
