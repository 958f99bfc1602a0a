import { UNITED_STATES } from "#app/domain/time/holidays.ts";
import { WASHINGTON } from "#app/domain/time/wall-time.ts";
import type { Change } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";

/** The two desks that every campaign starts with; whoever has the side's role answers for them. */
export async function insertFirstDesks(change: Change, campaignId: string): Promise<void> {
  const home = await change.read
    .selectFrom("installation")
    .select(["home_country", "home_zone"])
    .executeTakeFirstOrThrow();
  const desk = {
    campaign_id: campaignId,
    holder_account_id: null,
    deputy_account_id: null,
    away_from: null,
    away_until: null,
    asked_by_default: "clear",
    retired_at: null,
  } as const;
  const embassy = { name: "Embassy", side: "embassy", country: UNITED_STATES, zone: WASHINGTON } as const;
  const ministry = { name: "Ministry desk", side: "ministry", country: home.home_country } as const;
  await change.insert("clearance_desk", { ...desk, ...embassy, id: newId(), position: 0 });
  await change.insert("clearance_desk", {
    ...desk,
    ...ministry,
    zone: home.home_zone,
    id: newId(),
    position: 1,
  });
}
