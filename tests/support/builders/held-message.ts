import type { Holder } from "#app/campaign/holds/hold.ts";
import { placeMessageHold } from "#app/campaign/holds/store.server.ts";
import { findKeyMessage } from "#app/campaign/messages/list.server.ts";
import type { Database } from "#db/database.server.ts";
import { by, inCampaign } from "./started-paper.ts";

const clearer: Holder = { role: "embassy clearer", isHeadOfMission: false };

/** Petr, an embassy clearer, places a hold on a message of the campaign; answers with the hold's id. */
export async function placeHoldOn(database: Database, number = 1, accountId = "petr"): Promise<string> {
  const placed = await tryToPlaceHold(database, number, accountId);
  if (!placed.ok) throw new Error(placed.reason);
  return placed.location.split("/").at(-1) ?? "";
}

/** As `placeHoldOn`, with whatever it answers. */
export async function tryToPlaceHold(database: Database, number = 1, accountId = "petr") {
  const found = await findKeyMessage(database.read, "esa", String(number));
  if (found === null) throw new Error("The campaign has no such message");
  const message = { id: found.id, number, title: found.newest.title, isRetired: found.retiredAt !== null };
  return database.change(by(accountId), inCampaign, (change) =>
    placeMessageHold(
      change,
      { campaignId: "esa", message },
      { by: clearer, reason: "A remark at 09:00", handling: "TLP:AMBER" },
    ),
  );
}
