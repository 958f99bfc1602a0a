import { addFraming, clearNewestFraming } from "#app/campaign/messages/framings/framing-acts.server.ts";
import {
  type Framing,
  findFraming,
  listFramings,
} from "#app/campaign/messages/framings/framing-list.server.ts";
import { findKeyMessage, type KeyMessage } from "#app/campaign/messages/list.server.ts";
import type { Database } from "#db/database.server.ts";
import { addAudience } from "./audience.ts";
import { by, inCampaign } from "./started-paper.ts";

/** Adds an audience that the campaign addresses, and gives its id. */
export async function addAddressedAudience(database: Database, name: string): Promise<string> {
  const { id } = await addAudience(database, name);
  await database.change(by("jana"), inCampaign, async (change) => {
    await change.insert("campaign_audience", {
      id: `esa-${id}`,
      campaign_id: "esa",
      audience_id: id,
      priority: 1,
      influence: 3,
      interest: 3,
    });
    const what = { action: "added", summary: "Addressed", location: "/" };
    change.describe({ recordKind: "audience", recordId: id, ...what });
    return { ok: true };
  });
  return id;
}

export async function keyMessage(database: Database, number = 1): Promise<KeyMessage> {
  const message = await findKeyMessage(database.read, "esa", String(number));
  if (message === null) throw new Error("The message is not there");
  return message;
}

/** Frames the first message for an audience in Jana's name. */
export async function framed(
  database: Database,
  audience: { id: string; name: string },
  text: string,
): Promise<Framing> {
  const message = await keyMessage(database);
  const added = await database.change(by("jana"), inCampaign, (change) =>
    addFraming(change, { campaignId: "esa", message }, { audience, text }),
  );
  if (!added.ok) throw new Error(added.reason);
  const all = await listFramings(database.read, [message.id]);
  const [framing] = all.filter((one) => one.audienceId === audience.id);
  if (framing === undefined) throw new Error("The framing is not there");
  return framing;
}

/** Clears the newest wording of a framing in the ministry's name. */
export function clearFramingOf(
  database: Database,
  framing: Framing,
  shownHash = framing.newest.textHash,
  who = "tomas",
) {
  const where = { campaignId: "esa", number: "1", framingId: framing.id };
  return database.change(by(who), inCampaign, (change) =>
    clearNewestFraming(change, where, { shownHash, authority: "ministry", ownDraftMayBeCleared: false }),
  );
}

/** The framing as it is now. */
export async function framingNow(database: Database, { messageId, id }: Framing): Promise<Framing> {
  const framing = await findFraming(database.read, messageId, id);
  if (framing === null) throw new Error("The framing is not there");
  return framing;
}
