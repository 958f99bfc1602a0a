import { addressOf } from "#app/http/addresses.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import type { HeldView } from "#app/ui/notices.tsx";
import type { Holder } from "./hold.ts";
import { listHolds } from "./hold-records.server.ts";
import { inBothClocks } from "./hold-words.ts";
import { mannerInWords } from "./holding-lines/line-answers.ts";
import { listLinesInstead } from "./holding-lines/lines-instead.server.ts";
import type { HoldOnPaper } from "./what-a-hold-marks.ts";

/** The holds that lie on something, as its page shows them, with what to say instead. */
export async function heldViews(
  { database, campaign, home, now }: Pick<CampaignArrival, "database" | "campaign" | "home" | "now">,
  lying: readonly HoldOnPaper[],
): Promise<HeldView[]> {
  if (lying.length === 0) return [];
  const all = await listHolds(database.read, campaign.id);
  const holds = all.filter(({ id }) => lying.some((one) => one.id === id));
  const lines = await listLinesInstead(
    database.read,
    holds.map(({ message }) => message.id),
    now,
  );
  return holds.map(({ id, message, reason, placedAt }) => {
    const line = lines.get(message.id);
    return {
      messageId: message.id,
      number: message.number,
      since: inBothClocks(placedAt, now, home.homeZone),
      reason,
      place: addressOf.hold(campaign.id, id),
      instead:
        line === undefined
          ? null
          : {
              text: line.text,
              until: inBothClocks(line.expiresAt, now, home.homeZone),
              manner: mannerInWords(line.clearance),
            },
    };
  });
}

/** Who the reader is to a hold. */
export function holderOf({ role, campaign, account }: CampaignArrival): Holder {
  return { role, isHeadOfMission: campaign.headOfMissionId === account.id };
}
