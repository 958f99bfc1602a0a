import type { Change, Gone } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";

/** The bodies of which the one line means both sides in this campaign, by name. */
export const listMeantWhole = keptQuery((read, place: Place<"campaign">) =>
  read
    .selectFrom("body_meant_whole")
    .select(["id", "body"])
    .where("campaign_id", "=", place("campaign"))
    .orderBy("body"),
);

/** Keeps that both sides of these bodies are meant from now on, inside the change that plans what said so. */
export async function rememberMeantWhole(
  change: Change,
  campaignId: string,
  bodies: readonly string[],
): Promise<void> {
  const known = (await listMeantWhole(change.read, { campaign: campaignId })).map(({ body }) => body);
  for (const body of new Set(bodies.filter((one) => !known.includes(one))))
    await change.insert("body_meant_whole", { id: newId(), campaign_id: campaignId, body });
}

/** Asks again which side is meant. */
export async function askAgain(
  change: Change,
  { campaignId, id, location }: { campaignId: string; id: string; location: string },
): Promise<{ ok: true } | Gone> {
  const known = await listMeantWhole(change.read, { campaign: campaignId });
  const found = known.find((one) => one.id === id);
  if (found === undefined) return { ok: false, reason: "not-found" };
  await change.remove("body_meant_whole", id);
  return change.describe({
    recordKind: "campaign",
    recordId: campaignId,
    action: "edited",
    summary: `Demarche will ask again which side of ${found.body} is meant`,
    location,
  });
}
